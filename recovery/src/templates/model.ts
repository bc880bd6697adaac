import type { MessageFacts } from '../model/decision.ts';
import type { Profile } from '../model/facts.ts';
import type { Tone } from '../model/scenario.ts';
import type { Language } from '../model/subject.ts';

/** What a text is for. A step of a user's own scenario speaks by its objective and its tone. */
export const TEXT_KINDS = [
  'notice',
  'reminder',
  'find-the-cause',
  'get-a-date',
  'call-confirmed',
  'warning',
  'formal-notice',
  'thanks',
  'promise-broken',
  'plan-missed',
  'suspension',
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** A registered letter has a text of its own only when the user writes one; else it says what the letter says. */
export const TEXT_CHANNELS = ['email', 'letter', 'registered', 'sms'] as const;
export type TextChannel = (typeof TEXT_CHANNELS)[number];

/** Which text: all five are needed, and together they name one. */
export interface TemplateKey {
  kind: TextKind;
  tone: Tone;
  profile: Profile;
  language: Language;
  channel: TextChannel;
}

/** A text as it is written: a subject, empty for a text message, and paragraphs set apart by empty lines. */
export interface TemplateSource {
  subject: string;
  body: string;
}

/** A text of the company's own, in one version. */
export interface OwnTemplate extends TemplateKey, TemplateSource {
  version: number;
}

/** What is put in place of the variables of a text: words, figures written out, and the answers to « {% if … %} ». */
export type TemplateValues = Record<string, string | number | boolean>;

/** Fills one text. Given by who calls, because the language of templates is interpreted outside the core. */
export type FillTemplate = (source: string, values: TemplateValues) => string;

/** What composing a message needs beyond its facts: how texts are filled, and those that the company wrote itself. */
export interface TextTools {
  fill: FillTemplate;
  own?: readonly OwnTemplate[];
}

/** Tones that a kind of text is written in: a formal notice has one, a reminder has all that come before it. */
export const TONES_OF: Record<TextKind, readonly Tone[]> = {
  notice: ['cordial', 'courteous', 'neutral'],
  reminder: ['cordial', 'courteous', 'neutral', 'firm', 'grave'],
  'find-the-cause': ['cordial', 'courteous', 'neutral', 'firm', 'grave'],
  'get-a-date': ['cordial', 'courteous', 'neutral', 'firm', 'grave'],
  'call-confirmed': ['cordial', 'courteous', 'neutral', 'firm', 'grave'],
  warning: ['courteous', 'neutral', 'firm', 'grave'],
  'formal-notice': ['formal'],
  thanks: ['cordial', 'courteous', 'neutral'],
  'promise-broken': ['cordial', 'courteous', 'neutral', 'firm', 'grave'],
  'plan-missed': ['formal'],
  suspension: ['grave'],
};

/** What a message is for, from its subject, else its tone, else its objective. */
export function textKind(facts: Pick<MessageFacts, 'tone' | 'objective' | 'about'>): TextKind {
  if (facts.about !== undefined) return facts.about.kind;
  if (facts.tone === 'formal') return 'formal-notice';
  switch (facts.objective) {
    case 'inform':
      return 'notice';
    case 'find-the-cause':
      return 'find-the-cause';
    case 'get-a-date':
      return 'get-a-date';
    case 'confirm-call':
      return 'call-confirmed';
    case 'warn':
      return 'warning';
    default:
      return 'reminder';
  }
}

/** The tone nearest to the one asked that a kind of text is written in, the softer of two equally near. */
export function toneFor(kind: TextKind, asked: Tone, order: readonly Tone[]): Tone {
  const tones = TONES_OF[kind];
  const place = (tone: Tone) => order.indexOf(tone);
  return tones.reduce((best, tone) =>
    Math.abs(place(tone) - place(asked)) < Math.abs(place(best) - place(asked)) ? tone : best,
  );
}

/** Which text a message takes, by who receives it, how and in what language. */
export function templateKeyOf(
  facts: Pick<MessageFacts, 'tone' | 'objective' | 'about' | 'profile'>,
  channel: TextChannel,
  language: Language,
  order: readonly Tone[],
): TemplateKey {
  const kind = textKind(facts);
  return { kind, tone: toneFor(kind, facts.tone, order), profile: facts.profile, language, channel };
}

/** One line that names a text: `reminder/firm/business/fr/email`. */
export function templateName({ kind, tone, profile, language, channel }: TemplateKey): string {
  return [kind, tone, profile, language, channel].join('/');
}
