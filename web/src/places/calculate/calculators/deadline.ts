import type { Calculator } from '../fields.ts';
import { words } from '../words.ts';
import { choice } from './parts.ts';

const d = words.deadline;

export const deadline: Calculator = {
  slug: 'delai',
  rule: 'deadline',
  title: d.title,
  lead: d.lead,
  example: { depart: '2026-07-14', mois: 1 },
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
