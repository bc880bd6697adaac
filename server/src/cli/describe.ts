import { euros, frenchShortDate, parseDay } from '@acquit/law';
import { eInvoiceStatusName } from '@acquit/recovery';
import type { ReadResult } from '../intake/index.ts';

const date = (iso: string | undefined) => {
  const found = iso === undefined ? null : parseDay(iso);
  return found === null ? '–' : frenchShortDate(found);
};

const money = (cents: number | undefined, currency: string | undefined) =>
  cents === undefined
    ? '–'
    : currency === undefined || currency === 'EUR'
      ? euros(cents)
      : `${cents} (plus petite unité) ${currency}`;

/** A file that was read, for a person: the first line says what it is, the next ones what is in it and in doubt. */
export function describeRead(read: ReadResult): string[] {
  if (read.refusal) return [`${read.file} : refusé`, `  ✗ ${read.refusal.message}`];
  const lines: string[] = [];
  const { document, ledger, book, statements, lifecycle } = read;
  if (document) {
    lines.push(
      `${read.file} : ${document.kind === 'credit-note' || document.effect === 'reduces' ? 'avoir' : 'facture'} ${document.number ?? 'sans numéro'} du ${date(document.issuedOn)}`,
    );
    lines.push(`  ${document.seller?.name ?? '?'} → ${document.buyer?.name ?? '?'}`);
    lines.push(
      `  Total ${money(document.totalCents, document.currency)}, à payer ${money(document.dueCents, document.currency)}, échéance ${date(document.dueOn)}`,
    );
  } else if (ledger) {
    lines.push(`${read.file} : balance de ${ledger.invoices.length} ligne(s)`);
    const known = ledger.columns
      .filter((column) => column.field !== null)
      .map((column) => `« ${column.header} » = ${column.field}`);
    const other = ledger.columns.filter((column) => column.field === null).map((column) => `« ${column.header} »`);
    lines.push(`  Colonnes : ${known.join(', ')}${other.length > 0 ? ` ; non reprises : ${other.join(', ')}` : ''}`);
    lines.push(`  Total ${money(ledger.totalsCents.total, 'EUR')}, restant dû ${money(ledger.totalsCents.due, 'EUR')}`);
  } else if (book) {
    const open = book.customers.filter((customer) => customer.balanceCents !== 0).length;
    lines.push(`${read.file} : comptabilité de ${book.lines} ligne(s), ${book.customers.length} compte(s) client`);
    lines.push(
      `  Du ${date(book.from)} au ${date(book.until)}, débit ${money(book.debitCents, 'EUR')}, crédit ${money(book.creditCents, 'EUR')}, ${open} compte(s) non soldé(s)`,
    );
  } else if (statements) {
    lines.push(`${read.file} : ${statements.length} relevé(s) de banque`);
    for (const { iban, account, currency, entries, from, until, creditsCents, debitsCents } of statements)
      lines.push(
        `  ${iban ?? account ?? 'Compte'} du ${date(from)} au ${date(until)} : ${entries.length} ligne(s), reçu ${money(creditsCents, currency)}, sorti ${money(debitsCents, currency)}`,
      );
  } else if (lifecycle) {
    lines.push(`${read.file} : statuts de factures électroniques`);
    for (const { invoice, status, label, at, amountCents } of lifecycle.references)
      lines.push(
        `  ${invoice} : ${eInvoiceStatusName(status, label)} (${status}) le ${date(at.slice(0, 10))}${amountCents === undefined ? '' : `, ${money(amountCents, 'EUR')}`}`,
      );
  }
  for (const doubt of read.doubts) lines.push(`  ? ${doubt.message}`);
  return lines;
}
