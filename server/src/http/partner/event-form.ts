import { formatDay, parseEuros } from '@acquit/law';
import type { EventDefinition, EventField, EventValues, ProcedureView } from '@acquit/recovery';
import { fr } from '@acquit/recovery';
import { html } from 'hono/html';
import type { FormBody } from '../portal/form-body.ts';
import { line, select } from '../portal/form-fields.ts';
import { all, type Html } from '../portal/frame.ts';
import { typedDay } from '../portal/visit.ts';
import { detailsField, field, fileField, onField, type Read, type Typed, textOf, wholeForm } from './forms.ts';
import { hrefOf, partnerPage } from './frame.ts';
import { PARTNER_PAGES, PARTNER_TEXTS, type PartnerFault } from './texts.ts';
import type { PartnerVisit } from './visit.ts';

/** An act that may be told now: the procedure it belongs to, and its definition. */
export interface TellableEvent {
  procedure: ProcedureView;
  definition: EventDefinition;
}

/** The act that an address names, when the procedure runs and the act may come next. */
export function tellableAt(visit: PartnerVisit, procedureId: string, kind: string): TellableEvent | null {
  const procedure = visit.procedures.find((one) => one.procedureId === procedureId);
  const definition = procedure?.next.find((one) => one.kind === kind);
  return procedure && definition ? { procedure, definition } : null;
}

/** The acts that may come next, procedure by procedure. */
export function eventChoicePage(visit: PartnerVisit): Html {
  return partnerPage(
    visit,
    PARTNER_TEXTS.choices.event.title,
    html`${all(
      visit.procedures.map(
        (one) => html`<h2>${one.name}</h2><p class="soft">${fr`${one.stateName}. ${one.advice}`}</p>
<nav class="sheet"><ul>${all(
          one.next.map(
            (event) =>
              html`<li><a href="${hrefOf(visit.token, `${PARTNER_PAGES.event}/${one.procedureId}/${event.kind}`)}"><b>${event.label}</b></a></li>`,
          ),
        )}</ul></nav>`,
      ),
    )}<p><a href="${hrefOf(visit.token)}">Retour au dossier</a></p>`,
  );
}

const nameOf = ({ name }: EventField) => `v-${name}`;

const CHECKED = [
  ['', 'Non précisé'],
  ['yes', 'Oui'],
  ['no', 'Non'],
] as const;

function fieldOf(typed: Typed, one: EventField): Html {
  const { type, label, required, choices = [] } = one;
  const at = { name: nameOf(one), label };
  const optional = required ? {} : { optional: true };
  switch (type) {
    case 'choice':
      return select(PARTNER_TEXTS, typed, at, [
        ...(required ? [] : [['', 'Non précisé'] as const]),
        ...choices.map((choice) => [choice.value, choice.label] as const),
      ]);
    case 'flag':
      return select(PARTNER_TEXTS, typed, at, required ? CHECKED.slice(1) : CHECKED);
    case 'day':
      return line(PARTNER_TEXTS, typed, at, { type: 'date', ...optional });
    case 'cents':
      return line(PARTNER_TEXTS, typed, at, { type: 'text', mode: 'decimal', ...optional });
    case 'text':
      return line(PARTNER_TEXTS, typed, at, { type: 'text', ...optional });
  }
}

/** The form of one act, made from its definition. */
export function eventForm(visit: PartnerVisit, { procedure, definition }: TellableEvent, typed: Typed): Html {
  return partnerPage(
    visit,
    definition.label,
    html`<p class="soft">${procedure.name}</p>${wholeForm(
      visit,
      `${PARTNER_PAGES.event}/${procedure.procedureId}/${definition.kind}`,
      typed,
      [
        onField(visit, typed, 'Le'),
        ...definition.fields.map((one) => fieldOf(typed, one)),
        detailsField(typed),
        fileField(typed),
      ],
    )}`,
  );
}

/** The value of a field as typed: null when it is left empty, `wrong` when it cannot be read. */
function typedValue(one: EventField, typed: string): string | number | boolean | null | 'wrong' {
  if (typed === '') return null;
  switch (one.type) {
    case 'cents': {
      const cents = parseEuros(typed);
      return cents === null ? 'wrong' : cents;
    }
    case 'day': {
      const on = typedDay(typed);
      return on === null ? 'wrong' : formatDay(on);
    }
    case 'flag':
      return typed === 'yes' ? true : typed === 'no' ? false : 'wrong';
    case 'choice':
      return one.choices?.some((choice) => choice.value === typed) ? typed : 'wrong';
    case 'text':
      return typed.slice(0, 300);
  }
}

/** Reads the form of an act: what it says, or what is wrong with it. */
export function readEventForm({ procedure, definition }: TellableEvent, form: FormBody): Read {
  const faults: Partial<Record<string, PartnerFault>> = {};
  if (form.fileTooLarge) faults.file = 'file-large';
  const on = typedDay(field(form, 'on'));
  if (on === null) faults.on = 'date';
  const values: Record<string, string | number | boolean> = {};
  for (const one of definition.fields) {
    const typed = field(form, nameOf(one));
    const value = typedValue(one, typed);
    if (value === null) {
      if (one.required) faults[nameOf(one)] = 'field';
    } else if (value === 'wrong' && one.type !== 'text')
      faults[nameOf(one)] = one.type === 'cents' ? 'amount' : 'field';
    else values[one.name] = value;
  }
  if (on === null || Object.keys(faults).length > 0) return { faults };
  return {
    says: {
      kind: 'event',
      procedureId: procedure.procedureId,
      eventKind: definition.kind,
      title: definition.label,
      on,
      values: values satisfies EventValues,
      details: textOf(form, 'details'),
      file: form.file,
    },
  };
}
