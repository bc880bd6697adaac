import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { newTenant, testStore } from '../../testing/index.ts';
import { enterReceipt } from '../receipts.ts';
import { type Planted, plantCompany, plantDebtor, plantLine, TODAY } from './fixture.ts';
import { matchLines, restoreLine } from './index.ts';

const { store } = await testStore();
const person = { today: TODAY, actor: 'user:claire' };

let book: Planted;
let caseId = '';
beforeEach(async () => {
  book = await plantCompany(store, await newTenant(store));
  const debtor = await plantDebtor(store, book, 'Boulangerie Éléonore', [
    { number: 'FA-1', cents: 100_000, dueOn: '2026-10-15' },
    { number: 'FA-2', cents: 97_000, dueOn: '2026-10-20' },
  ]);
  ({ caseId } = debtor);
});

const inBook = <T>(work: Parameters<typeof store.inTenant<T>>[1]) => store.inTenant(book.tenantId, work);

/** The first invoice is paid by card on the 18th. */
const payByCard = () =>
  inBook(async (tx) => {
    await tx.query(
      `insert into card_payment (tenant_id, payment_id, company_id, case_id, claim_ids, amount_cents, state, request, expires_at, paid_on)
       values ($1, $2, $3, $4, '{}', 100000, 'paid', '', now(), '2026-11-18')`,
      [book.tenantId, randomUUID(), book.companyId, caseId],
    );
    await enterReceipt(tx, {
      ...book,
      caseId,
      receivedOn: '2026-11-18',
      amountCents: 100_000,
      method: 'card',
      reference: 'pi_1',
      claimIds: [],
      actor: 'stripe',
      origin: 'card',
      today: TODAY,
    });
  });
const receive = (label: string, cents: number, counterparty: string | null = null, day = '2026-11-20') =>
  inBook(async (tx) => {
    const lineId = await plantLine(tx, book, { cents, label });
    await tx.query('update bank_line set counterparty = $3, booked_on = $4 where tenant_id = $1 and line_id = $2', [
      book.tenantId,
      lineId,
      counterparty,
      day,
    ]);
    await matchLines(tx, { ...person, companyId: book.companyId });
    return lineId;
  });
const stateOf = async (lineId: string) =>
  inBook(async (tx) => {
    const [row] = await tx.arrays<[string, string | null]>(
      'select state, set_aside_reason from bank_line where tenant_id = $1 and line_id = $2',
      [book.tenantId, lineId],
    );
    return row!;
  });
const receiptCount = () =>
  inBook(async (tx) => (await tx.arrays('select 1 from receipt where tenant_id = $1', [book.tenantId])).length);

test.each([
  ['STRIPE', 'STRIPE TECHNOLOGY EUROPE LTD', 98_530],
  ['VIR SEPA RECU STRIPE PAYMENTS EUROPE', null, 98_530],
  // The very amount of an open invoice, and of the card's receipt.
  ['STRIPE FA-2', 'Stripe', 97_000],
  ['STRIPE', 'STRIPE', 100_000],
])('the payout « %s » of %s (%i) is put aside, and makes no second receipt', async (label, counterparty, cents) => {
  await payByCard();
  const [state, reason] = await stateOf(await receive(label, cents, counterparty));
  expect([state, reason]).toEqual(['set-aside', expect.stringContaining('Stripe')]);
  expect(await receiptCount()).toBe(1);
});

test.each([
  ['a customer whose name only begins alike', 'STRIPES ET RAYURES SARL', '2026-11-20'],
  ['a payer that merely names Stripe', 'Garage Lemoine', '2026-11-20'],
  ['a line from before the card paid', 'STRIPE', '2026-11-17'],
])('%s is left to be looked at', async (_, counterparty, day) => {
  await payByCard();
  expect((await stateOf(await receive('VIREMENT STRIPE', 12_345, counterparty, day)))[0]).not.toBe('set-aside');
});

test('nothing is put aside for a company that nobody paid by card', async () => {
  expect((await stateOf(await receive('STRIPE', 98_530, 'STRIPE')))[0]).toBe('to-match');
});

test('what a person brings back stays back', async () => {
  await payByCard();
  const lineId = await receive('STRIPE', 98_530, 'STRIPE');
  await inBook((tx) => restoreLine(tx, lineId, person));
  await inBook((tx) => matchLines(tx, { ...person, companyId: book.companyId }));
  expect((await stateOf(lineId))[0]).toBe('to-match');
});

test('a transfer of the same sum as the card’s receipt is money of its own', async () => {
  await payByCard();
  const lineId = await receive('VIR BOULANGERIE ELEONORE FA-1', 100_000, 'Boulangerie Éléonore');
  const shown = await inBook((tx) =>
    tx.arrays('select 1 from bank_match where tenant_id = $1 and line_id = $2 and known_receipt_id is not null', [
      book.tenantId,
      lineId,
    ]),
  );
  expect(shown).toEqual([]);
});
