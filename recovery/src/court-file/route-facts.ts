import {
  DEBTOR_KINDS,
  type DebtorKind,
  type Evidence,
  formatDay,
  type Route,
  type RouteInput,
  route,
} from '@acquit/law';
import type { CompanyFacts } from '../model/facts.ts';
import { kindOfForm } from '../profile/legal-form.ts';
import { type CourtAccount, isProcedure } from './account.ts';
import { claimKindOf } from './common.ts';
import type { CourtExhibit, CourtFileFacts, ExhibitKind } from './facts.ts';
import { answer } from './parties.ts';

/** What the creditor is, for the court that hears him: said by the user, or by a form that is commercial whatever it does. */
export function creditorQuality(facts: CourtFileFacts): DebtorKind | null {
  const said = answer(facts, 'creditorQuality');
  if (said !== null && (DEBTOR_KINDS as readonly string[]).includes(said)) return said as DebtorKind;
  return qualityByForm(facts.company);
}

/** A sole trader's form says nothing of what he is; neither does one that is not known. */
function qualityByForm({ creditorKind, legalForm }: CompanyFacts): DebtorKind | null {
  if (creditorKind === 'individual') return 'non-business';
  return kindOfForm(legalForm);
}

const EVIDENCE: Partial<Record<ExhibitKind, Evidence>> = {
  contract: 'contract',
  order: 'order',
  delivery: 'delivery',
  invoice: 'invoice',
  'formal-notice': 'formal-notice',
  acknowledgement: 'acknowledgement',
  bill: 'bill',
  cheque: 'cheque',
  title: 'judgment',
  'amicable-attempt': 'amicable-attempt',
};

/** The exhibits as the rule of routes names them. */
function evidenceOf(exhibits: readonly CourtExhibit[], facts: CourtFileFacts): Evidence[] {
  const found = new Set<Evidence>();
  for (const { kind } of exhibits) {
    const evidence = EVIDENCE[kind];
    if (evidence !== undefined) found.add(evidence);
  }
  if (answer(facts, 'amicable') === 'exempt-small-claims') found.add('small-claims-refusal');
  return [...found];
}

/**
 * What the law says of the procedure for the facts of the file: open or not, court, form, lawyer, costs. Null when a fact
 * that decides it is missing, or when the file is for no procedure of the law.
 */
export function routeFor(facts: CourtFileFacts, account: CourtAccount): Route | null {
  const input = routeInput(facts, account);
  if (input === null || !isProcedure(facts.procedure)) return null;
  const outcome = route(input);
  if (outcome.refusal !== undefined) return null;
  return outcome.value.routes.find((one) => one.procedure === facts.procedure) ?? null;
}

function routeInput(facts: CourtFileFacts, account: CourtAccount): RouteInput | null {
  const { debtor } = facts.case;
  const creditorKind = creditorQuality(facts);
  const claimKind = claimKindOf(facts);
  if (creditorKind === null || debtor.kind === null || claimKind === null) return null;
  const amountCents = account.principalCents || account.toFallDue.reduce((total, claim) => total + claim.openCents, 0);
  if (amountCents === 0) return null;
  const { postcode, country } = debtor.address;
  return {
    creditorKind,
    debtorKind: debtor.kind,
    claimKind,
    amountCents,
    interestCents: account.penaltyCents,
    contested: facts.isDisputed ? 'serious' : 'silent',
    evidence: evidenceOf(facts.exhibits, facts),
    debtorCountry: country,
    ...(country === 'FR' && postcode !== null && /^\d{5}$/.test(postcode) ? { debtorPostcode: postcode } : {}),
    ...(debtor.insolvencyOpenedOn === null ? {} : { insolvencyOpenedOn: formatDay(debtor.insolvencyOpenedOn) }),
    ...(answer(facts, 'publishedOn') === null ? {} : { insolvencyPublishedOn: answer(facts, 'publishedOn')! }),
    ...(answer(facts, 'struckOffOn') === null ? {} : { struckOff: true }),
    ...(answer(facts, 'recoveryThreat') === null ? {} : { recoveryAtRisk: true }),
    ...(facts.limitation === null ? {} : { limitationExpiresOn: formatDay(facts.limitation.expiresOn) }),
    on: formatDay(facts.on),
  };
}
