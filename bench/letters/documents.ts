import { addDays, type Day, day } from '@acquit/law';
import {
  type CaseFacts,
  type ClaimFacts,
  type CompanyFacts,
  composeLetter,
  decide,
  defaultScenarios,
  defaultSettings,
  type LetterDocument,
} from '@acquit/recovery';
import { fillTemplate } from '../../server/src/render/liquid.ts';

const ON = day('2026-11-17');

const company: CompanyFacts = {
  companyId: 'company',
  name: 'Atelier Durand',
  legalForm: 'SARL',
  legalId: '732829320',
  vat: 'FR44732829320',
  address: { lines: ['12 rue des Lilas'], postcode: '69003', city: 'Lyon', country: 'FR' },
  email: 'compta@durand.example',
  phone: '04 72 00 00 00',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  creditorKind: 'business',
  mode: 'live',
  settings: { ...defaultSettings, signatory: 'Claire Martin, comptabilité clients' },
};

function claim(number: string, amountCents: number, daysLate: number): ClaimFacts {
  const dueOn = addDays(ON, -daysLate);
  return {
    claimId: number,
    number,
    kind: 'invoice',
    issuedOn: addDays(dueOn, -30),
    dueOn,
    totalCents: amountCents,
    amountCents,
    receipts: [],
    credits: [],
    openCents: amountCents,
    penalties: 'reserved',
    indemnity: 'reserved',
    level: -1,
    levelOn: null,
    noticeOn: null,
    orderReference: null,
    doubts: [],
  };
}

/** The letter that the planner itself decides for debtor `n`, who has two claims of `daysLate` and a few more days. */
export function letterFor(n: number, daysLate: number, annex: boolean): LetterDocument {
  const facts: CaseFacts = {
    caseId: `case-${n}`,
    profile: 'business',
    status: 'open',
    pausedUntil: null,
    lastContactOn: null as Day | null,
    debtor: {
      debtorId: `debtor-${n}`,
      name: `Menuiserie Morel ${n}`,
      kind: 'company',
      legalId: String(100_000_000 + n),
      email: null,
      phone: null,
      contactName: 'Service comptabilité',
      address: {
        lines: [`${1 + (n % 90)} avenue de la République`],
        postcode: '38000',
        city: 'Grenoble',
        country: 'FR',
      },
      insolvencyOpenedOn: null,
    },
    claims: [claim(`FA-${n}-1`, 50_000 + n * 37, daysLate), claim(`FA-${n}-2`, 120_000 + n * 11, daysLate + 4)],
    unallocatedCents: 0,
  };
  const [action] = decide(facts, company, defaultScenarios.business, ON).actions;
  if (!action) throw new Error('The planner must decide a letter here.');
  return composeLetter(
    action.facts,
    { company, debtor: facts.debtor },
    annex ? { mode: 'live', claims: facts.claims } : { mode: 'live' },
    { fill: fillTemplate },
  );
}

/** What a letter is to the budget, and the longer one that a formal notice is. */
export const KINDS = [
  { what: 'reminder letter, one page with its table', daysLate: 16, annex: false },
  { what: 'formal notice with the annex that explains every figure', daysLate: 40, annex: true },
] as const;
