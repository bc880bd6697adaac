import { type Day, daysBetween, formatDay, mayClaimFixedIndemnity, mayClaimLatePenalties } from '@acquit/law';
import {
  askedByNotice,
  assign,
  type CaseView,
  type ClaimView,
  type CompanyFacts,
  type DebtorFacts,
  debtorKindName,
  decide,
  kindName,
  nextLook,
  type OwedView,
  owedAmounts,
  type Parties,
  type Scenario,
} from '@acquit/recovery';
import {
  type CaseHeader,
  type ClaimOnScreen,
  claimsAskedByNotice,
  claimsOnScreen,
  findCase,
  loadCases,
  mergedInto,
  receiptsOfCase,
  stepName,
  type Tx,
} from '../../store/index.ts';
import { refuse } from '../refusal.ts';
import { requireTerms } from '../routes/shared.ts';

/** Claims and receipts on one case's screen; what is owed counts all open claims all the same. */
const CLAIMS_SHOWN = 500;
const RECEIPTS_SHOWN = 100;

/** A whole case as its screen shows it on a day. Refuses: NotFound. */
export async function caseViewOf(tx: Tx, caseId: string, on: Day): Promise<CaseView> {
  const header = await findCase(tx, caseId);
  const [loaded] = await loadCases(tx, [caseId]);
  if (header === null || loaded === undefined) throw await missingCase(tx, caseId);
  const { company, book } = await requireTerms(tx, header.companyId);
  const assignment = assign(book, loaded.facts, company);
  const { scenario } = assignment;
  const parties: Parties = { company, debtor: loaded.facts.debtor };
  const claims = await claimsOnScreen(tx, caseId, CLAIMS_SHOWN);
  const asked = await claimsAskedByNotice(tx, [caseId]);
  const { kind } = header.debtor;
  // The planner itself is asked: what the last pass stored may be older than the facts.
  const next = nextLook(loaded.facts, company, scenario, on);
  return {
    caseId,
    profile: header.profile,
    status: header.status,
    statusReason: header.statusReason,
    pausedUntil: header.pausedUntil,
    debtor: { ...header.debtor, kindName: debtorKindName(kind as DebtorFacts['kind']) },
    on: formatDay(on),
    owed: owedBy(loaded.facts.claims, parties, asked, on),
    oldestDueOn: header.oldestDueOn,
    nextActionOn: next === null ? null : formatDay(next.on),
    nextStepName: stepName(next?.step ?? null, scenario),
    nextReasons: nextReasons(next?.on ?? null, header, loaded.facts, company, scenario, on),
    scenario: {
      key: scenario.key,
      name: scenario.name,
      version: scenario.version,
      by: assignment.by,
      why: assignment.reason.message,
      choices: Object.values(book.latest)
        .filter((one) => one.profile === header.profile)
        .map(({ key, name }) => ({ key, name })),
    },
    claims: claims.map((claim) => claimView(claim, parties, scenario, { on, asked })),
    receipts: await receiptsOfCase(tx, caseId, RECEIPTS_SHOWN),
  };
}

/** A case that a merge took away says where it went. */
async function missingCase(tx: Tx, caseId: string): Promise<Error> {
  const heldBy = await mergedInto(tx, caseId);
  if (heldBy === null) return refuse('NotFound');
  return refuse(
    'NotFound',
    { mergedInto: heldBy },
    'Ce client a été fusionné avec un autre : ouvrez le dossier commun.',
  );
}

/** Why the next step on its day: the planner itself is asked, on that day or today if it has passed. */
function nextReasons(
  next: Day | null,
  header: CaseHeader,
  facts: Parameters<typeof decide>[0],
  company: CompanyFacts,
  scenario: Scenario,
  on: Day,
): CaseView['nextReasons'] {
  if (header.openClaims === 0) return [];
  const { reasons } = decide(facts, company, scenario, on);
  if (next === null || next <= on) return reasons;
  return [
    ...reasons,
    ...decide(facts, company, scenario, next).reasons.filter(
      (later) => !reasons.some((now) => now.code === later.code && now.message === later.message),
    ),
  ];
}

function owedBy(
  claims: Parameters<typeof decide>[0]['claims'],
  parties: Parties,
  asked: ReadonlySet<string>,
  on: Day,
): OwedView {
  const owed: OwedView = {
    principalCents: 0,
    penaltyCents: 0,
    indemnityCents: 0,
    creditCents: 0,
    claimedCents: 0,
    reservedCents: 0,
    notes: notesOn(parties.debtor.kind, on),
  };
  const refusals = new Set<string>();
  for (const claim of claims) {
    if (claim.kind === 'credit-note') {
      owed.creditCents += claim.openCents;
      continue;
    }
    const due = owedAmounts(claim, on, parties);
    const amounts = asked.has(claim.claimId) ? askedByNotice(due, parties.company.settings) : due;
    owed.principalCents += amounts.principalCents;
    owed.penaltyCents += amounts.penaltyCents;
    owed.indemnityCents += amounts.indemnityCents;
    owed.reservedCents += amounts.reservedCents;
    owed.claimedCents += amounts.totalDueCents;
    if (amounts.refusal !== null) refusals.add(amounts.refusal.message);
  }
  owed.claimedCents = Math.max(owed.claimedCents - owed.creditCents, 0);
  owed.notes.push(...refusals);
  return owed;
}

/** What may not be asked of this debtor, with the article that says so. */
function notesOn(kind: DebtorFacts['kind'], on: Day): string[] {
  if (kind === null)
    return [
      'La qualité du débiteur n’est pas connue : ni pénalité de l’article L441-10 ni indemnité forfaitaire ne sont demandées tant qu’elle n’est pas précisée.',
    ];
  return [mayClaimLatePenalties(kind, on), mayClaimFixedIndemnity(kind, on)]
    .filter((one) => !one.allowed)
    .map((one) => `${one.why} (${one.article})`);
}

/** A claim as the screen shows it on a day. */
export function claimView(
  claim: ClaimOnScreen,
  parties: Parties,
  scenario: Scenario,
  { on, asked }: { on: Day; asked: ReadonlySet<string> },
): ClaimView {
  const { facts } = claim;
  const counts = facts.kind !== 'credit-note' && (claim.status === 'open' || claim.status === 'settled');
  const amounts = counts ? owedAmounts(facts, on, parties) : null;
  const open = claim.status === 'open' && facts.openCents > 0;
  return {
    claimId: facts.claimId,
    number: facts.number,
    kind: facts.kind,
    kindName: kindName(facts.kind),
    issuedOn: facts.issuedOn === null ? null : formatDay(facts.issuedOn),
    dueOn: facts.dueOn === null ? null : formatDay(facts.dueOn),
    dueOnSource: claim.dueOnSource,
    daysLate: open && counts && facts.dueOn !== null ? Math.max(daysBetween(facts.dueOn, on), 0) : 0,
    totalCents: facts.totalCents,
    amountCents: facts.amountCents,
    openCents: facts.openCents,
    receivedCents: claim.receivedCents,
    creditedCents: claim.creditedCents,
    penaltyCents: amounts?.penaltyCents ?? 0,
    indemnityCents: amounts?.indemnityCents ?? 0,
    penalties: facts.penalties,
    indemnity: facts.indemnity,
    askedByNotice: asked.has(facts.claimId) && parties.company.settings.reservedAccessories !== 'kept',
    status: claim.status,
    levelStepName: stepName(claim.levelStep, scenario),
    levelOn: facts.levelOn === null ? null : formatDay(facts.levelOn),
    doubts: facts.doubts,
    hasDocument: claim.hasDocument,
    eInvoice: claim.eInvoice,
    absent: (open && facts.holds?.find(({ kind }) => kind === 'absent-from-ledger')?.reason) || null,
  };
}
