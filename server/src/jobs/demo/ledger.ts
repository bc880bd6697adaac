import { formatDay } from '@acquit/law';
import type { DemoBook } from './book.ts';

/** The demo's book as the customer ledger an accounting program would export: the file its import keeps. */
export function demoLedger(book: DemoBook): string {
  const cell = (text: string) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const money = (cents: number) => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
  const date = (iso: string) => iso.split('-').reverse().join('/');
  const lines = book.debtors.flatMap((debtor) =>
    debtor.invoices.map((invoice) =>
      [
        invoice.number,
        debtor.name,
        debtor.legalId ?? '',
        debtor.email ?? '',
        date(formatDay(invoice.issuedOn)),
        date(formatDay(invoice.dueOn)),
        money(invoice.totalCents),
      ]
        .map(cell)
        .join(';'),
    ),
  );
  return `${['N° facture;Client;SIREN;E-mail;Date facture;Échéance;Montant TTC', ...lines].join('\r\n')}\r\n`;
}
