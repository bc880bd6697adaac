/**
 * How banks name the columns of their exports. Names are written with their accents, so that a header which lost them,
 * or whose accented letters were spoilt on the way, is still recognised.
 */

import type { BankField } from '../../result.ts';
import { normalise } from '../../table/names.ts';

const list = (names: string): readonly string[] => names.split(',').map((name) => name.trim());

/** The surest names of a field come first. */
const names: Readonly<Record<BankField, readonly string[]>> = {
  on: list(`date de comptabilisation, date comptable, date de comptabilité, settlement date utc, settlement date local,
    settlement date, date de règlement utc, booking date, date d exécution, dateop, date op, date opération,
    date de l opération, date d opération, date de la transaction, transaction date, completed date, date`),
  valueOn: list(`date de valeur, date valeur, date val, dateval, valeur, value date, date de la valeur,
    date de la valeur utc, date de la valeur local, date de valeur utc, date de valeur local`),
  operationOn: list(`operation date utc, operation date local, operation date, date de l opération utc,
    date de l opération local, date opération, date d opération, date de l opération, started date`),
  label:
    list(`libellé opération, libellé de l opération, détail de l écriture, libellé complet, label, libellé, libellés,
    description, intitulé, opération, operation, libellé simplifié, libellé court, nature de l opération, wording,
    transaction, nature, counterparty name, nom de la contrepartie`),
  words: list(`motif, référence, référence de l opération, reference, informations complémentaires,
    information complémentaire, détail, détails, détail 1, détail 2, détail 3, commentaire, comment, note, memo, mémo,
    message, communication, payment reference, motif de paiement, remittance information, référence du paiement`),
  amount: list(`montant opération en euro, montant de l opération, montant opération, montant euros, montant euro,
    montant en euros, montant eur, montant, amount, total amount incl vat, montant total ttc, montant ttc,
    montant total, montant net, amount eur, somme, valeur en euros`),
  debit: list('débit, débit euros, débit eur, débit en euros, débits, montant débit, debit amount, dépenses, sorties'),
  credit: list(
    'crédit, crédit euros, crédit eur, crédit en euros, crédits, montant crédit, credit amount, recettes, entrées',
  ),
  side: list('sens, d c, débit crédit, sens de l opération, type de mouvement, side, credit debit indicator'),
  balance: list(
    'solde, solde après opération, solde progressif, accountbalance, balance, solde comptable, running balance',
  ),
  currency: list('devise, currency, monnaie, devise du compte, code devise, account currency'),
  counterparty: list(`nom de la contrepartie, contrepartie, counterparty name, counterparty, nom du tiers, tiers,
    nom du donneur d ordre, donneur d ordre, émetteur, bénéficiaire, émetteur bénéficiaire, payer, payee, name, nom,
    merchant name, nom du bénéficiaire`),
  iban: list(`iban, iban de la contrepartie, counterparty iban, compte de la contrepartie, iban du tiers,
    iban contrepartie, counterparty account`),
  endToEnd:
    list(`référence end to end, end to end, end to end id, endtoendid, référence de bout en bout, identifiant end to end,
    e2e reference, référence client`),
  mandate:
    list(`référence unique du mandat rum, référence unique du mandat, rum, mandat, mandate reference, référence mandat,
    mandate id`),
  id: list(`transaction id, identifiant de transaction, identifiant transaction, id transaction, id de transaction, identifiant,
    id, transaction identifier`),
  status: list('status, statut, état, state'),
  account:
    list(`accountnum, account num, numéro de compte, numéro compte, compte, account number, account, iban du compte,
    n compte`),
  kind: list(`type-opération, type d opération, type de transaction, type, transaction type, méthode de paiement,
    payment method, moyen de paiement, catégorie d opération`),
};

/** A name as it is compared, in each way that it may have been spoilt. */
function spellings(name: string): string[] {
  const lost = name.replace(/[^\p{ASCII}]/gu, '');
  const misread = Buffer.from(name, 'utf8').toString('latin1');
  return [...new Set([normalise(name), normalise(lost), normalise(misread)])];
}

const known: readonly { field: BankField; rank: number; spelling: string }[] = Object.entries(names).flatMap(
  ([field, all]) =>
    all.flatMap((name, rank) => spellings(name).map((spelling) => ({ field: field as BankField, rank, spelling }))),
);

/** Characters that stand for one that could not be read. */
const SPOILT = /[\ufffd?]/;

export interface Meaning {
  field: BankField;
  /** Place of the name among those of its field: 0 is the surest. */
  rank: number;
}

/** What the name of a column can mean, in no order. */
export function meaningsOf(header: string): Meaning[] {
  const text = header.trim();
  if (text === '' || text.length > 60) return [];
  if (!SPOILT.test(text)) {
    const spelling = normalise(text);
    return known.filter((one) => one.spelling === spelling);
  }
  // Each spoilt character stands for one letter, or for two when UTF-8 was read as something else.
  const pattern = normalise(text.replace(/[\ufffd?]+/g, 'qqq')).replaceAll('qqq', '[a-z ]{0,2}');
  const expression = new RegExp(`^${pattern}$`);
  return known.filter((one) => expression.test(one.spelling));
}
