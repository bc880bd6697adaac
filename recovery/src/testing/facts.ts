import { type Day, day } from '@acquit/law';
import type { CaseFacts, ClaimFacts, CompanyFacts, DebtorFacts } from '../model/facts.ts';
import { profileOf } from '../profile/profile.ts';
import { defaultSettings } from '../profile/settings.ts';

/** Facts for tests: each builder gives a plain, lawful case, and the test says only what it is about. */

export function company(change: Partial<CompanyFacts> = {}): CompanyFacts {
  return {
    companyId: 'company-1',
    name: 'Atelier Béranger',
    legalForm: 'SARL',
    legalId: '732829320',
    vat: 'FR44732829320',
    address: { lines: ['12 rue des Tanneurs'], postcode: '69002', city: 'Lyon', country: 'FR' },
    email: 'compta@atelier-beranger.example',
    phone: '04 72 00 00 00',
    iban: 'FR7630006000011234567890189',
    bic: 'AGRIFRPP',
    creditorKind: 'business',
    mode: 'live',
    settings: defaultSettings,
    ...change,
  };
}

export function debtor(change: Partial<DebtorFacts> = {}): DebtorFacts {
  return {
    debtorId: 'debtor-1',
    name: 'Menuiserie Vallier',
    kind: 'company',
    legalId: '552100554',
    email: 'direction@vallier.example',
    phone: '04 76 00 00 00',
    contactName: null,
    address: { lines: ['3 quai Perrière'], postcode: '38000', city: 'Grenoble', country: 'FR' },
    insolvencyOpenedOn: null,
    ...change,
  };
}

/** A claim of 1 200 € due on the given day; its open amount follows from what was received and credited. */
export function claim(dueOn: string | null, change: Partial<ClaimFacts> = {}): ClaimFacts {
  const amountCents = change.amountCents ?? 120_000;
  const facts: ClaimFacts = {
    claimId: `claim-${change.number ?? 'F-1'}`,
    number: 'F-1',
    kind: 'invoice',
    issuedOn: dueOn === null ? null : ((day(dueOn) - 30) as Day),
    dueOn: dueOn === null ? null : day(dueOn),
    totalCents: amountCents,
    amountCents,
    receipts: [],
    credits: [],
    openCents: 0,
    penalties: 'reserved',
    indemnity: 'reserved',
    level: -1,
    levelOn: null,
    noticeOn: null,
    orderReference: null,
    doubts: [],
    ...change,
  };
  const cleared = [...facts.receipts, ...facts.credits].reduce((sum, item) => sum + item.amountCents, 0);
  return { ...facts, openCents: change.openCents ?? Math.max(amountCents - cleared, 0) };
}

export function caseOf(claims: ClaimFacts[], change: Partial<CaseFacts> = {}): CaseFacts {
  const owes = change.debtor ?? debtor();
  return {
    caseId: 'case-1',
    profile: profileOf(owes.kind).profile,
    status: 'open',
    pausedUntil: null,
    lastContactOn: null,
    debtor: owes,
    claims,
    ...change,
  };
}
