/** Words of names and of bank texts, as they are compared: capitals without accents, without what every name has. */

/** Legal forms, titles and small words: they tell no two payers apart. */
const COMMON = new Set(
  `SARL SAS SASU EURL SA SCI SNC SCP SELARL SELAS SCM GIE GAEC EARL SCEA EI EIRL ETS ETABLISSEMENT ETABLISSEMENTS STE SOCIETE CIE COMPAGNIE
   ENTREPRISE GMBH BV NV LTD LIMITED INC LLC AG SPA SRL PLC M MME MR MLLE MONSIEUR MADAME MADEMOISELLE OU ET AND DE DU DES LA LE LES L D A AU AUX
   EN SUR SOUS POUR PAR`.split(/\s+/),
);

/** Words that banks and payers add around a payment; they name nobody. */
const BANKING = new Set(
  `VIR VIREMENT VIRT SEPA RECU INST INSTANTANE FAVEUR VOTRE MOTIF REF REFERENCE NOTPROVIDED FACT FACTURE FACTURES FAC FC REGLT REGLEMENT RGLT
   PAIEMENT PAIEMENTS SOLDE COMPTE RELEVE ACOMPTE CLIENT NUMERO NO NR N DATE EUR EUROS PRLV PRELEVEMENT REJET RETOUR IMPAYE CDE COMMANDE MANDAT BORD
   AVOIR AVOIRS MOINS AUTRES FA F`.split(/\s+/),
);

/** Text as it is compared: no accents, no signs but spaces, capitals. */
export function folded(text: string): string {
  // Most of what banks write is plain already; taking accents off it would cost more than the rest of its reading.
  return (PLAIN.test(text) ? text : withoutAccents(text))
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

const PLAIN = /^[\0-\x7f]*$/;

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[œŒ]/g, 'OE').replace(/[æÆ]/g, 'AE');
}

/** The words of a debtor's or a payer's name that tell him apart; all of them when nothing else is left. */
export function nameWords(name: string): string[] {
  const all = folded(name)
    .split(' ')
    .filter((word) => word !== '');
  const telling = [...new Set(all.filter((word) => !COMMON.has(word)))];
  return telling.length > 0 ? telling : all;
}

/** The words of a bank's text in which a name may stand. */
export function textWords(text: string): string[] {
  return nameWords(text).filter((word) => !BANKING.has(word) && /[A-Z]/.test(word));
}

const FORM = /\b(SARL|SAS|SASU|EURL|SA|SCI|SNC|SCP|SELARL|SELAS|GIE|GAEC|EARL|SCEA|ETS|GMBH|LTD|INC|AG|BV|SRL)\b/;

/** The legal form that a name holds, or null. */
export function formOf(name: string): string | null {
  return FORM.exec(folded(name))?.[1] ?? null;
}

/** Words that say that the money is no payment of an invoice, whoever sends it. */
const NO_PAYMENT =
  /\b(REMBOURSEMENT|REMBT|APPORT|CAUTION|SALAIRE|PRET|DON|COTISATION|INDEMNITES?|SINISTRE|SUBVENTION|VIREMENT INTERNE)\b/;

export function deniesPayment(foldedText: string): boolean {
  return NO_PAYMENT.test(foldedText);
}

/** The keys under which a payer is remembered: his IBAN, and his name as the bank writes it. */
export function payerKeys(line: { counterparty: string | null; counterpartyIban: string | null }): string[] {
  const keys: string[] = [];
  const iban = (line.counterpartyIban ?? '').replace(/\s/g, '').toUpperCase();
  if (iban !== '') keys.push(`iban:${iban}`);
  const name = line.counterparty === null ? '' : nameWords(line.counterparty).sort().join(' ');
  if (name.length >= 5) keys.push(`name:${name}`);
  return keys;
}

/** True when two words are the same but for one letter changed, added or left out; only long words may differ. */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.slice(short.length === long.length ? at + 1 : at);
  return rest === long.slice(at + 1);
}
