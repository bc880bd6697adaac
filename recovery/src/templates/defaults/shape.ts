import type { Profile } from '../../model/facts.ts';
import type { Tone } from '../../model/scenario.ts';
import type { TemplateSource, TextKind } from '../model.ts';

/** The text of a kind and tone for a profile, by e-mail or by letter. */
export type WriteDefault = (kind: TextKind, tone: Tone, profile: Profile) => TemplateSource;

/** Paragraphs, set apart by empty lines; empty ones are left out. */
export function paragraphs(...list: string[]): string {
  return list.filter((one) => one !== '').join('\n\n');
}

export const TABLE = '{{ tableau }}';
export const GREETING = '{{ appel }}';
export const SALUTATION = '{{ salutation }}';
