import type { Day } from '@acquit/law';
import {
  camt,
  camtBalance,
  camtEntry,
  camtStatement,
  camtTransaction,
  cfonb,
  cfonbDetail,
  cfonbRecord,
} from '../../../intake/reading/bank/testing/statements.ts';
import { type FecRow, fecOf, frenchAmount, receipt, sale } from '../../../intake/reading/testing/fecs.ts';
import { ciiDate, ciiInvoice, ciiLine, ciiParty, ciiTotals } from '../../../intake/reading/testing/invoices.ts';
import { lifecycleXml } from '../../../intake/reading/testing/lifecycles.ts';
import {
  creditedOn,
  dayText,
  owedOn,
  paidOn,
  sum,
  type TrueCredit,
  type TrueInvoice,
  type TruePayment,
  type Truth,
} from './truth.ts';

/** The seller of every truth. */
export const COMPANY = { name: 'Atelier Durand', siren: '732829320' };

const compact = (on: Day): string => dayText(on).replaceAll('-', '');
const french = (on: Day): string => dayText(on).split('-').reverse().join('/');
const plain = (cents: number): string => (cents / 100).toFixed(2);
const numbersOf = (payment: TruePayment): string => payment.parts.map(({ invoice }) => invoice.number).join(' ');
const amountOf = (payment: TruePayment): number => sum(payment.parts.map(({ cents }) => cents));

/** An e-invoice, or the credit note of one. */
export function ciiOf(document: TrueInvoice | TrueCredit): Buffer {
  const credit = 'invoice' in document;
  const { debtor, dueOn } = credit ? document.invoice : document;
  const tax = Math.round(document.cents / 6);
  const contact = `<ram:DefinedTradeContact><ram:EmailURIUniversalCommunication><ram:URIID>${debtor.email}</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact>`;
  const text = ciiInvoice({
    number: document.number,
    typeCode: credit ? '381' : '380',
    issuedOn: ciiDate('IssueDateTime', compact(document.on)),
    delivery: '',
    seller: ciiParty(COMPANY.name, COMPANY.siren),
    buyer: ciiParty(debtor.name, debtor.siren, '', contact),
    lines: ciiLine(plain(document.cents - tax)),
    taxes: `<ram:ApplicableTradeTax><ram:CalculatedAmount>${plain(tax)}</ram:CalculatedAmount></ram:ApplicableTradeTax>`,
    terms: credit
      ? ''
      : `<ram:SpecifiedTradePaymentTerms>${ciiDate('DueDateDateTime', compact(dueOn))}</ram:SpecifiedTradePaymentTerms>`,
    preceding: credit
      ? `<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>${document.invoice.number}</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>`
      : '',
    totals: ciiTotals({
      LineTotalAmount: plain(document.cents - tax),
      TaxBasisTotalAmount: plain(document.cents - tax),
      TaxTotalAmount: plain(tax),
      GrandTotalAmount: plain(document.cents),
      DuePayableAmount: plain(document.cents),
    }),
  });
  return Buffer.from(text);
}

/** A buyer's answer to an e-invoice: 205 approves it, 207 disputes it. */
export function cdarOf(invoice: TrueInvoice, status: '205' | '207'): Buffer {
  const reference = {
    invoice: invoice.number,
    seller: COMPANY.siren,
    invoicedOn: compact(invoice.on),
    status,
    label: status === '205' ? 'Approuvée' : 'En litige',
  };
  const messageId = `M-${invoice.number}-${status}`;
  return Buffer.from(lifecycleXml({ messageId, issuer: invoice.debtor.siren, references: [reference] }));
}

interface Movement {
  on: Day;
  cents: number;
  label: string;
  payment: TruePayment;
}

/** What the bank booked between two days, oldest first. */
function movementsOf({ payments }: Truth, from: Day, until: Day): Movement[] {
  return payments
    .flatMap((payment): Movement[] => [
      {
        on: payment.on,
        cents: amountOf(payment),
        label: `VIR SEPA RECU ${payment.debtor.name.toUpperCase()}`,
        payment,
      },
      ...(payment.rejectedOn === null
        ? []
        : [
            {
              on: payment.rejectedOn,
              cents: -amountOf(payment),
              label: `REJET PRLV ${payment.debtor.name.toUpperCase()}`,
              payment,
            },
          ]),
    ])
    .filter(({ on }) => on >= from && on <= until)
    .sort((a, b) => a.on - b.on || (a.payment.id < b.payment.id ? -1 : 1));
}

/** A statement in CAMT.053: every movement with its words, its payer and its own end-to-end identifier. */
export function camtOf(truth: Truth, from: Day, until: Day): Buffer {
  const movements = movementsOf(truth, from, until);
  const total = sum(movements.map(({ cents }) => cents));
  const balance = (kind: string, cents: number, on: Day) =>
    camtBalance(kind, plain(Math.abs(cents)), cents < 0 ? 'DBIT' : 'CRDT', dayText(on));
  const entries = movements.map(({ on, cents, label, payment }) =>
    camtEntry({
      amount: plain(Math.abs(cents)),
      side: cents < 0 ? 'DBIT' : 'CRDT',
      booked: dayText(on),
      label,
      more: cents < 0 ? '<RvslInd>true</RvslInd>' : '',
      transactions: camtTransaction({
        endToEnd: `E2E${payment.id}`,
        party: `<Dbtr><Nm>${payment.debtor.name}</Nm></Dbtr>`,
        remittance: `REGLEMENT ${numbersOf(payment)}`,
      }),
    }),
  );
  const balances = balance('OPBD', 1_000_000, from) + balance('CLBD', 1_000_000 + total, until);
  return Buffer.from(camt([camtStatement({ balances, entries: entries.join('') })]));
}

/** The same account in CFONB 120, with other words. */
export function cfonbOf(truth: Truth, from: Day, until: Day): Buffer {
  const short = (on: Day): string => {
    const [year, month, date] = dayText(on).split('-');
    return `${date}${month}${year!.slice(2)}`;
  };
  const movements = movementsOf(truth, from, until).flatMap(({ on, cents, payment }) => [
    cfonbRecord({
      date: short(on),
      value: short(on),
      operation: cents < 0 ? '11' : '05',
      reject: cents < 0 ? '12' : '  ',
      label: cents < 0 ? 'REJET PRLV' : 'VIREMENT RECU',
      cents,
    }),
    cfonbDetail('NPY', payment.debtor.name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()),
    cfonbDetail('LCC', `REGLEMENT ${numbersOf(payment)}`),
    cfonbDetail('RCN', `E2E${payment.id}`),
  ]);
  return Buffer.from(cfonb(movements, 1_000_000));
}

/** The accounting file as it stands at the end of a day; what is cleared by then is lettered. */
export function fecOfTruth(truth: Truth, until: Day): Buffer {
  const invoices = truth.invoices.filter(({ on }) => on <= until);
  const payments = truth.payments.filter(({ on }) => on <= until);
  const letters = (invoice: TrueInvoice): boolean => {
    const together = payments.filter(({ parts }) => parts.some((part) => part.invoice === invoice));
    const group = new Set([invoice, ...together.flatMap(({ parts }) => parts.map((part) => part.invoice))]);
    return [...group].every((one) => owedOn(truth, one, until) === 0);
  };
  const code = (invoice: TrueInvoice): string => {
    const group = payments.find(
      ({ parts, rejectedOn }) =>
        rejectedOn === null && parts[0]!.invoice !== invoice && parts.some((part) => part.invoice === invoice),
    );
    return `L${(group?.parts[0]?.invoice ?? invoice).number.slice(-3)}`;
  };
  const mark = (invoice: TrueInvoice) =>
    letters(invoice) ? { lettering: code(invoice), letteredOn: compact(until) } : {};
  const rows: FecRow[] = [];
  for (const invoice of invoices)
    rows.push(
      ...sale({
        ...bookOf(invoice),
        number: invoice.number,
        on: compact(invoice.on),
        cents: invoice.cents,
        ...mark(invoice),
      }),
    );
  for (const { number, invoice, on, cents } of truth.credits.filter((one) => one.on <= until))
    rows.push(
      ...turned(
        sale({
          ...bookOf(invoice),
          number,
          on: compact(on),
          cents,
          label: `Avoir sur ${invoice.number}`,
          ...mark(invoice),
        }),
      ),
    );
  for (const payment of payments) {
    const back = payment.rejectedOn !== null && payment.rejectedOn <= until;
    const invoice = payment.parts[0]!.invoice;
    const marks = back ? { lettering: `R${payment.id}`, letteredOn: compact(payment.rejectedOn!) } : mark(invoice);
    const told = { ...bookOf(invoice), cents: amountOf(payment), ...marks };
    rows.push(
      ...receipt({ ...told, number: payment.id, on: compact(payment.on), label: `Virement ${numbersOf(payment)}` }),
    );
    if (back)
      rows.push(
        ...turned(
          receipt({
            ...told,
            number: `${payment.id}R`,
            on: compact(payment.rejectedOn!),
            label: `Rejet ${numbersOf(payment)}`,
          }),
        ),
      );
  }
  return fecOf(rows);
}

const bookOf = ({ debtor }: TrueInvoice) => ({ customer: debtor.account, name: debtor.name });
const turned = (rows: FecRow[]): FecRow[] =>
  rows.map((row) => ({ ...row, Debit: row.Credit ?? '', Credit: row.Debit ?? '' }));

/** What stands above a table of what is still owed: nothing, its day, or that it lists everything that is open. */
export type ListTitle = 'none' | 'dated' | 'complete';

/** What is still owed on a day, as a table. One without a title is read as the state of the day it comes in. */
export function listOf(truth: Truth, on: Day, titled: ListTitle): Buffer {
  const rows = truth.invoices
    .filter((invoice) => invoice.on <= on && owedOn(truth, invoice, on) > 0)
    .map((invoice) => {
      const { account, name, email } = invoice.debtor;
      const total = frenchAmount(invoice.cents);
      const settled = frenchAmount(paidOn(truth, invoice, on) + creditedOn(truth, invoice, on));
      const open = frenchAmount(owedOn(truth, invoice, on));
      return [account, name, invoice.number, french(invoice.on), french(invoice.dueOn), total, settled, open, email];
    });
  const head = [
    'Code client',
    'Raison sociale',
    'N° facture',
    'Date facture',
    'Échéance',
    'Montant TTC',
    'Réglé',
    'Reste dû',
    'E-mail',
  ];
  const title = {
    none: [],
    dated: [`Factures au ${french(on)}`, ''],
    complete: [`Balance âgée clients au ${french(on)}`, ''],
  };
  return Buffer.from([...title[titled], ...[head, ...rows].map((row) => row.join(';')), ''].join('\r\n'));
}
