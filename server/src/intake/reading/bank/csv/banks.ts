/** The exports of French banks, known by the names of their columns (in any order and whatever stands between them). */

import { normalise } from '../../table/names.ts';

interface KnownBank {
  name: string;
  /** Columns that the header must have, as `normalise` writes them. */
  columns: readonly string[];
}

const banks: readonly KnownBank[] = [
  bank('BNP Paribas', 'Date operation;Libelle court;Type operation;Libelle operation;Montant operation en euro'),
  bank('Société Générale', "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise"),
  bank('Crédit Agricole', 'Date;Libellé;Débit Euros;Crédit Euros'),
  bank(
    'Banque Populaire ou Caisse d’Épargne',
    'Date de comptabilisation;Libelle simplifie;Libelle operation;Debit;Credit;Date operation;Date de valeur',
  ),
  bank("Caisse d'Épargne", "Date;Numéro d'opération;Libellé;Débit;Crédit;Détail"),
  bank('Crédit Mutuel ou CIC', 'Date;Date de valeur;Débit;Crédit;Libellé;Solde'),
  bank('La Banque Postale', 'Date;Libellé;Montant(EUROS)'),
  bank('BoursoBank', 'dateOp;dateVal;label;category;categoryParent;amount;accountNum;accountbalance'),
  bank('Qonto', 'Status;Settlement date (UTC);Operation date (UTC)'),
  bank('Qonto', 'Status;Settlement date (local);Operation date (local)'),
  bank('Qonto', 'Statut;Date de la valeur (UTC)'),
  bank('Qonto', 'Statut;Date de la valeur (local)'),
  bank('Shine', "Transaction ID;Date de la valeur;Date d'opération"),
];

function bank(name: string, header: string): KnownBank {
  return { name, columns: header.split(';').map(normalise) };
}

/** The bank of a header; the one with the most columns when several fit. */
export function bankOf(header: readonly string[]): string | undefined {
  const present = new Set(header.map((name) => normalise(name)));
  const fitting = banks.filter(({ columns }) => columns.every((name) => present.has(name)));
  return fitting.sort((a, b) => b.columns.length - a.columns.length)[0]?.name;
}
