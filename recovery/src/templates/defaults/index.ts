import type { Language } from '../../model/subject.ts';
import type { TemplateKey, TemplateSource } from '../model.ts';
import { englishText } from './english.ts';
import { frenchText } from './french.ts';
import type { WriteDefault } from './shape.ts';
import { shortText } from './short.ts';

const WRITTEN: Record<Language, WriteDefault> = { fr: frenchText, en: englishText };

/** Texts are few and asked for with every message: each is put together once. */
const made = new Map<string, TemplateSource>();

/** The text that the software comes with. A registered letter says what the letter says. */
export function defaultTemplate({ kind, tone, profile, language, channel }: TemplateKey): TemplateSource {
  const isShort = channel === 'sms';
  const name = [kind, tone, profile, language, isShort].join('/');
  let source = made.get(name);
  if (source === undefined) {
    source = isShort
      ? { subject: '', body: shortText(language, kind, profile) }
      : WRITTEN[language](kind, tone, profile);
    made.set(name, source);
  }
  return source;
}
