import { CLAIM_NAMES, formatDay, PROCEDURE_NAMES, type Procedure } from '@acquit/law';
import {
  type CourtBundleView,
  completenessOf,
  contentsOf,
  DOCUMENT_NAMES,
  documentKeys,
  EXHIBIT_NAMES,
  interestName,
  type Made,
  madeOf,
  questionsOf,
} from '@acquit/recovery';
import { type Tx, versionsOf } from '../../store/index.ts';
import type { LoadedFile } from './facts.ts';

/** What is prepared beside the procedures of the law. */
const OTHER_NAMES: Record<string, string> = {
  'amicable-agreement': 'Accord amiable',
  'bad-debt': 'Créance irrécouvrable',
  'supply-suspension': 'Suspension des prestations',
};

/** French name of a procedure that has a file. */
export function courtProcedureName(procedure: string): string {
  return OTHER_NAMES[procedure] ?? PROCEDURE_NAMES[procedure as Procedure] ?? procedure;
}

/** A court file as its screen shows it: what is asked, what is missing, what was built. */
export async function courtFileView(tx: Tx, loaded: LoadedFile): Promise<CourtBundleView> {
  const { facts, exhibits, bundle } = loaded;
  const made = madeOf(facts);
  const { found } = made;
  const { main, after } = documentKeys(facts);
  // A power is prepared once an agent is named: the question is asked before.
  const asked = contentsOf(facts.procedure)?.documents ?? [];
  let number = 0;
  const neededNow = new Set(questionsOf(facts, asked).map(({ key }) => key));
  return {
    caseId: loaded.caseId,
    companyId: loaded.companyId,
    debtorName: facts.case.debtor.name,
    reference: facts.reference,
    procedure: facts.procedure,
    procedureName: courtProcedureName(facts.procedure),
    procedureId: loaded.procedureId,
    on: formatDay(facts.on),
    account: accountView(made),
    questions: questionsOf(facts, [...asked, ...after]).map((question) => ({
      ...question,
      value: facts.answers[question.key] ?? proposed(question.key, loaded),
      from: loaded.filled[question.key] ?? null,
      when: neededNow.has(question.key) ? 'now' : 'later',
    })),
    documents: [
      ...main.map((key) => ({ key, name: DOCUMENT_NAMES[key], when: 'now' as const })),
      ...after.map((key) => ({ key, name: DOCUMENT_NAMES[key], when: 'later' as const })),
    ],
    exhibits: exhibits.map((exhibit) => ({
      key: exhibit.key,
      kind: exhibit.kind,
      kindName: EXHIBIT_NAMES[exhibit.kind],
      title: exhibit.title,
      on: exhibit.on === null ? null : formatDay(exhibit.on),
      included: exhibit.included,
      number: exhibit.included ? ++number : null,
      fileId: exhibit.fileId,
    })),
    completeness: completenessOf(made),
    route:
      found === null
        ? null
        : { open: found.open, why: found.why, court: found.court, form: found.form ?? null, lawyer: found.lawyer },
    versions: bundle === null ? [] : await versionsOf(tx, bundle.bundleId),
  };
}

/** The sums beside the file, whose lines add up to its total: by the title when the file enforces one. */
function accountView({ account, titled }: Made): CourtBundleView['account'] {
  if (titled !== null)
    return {
      principalCents: titled.principalLeftCents,
      interestName: 'Intérêts au taux légal',
      penaltyCents: titled.interestLeftCents,
      indemnityCents: 0,
      penaltyClauseCents: 0,
      creditCents: 0,
      costsCents: titled.costsCents,
      toFallDueCents: 0,
      totalCents: titled.totalDueCents,
    };
  return {
    principalCents: account.principalCents,
    interestName: interestName(account),
    penaltyCents: account.penaltyCents,
    indemnityCents: account.indemnityCents,
    penaltyClauseCents: account.penaltyClauseCents,
    creditCents: account.creditCents,
    costsCents: 0,
    toFallDueCents: account.toFallDue.reduce((total, claim) => total + claim.openCents, 0),
    totalCents: account.totalCents,
  };
}

/** What the case itself says of a question, which needs no typing. */
function proposed(key: string, { facts }: LoadedFile): string | null {
  if (key !== 'claimKind') return null;
  const kinds = new Set(facts.case.claims.map((claim) => facts.claimKinds[claim.claimId] ?? 'other'));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined && only !== 'other' && only in CLAIM_NAMES ? only : null;
}
