/** Tables of French software beside plain lists of invoices: aged balances, accounts, payments, states, groups. */

import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import type { ReadResult } from '../result.ts';
import { workbook } from '../testing/zips.ts';

const read = (text: string, name = ''): Promise<ReadResult> => readFile(Buffer.from(text), { name });
const codes = ({ doubts }: ReadResult): string[] => doubts.map(({ code }) => code);
const rowCodes = ({ ledger }: ReadResult): string[][] =>
  ledger!.invoices.map(({ doubts }) => doubts.map(({ code }) => code));

describe('payments', () => {
  it('are read with their customer, their invoices and their day', async () => {
    const result = await read(
      [
        'N° règlement;Date règlement;Client;Facture;Montant;Mode de règlement',
        'R1;14/01/2026;Dupont;F1, F2;10,00;Virement',
        'R2;15/01/2026;Martin;;-20,50;Chèque',
        'TOTAL;;;;-10,50;',
      ].join('\n'),
    );
    expect(result).toMatchObject({ format: 'ledger-csv', status: 'read' });
    expect(result.ledger).toMatchObject({ invoices: [], totalsCents: { paid: -1_050 } });
    expect(result.ledger!.receipts).toMatchObject([
      { line: 2, id: 'R1', customer: { name: 'Dupont' }, on: '2026-01-14', amountCents: 1_000, method: 'Virement' },
      { line: 3, id: 'R2', customer: { name: 'Martin' }, on: '2026-01-15', amountCents: -2_050, invoiceNumbers: [] },
    ]);
    expect(result.ledger!.receipts![0]).toMatchObject({ invoiceNumbers: ['F1', 'F2'], doubts: [] });
    expect(result.ledger!.receipts![1]!.doubts.map(({ code }) => code)).toEqual(['PaymentWithoutInvoice']);
    expect(result.ledger).not.toHaveProperty('complete');
    expect(codes(result)).toEqual(['RowsSkipped']);
  });

  it('keep the customer of a column of codes that holds names', async () => {
    const result = await read('paiement_id;client_id;montant_paye\nP1;Entreprise Alpha;1000\nP2;Café Roy;2,5\n');
    expect(result.ledger!.receipts).toMatchObject([
      { id: 'P1', customer: { name: 'Entreprise Alpha' }, amountCents: 100_000 },
      { id: 'P2', customer: { name: 'Café Roy' }, amountCents: 250 },
    ]);
  });

  it('take a number that names no invoice for their own', async () => {
    const result = await read(
      'Numéro;Date de paiement;Client;Montant\nX7;14/01/2026;Dupont;10,00\nX8;15/01/2026;Roy;1,00\n',
    );
    expect(result.ledger!.receipts![0]).toMatchObject({ id: 'X7', invoiceNumbers: [] });
  });

  it('with a day that does not exist or an amount that cannot be read are doubted', async () => {
    const result = await read(
      'Paiement id;Date paiement;Client;Facture;Montant\nP1;30/02/2026;Roy;F1;dix\nP2;;Roy;F2;1,00\nP3;;Roy;F3;2,00\n',
    );
    expect(result.ledger!.receipts![0]!.doubts.map(({ code }) => code)).toEqual(['InvalidAmount', 'InvalidDate']);
    expect(result.ledger!.receipts![0]).not.toHaveProperty('amountCents');
  });
});

describe('an aged balance', () => {
  it.each([
    'Client;Solde;Non échu;0-30;31-60;61-90;+90',
    'Client;Total;À échoir;1 à 30 jours;31 à 60 jours;61 à 90 jours;Plus de 90 jours',
    'Customer;Balance;Current;1 - 30;31 - 60;61 - 90;> 90',
  ])('of customers under « %s » makes one doubtful claim each', async (header) => {
    const result = await read(
      `${header}\nDupont;60,00;10,00;20,00;30,00;;\nRoy;5,00;;;;;5,00\nTotal;65,00;10,00;20,00;30,00;;5,00\n`,
    );
    expect(result.ledger).toMatchObject({
      perCustomer: true,
      complete: { told: 'columns' },
      totalsCents: { due: 6_500 },
    });
    expect(result.ledger!.invoices).toMatchObject([
      { customer: { name: 'Dupont' }, dueCents: 6_000 },
      { customer: { name: 'Roy' }, dueCents: 500 },
    ]);
    expect(result.ledger!.invoices[0]).not.toHaveProperty('number');
    expect(rowCodes(result)).toEqual([['Ageing'], ['Ageing']]);
    expect(codes(result)).toEqual(['BalanceByCustomer', 'RowsSkipped']);
  });

  it('without a total owes the sum of its ages; a total that differs is doubted', async () => {
    const without = await read(
      'Code client;Nom;Non échu;0-30;31-60;> 60\nC1;Dupont;10,00;20,00;30,00;\nC2;Roy;;;;1,00\n',
    );
    expect(without.ledger!.invoices.map(({ dueCents }) => dueCents)).toEqual([6_000, 100]);
    const wrong = await read('Client;Solde;Non échu;0-30;31-60\nDupont;70,00;10,00;20,00;30,00\nRoy;1,00;1,00;;\n');
    expect(rowCodes(wrong)[0]).toContain('TotalsDisagree');
  });

  it('of invoices keeps their numbers and their days', async () => {
    const result = await read(
      'Client;Facture;Date facture;Échéance;Non échu;0-30;31-60;61-90;+90\nDupont;F1;14/12/2025;13/01/2026;;20,00;;;\nRoy;F2;15/12/2025;;;;;;5,00\n',
    );
    expect(result.ledger).not.toHaveProperty('perCustomer');
    expect(result.ledger!.invoices).toMatchObject([
      { number: 'F1', dueOn: '2026-01-13', dueCents: 2_000, doubts: [] },
      { number: 'F2', dueCents: 500 },
    ]);
    expect(rowCodes(result)[1]).toEqual(['MissingDueDate', 'Ageing']);
  });
});

describe('the customer', () => {
  it('may stand on a row of his own above his invoices', async () => {
    const result = await read(
      [
        'Échéancier clients au 31/01/2026;;;',
        'N° pièce;Date;Échéance;Solde',
        'C001 DUPONT SARL;;;',
        'F1;14/12/2025;13/01/2026;20,00',
        'F2;15/12/2025;14/01/2026;30,00',
        'Total C001;;;50,00',
        'C002 Roy et fils;;;',
        'F3;16/12/2025;15/01/2026;1,00',
      ].join('\n'),
    );
    expect(result.ledger!.invoices.map(({ number, customer }) => [number, customer])).toEqual([
      ['F1', { account: 'C001', name: 'DUPONT SARL' }],
      ['F2', { account: 'C001', name: 'DUPONT SARL' }],
      ['F3', { account: 'C002', name: 'Roy et fils' }],
    ]);
    expect(rowCodes(result)[1]).toEqual(['CustomerFromAbove']);
    expect(result.ledger!.complete).toMatchObject({ told: 'title' });
  });

  it('may be written once, on the first of his rows, but is never lent to one row that lacks him', async () => {
    const header = 'Client;Facture;Date facture;Échéance;Reste dû\n';
    const row = (client: string, number: number) => `${client};F${number};14/12/2025;13/01/2026;1,00\n`;
    const grouped = await read(`${header}${row('Roy', 1)}${row('', 2)}${row('', 3)}${row('Dupont', 4)}${row('', 5)}`);
    expect(grouped.ledger!.invoices.map(({ customer }) => customer.name)).toEqual([
      'Roy',
      'Roy',
      'Roy',
      'Dupont',
      'Dupont',
    ]);
    const one = await read(`${header}${row('Roy', 1)}${row('', 2)}${row('Dupont', 3)}${row('Dupont', 4)}`);
    expect(one.ledger!.invoices[1]).toMatchObject({ customer: {}, doubts: [{ code: 'MissingBuyer' }] });
  });
});

describe('what is paid', () => {
  it.each(['Payée', 'réglé', 'Paid', 'Soldée', 'Totalement payée'])('is told by the state « %s »', async (state) => {
    const result = await read(
      `Numéro;Date;Client;Montant TTC;Statut\nF1;14/12/2025;Roy;10,00;${state}\nF2;15/12/2025;Roy;20,00;En attente\n`,
    );
    expect(result.ledger!.invoices).toMatchObject([{ dueCents: 0, status: state }, { totalCents: 2_000 }]);
    expect(rowCodes(result)[0]).toContain('AlreadyPaid');
    expect(result.ledger!.invoices[1]).not.toHaveProperty('dueCents');
  });

  it('is told by a day of payment, and contradicted by what is left', async () => {
    const paid = await read(
      'Numéro;Date facture;Client;Montant TTC;Date de paiement\nF1;14/12/2025;Roy;10,00;20/12/2025\nF2;15/12/2025;Roy;20,00;\n',
    );
    expect(paid.ledger!.invoices).toMatchObject([{ paidOn: '2025-12-20', dueCents: 0 }, { totalCents: 2_000 }]);
    expect(rowCodes(paid)[0]).toEqual(['AlreadyPaid', 'PaidOnTold']);
    const both = await read(
      'Numéro;Date;Client;Montant TTC;Reste dû;Statut\nF1;14/12/2025;Roy;10,00;10,00;Payée\nF2;15/12/2025;Roy;2,00;2,00;Émise\n',
    );
    expect(both.ledger!.invoices[0]!.dueCents).toBe(1_000);
    expect(rowCodes(both)[0]).toContain('StatusDisagrees');
  });

  it('is no claim when it is a draft or cancelled', async () => {
    const result = await read(
      'Numéro;Date;Client;Montant TTC;État\nF1;14/12/2025;Roy;10,00;Brouillon\nF2;15/12/2025;Roy;20,00;Annulée\nF3;16/12/2025;Roy;30,00;Envoyée\n',
    );
    expect(result.ledger!.invoices.map(({ number }) => number)).toEqual(['F3']);
    expect(result.doubts).toContainEqual(
      expect.objectContaining({ code: 'RowsCancelled', facts: { count: 2, line: 2 } }),
    );
  });
});

describe('lines of accounts', () => {
  it('owe their debit less their credit, and nothing once lettered', async () => {
    const result = await read(
      [
        'Compte tiers;Intitulé;Date pièce;N° pièce;Échéance;Débit;Crédit;Lettrage',
        '411DUP;Dupont;14/12/2025;F1;13/01/2026;20,00;;',
        '411DUP;Dupont;15/12/2025;AV1;;;5,00;',
      ].join('\n'),
    );
    expect(result.ledger!.invoices).toMatchObject([
      { kind: 'invoice', number: 'F1', dueCents: 2_000, dueOn: '2026-01-13' },
      { kind: 'credit-note', number: 'AV1', dueCents: -500 },
    ]);
  });
});

describe('whether a table is everything still open', () => {
  const text = 'Client;Facture;Date facture;Échéance;Reste dû\nRoy;F1;14/12/2025;13/01/2026;1,00\n';
  it.each([
    ['Factures impayées au 31/01/2026', '', { told: 'title', text: 'Factures impayées au 31/01/2026' }],
    ['', 'dossier/echeancier_clients.csv', { told: 'file-name', text: 'echeancier_clients.csv' }],
    ['', 'factures-2025.csv', undefined],
    ['Échéancier fournisseurs', 'impayes.csv', undefined],
    ['Liste des factures', '', undefined],
  ])('is told by « %s » and %j: %j', async (title, name, complete) => {
    const result = await read(title === '' ? text : `${title};;;;\n${text}`, name);
    expect(result.ledger!.complete).toEqual(complete);
  });

  it.each([
    ['Balance âgée clients au 31/10/2026', '2026-10-31'],
    ['Factures clients arrêtées le 31.10.2026', '2026-10-31'],
    ['Open invoices as of 31/10/2026', '2026-10-31'],
    ['Factures du 01/10/2026 au 31/10/2026', undefined],
    ['Balance âgée clients au 31/02/2026', undefined],
    ['Factures clients', undefined],
  ])('the day of « %s » is %s', async (title, asOf) => {
    const result = await read(`${title};;;;\n${text}`);
    expect(result.ledger!.asOf).toBe(asOf);
  });
});

describe('columns of invoicing software', () => {
  it.each([
    ['Pennylane', 'Numéro de facture;Date de facturation;Échéance;Nom du client;Montant TTC;Reste à payer;Statut'],
    ['Odoo', 'Number;Invoice/Bill Date;Due Date;Invoice Partner Display Name;Total;Amount Due;Payment Status'],
    [
      'Odoo in French',
      "Numéro;Date de facturation;Date d'échéance;Nom d'affichage du partenaire de la facture;Total;Montant dû;Statut de paiement",
    ],
    ['QuickBooks', 'Num;Date;Due Date;Customer;Amount;Open balance;Status'],
    ['Dolibarr', 'Réf.;Date facturation;Date échéance;Tiers;Montant TTC;Reste à encaisser;État'],
    ['Sage', 'N° pièce;Date pièce;Échéance;Intitulé tiers;Montant TTC;Solde;Statut'],
    ['EBP', "Numéro du document;Date du document;Date d'échéance;Nom du tiers;Montant TTC;Solde dû;État"],
    ['Cegid', 'N° pièce;Date comptable;Echéance;Libellé auxiliaire;Montant;Reste;Etat'],
    ['Henrri', 'Numéro;Date;Échéance;Client;Total TTC;Reste à régler;État'],
    ['Tiime', "Numéro;Date de facturation;Date d'échéance;Client;Montant TTC;Restant dû;Statut"],
    ['Axonaut', "Numéro;Date;Date d'échéance;Société;Montant TTC;Reste à payer;Statut"],
  ])('%s are known', async (_name, header) => {
    const result = await read(
      `${header}\nF1;14/12/2025;13/01/2026;Roy;20,00;10,00;Émise\nF2;15/12/2025;14/01/2026;Café;2,00;2,00;Émise\n`,
    );
    expect(result.ledger!.columns.map(({ field }) => field)).toEqual([
      ...['number', 'issuedOn', 'dueOn', 'customerName', 'total', 'due', 'status'],
    ]);
    expect(result.ledger!.invoices[0]).toMatchObject({
      number: 'F1',
      totalCents: 2_000,
      dueCents: 1_000,
      status: 'Émise',
    });
  });
});

describe('a workbook', () => {
  const header = ['Client', 'N° facture', 'Date facture', 'Échéance', 'Montant TTC', 'Reste dû'];
  it('is read on the sheet that is a ledger, even when another is longer', async () => {
    const notes = Array.from({ length: 50 }, (_, index) => ['note', index, 'texte']);
    const result = await readFile(workbook({ Notes: notes, Factures: [header, ['Dupont', 'F-1', '', '', 1, 1]] }));
    expect(result.ledger!.sheet).toBe('Factures');
    expect(codes(result)).toContain('SeveralSheets');
  });

  it('may have lost the format of its days', async () => {
    const rows = [header, ['Dupont', 'F-1', 46_035, 46_065, 1, 1], ['Roy', 'F-2', 46_036, 46_066, 1, 1]];
    const result = await readFile(workbook({ 'Encours clients': rows }));
    expect(result.ledger!.invoices[0]).toMatchObject({ issuedOn: '2026-01-13', dueOn: '2026-02-12' });
    expect(result.ledger!.complete).toEqual({ told: 'sheet', text: 'Encours clients' });
    expect(codes(result)).toContain('SerialDays');
  });

  it('keeps a text that looks like a formula as text', async () => {
    const rows = [header, ['=HYPERLINK("http://x","Dupont")', '@F-1', '', '', 1, 1]];
    const result = await readFile(workbook({ A: rows }));
    expect(result.ledger!.invoices[0]).toMatchObject({
      number: '@F-1',
      customer: { name: '=HYPERLINK("http://x","Dupont")' },
    });
  });
});
