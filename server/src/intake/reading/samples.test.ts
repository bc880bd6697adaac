/**
 * The readers against real public files, when the folder of samples stands beside the project. The expected values were
 * taken by another reader, as raw strings; a null there means that the file does not carry the value.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWith } from '../../testing/outside.ts';
import { toCents } from './decimals.ts';
import { currencyDecimals } from './french.ts';
import { readFile } from './read-file.ts';
import type { InvoiceDocument, Party } from './result.ts';

const samples = join(import.meta.dirname, '../../../../../shared/samples');
const present = existsSync(join(samples, 'expected.json'));

interface ExpectedParty {
  name?: string;
  legal_id?: string;
  legal_id_scheme?: string;
  vat?: string;
  country?: string;
}

interface ExpectedDocument {
  number: string;
  type_code: string | null;
  profile: string | null;
  business_process?: string;
  issue_date: string;
  due_date?: string | null;
  seller: ExpectedParty | null;
  buyer: ExpectedParty | null;
  payee?: string;
  currency: string;
  iban: string[];
  payment_means_codes?: string[];
  payment_reference?: string;
  payment_terms?: string;
  buyer_reference?: string;
  order_reference?: string;
  preceding_invoices?: string[];
  net_total?: string;
  tax_total?: string;
  total_with_tax?: string;
  prepaid?: string;
  rounding?: string;
  amount_due?: string;
  lines: number;
}

interface Expected {
  document?: ExpectedDocument;
  read_error?: string;
  pdf?: { attachments: { name: string; bytes: number }[]; xml_name: string | null };
  sum?: string;
  rows?: number;
  separator?: string;
  invoices?: Record<string, string>;
}

function expectedOf(folder: string): [string, Expected][] {
  if (!present) return [];
  const { files } = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
    files: Record<string, { expected: Expected }>;
  };
  return Object.entries(files).flatMap(([path, { expected }]) =>
    path.startsWith(`${folder}/`) ? [[path, expected]] : [],
  );
}

const close = (text: string): string => text.replace(/\s/g, '');
const flow = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim();

function expectParty(found: Party | undefined, expected: ExpectedParty | null): void {
  expect(found?.name).toBe(expected?.name);
  expect(found?.legalId === undefined ? undefined : close(found.legalId)).toBe(
    expected?.legal_id === undefined ? undefined : close(expected.legal_id),
  );
  expect(found?.legalIdScheme).toBe(expected?.legal_id === undefined ? undefined : expected.legal_id_scheme);
  expect(found?.vat).toBe(expected?.vat === undefined ? undefined : close(expected.vat));
  expect(found?.country).toBe(expected?.country);
}

function expectDocument(found: InvoiceDocument | undefined, expected: ExpectedDocument): void {
  const cents = (text: string | undefined) =>
    text === undefined ? undefined : toCents(text, currencyDecimals(expected.currency) ?? 2, 1e14);
  expect(found).toBeDefined();
  if (found === undefined) return;
  expect(found.number).toBe(expected.number);
  expect(found.typeCode).toBe(expected.type_code ?? undefined);
  expect(found.profile).toBe(expected.profile ?? undefined);
  expect(found.businessProcess).toBe(expected.business_process);
  expect(found.issuedOn).toBe(expected.issue_date);
  expect(found.dueOn).toBe(expected.due_date ?? undefined);
  expect(found.currency).toBe(expected.currency);
  expect(found.iban).toEqual([...new Set(expected.iban.map(close))]);
  expect(found.paymentMeansCodes).toEqual(expected.payment_means_codes ?? []);
  expect(found.paymentReference).toBe(expected.payment_reference);
  expect(flow(found.paymentTerms)).toBe(flow(expected.payment_terms));
  expect(found.buyerReference).toBe(expected.buyer_reference);
  expect(found.orderReference).toBe(expected.order_reference);
  expect(found.precedingInvoices).toEqual(expected.preceding_invoices ?? []);
  expect(found.netCents).toBe(cents(expected.net_total));
  expect(found.taxCents).toBe(cents(expected.tax_total));
  expect(found.totalCents).toBe(cents(expected.total_with_tax));
  expect(found.prepaidCents).toBe(cents(expected.prepaid));
  expect(found.roundingCents).toBe(cents(expected.rounding));
  expect(found.dueCents).toBe(cents(expected.amount_due));
  expect(found.payee?.name).toBe(expected.payee);
  expect(found.lines).toBe(expected.lines);
  expectParty(found.seller, expected.seller);
  expectParty(found.buyer, expected.buyer);
}

describeWith('the real files of ../shared/samples', present, 'real files', () => {
  it('are there', () => expect(expectedOf('cii').length).toBeGreaterThan(0));

  for (const folder of ['facturx-pdf', 'cii', 'ubl']) {
    for (const [path, expected] of expectedOf(folder)) {
      it(path, async () => {
        const result = await readFile(join(samples, path));
        if (expected.read_error !== undefined) {
          expect(result).toMatchObject({
            status: 'refused',
            format: 'facturx',
            refusal: { code: 'MalformedXml', facts: { line: 1 } },
          });
          return;
        }
        if (expected.document === undefined) {
          expect(result).toMatchObject({
            status: 'refused',
            format: 'unknown',
            refusal: { code: 'PdfWithoutInvoice' },
          });
          return;
        }
        expect(result.status).toBe('read');
        expect(result.format).toBe(folder === 'facturx-pdf' ? 'facturx' : folder);
        expectDocument(result.document, expected.document);
        if (expected.pdf === undefined) return;
        const attachments = result.attachments?.map(({ name, bytes }) => ({ name, bytes })) ?? [];
        expect(attachments).toEqual(expected.pdf.attachments.map(({ name, bytes }) => ({ name, bytes })));
        expect(result.attachments?.find(({ invoice }) => invoice)?.name).toBe(expected.pdf.xml_name);
      });
    }
  }

  for (const [path, expected] of expectedOf('ledger-csv')) {
    it(path, async () => {
      const result = await readFile(join(samples, path));
      expect(result.format).toBe('ledger-csv');
      if (expected.invoices === undefined) {
        const { receipts = [], totalsCents } = result.ledger!;
        expect(receipts).toHaveLength(expected.rows!);
        expect(totalsCents.paid).toBe(toCents(expected.sum ?? '', 2, 1e14));
        expect(receipts[0]).toMatchObject({ id: 'P001', customer: { name: 'Entreprise Alpha' }, invoiceNumbers: [] });
        return;
      }
      expect(result.ledger?.delimiter).toBe(expected.separator === 'tab' ? '\t' : expected.separator);
      expect(result.ledger?.rows).toBe(expected.rows);
      expect(result.ledger?.totalsCents.total).toBe(toCents(expected.sum ?? '', 2, 1e14));
      const read = Object.fromEntries(
        result.ledger?.invoices.map(({ number, totalCents }) => [number, totalCents]) ?? [],
      );
      const wanted = Object.entries(expected.invoices).map(([number, amount]) => [number, toCents(amount, 2, 1e14)]);
      expect(read).toEqual(Object.fromEntries(wanted));
      expect(result.ledger?.invoices[0]?.customer.name).toBe('Entreprise Alpha');
    });
  }

  const later = {};
  for (const [folder, format] of Object.entries(later)) {
    for (const [path] of expectedOf(folder)) {
      it(`${path} is recognised, and left for its own reader`, async () => {
        const result = await readFile(join(samples, path));
        expect(result).toMatchObject({
          format,
          status: 'refused',
          refusal: { code: 'FormatNotYetRead', facts: { format } },
        });
      });
    }
  }
});
