import type { MessageFacts } from '../model/decision.ts';
import { TONES } from '../model/scenario.ts';
import { defaultTemplate } from '../templates/defaults/index.ts';
import {
  type OwnTemplate,
  type TemplateKey,
  type TemplateSource,
  type TextChannel,
  type TextTools,
  templateKeyOf,
} from '../templates/model.ts';
import { mapWords } from '../templates/parse.ts';
import { TABLE_MARK } from '../templates/variables.ts';
import { typeset } from './typography.ts';
import { oneLine, valuesOf } from './values.ts';
import type { Correspondents } from './words.ts';

/** The words of one message: paragraphs before the statement of account, and after it. */
export interface WrittenText {
  key: TemplateKey;
  subject: string;
  opening: string[];
  closing: string[];
  /** False when the text leaves the statement of account out, as thanks do. */
  hasTable: boolean;
}

/** Sources as they are filled, by how they are written: a French one gets its no-break spaces once. */
const ready = new Map<string, string>();
const READY_AT_MOST = 2_000;

function prepared(source: string, { language }: TemplateKey): string {
  if (language !== 'fr') return source;
  let set = ready.get(source);
  if (set === undefined) {
    if (ready.size >= READY_AT_MOST) ready.clear();
    set = mapWords(source, typeset);
    ready.set(source, set);
  }
  return set;
}

function sameText(one: TemplateKey, other: TemplateKey): boolean {
  return (
    one.kind === other.kind &&
    one.tone === other.tone &&
    one.profile === other.profile &&
    one.language === other.language &&
    one.channel === other.channel
  );
}

/** The text a key takes: the company's own, for a registered letter that of its letters, else the one that comes with us. */
export function sourceFor(key: TemplateKey, own: readonly OwnTemplate[] = []): TemplateSource {
  const direct = own.find((one) => sameText(one, key));
  if (direct) return direct;
  if (key.channel === 'registered') return sourceFor({ ...key, channel: 'letter' }, own);
  return defaultTemplate(key);
}

/** Fills a text whose values are known: blank lines set paragraphs apart, the statement of account stands between. */
export function fillText(
  source: TemplateSource,
  key: TemplateKey,
  values: Parameters<TextTools['fill']>[1],
  fill: TextTools['fill'],
): WrittenText {
  const body = fill(prepared(source.body, key), values);
  const at = body.indexOf(TABLE_MARK);
  const before = at < 0 ? body : body.slice(0, at);
  const after = at < 0 ? '' : body.slice(at).replaceAll(TABLE_MARK, '');
  return {
    key,
    subject: oneLine(fill(prepared(source.subject, key), values)),
    opening: paragraphsOf(before),
    closing: paragraphsOf(after),
    hasTable: at >= 0,
  };
}

/** A line end alone is only how the text was typed; an empty line begins a paragraph. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map((paragraph) => paragraph.replace(/[ \t]*\r?\n[ \t]*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** The company's own text that a message takes on a channel; null when it takes one that comes with us. */
export function ownTextOf(
  facts: MessageFacts,
  who: Pick<Correspondents, 'debtor'>,
  channel: TextChannel,
  tools: TextTools,
): OwnTemplate | null {
  const key = templateKeyOf(facts, channel, who.debtor.language ?? 'fr', TONES);
  const source = sourceFor(key, tools.own);
  return tools.own?.find((one) => one === source) ?? null;
}

/** Writes what a message says on one channel, in the language of its reader. */
export function writeText(
  facts: MessageFacts,
  who: Correspondents,
  channel: TextChannel,
  tools: TextTools,
): WrittenText {
  const key = templateKeyOf(facts, channel, who.debtor.language ?? 'fr', TONES);
  const source = sourceFor(key, tools.own);
  return fillText(source, key, valuesOf(facts, who, key, who.reference ?? ''), tools.fill);
}
