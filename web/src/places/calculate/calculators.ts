import { CLAIM_NAMES, DEBTOR_NAMES } from '@acquit/law';
import type { Calculator, Draft, Option, Rows, Scalar } from './fields.ts';
import { words } from './words.ts';

function options(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({
    value,
    label: label.charAt(0).toUpperCase() + label.slice(1),
  }));
}

const chosen = (labels: Readonly<Record<string, string>>): Option[] => [
  { value: '', label: words.form.choose },
  ...options(labels),
];

const orUnknown = (labels: Readonly<Record<string, string>>): Option[] => [
  { value: '', label: words.limitation.unknown },
  ...options(labels),
];

const sameDay = (today: string) => today;

function choice(name: string, path: Scalar['path'], label: string, labels: Readonly<Record<string, string>>): Scalar {
  const [first = ''] = Object.keys(labels);
  return { kind: 'choice', name, path, label, options: options(labels), initial: () => first, wide: true };
}

const p = words.penalties;

const receipts: Rows = {
  kind: 'rows',
  name: 'recus',
  path: 'receipts',
  label: p.receipts,
  add: p.addReceipt,
  columns: [
    { kind: 'day', name: 'le', path: 'on', label: p.on, required: true },
    { kind: 'money', name: 'somme', path: 'amountCents', label: p.sum, required: true },
  ],
};

const rateKind = (draft: Draft) => draft.values.taux ?? '';
const hasInstallments = (draft: Draft) => (draft.rows.echeances ?? []).some((row) => row.some((cell) => cell !== ''));

const penalties: Calculator = {
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
      title: p.insolvency,
      fields: [
        { kind: 'day', name: 'ouverture', path: 'insolvencyOpenedOn', label: p.insolvencyOn, hint: p.insolvencyHint },
      ],
    },
  ],
};

const i = words.interest;

const interest: Calculator = {
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
    { title: p.receipts, fields: [receipts] },
    {
      title: i.judgment,
      fields: [
        { kind: 'day', name: 'executoire', path: 'enforceableOn', label: i.enforceable, hint: i.enforceableHint },
        { kind: 'day', name: 'capitalisation', path: 'capitalisation.askedOn', label: i.capitalisation },
        { kind: 'tick', name: 'premier', path: 'firstDayIncluded', label: i.firstDay },
      ],
    },
  ],
};

const l = words.limitation;

const limitation: Calculator = {
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

const d = words.deadline;

const deadline: Calculator = {
  slug: 'delai',
  rule: 'deadline',
  title: d.title,
  lead: d.lead,
  example: { depart: '2026-07-14', mois: '1' },
  refusedAt: { DateNotServed: 'depart' },
  groups: [
    {
      title: null,
      fields: [
        { kind: 'day', name: 'depart', path: 'from', label: d.from, hint: d.fromHint, required: true },
        { kind: 'count', name: 'mois', path: 'length.months', label: d.months, suffix: d.monthsUnit },
        { kind: 'count', name: 'jours', path: 'length.days', label: d.days, suffix: d.daysUnit },
      ],
    },
    {
      title: d.details,
      fields: [
        choice('lieu', 'place', d.place, d.places),
        choice('objet', 'purpose', d.purpose, d.purposes),
        choice('sens', 'direction', d.direction, d.directions),
        { kind: 'tick', name: 'premier', path: 'firstDayCounted', label: d.firstDay },
      ],
    },
  ],
};

export const CALCULATORS: readonly Calculator[] = [penalties, interest, limitation, deadline];
