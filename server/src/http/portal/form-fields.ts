import type { AccountLine } from '@acquit/recovery';
import { html } from 'hono/html';
import { all, type Html, hrefOf, nothing, page } from './frame.ts';
import type { PortalFault } from './texts.ts';
import type { Visit } from './visit.ts';

/** A form as it was sent: fields by name, and the faults found, by field. */
export interface Typed<Fault extends string = PortalFault> {
  values: Readonly<Record<string, string>>;
  faults: Readonly<Partial<Record<string, Fault>>>;
  /** Drawn with the form: the same form sent twice is one act. */
  actId: string;
}

/** The words that a field brings itself. */
export interface FieldTexts<Fault extends string> {
  form: { optional: string };
  faults: Readonly<Record<Fault, string>>;
}

/** A whole form page: its title, its fields, one button. */
export function formPage(
  visit: Visit,
  typed: Typed,
  at: { title: string; action: string; fields: readonly Html[]; withFile?: boolean },
): Html {
  const { texts } = visit;
  return page(
    visit,
    at.title,
    html`<form method="post" action="${hrefOf(visit.token, at.action)}"${at.withFile ? html` enctype="multipart/form-data"` : nothing}>
<input type="hidden" name="act" value="${typed.actId}">
${all(at.fields)}
${faultOf(texts, typed, 'form')}
<button type="submit">${texts.form.send}</button>
</form>
<p><a href="${hrefOf(visit.token)}">${texts.form.back}</a></p>`,
  );
}

/** The invoices to choose from, the late ones chosen already, and one alone always: there is nothing to choose. */
export function claimBoxes(
  visit: Visit,
  typed: Typed,
  lines: readonly AccountLine[],
  more?: (line: AccountLine) => Html,
): Html {
  const { texts } = visit;
  const first = Object.keys(typed.values).length === 0;
  const boxes = lines.map((line) => {
    const name = `claim-${line.claimId}`;
    const chosen = first ? (line.isLate && line.waits === null) || lines.length === 1 : typed.values[name] === 'on';
    return html`<label class="choice"><input type="checkbox" name="${name}" value="on"${chosen ? html` checked` : nothing}><span>${texts.kind[line.kind]} ${line.number}</span><span>${texts.money(line.openCents)}</span></label>${more ? more(line) : nothing}`;
  });
  return html`<fieldset><legend>${texts.form.which}</legend>${all(boxes)}${faultOf(texts, typed, 'claims')}</fieldset>`;
}

interface Field {
  name: string;
  label: string;
  hint?: string;
  value?: string;
}

/** A field of one line. `type` is the browser's; a browser without dates shows a line of text, which is read too. */
export function line<Fault extends string>(
  texts: FieldTexts<Fault>,
  typed: Typed<Fault>,
  { name, label, hint, value = '' }: Field,
  input: {
    type: 'text' | 'date' | 'email' | 'file';
    mode?: 'decimal';
    complete?: string;
    min?: string;
    optional?: boolean;
  },
): Html {
  const id = `f-${name}`;
  const described = [...(hint ? [`${id}-hint`] : []), ...(typed.faults[name] ? [`${id}-fault`] : [])].join(' ');
  const shown = input.type === 'file' ? nothing : html` value="${typed.values[name] ?? value}"`;
  return html`<div><label class="field" for="${id}">${label}${input.optional ? html` <small>(${texts.form.optional})</small>` : nothing}</label>
<input id="${id}" name="${name}" type="${input.type}"${shown}${input.mode ? html` inputmode="${input.mode}"` : nothing}${input.min ? html` min="${input.min}"` : nothing}${input.complete ? html` autocomplete="${input.complete}"` : nothing}${described === '' ? nothing : html` aria-describedby="${described}"`}${typed.faults[name] ? html` aria-invalid="true"` : nothing} maxlength="300">
${hint ? html`<small id="${id}-hint">${hint}</small>` : nothing}${faultOf(texts, typed, name)}</div>`;
}

/** A longer text. */
export function area<Fault extends string>(
  texts: FieldTexts<Fault>,
  typed: Typed<Fault>,
  { name, label }: Field,
  optional = false,
): Html {
  const id = `f-${name}`;
  return html`<div><label class="field" for="${id}">${label}${optional ? html` <small>(${texts.form.optional})</small>` : nothing}</label>
<textarea id="${id}" name="${name}" maxlength="2000"${typed.faults[name] ? html` aria-invalid="true" aria-describedby="${id}-fault"` : nothing}>${typed.values[name] ?? ''}</textarea>${faultOf(texts, typed, name)}</div>`;
}

/** One choice among a few. */
export function select<Fault extends string>(
  texts: FieldTexts<Fault>,
  typed: Typed<Fault>,
  { name, label }: Field,
  options: readonly (readonly [value: string, label: string])[],
): Html {
  const id = `f-${name}`;
  const chosen = typed.values[name] ?? options[0]?.[0];
  return html`<div><label class="field" for="${id}">${label}</label>
<select id="${id}" name="${name}">${all(options.map(([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : nothing}>${text}</option>`))}</select>${faultOf(texts, typed, name)}</div>`;
}

export function faultOf<Fault extends string>(texts: FieldTexts<Fault>, typed: Typed<Fault>, name: string): Html {
  const fault = typed.faults[name];
  return fault === undefined
    ? nothing
    : html`<p class="fault" id="f-${name}-fault" role="alert">${texts.faults[fault]}</p>`;
}
