import { DISPUTE_REASONS, instalmentCounts } from '@acquit/recovery';
import { html } from 'hono/html';
import { CHOICE_PAGES } from './account-page.ts';
import { area, claimBoxes, faultOf, formPage, line, select, type Typed } from './form-fields.ts';
import type { Html } from './frame.ts';
import type { PortalChoice } from './texts.ts';
import type { Visit } from './visit.ts';

/** A choice that is a form. */
export type FormChoice = Exclude<PortalChoice, 'pay'>;

export const FORM_PAGES: Readonly<Record<FormChoice, (visit: Visit, typed: Typed) => Html>> = {
  paid: paidPage,
  promise: promisePage,
  contest: contestPage,
  instalments: instalmentsPage,
  other: otherPage,
};

/** What a debtor may do about his account today; nothing to pay leaves him the word and nothing else. */
export function offeredChoices(visit: Visit): PortalChoice[] {
  const { company, account } = visit;
  if (owedLines(visit).length === 0) return ['other'];
  // Nothing that arose before insolvency proceedings may be paid or promised (article L622-7 of the commercial code).
  if (account.isInsolvent) return ['paid', 'contest', 'other'];
  const bounds = company.settings.portal.instalments;
  const maySpread = bounds !== null && instalmentCounts(spreadCents(visit), bounds).length > 0;
  return [
    ...(account.dueCents > 0 ? (['pay'] as const) : []),
    'paid',
    'promise',
    'contest',
    ...(maySpread ? (['instalments'] as const) : []),
    'other',
  ];
}

/** Pieces that can be chosen: what is owed, credit notes left out. */
export const owedLines = ({ account }: Visit) => account.lines.filter((one) => one.kind !== 'credit-note');

/** What a plan would spread: the principal that is late and not contested; what delay adds is kept aside. */
export const spreadCents = ({ account }: Visit): number => account.spreadableCents;

const isoToday = ({ account }: Visit) => account.on;

function paidPage(visit: Visit, typed: Typed): Html {
  const { texts } = visit;
  const { form } = texts;
  return formPage(visit, typed, {
    title: texts.choices.paid.title,
    action: CHOICE_PAGES.paid,
    fields: [
      claimBoxes(visit, typed, owedLines(visit)),
      line(texts, typed, { name: 'on', label: form.paidOn }, { type: 'date' }),
      select(texts, typed, { name: 'means', label: form.means }, Object.entries(form.meansOf)),
      line(texts, typed, { name: 'amount', label: form.amount }, { type: 'text', mode: 'decimal', optional: true }),
      line(texts, typed, { name: 'reference', label: form.reference }, { type: 'text', optional: true }),
    ],
  });
}

function promisePage(visit: Visit, typed: Typed): Html {
  const { texts, company } = visit;
  const { form } = texts;
  const hint = form.promiseHint(company.settings.portal.promiseDays);
  return formPage(visit, typed, {
    title: texts.choices.promise.title,
    action: CHOICE_PAGES.promise,
    fields: [
      claimBoxes(visit, typed, owedLines(visit)),
      line(texts, typed, { name: 'on', label: form.promiseOn, hint }, { type: 'date', min: isoToday(visit) }),
      line(texts, typed, { name: 'name', label: form.yourName }, { type: 'text', complete: 'name', optional: true }),
    ],
  });
}

function contestPage(visit: Visit, typed: Typed): Html {
  const { texts } = visit;
  const { form } = texts;
  const part = ({ claimId, number }: { claimId: string; number: string }) =>
    html`<div class="part"><label for="f-part-${claimId}"><small>${form.contested(number)}</small></label>
<input id="f-part-${claimId}" name="part-${claimId}" type="text" inputmode="decimal" maxlength="20" value="${typed.values[`part-${claimId}`] ?? ''}">${faultOf(texts, typed, `part-${claimId}`)}</div>`;
  return formPage(visit, typed, {
    title: texts.choices.contest.title,
    action: CHOICE_PAGES.contest,
    withFile: true,
    fields: [
      claimBoxes(visit, typed, owedLines(visit), part),
      select(
        texts,
        typed,
        { name: 'reason', label: form.why },
        // None beforehand: what he sends without a look would be held against him.
        [['', form.choose], ...DISPUTE_REASONS.map((reason) => [reason, texts.reasons(reason)] as const)],
      ),
      area(texts, typed, { name: 'details', label: form.details }),
      line(texts, typed, { name: 'file', label: form.file, hint: form.fileHint }, { type: 'file', optional: true }),
    ],
  });
}

function instalmentsPage(visit: Visit, typed: Typed): Html {
  const { texts, company } = visit;
  const { form } = texts;
  const bounds = company.settings.portal.instalments;
  const counts = bounds === null ? [] : instalmentCounts(spreadCents(visit), bounds);
  return formPage(visit, typed, {
    title: texts.choices.instalments.title,
    action: CHOICE_PAGES.instalments,
    fields: [
      html`<dl><dt>${form.spread}</dt><dd>${texts.money(spreadCents(visit))}</dd></dl>`,
      select(
        texts,
        typed,
        { name: 'count', label: form.count },
        counts.map((count) => [String(count), form.countOf(count)]),
      ),
      line(texts, typed, { name: 'on', label: form.firstOn }, { type: 'date', min: isoToday(visit) }),
      line(texts, typed, { name: 'name', label: form.yourName }, { type: 'text', complete: 'name', optional: true }),
      area(texts, typed, { name: 'details', label: form.details }, true),
    ],
  });
}

function otherPage(visit: Visit, typed: Typed): Html {
  const { texts } = visit;
  const { form } = texts;
  return formPage(visit, typed, {
    title: texts.choices.other.title,
    action: CHOICE_PAGES.other,
    fields: [
      line(texts, typed, { name: 'name', label: form.otherName }, { type: 'text', optional: true }),
      line(texts, typed, { name: 'email', label: form.otherEmail }, { type: 'email', optional: true }),
      area(texts, typed, { name: 'details', label: form.details }, true),
    ],
  });
}
