import type { RateClauseInput } from '@acquit/law';

/** What a structured invoice says of payment, as its file has it: the picture of a PDF is not read. */
export interface InvoiceSays {
  dueOn: string | null;
  /** Rates of late penalties, by kind; 'unreadable': there are words for it that no rate was found in. */
  penaltyRate: RateClauseInput | 'unreadable' | null;
  indemnityCents: number | 'unreadable' | null;
  discount: string | null;
  customerSiren: string | null;
}

/** The parts of a structured invoice that payment is told in; subjects are those of UNTDID 4451. */
export interface InvoiceWords {
  dueOn: string | null;
  notes: readonly { subject?: string; text: string }[];
  paymentTerms: string | null;
  customerLegalId: string | null;
}

/** The note subjects of the French profile of EN 16931: penalties, fixed indemnity, discount. */
const PENALTY = 'PMD';
const INDEMNITY = 'PMT';
const DISCOUNT = 'AAB';

/** Reads what an invoice says of payment; what is said in words that are not understood is told as unreadable. */
export function readInvoiceWords({ dueOn, notes, paymentTerms, customerLegalId }: InvoiceWords): InvoiceSays {
  const sentences = [...notes, ...(paymentTerms === null ? [] : [{ text: paymentTerms }])].flatMap(
    ({ text, ...rest }) =>
      splitSentences(text).map((part) => ({ subject: 'subject' in rest ? rest.subject : undefined, text: part })),
  );
  const about = (subject: string, words: RegExp) =>
    sentences.filter((one) => (one.subject === undefined || one.subject === subject) && words.test(folded(one.text)));
  const noted = (subject: string) => sentences.filter((one) => one.subject === subject);
  const penalties = [...noted(PENALTY), ...about(PENALTY, /penalit|interets? de retard|interets? moratoire/)];
  const indemnity = [...noted(INDEMNITY), ...about(INDEMNITY, /indemnite|frais de recouvrement/)];
  const discount = [...noted(DISCOUNT), ...about(DISCOUNT, /escompte/)];
  return {
    dueOn,
    penaltyRate: penalties.length === 0 ? null : (rateIn(penalties.map((one) => one.text).join(' ')) ?? 'unreadable'),
    indemnityCents:
      indemnity.length === 0 ? null : (eurosIn(indemnity.map((one) => one.text).join(' ')) ?? 'unreadable'),
    discount: discount[0]?.text.trim() ?? null,
    customerSiren: sirenOf(customerLegalId),
  };
}

function splitSentences(text: string): string[] {
  // A full stop between two figures is a decimal mark or a thousands mark, not an end.
  return text.split(/(?<!\d)\.(?!\d)|\.(?=\s|$)|[;\n]/).filter((part) => part.trim() !== '');
}

const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, ' ').replace(/\s+/g, ' ').toLowerCase();

const NUMBERS: Record<string, string> = {
  une: '1',
  deux: '2',
  trois: '3',
  quatre: '4',
  cinq: '5',
  huit: '8',
  dix: '10',
  quarante: '40',
};
const NUMBER = `(\\d{1,3}(?:[.,]\\d{1,4})?|${Object.keys(NUMBERS).join('|')})`;
const decimal = (written: string) => NUMBERS[written] ?? written.replace(',', '.');

const MULTIPLE = new RegExp(`${NUMBER}(?:\\s*\\([^)]{1,12}\\))?\\s*fois[^.;%]{0,60}?legal`);
const CENTRAL_BANK = new RegExp(
  `(?:bce|banque centrale europeenne|refinancement)[^;]{0,160}?(?:majore|augmente|\\+|plus)[^;\\d]{0,30}?${NUMBER}(?:\\s*\\([^)]{1,12}\\))?\\s*(?:points?|%)`,
);
const A_YEAR = new RegExp(`${NUMBER}\\s*%(?!\\s*(?:par mois|mensuel|/\\s*mois))`);

/** The rates of late penalties written in some words; null when none is understood (a rate by the month is not one). */
function rateIn(words: string): RateClauseInput | null {
  let text = folded(words);
  const rates: { fixed?: string; legalMultiple?: string; ecbPlus?: string } = {};
  const take = (pattern: RegExp, name: keyof typeof rates) => {
    const found = pattern.exec(text);
    if (!found) return;
    rates[name] = decimal(found[1]!);
    text = text.replace(found[0], ' ');
  };
  take(CENTRAL_BANK, 'ecbPlus');
  take(MULTIPLE, 'legalMultiple');
  take(A_YEAR, 'fixed');
  return Object.keys(rates).length === 0 ? null : rates;
}

const EUROS = new RegExp(
  `(\\d{1,3}(?:[ .]\\d{3})*|\\d+|${Object.keys(NUMBERS).join('|')})(?:[.,](\\d{2}))?\\s*(?:€|euros?|eur)(?![a-z])`,
);

/** The first amount in euros written in some words, in cents. */
function eurosIn(words: string): number | null {
  const found = EUROS.exec(folded(words));
  if (!found) return null;
  const whole = NUMBERS[found[1]!] ?? found[1]!.replace(/[ .]/g, '');
  return Number(whole) * 100 + Number(found[2] ?? 0);
}

function sirenOf(legalId: string | null): string | null {
  const figures = legalId?.replace(/\s/g, '') ?? '';
  return /^\d{9}(\d{5})?$/.test(figures) ? figures.slice(0, 9) : null;
}
