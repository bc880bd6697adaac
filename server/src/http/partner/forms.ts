import { formatDay, parseEuros } from '@acquit/law';
import { COST_BEARERS, costBearerName } from '@acquit/recovery';
import { html } from 'hono/html';
import type { PartnerSays } from '../../jobs/index.ts';
import type { FormBody } from '../portal/form-body.ts';
import { area, line, select, type Typed as TypedForm } from '../portal/form-fields.ts';
import { all, type Html, nothing } from '../portal/frame.ts';
import { typedDay } from '../portal/visit.ts';
import { hrefOf, partnerPage } from './frame.ts';
import { PARTNER_PAGES, PARTNER_TEXTS, type PartnerChoice, type PartnerFault } from './texts.ts';
import type { PartnerVisit } from './visit.ts';

/** A choice whose form is always the same; an act of a procedure has a form of its own. */
export type PlainChoice = Exclude<PartnerChoice, 'event'>;

/** A form as it was sent, with what is wrong with it, and what the case refused. */
export interface Typed extends TypedForm<PartnerFault> {
  refused?: string;
}

const texts = PARTNER_TEXTS;

export const onField = (visit: PartnerVisit, typed: Typed, label: string) =>
  line(texts, typed, { name: 'on', label, value: formatDay(visit.today) }, { type: 'date' });
const titleField = (typed: Typed, label: string) => line(texts, typed, { name: 'title', label }, { type: 'text' });
const amountField = (typed: Typed) =>
  line(texts, typed, { name: 'amount', label: 'Montant en euros' }, { type: 'text', mode: 'decimal' });
export const detailsField = (typed: Typed, label = 'Précisions') =>
  area(texts, typed, { name: 'details', label }, true);
export const fileField = (typed: Typed) =>
  line(texts, typed, { name: 'file', label: 'Pièce jointe', hint: '10 Mo au plus.' }, { type: 'file', optional: true });

/** Of which procedure a cost is; nothing to choose when none runs. */
const procedureField = ({ procedures }: PartnerVisit, typed: Typed): Html =>
  procedures.length === 0
    ? nothing
    : select(texts, typed, { name: 'procedure', label: 'Procédure' }, [
        ['', 'Aucune en particulier'],
        ...procedures.map((one) => [one.procedureId, one.name] as const),
      ]);

const FIELDS: Readonly<Record<PlainChoice, (visit: PartnerVisit, typed: Typed) => Html[]>> = {
  fact: (visit, typed) => [
    titleField(typed, 'Ce qui s’est passé'),
    onField(visit, typed, 'Le'),
    detailsField(typed),
    fileField(typed),
  ],
  cost: (visit, typed) => [
    titleField(typed, 'Nature des frais'),
    amountField(typed),
    select(
      texts,
      typed,
      { name: 'bearer', label: 'À la charge de' },
      COST_BEARERS.map((bearer) => [bearer, costBearerName(bearer)]),
    ),
    procedureField(visit, typed),
    onField(visit, typed, 'En date du'),
    detailsField(typed),
    fileField(typed),
  ],
  receipt: (visit, typed) => [
    amountField(typed),
    onField(visit, typed, 'Reçu le'),
    detailsField(typed, 'Moyen de paiement et reversement prévu'),
    fileField(typed),
  ],
  message: (_visit, typed) => [area(texts, typed, { name: 'details', label: 'Votre message' }), fileField(typed)],
};

/** A whole form page: its fields, one button, and the way back. */
export function partnerForm(visit: PartnerVisit, choice: PlainChoice, typed: Typed): Html {
  return partnerPage(
    visit,
    texts.choices[choice].title,
    wholeForm(visit, PARTNER_PAGES[choice], typed, FIELDS[choice](visit, typed)),
  );
}

/** The form itself: its fields, what the case refused, one button. */
export function wholeForm(visit: PartnerVisit, page: string, typed: Typed, fields: readonly Html[]): Html {
  return html`<form method="post" action="${hrefOf(visit.token, page)}" enctype="multipart/form-data">
<input type="hidden" name="act" value="${typed.actId}">
${all(fields)}
${typed.refused === undefined ? nothing : html`<p class="fault" role="alert">${typed.refused}</p>`}
<button type="submit">Enregistrer</button>
</form>
<p><a href="${hrefOf(visit.token)}">Retour au dossier</a></p>`;
}

/** A form read: what it says, or what is wrong with it, by field. */
export type Read = { says: PartnerSays } | { faults: Partial<Record<string, PartnerFault>> };

export const field = (form: FormBody, name: string): string => (form.values[name] ?? '').trim();
export const textOf = (form: FormBody, name: string, most = 2_000): string | null =>
  field(form, name).slice(0, most) || null;

/** Reads the form of a choice. */
export function readPartnerForm(choice: PlainChoice, visit: PartnerVisit, form: FormBody): Read {
  const faults: Partial<Record<string, PartnerFault>> = {};
  if (form.fileTooLarge) faults.file = 'file-large';
  const needs = (name: 'title' | 'on' | 'amount') => NEEDS[choice].includes(name);
  const title = textOf(form, 'title', 200);
  const on = typedDay(field(form, 'on'));
  const amountCents = parseEuros(field(form, 'amount'));
  const details = textOf(form, 'details');
  if (needs('title') && title === null) faults.title = 'title';
  if (needs('on') && on === null) faults.on = 'date';
  if (needs('amount') && (amountCents === null || amountCents <= 0)) faults.amount = 'amount';
  if (choice === 'message' && details === null) faults.details = 'details';
  if (Object.keys(faults).length > 0) return { faults };
  const { file } = form;
  switch (choice) {
    case 'fact':
      return { says: { kind: 'fact', title: title!, on: on!, details, file } };
    case 'cost': {
      const bearer = COST_BEARERS.find((one) => one === field(form, 'bearer')) ?? 'creditor';
      const of = visit.procedures.find((one) => one.procedureId === field(form, 'procedure'));
      const says = { kind: 'cost' as const, title: title!, on: on!, amountCents: amountCents! };
      return { says: { ...says, bearer, procedureId: of?.procedureId ?? null, details, file } };
    }
    case 'receipt':
      return { says: { kind: 'receipt', on: on!, amountCents: amountCents!, details, file } };
    case 'message':
      return { says: { kind: 'message', details: details!, file } };
  }
}

const NEEDS: Readonly<Record<PlainChoice, readonly ('title' | 'on' | 'amount')[]>> = {
  fact: ['title', 'on'],
  cost: ['title', 'on', 'amount'],
  receipt: ['on', 'amount'],
  message: [],
};
