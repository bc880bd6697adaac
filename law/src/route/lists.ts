import type { Day } from '../calendar/index.ts';
import { derived, type Explanation, given, LIST_SEPARATOR, parameter } from '../explain/index.ts';
import { CLAIM_NAMES, DEBTOR_NAMES } from '../kinds/index.ts';
import { listed, type SeriesName, valueOn } from '../parameters/index.ts';
import type { Contest, Evidence } from './input.ts';

/** French words of what the debtor says of the debt. */
export const CONTEST_NAMES: Record<Contest, string> = {
  no: 'aucune',
  silent: 'silence du débiteur',
  minor: 'mineure',
  serious: 'sérieuse',
};

/** French words of each document on file. */
export const EVIDENCE_NAMES: Record<Evidence, string> = {
  contract: 'contrat signé',
  order: 'commande ou devis signé',
  delivery: 'preuve de livraison ou d’exécution',
  invoice: 'facture',
  'formal-notice': 'mise en demeure',
  acknowledgement: 'reconnaissance de dette',
  bill: 'lettre de change acceptée ou billet à ordre',
  cheque: 'chèque rejeté',
  lease: 'bail écrit',
  judgment: 'jugement ou autre titre exécutoire',
  'amicable-attempt': 'constat d’échec de la tentative amiable',
  'small-claims-refusal': 'refus de la procédure simplifiée',
  'cheque-certificate': 'certificat de non-paiement',
};

const NAMES: Record<string, string> = { ...DEBTOR_NAMES, ...CLAIM_NAMES, ...CONTEST_NAMES, ...EVIDENCE_NAMES };

/** The French name of a word of the input; a town or a code of country is its own name. */
function nameOf(word: string): string {
  return NAMES[word] ?? word;
}

/** Whether a list of the law holds a word on a day; no when the list does not exist that day. */
export function isListed(list: SeriesName, word: string, on: Day): boolean {
  const dated = valueOn(list, on);
  return dated !== null && listed(dated).includes(word);
}

/** A list of the law in French, as one leaf with its reference. */
function listNode(list: SeriesName, on: Day): Explanation {
  const dated = valueOn(list, on)!;
  return parameter('Liste', listed(dated).map(nameOf).join(LIST_SEPARATOR), 'text', dated.reference);
}

/** The condition that a fact is in a list of the law. */
export function memberNode(label: string, what: string, word: string, list: SeriesName, on: Day): Explanation {
  return derived('is-listed', label, 'flag', [given(what, nameOf(word), 'text'), listNode(list, on)]);
}

/** The condition that one of the documents on file is in a list of the law: shown with the first that is. */
export function onFileNode(label: string, evidence: readonly Evidence[], list: SeriesName, on: Day): Explanation {
  const found = evidence.find((document) => isListed(list, document, on));
  const held = found === undefined ? evidence.map(nameOf).join(', ') : nameOf(found);
  const fact = given(found === undefined ? 'Pièces au dossier' : 'Pièce au dossier', held || 'aucune', 'text');
  return derived('is-listed', label, 'flag', [fact, listNode(list, on)]);
}

/** The contrary of a condition. */
export function notNode(label: string, condition: Explanation): Explanation {
  return derived('none-of', label, 'flag', [condition]);
}

/** Whether one of the documents on file is in a list of the law. */
export function isOnFile(evidence: readonly Evidence[], list: SeriesName, on: Day): boolean {
  return evidence.some((document) => isListed(list, document, on));
}
