import type { Calculator, Draft } from '../fields.ts';
import { words } from '../words.ts';
import { choice, chosen, receipts, sameDay } from './parts.ts';

const p = words.penalties;

const rateKind = (draft: Draft) => draft.values.taux ?? '';
const hasInstallments = (draft: Draft) => (draft.rows.echeances ?? []).some((row) => row.some((cell) => cell !== ''));

export const penalties: Calculator = {
  slug: 'penalites',
  rule: 'late-penalties',
  title: p.title,
  lead: p.lead,
  example: { montant: '12000,00', echeance: '2026-04-30', au: '2026-09-20' },
  refusedAt: {
    RateNotPublished: 'au',
    RateBelowFloor: 'valeur',
    RateFixedByLaw: 'taux',
    InvalidInstallments: 'echeances',
  },
  groups: [
    {
      title: null,
      fields: [
        { kind: 'money', name: 'montant', path: 'amountCents', label: p.amount, required: true },
        {
          kind: 'day',
          name: 'echeance',
          path: 'dueOn',
          label: p.due,
          hint: p.dueHint,
          required: true,
          shown: (draft) => !hasInstallments(draft),
        },
        { kind: 'day', name: 'au', path: 'until', label: p.until, hint: p.untilHint, required: true, initial: sameDay },
        { ...choice('client', 'regime', p.regime, p.regimes), wide: false },
        {
          kind: 'day',
          name: 'marche',
          path: 'contractedOn',
          label: p.contracted,
          shown: ({ values }) => values.client === 'public',
        },
      ],
    },
    {
      title: p.receipts,
      fields: [receipts, choice('ordre', 'allocation', p.allocation, p.allocations)],
    },
    {
      title: p.credits,
      fields: [
        {
          kind: 'rows',
          name: 'avoirs',
          path: 'creditNotes',
          label: p.credits,
          add: p.addCredit,
          columns: [
            { kind: 'day', name: 'le', path: 'on', label: p.on, required: true },
            { kind: 'money', name: 'somme', path: 'amountCents', label: p.sum, required: true },
            {
              kind: 'choice',
              name: 'nature',
              path: 'effect',
              label: p.effect,
              required: true,
              wide: true,
              options: chosen(p.effects),
            },
          ],
        },
      ],
    },
    {
      title: p.installments,
      note: p.installmentsNote,
      fields: [
        {
          kind: 'rows',
          name: 'echeances',
          path: 'installments',
          label: p.installments,
          add: p.addInstallment,
          columns: [
            { kind: 'day', name: 'le', path: 'dueOn', label: p.due, required: true },
            { kind: 'money', name: 'somme', path: 'amountCents', label: p.sum, required: true },
          ],
        },
      ],
    },
    {
      title: p.rate,
      fields: [
        choice('taux', null, p.rateKind, p.rates),
        {
          kind: 'rate',
          name: 'valeur',
          path: (draft) => `rate.${rateKind(draft)}`,
          label: p.rateValue,
          suffix: (draft) => p.rateUnits[rateKind(draft)] ?? '',
          required: true,
          shown: (draft) => rateKind(draft) !== '',
        },
      ],
    },
    {
      title: p.waivers,
      fields: [
        {
          kind: 'rows',
          name: 'abandons',
          path: 'waivers',
          label: p.waivers,
          add: p.addWaiver,
          columns: [
            { kind: 'day', name: 'le', path: 'on', label: p.on, required: true },
            { kind: 'money', name: 'somme', path: 'amountCents', label: p.waivedSum },
            {
              kind: 'choice',
              name: 'quoi',
              path: 'what',
              label: p.waived,
              required: true,
              wide: true,
              options: chosen(p.waivedSums),
            },
          ],
        },
      ],
    },
    {
      title: p.insolvency,
      fields: [
        { kind: 'day', name: 'ouverture', path: 'insolvencyOpenedOn', label: p.insolvencyOn, hint: p.insolvencyHint },
      ],
    },
  ],
};
