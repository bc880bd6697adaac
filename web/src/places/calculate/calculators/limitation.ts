import { CLAIM_NAMES, DEBTOR_NAMES } from '@acquit/law';
import type { Calculator } from '../fields.ts';
import { words } from '../words.ts';
import { choice, chosen, orUnknown, sameDay } from './parts.ts';

const l = words.limitation;

export const limitation: Calculator = {
  slug: 'prescription',
  rule: 'limitation',
  title: l.title,
  lead: l.lead,
  example: {
    creance: 'services',
    debiteur: 'company',
    echeance: '2022-03-31',
    au: '2026-11-21',
    faits: '2023-06-15_part-payment_*2024-02-01_formal-notice_',
  },
  refusedAt: {},
  groups: [
    {
      title: null,
      fields: [
        {
          kind: 'choice',
          name: 'creance',
          path: 'claimKind',
          label: l.claim,
          options: orUnknown(CLAIM_NAMES),
          wide: true,
        },
        {
          kind: 'choice',
          name: 'debiteur',
          path: 'debtorKind',
          label: l.debtor,
          options: orUnknown(DEBTOR_NAMES),
          wide: true,
        },
        {
          ...choice('contre', 'against', l.against, l.signatories),
          shown: ({ values }) => values.creance === 'bill-of-exchange' || values.creance === 'cheque',
        },
        {
          ...choice('regie', 'waterBilledBy', l.water, l.waterBillers),
          shown: ({ values }) => values.creance === 'water',
        },
        {
          kind: 'tick',
          name: 'comptable',
          path: 'publicAccountant',
          label: l.accountant,
          shown: ({ values }) => values.debiteur === 'public-enterprise',
        },
        { kind: 'day', name: 'echeance', path: 'dueOn', label: l.due },
        { kind: 'day', name: 'au', path: 'on', label: l.on, initial: sameDay },
      ],
    },
    {
      title: l.dates,
      note: l.datesNote,
      fields: [
        { kind: 'day', name: 'prestation', path: 'performedOn', label: l.performed },
        { kind: 'day', name: 'facture', path: 'issuedOn', label: l.issued },
        { kind: 'day', name: 'titre', path: 'titleOn', label: l.titleOn },
        { kind: 'tick', name: 'terme', path: 'periodic', label: l.periodic },
      ],
    },
    {
      title: l.events,
      fields: [
        {
          kind: 'rows',
          name: 'faits',
          path: 'events',
          label: l.events,
          add: l.addEvent,
          columns: [
            { kind: 'day', name: 'le', path: 'on', label: l.eventOn, required: true },
            {
              kind: 'choice',
              name: 'fait',
              path: 'kind',
              label: l.event,
              required: true,
              wide: true,
              options: chosen(l.kinds),
            },
            { kind: 'day', name: 'fin', path: 'until', label: l.eventUntil },
          ],
        },
      ],
    },
    {
      title: l.contract,
      fields: [{ kind: 'count', name: 'contrat', path: 'contractYears', label: l.contractYears, suffix: l.years }],
    },
  ],
};
