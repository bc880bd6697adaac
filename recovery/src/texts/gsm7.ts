/** Characters of the GSM 7-bit alphabet, one unit each; a text made of them fits 160 to a message. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Characters that take two units. */
const EXTENDED = new Set('^{}\\[~]|€\f');

const SINGLE = 160;
/** Units of each part of a longer message: seven are taken by what joins the parts. */
const PART = 153;

/** What a French text has that the alphabet lacks; letters with accents lose them, as phones of old showed them. */
const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
  '\u00a0': ' ',
  '\u202f': ' ',
  '°': 'o',
};

/** A text written with the GSM 7-bit alphabet alone: what has no equivalent there becomes « ? ». */
export function toGsm7(text: string): string {
  let out = '';
  for (const char of text.normalize('NFC')) {
    if (BASIC.has(char) || EXTENDED.has(char)) out += char;
    else if (PLAIN[char] !== undefined) out += PLAIN[char];
    else {
      const bare = char.normalize('NFD').replace(/\p{M}/gu, '');
      out += /^[\x20-\x7e]+$/.test(bare) ? bare : '?';
    }
  }
  return out.replace(/"\s+|\s+"/g, (quoted) => quoted.trim()).replace(/ {2,}/g, ' ');
}

/** Units that a text of this alphabet takes. */
export function gsm7Units(text: string): number {
  return [...text].reduce((sum, char) => sum + (EXTENDED.has(char) ? 2 : 1), 0);
}

/** How many messages a text of this alphabet is billed as: one up to 160 units, then one for each 153. */
export function smsParts(text: string): number {
  const units = gsm7Units(text);
  return units <= SINGLE ? 1 : Math.ceil(units / PART);
}
