import type { RouteFacts } from '../route-guide/model.ts';
import { company, debtor } from './facts.ts';

/** A debt of 3 000 € of one company to another in Grenoble, chased without an answer, its invoice and order on file. */
export function routeFacts(change: Partial<RouteFacts> = {}): RouteFacts {
  return {
    company: company(),
    debtor: debtor(),
    insolvencyOpenedOn: null,
    insolvencyPublishedOn: null,
    insolvencyKind: null,
    struckOffOn: null,
    claimKinds: ['goods'],
    claims: 2,
    oldestIssuedOn: '2026-06-01',
    principalCents: 300_000,
    interestCents: 12_345,
    indemnityCents: 8_000,
    limitation: { expiresOn: '2031-07-01', number: 'F-1', isExpired: false },
    disputes: [],
    eInvoices: [],
    reminders: 3,
    repliedOn: null,
    papers: [
      { evidence: 'invoice', from: 'Factures F-1 et F-2' },
      { evidence: 'order', from: 'Commande BC-7 citée sur F-1' },
    ],
    risks: [],
    ...change,
  };
}
