/** The state of an invoice in the words of invoicing software. */

import { normalise } from './names.ts';

export type InvoiceState = 'paid' | 'void' | 'open';

const PAID =
  /^(?:totalement |entierement |completement )?(?:payee?s?|reglee?s?|soldee?s?|encaissee?s?|acquittee?s?|lettree?s?|paid|settled|oui|yes|vrai|true|regle|solde)$/;
const VOID = /^(?:brouillons?|annulee?s?|draft|cancell?ed|void|proforma|supprimee?s?|abandonnee?s?)$/;

/** What a state says: `paid` in full, `void` when the piece is no claim (draft, cancelled), else `open`. */
export function stateOf(text: string): InvoiceState {
  const name = normalise(text);
  return PAID.test(name) ? 'paid' : VOID.test(name) ? 'void' : 'open';
}
