/** The sentences about accounting files; `messages.ts` joins them to the others. */

import { clip, count, day, list, money } from '../french.ts';
import type { Facts } from '../result.ts';

const times = (facts: Facts): number => Number(facts.count);
const many = (facts: Facts, one: string, more: string): string =>
  times(facts) === 1 ? one : `${count(times(facts))} ${more}`;
const first = (facts: Facts): string =>
  facts.line === undefined ? '' : ` (${times(facts) === 1 ? '' : 'la première : '}ligne ${count(Number(facts.line))})`;
const texts = (facts: Facts, name: string): string => list((facts[name] as readonly string[] | undefined) ?? []);

export const accountingDoubts = {
  BookUnbalanced: (facts: Facts) =>
    `Le total des débits (${money(Number(facts.debitCents))}) n'est pas celui des crédits (${money(Number(facts.creditCents))}). L'export est incomplet ou erroné : refaites-le depuis votre logiciel.`,
  EntriesUnbalanced: (facts: Facts) =>
    `${many(facts, "Une écriture n'est pas équilibrée", 'écritures ne sont pas équilibrées')} : ${texts(facts, 'names')}. Vérifiez-les dans votre logiciel.`,
  WrongWidth: (facts: Facts) =>
    `${many(facts, "Une ligne n'a pas le nombre de colonnes de l'en-tête", "lignes n'ont pas le nombre de colonnes de l'en-tête")}${first(facts)} : ${times(facts) === 1 ? "elle n'est pas reprise" : 'elles ne sont pas reprises'}.`,
  UnreadableAmounts: (facts: Facts) =>
    `${many(facts, "Un montant n'a pas pu être lu", "montants n'ont pas pu être lus")}${first(facts)} : ils comptent pour zéro, et les soldes concernés sont à vérifier.`,
  UnreadableDays: (facts: Facts) =>
    `${many(facts, "Une date n'existe pas", "dates n'existent pas")}${first(facts)}. Corrigez-les dans votre logiciel.`,
  DebitAndCredit: (facts: Facts) =>
    `${many(facts, 'Une ligne porte à la fois un débit et un crédit', 'lignes portent à la fois un débit et un crédit')}${first(facts)} : leur différence est retenue.`,
  LetteringUneven: (facts: Facts) =>
    `${many(facts, "Un lettrage ne s'équilibre pas dans ce fichier", "lettrages ne s'équilibrent pas dans ce fichier")} : règlement partiel, ou lettrage avec un autre exercice. Vérifiez ces factures avant de les relancer.`,
  NumbersFromLabel: (facts: Facts) =>
    `${many(facts, 'Un numéro de facture a été lu dans le libellé', 'numéros de facture ont été lus dans le libellé')}, la pièce n'en portant pas. Vérifiez-les.`,
  InvoicesWithoutNumber: (facts: Facts) =>
    `${many(facts, "Une facture n'a pas de numéro lisible", "factures n'ont pas de numéro lisible")}. Complétez-les avant toute relance.`,
  OpeningItems: (facts: Facts) =>
    `${many(facts, 'Un report à nouveau est ouvert', 'reports à nouveau sont ouverts')} : ils viennent de l'exercice précédent, sans la facture. Importez aussi cet exercice, ou complétez-les.`,
  PaidOutsideLettering: (facts: Facts) =>
    `${many(facts, 'Une ligne non lettrée porte une date de règlement', 'lignes non lettrées portent une date de règlement')} : elles sont sans doute payées.`,
  NamelessCustomers: (facts: Facts) =>
    `Le compte ${texts(facts, 'accounts')} réunit plusieurs clients sans les nommer. Exportez les comptes auxiliaires pour savoir qui doit quoi.`,
  NoCustomerLines: () =>
    'Ce fichier ne contient aucune ligne de compte client (411 ou 416). Exportez tous les journaux, à-nouveaux compris.',
  FileNameDisagrees: (facts: Facts) =>
    facts.closesOn === undefined
      ? `Le nom du fichier (« ${clip(String(facts.name))} ») ne suit pas la règle SIREN, FEC, date de clôture : il n'en est rien déduit.`
      : `Le nom du fichier annonce une clôture au ${day(String(facts.closesOn))}, mais ses écritures vont du ${day(String(facts.from))} au ${day(String(facts.until))}. Vérifiez l'exercice.`,
  SettledFolded: (facts: Facts) =>
    `Ce fichier est très volumineux : de ${count(times(facts))} lignes déjà soldées, seul le numéro des factures est repris.`,
  OpenItemsLeftOut: (facts: Facts) =>
    `Ce fichier laisse trop de lignes de clients ouvertes : ${count(times(facts))} ne sont pas détaillées. Lettrez vos comptes clients, ou exportez un exercice à la fois.`,
};

export const accountingRefusals = {
  FecColumnsMissing: (facts: Facts) =>
    `Ce fichier des écritures comptables n'a pas toutes ses colonnes : il manque ${texts(facts, 'columns')}. Exportez-le à nouveau avec les 18 colonnes du FEC.`,
  FecUnreadable: (facts: Facts) =>
    `La plupart des lignes de ce fichier ne suivent pas son en-tête${facts.line === undefined ? '' : ` (ligne ${count(Number(facts.line))})`}. Exportez-le à nouveau depuis votre logiciel.`,
  BookUnreadable: (facts: Facts) =>
    `La plupart des lignes de ce fichier d'écritures n'ont pas la forme attendue${facts.line === undefined ? '' : ` (ligne ${count(Number(facts.line))})`}. Exportez plutôt un FEC.`,
  FecWithoutLines: () =>
    'Ce fichier des écritures comptables ne contient que son en-tête. Vérifiez les dates de l’export.',
};
