import { html } from 'hono/html';
import type { KeptAct } from '../../store/index.ts';
import { all, type Html, hrefOf, nothing, page } from './frame.ts';
import type { Visit } from './visit.ts';

/** What was recorded, when and under which reference: the proof a debtor may keep of what he said. */
export function donePage(visit: Visit, act: KeptAct): Html {
  const { texts, account } = visit;
  const numbers = act.claimIds
    .map((id) => account.lines.find((line) => line.claimId === id)?.number)
    .filter((number) => number !== undefined);
  const effect = texts.done.effects[String(act.said.outcome ?? act.kind)];
  return page(
    visit,
    texts.done.title,
    html`<section class="sheet">
<p><b>${act.kind === 'opened' || act.kind === 'card-back' ? '' : texts.acts[act.kind]}</b></p>
${numbers.length === 0 ? nothing : html`<p>${numbers.join(', ')}</p>`}
${all(particulars(visit, act).map((line) => html`<p>${line}</p>`))}
<p class="soft">${texts.done.kept(texts.instant(act.at), act.actId.slice(0, 8).toUpperCase())}</p>
</section>
${effect === undefined ? nothing : html`<p>${effect}</p>`}
<p class="soft">${texts.done.keep}</p>
<p class="noprint"><a href="${hrefOf(visit.token)}">${texts.form.back}</a></p>`,
  );
}

/** What was typed, line by line, in the words of the form. */
function particulars({ texts }: Visit, { said, fileName }: KeptAct): string[] {
  const text = (name: string) => (typeof said[name] === 'string' && said[name] !== '' ? (said[name] as string) : null);
  const means = text('means') as keyof typeof texts.form.meansOf | null;
  return [
    ...(text('on') === null ? [] : [texts.date(text('on')!)]),
    ...(typeof said.amountCents === 'number' ? [texts.money(said.amountCents)] : []),
    ...(typeof said.count === 'number' ? [texts.form.countOf(said.count)] : []),
    ...(means === null ? [] : [texts.form.meansOf[means]]),
    ...(text('reason') === null ? [] : [texts.reasons(text('reason')!)]),
    ...['reference', 'details', 'name', 'email'].flatMap((name) => text(name) ?? []),
    ...(fileName === null ? [] : [fileName]),
  ];
}
