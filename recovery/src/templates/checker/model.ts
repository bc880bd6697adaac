import type { StipulatedRate } from '../../model/facts.ts';
import type { TemplateKey } from '../model.ts';

/** What the rules of the checker know besides the text. */
export interface CheckContext {
  key: TemplateKey;
  /** The rate in force on the day, in percent with two decimals; null when it is no figure. */
  rate: string | null;
  /** The creditor's own rate for debtors in business, or null when the law's default applies. */
  stipulatedRate: StipulatedRate | null;
  /** The points that the law adds to the ECB's rate when no rate was agreed; null when it adds none. */
  ecbPoints: string | null;
  /** The fixed indemnity for recovery costs between professionals, in cents; null when it is not known on the day. */
  indemnityCents: number | null;
}

/** A wording that may not be sent, or that a person should look at twice. */
export interface Wording {
  rule: string;
  severity: 'refuse' | 'warn';
  /** On folded text: no capital, no accent, one kind of apostrophe and of dash. */
  patterns: readonly RegExp[];
  /** What stands around the words when they mean something else. */
  unless?: RegExp;
  /** What brings the first meaning back, in the same sentence. */
  stillIf?: RegExp;
  /** False for words that are as wrong when denied. */
  deniable?: boolean;
  place?: 'subject' | 'body';
  when?: (context: CheckContext) => boolean;
  article: string | ((context: CheckContext) => string);
  message: string;
  instead: string;
}

export const toConsumer = ({ key }: CheckContext): boolean => key.profile === 'consumer';
export const toPublic = ({ key }: CheckContext): boolean => key.profile === 'public';
export const isFormal = ({ key }: CheckContext): boolean => key.tone === 'formal';

export const AGGRESSIVE = 'articles L121-6, L121-7 et L132-11 du code de la consommation';
export const BLACKMAIL = 'article 312-10 du code pénal (référence à vérifier)';

/** To a consumer a threat that the law does not allow is an aggressive practice; to others it rests on the text itself. */
export const orAggressive =
  (other: string) =>
  (context: CheckContext): string =>
    toConsumer(context) ? `${AGGRESSIVE} ; ${other}` : other;
