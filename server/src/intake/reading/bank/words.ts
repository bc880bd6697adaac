/**
 * What the one line of words of a French bank says: who paid, with which words. Only the outlines that banks really
 * write are taken apart; when in doubt nothing is taken, and the label stays whole for the matching to search.
 */

import { ibanText, isIban } from '../identifiers.ts';
import { reasonIn } from './reject-reasons.ts';

export interface LabelWords {
  counterparty?: string;
  counterpartyIban?: string;
  endToEndId?: string;
  mandateId?: string;
  remittance: string[];
  reversal?: boolean;
  rejectReason?: string;
}

/** Ways of announcing a transfer or a direct debit, up to the name. */
const OPENING = new RegExp(
  '^(?:VIR(?:EMENTS?|T)?\\.?|PRLV|PRELEVEMENTS?|PRLVT|REJET|RETOUR)' +
    '(?:[ .]+(?:SEPA|SCT|SDD|INST(?:ANTANES?|ANTANEE?S?|ANT)?|RECUS?|RE|EMIS|FAVEUR|EN VOTRE FAVEUR|TIERS|EUROPEENS?|EUROP|CPTE A CPTE|' +
    'VIR(?:EMENT)?|PRLV|PRELEVEMENT|B2B|CORE|DE TIERS|WEB|ENTRANT|PERMANENT|OCCASIONNEL|IMPAYE|CLIENT(?= *:)))*' +
    '(?: +\\d{6,}| +\\d{3,5}(?= +DE *:))?(?: *(?:DE|DU|POUR|/DE|/FRM|/BEN|DE LA PART DE) *:? +| *(?:DE|POUR|BEN) *: *| *[/:-] *| +|$)',
  'i',
);

/** Words of a bank that announce the parts of a transfer: « /MOTIF », « REF: », « ID: ». */
const PART =
  /(?:^|[\s/-])(?:\/?(MOTIF|LIBELLE|REFERENCE|REFDO|REFBEN|REF|RUM|MANDAT|MDT|ID|IBAN|DATE|BEN|FRM|CHEZ|NOTPROVIDED)\s*[:/]|\/(MOTIF|REFDO|REFBEN|REF|RUM|MANDAT|MDT|ID|BEN|FRM|DATE)\s)\s*/gi;

/** Where a name ends and the words of the payer begin: « FACTURE … », « FA2026-014 », a number of five figures. */
const WORDS_BEGIN =
  /(?:^|\s)(?:(?:FACTURES?|FACT?|FCT|FAC|INV(?:OICE)?|REGLEMENTS?|RGLT|RGT|REGL|PAIEMENTS?|PAYMENT|ACOMPTES?|SOLDE|LOYERS?|COMMANDE|CDE|DEVIS|AVOIR|HONORAIRES|COTISATIONS?|NUMERO|N°|NO|REF|SUIVANT|VOS?|NOS?)(?=[\s.:\d]|$)|[A-Z]{0,6}[-/_.]?\d[A-Z\d./_-]{3,}|[A-Z]{1,4}-\d)/i;

const REVERSAL =
  /\b(?:REJET(?:E|EE|S)?|RETOUR(?:NE|NEE)?|IMPAYES?|IMP|ANNUL(?:E|EE|ATION)|EXTOURNE|CONTREPASSATION|REV(?:ERSAL)?)\b/i;
const REASON_AT_END = /\s+(?:AC|AG|AM|BE|MD|MS|RR|SL)\d\d\s*$/;
/** Fees for a reject name it without being one. */
const FEES = /\b(?:FRAIS|COMMISSIONS?|COM|COTIS(?:ATION)?)\b/i;

/** Takes a label apart. Never guesses a name for what is neither a transfer nor a direct debit. */
export function labelWords(label: string): LabelWords {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '');
  const words: LabelWords = { remittance: [] };
  if (REVERSAL.test(plain) && !FEES.test(plain)) {
    words.reversal = true;
    const reason = reasonIn(plain);
    if (reason !== undefined) words.rejectReason = reason;
  }
  const opening = OPENING.exec(plain);
  // Accents are one character each once composed, so places in `plain` hold in the label.
  const same = plain.length === label.normalize('NFC').length ? label.normalize('NFC') : plain;
  if (opening === null || opening[0].length === 0) return words;
  takeParts(same.slice(opening[0].length).trim(), words);
  return words;
}

function takeParts(text: string, words: LabelWords): void {
  const parts: { name: string; from: number; to: number }[] = [];
  for (const found of text.matchAll(PART)) {
    const previous = parts.at(-1);
    if (previous !== undefined) previous.to = found.index;
    parts.push({
      name: (found[1] ?? found[2] ?? '').toUpperCase(),
      from: found.index + found[0].length,
      to: text.length,
    });
  }
  const firstAt = parts.length === 0 ? text.length : text.slice(0, parts[0]!.from).search(PART);
  takeName(text.slice(0, firstAt).trim(), words, parts.length > 0);
  for (const { name, from, to } of parts)
    takePart(
      name,
      text
        .slice(from, to)
        .replace(/[\s/]+$/, '')
        .trim(),
      words,
    );
}

function takePart(name: string, value: string, words: LabelWords): void {
  if (value === '' || isNotProvided(value)) return;
  if (name === 'MOTIF' || name === 'LIBELLE' || name === 'REFDO' || name === 'REF' || name === 'REFERENCE')
    words.remittance.push(value);
  else if (name === 'RUM' || name === 'MANDAT' || name === 'MDT') words.mandateId ??= value;
  else if (name === 'BEN' || name === 'FRM') words.counterparty ??= value;
  else if (name === 'IBAN' && isIban(ibanText(value))) words.counterpartyIban ??= ibanText(value);
}

/** The name comes first; without the bank's own words to end it, the payer's words do. */
function takeName(text: string, words: LabelWords, ended: boolean): void {
  const begins = ended ? -1 : text.search(WORDS_BEGIN);
  const name = (begins < 0 ? text : text.slice(0, begins))
    .replace(REASON_AT_END, '')
    .replace(/[\s,;:/-]+$/, '')
    .trim();
  if (/\p{L}{2}/u.test(name) && name.length <= 140) words.counterparty = name;
  const rest = begins < 0 ? '' : text.slice(begins).trim();
  if (rest !== '') words.remittance.push(rest);
}

/** The word by which SEPA says that there is no reference. */
export function isNotProvided(text: string): boolean {
  return /^(?:NOT ?PROVIDED|NON(?:REF| COMMUNIQUE| RENSEIGNE)|NOTAVAIL|NONE|-+)$/i.test(text.trim());
}

/** A reference that a bank really gives; undefined when it is empty or says that there is none. */
export function provided(text: string | undefined): string | undefined {
  return text === undefined || text === '' || isNotProvided(text) ? undefined : text;
}

/** A text on one line; most are already. */
export function oneLine(text: string): string {
  return /\s{2}|[\n\r\t]|^\s|\s$/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
