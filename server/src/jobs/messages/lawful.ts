import { formatDay } from '@acquit/law';
import { checkTemplate, type Finding, fr, type OwnTemplate, ownTextOf, type TextChannel } from '@acquit/recovery';
import { fillTemplate, RenderRefusal } from '../../render/index.ts';
import type { MessageSource } from './facts.ts';

/** Texts already read for a day, by their words: the same text goes out many times in a night. */
const read = new Map<string, Finding | null>();
const READ_AT_MOST = 500;

/**
 * Stops a message whose text the company wrote itself and the checker refuses on the day it would leave: the law moves,
 * and so do the company's terms, so what could be saved last year may not be sent today. Throws `RenderRefusal`
 * (`TextRefused`). What has left is shown as it was.
 */
export function requireLawfulText(source: MessageSource, channel: TextChannel): void {
  if (source.hasLeft) return;
  const own = ownTextOf(source.facts, source.case, channel, source.tools);
  if (own === null) return;
  const fault = faultOf(own, source);
  if (fault === null) return;
  throw new RenderRefusal(
    'TextRefused',
    fr`Le texte « ${own.subject === '' ? own.body.slice(0, 60) : own.subject} » ne peut plus partir : ${fault.message}${fault.article === null ? '' : fr` (${fault.article})`} Corrigez-le dans les modèles, puis renvoyez le message.`,
    { rule: fault.rule, version: own.version },
  );
}

function faultOf(own: OwnTemplate, { company, on }: MessageSource): Finding | null {
  const { stipulatedRate } = company.settings;
  const name = JSON.stringify([own, company.creditorKind, stipulatedRate, formatDay(on)]);
  let fault = read.get(name);
  if (fault === undefined) {
    if (read.size >= READ_AT_MOST) read.clear();
    fault =
      checkTemplate(own, own, { company, on }, fillTemplate).find(({ severity }) => severity === 'refuse') ?? null;
    read.set(name, fault);
  }
  return fault;
}
