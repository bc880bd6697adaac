import { type Day, day, frenchDate, parseDay } from '@acquit/law';
import { type Refused, refused } from '../../commitments/refused.ts';
import { enumerated, fr } from '../../texts/typography.ts';
import type { EventField, EventValues, ProcedureEvent, ProcedureFacts } from '../model.ts';
import type { Machine } from './machine.ts';

/** What is wrong with an event in itself, whatever the state: its kind, its fields, its day. */

/** No sum of a procedure reaches this many cents: more is a slip of the hand. */
const MOST_CENTS = 100_000_000_000;

const FAULTS: Record<EventField['type'], { holds: (value: unknown, field: EventField) => boolean; hint: string }> = {
  cents: {
    holds: (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST_CENTS,
    hint: 'Donnez une somme en centimes entiers, sans signe.',
  },
  text: { holds: (value) => typeof value === 'string', hint: 'Donnez un texte.' },
  flag: { holds: (value) => typeof value === 'boolean', hint: 'Répondez par oui ou par non.' },
  choice: {
    holds: (value, { choices = [] }) => choices.some((known) => known.value === value),
    hint: 'Choisissez dans la liste.',
  },
  day: {
    holds: (value) => typeof value === 'string' && parseDay(value) !== null,
    hint: 'Donnez une date du calendrier.',
  },
};

/** The first field that is missing, unknown, or not of its type. */
function valuesFault(label: string, fields: readonly EventField[], values: EventValues): Refused | null {
  const unknown = Object.keys(values).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) {
    const names = fields.map((field) => field.name);
    const labels = fields.map((field) => fr`« ${field.label} »`);
    const known = labels.length === 0 ? 'aucun champ n’est attendu' : fr`les champs sont ${enumerated(labels)}`;
    const message = fr`Le champ « ${unknown} » n’existe pas pour « ${label} » : ${known}.`;
    return refused('UnknownField', message, { field: unknown, known: names });
  }
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined || value === '') {
      if (!field.required) continue;
      const message = fr`« ${field.label} » manque pour « ${label} » : renseignez ce champ.`;
      return refused('MissingField', message, { field: field.name });
    }
    const { holds, hint } = FAULTS[field.type];
    if (holds(value, field)) continue;
    const message = fr`« ${field.label} » n’est pas lisible pour « ${label} ». ${hint}`;
    return refused('InvalidValue', message, { field: field.name, value });
  }
  return null;
}

/** A day among the values that is on the wrong side of the event: a hearing fixed for a day that had passed. */
function orderFault(label: string, fields: readonly EventField[], { on, values }: ProcedureEvent): Refused | null {
  for (const { type, name, label: said, earlier = false } of fields) {
    const given = type === 'day' ? dayOf(values, name) : null;
    if (given === null || (earlier ? given <= on : given >= on)) continue;
    const side = earlier ? 'après' : 'avant';
    const message = fr`« ${said} » : le ${frenchDate(given)} vient ${side} « ${label} », noté au ${frenchDate(on)}. Corrigez l’une des deux dates.`;
    return refused('DatesOutOfOrder', message, { field: name, value: given, on });
  }
  return null;
}

function dayFault(label: string, on: Day, { claimsSince }: ProcedureFacts): Refused | null {
  if (claimsSince === undefined || claimsSince === null || on >= claimsSince) return null;
  const message = fr`« ${label} » est daté du ${frenchDate(on)}, avant la créance (${frenchDate(claimsSince)}) : corrigez la date.`;
  return refused('DateBeforeClaim', message, { on, claimsSince });
}

/**
 * Refuses `UnknownEvent`, `UnknownField`, `MissingField`, `InvalidValue`, `DatesOutOfOrder` and `DateBeforeClaim`; null
 * when it stands.
 */
export function eventFault(machine: Machine, facts: ProcedureFacts, event: ProcedureEvent): Refused | null {
  const definition = machine.events.find((known) => known.definition.kind === event.kind)?.definition;
  if (definition === undefined) {
    const known = machine.events.map((one) => one.definition.kind);
    const message = fr`L’événement « ${event.kind} » n’est pas de cette procédure : choisissez-le dans sa liste.`;
    return refused('UnknownEvent', message, { kind: event.kind, known });
  }
  const { label, fields } = definition;
  return (
    valuesFault(label, fields, event.values) ?? orderFault(label, fields, event) ?? dayFault(label, event.on, facts)
  );
}

/** Refuses a fact that has not happened yet. */
export function futureFault(label: string, on: Day, today: Day): Refused | null {
  if (on <= today) return null;
  const message = fr`« ${label} » est daté du ${frenchDate(on)}, qui n’est pas encore passé : notez-le quand il aura eu lieu.`;
  return refused('DateInFuture', message, { on, today });
}

/** A day kept in the values of an event, already checked. */
export function dayOf(values: EventValues, name: string): Day | null {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? day(value) : null;
}
