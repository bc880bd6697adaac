import { DEBTOR_NAMES } from '@acquit/law';
import type { Calculator } from '../fields.ts';
import { words } from '../words.ts';
import { choice, orUnknown, receipts, sameDay } from './parts.ts';

const i = words.interest;
const p = words.penalties;

export const interest: Calculator = {
  slug: 'interet-legal',
  rule: 'legal-interest',
  title: i.title,
  lead: i.lead,
  example: { montant: '8500,00', depuis: '2025-02-14', au: '2026-09-20' },
  refusedAt: { RateNotPublished: 'au' },
  groups: [
    {
      title: null,
      fields: [
        { kind: 'money', name: 'montant', path: 'amountCents', label: i.amount, required: true },
        { kind: 'day', name: 'depuis', path: 'from', label: i.from, hint: i.fromHint, required: true },
        { kind: 'day', name: 'au', path: 'until', label: p.until, hint: p.untilHint, required: true, initial: sameDay },
        choice('creancier', 'creditor', i.creditor, i.creditors),
      ],
    },
    { title: p.receipts, fields: [receipts, choice('ordre', 'allocation', p.allocation, i.allocations)] },
    {
      title: i.judgment,
      fields: [
        { kind: 'day', name: 'executoire', path: 'enforceableOn', label: i.enforceable, hint: i.enforceableHint },
        { kind: 'day', name: 'capitalisation', path: 'capitalisation.askedOn', label: i.capitalisation },
        {
          kind: 'choice',
          name: 'debiteur',
          path: 'debtor',
          label: i.debtor,
          wide: true,
          options: orUnknown(DEBTOR_NAMES),
        },
        choice('acte', 'start', i.start, i.starts),
        { kind: 'tick', name: 'premier', path: 'firstDayIncluded', label: i.firstDay },
      ],
    },
  ],
};
