import { typeset } from '@acquit/recovery';

/** The largest message of a debtor that is taken apart, in bytes: what most mail hosts let through. */
export const LARGEST_REPLY_BYTES = 26_000_000;
/** Each part of a message begins with a line of two hyphens; no letter has so many of them. */
const MOST_DASHED_LINES = 2_000;

/** Why a message is not taken apart; it is kept whole, where that is possible, and shown with this sentence. */
export interface MessageFault {
  code: 'MessageTooLarge' | 'TooManyParts' | 'MessageMalformed' | 'MessageNotUnderstood';
  message: string;
}

export const TOO_LARGE: MessageFault = {
  code: 'MessageTooLarge',
  message: typeset('Ce message dépasse 26 Mo : Acquit ne l’a pas pris. Ouvrez-le dans votre messagerie.'),
};
const TOO_MANY_PARTS: MessageFault = {
  code: 'TooManyParts',
  message: 'Ce message est fait de trop de morceaux : Acquit ne l’a pas ouvert. Lisez-le dans votre messagerie.',
};
export const MALFORMED: MessageFault = {
  code: 'MessageMalformed',
  message: 'Ce message est mal formé : Acquit ne l’a pas ouvert. Lisez-le dans votre messagerie.',
};

/** A fault of ours on the way. */
export const STUMBLED: MessageFault = {
  code: 'MessageNotUnderstood',
  message:
    'Une erreur inattendue a empêché de lire ce message : lisez-le dans votre messagerie, et signalez le problème.',
};

const HYPHEN = 0x2d;
const LINE_FEED = 0x0a;

/**
 * What a message would cost to take apart, seen without doing so: null when it is reasonable. The parser compares each
 * line that begins with two hyphens with every boundary there is, and there are no more boundaries than such lines: a
 * small hostile message could hold it for minutes.
 */
export function beyondLimits(raw: Buffer): MessageFault | null {
  if (raw.length > LARGEST_REPLY_BYTES) return TOO_LARGE;
  let dashed = 0;
  let at = 0;
  while (at < raw.length) {
    if (raw[at] === HYPHEN && raw[at + 1] === HYPHEN) dashed += 1;
    if (dashed > MOST_DASHED_LINES) return TOO_MANY_PARTS;
    const end = raw.indexOf(LINE_FEED, at);
    if (end < 0) break;
    at = end + 1;
  }
  return null;
}
