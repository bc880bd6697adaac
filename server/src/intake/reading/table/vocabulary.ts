/**
 * How accounting software and people name the columns of a list of invoices. Names are compared in lower case, without
 * accents nor punctuation; the first names of a list are the surest. Small slips of spelling are found by distance.
 */

import type { LedgerField } from '../result.ts';

/** A list written on a few lines. */
function names(list: string): readonly string[] {
  return list.split(',').map((name) => name.trim());
}

export const vocabulary: Record<LedgerField, readonly string[]> = {
  number: names(`
    numero facture, numero de facture, n facture, no facture, num facture, nr facture, ref facture,
    reference facture, facture, facture id, id facture, facture no, facture n, numero, n, no, num,
    numero piece, numero de piece, numero du document, num, doc no, n piece, n de piece, piece, reference piece, numero document, n document,
    document, invoice, invoice number, invoice no, invoice id, number, reference, ref, code facture`),
  kind: names(
    'type, type de piece, type piece, nature, type document, type de document, document type, type facture, type de transaction, transaction type',
  ),
  issuedOn: names(`
    date facture, date de facture, date facturation, date de facturation, date emission, date d emission,
    date piece, date de piece, date document, emission, emise le, facture le, date, invoice date,
    issue date, issued on, date creation, date du document, date comptable, invoice bill date, bill date,
    date de l operation comptable, transaction date, date d emission de la facture`),
  dueOn: names(`
    date echeance, date d echeance, echeance, ech, date ech, date limite de paiement, date limite paiement,
    date limite, date limite de reglement, date de paiement prevue, a payer avant, a payer le, due date,
    due on, payable le, deadline, invoice due date, date d echeance de la facture, date de l echeance, date exigibilite, date echeance facture, echeance le`),
  total: names(`
    montant ttc, total ttc, ttc, montant facture, montant de la facture, montant total, montant total ttc,
    montant facture ttc, total facture, montant, montant initial, montant d origine, net a payer,
    montant a payer, total, prix ttc, amount, total amount, invoice amount, gross amount, montant en euros,
    montant eur, valeur, total signed, montant toutes taxes comprises, total toutes taxes comprises`),
  due: names(`
    reste du, reste a payer, restant du, reste a regler, reste a encaisser, solde, solde du, solde ttc,
    solde restant, montant du, montant restant du, montant restant, restant, encours, du, impaye,
    montant impaye, montant ouvert, amount due, balance, balance due, outstanding, open amount,
    solde facture, reste, solde ouvert, open balance, remaining amount, montant restant a payer,
    reste a payer ttc, solde a payer, total du, montant du signe, amount due signed, residual, encours du`),
  paid: names(`
    montant regle, montant paye, montant encaisse, deja regle, deja paye, regle, paye, encaisse, reglement,
    reglements, acompte, acomptes, acompte verse, total regle, total paye, paid, amount paid`),
  net: names(`
    montant ht, total ht, ht, base ht, net amount, amount excl tax, montant hors taxes, montant hors taxe, hors taxes, tax excluded, untaxed amount,
    total hors taxes`),
  tax: names('tva, montant tva, total tva, vat amount, tax, taxes, montant de tva'),
  currency: names('devise, monnaie, currency, code devise, devise facture'),
  customerName: names(`
    nom client, nom du client, client nom, client, raison sociale, raison sociale client, debiteur,
    nom debiteur, nom du debiteur, societe, nom societe, entreprise, nom, tiers, nom tiers, nom du tiers,
    intitule tiers, intitule, intitule client, intitule du compte, libelle client, libelle compte,
    libelle tiers, customer, customer name, client name, company, company name, name, destinataire,
    acheteur, denomination, partenaire, partner, partner name, invoice partner display name,
    nom d affichage du partenaire de la facture, display name, nom complet, libelle auxiliaire`),
  customerAccount: names(`
    code client, compte client, numero client, n client, no client, num client, ref client,
    reference client, compte, n compte, numero de compte, numero compte, compte tiers, code tiers,
    compte auxiliaire, compaux, compte general, id client, client id, customer id, customer number,
    customer code, account, account number, code debiteur, auxiliaire, code auxiliaire, n tiers, numero tiers,
    numero de tiers, reference tiers`),
  legalId: names(`
    siren, siret, n siren, n siret, numero siren, numero siret, siren client, siret client, no siret,
    no siren, siren siret, siret siren`),
  vat: names(`
    tva intracommunautaire, n tva, numero tva, numero de tva, n tva intracommunautaire, n tva intra,
    tva intra, vat number, vat id, numero tva intracommunautaire, code tva intracommunautaire`),
  email: names(`
    email, e mail, mail, courriel, adresse email, adresse e mail, adresse mail, email client, mail client,
    email contact, adresse electronique, email facturation`),
  phone: names(`
    telephone, tel, n telephone, numero de telephone, numero telephone, mobile, portable, telephone client,
    phone, tel client`),
  street: names(`
    adresse, adresse 1, adresse1, adresse ligne 1, rue, adresse postale, adresse client,
    adresse facturation, adresse de facturation, address, street, voie`),
  postcode: names('code postal, cp, codepostal, postal code, zip, zip code, postcode, cp client'),
  city: names('ville, commune, city, ville client, localite'),
  country: names('pays, country, code pays, pays client'),
  orderReference: names(`
    commande, n commande, numero commande, numero de commande, bon de commande, reference commande,
    ref commande, order, order number, purchase order`),
  paymentId: names(`
    paiement id, id paiement, numero paiement, n paiement, payment id, payment number, numero reglement,
    n reglement, reglement id, id reglement, numero de reglement, numero de paiement, ref paiement,
    reference paiement, ref reglement, reference reglement`),
  paidOn: names(`
    date paiement, date de paiement, date reglement, date de reglement, date encaissement,
    date d encaissement, payment date, paid on, paid at, regle le, paye le, encaisse le`),
  method: names(`
    mode reglement, mode de reglement, mode paiement, mode de paiement, moyen de paiement, moyen paiement,
    type de paiement, type paiement, type de reglement, type reglement, payment method, payment type`),
  status: names(`
    statut, etat, status, statut facture, etat facture, statut de paiement, statut paiement, etat de paiement,
    etat du paiement, etat paiement, payment status, payment state, invoice status, payee, reglee, soldee,
    est payee, paid status, situation`),
  debit: names('debit, montant debit, debit eur, debit euros, debit en euros'),
  credit: names('credit, montant credit, credit eur, credit euros, credit en euros'),
  lettering: names('lettrage, let, lettre, code lettrage, lettrage client, ecriture let, reconciliation'),
};

/** Column names of a bank statement that no list of invoices has; two of them tell one from the other. */
export const bankWords: readonly string[] = names(`
    date de valeur, date valeur, date val, date op, date operation, date de l operation,
    date de comptabilisation, montant de l operation, montant operation en euro, montant euros, debit euros,
    credit euros, detail de l ecriture, libelle operation, libelle court, libelle simplifie, type operation,
    numero d operation, settlement date utc, operation date utc, counterparty name, transaction id,
    account num, account label, accountbalance, value date, pointage operation, date d operation,
    nom de la contrepartie, identifiant de transaction`);

/** Columns of a plain statement (date, label, amount) when no customer and no invoice number stand beside them. */
export const statementWords: readonly string[] = names(
  'libelle, label, operation, description, libelle de l operation',
);

/** Columns of a FEC (LPF art. A47 A-1), compared without case. */
export const fecWords: readonly string[] = names(
  'journalcode, ecriturenum, ecrituredate, comptenum, compauxnum, pieceref, ecriturelib, validdate',
);
