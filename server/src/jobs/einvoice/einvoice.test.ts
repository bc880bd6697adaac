import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { cancelReceipt, loadCompany, timelineOf, todayOf, touchCases, verifyJournal } from '../../store/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { EInvoiceBook, message, SELLER } from './fixture.ts';

const { store } = await testStore();

let tenantId = '';
let book: EInvoiceBook;
beforeEach(async () => {
  tenantId = await newTenant(store);
  book = await new EInvoiceBook(store, tenantId).open();
});

const work = () =>
  store.inTenant(tenantId, async (tx) => {
    const company = await loadCompany(tx, book.companyId);
    const tonight = { messages: 0, letters: 0, totalCents: 0 };
    const { groups } = await todayOf(tx, company!, { on: '2026-04-10', tonight, reader: 'Claire Martin' });
    return groups.find((group) => group.kind === 'e-invoice')?.items ?? [];
  });

describe('a disputed e-invoice (207)', () => {
  it('takes back what was ready to leave, freezes the claim, and is resumed by an approval', async () => {
    await book.addClaim();
    expect(await book.pass('2026-04-20')).toBeGreaterThan(0);
    expect(await book.waiting()).toBe(1);
    const reasons = [{ code: 'QTE_ERR', text: 'Quantité erronée' }];
    const outcome = await book.told(message('207', '2026-04-20T09:00:00', { reasons }));
    expect(outcome).toMatchObject({
      status: 'imported',
      companyId: book.companyId,
      created: { statuses: 1, linked: 1, waiting: 0, known: 0 },
      doubts: [],
      refusals: [],
    });
    expect([await book.waiting(), await book.holds()]).toEqual([0, ['e-invoice-disputed']]);
    for (const on of ['2026-04-20', '2026-05-04', '2026-06-15']) expect(await book.pass(on)).toBe(0);
    expect(await work()).toMatchObject([{ stepName: 'Facture en litige', totalCents: 120_000, actionId: null }]);
    await book.told(message('205', '2026-06-15T10:00:00'));
    expect([await book.holds(), await work()]).toEqual([[], []]);
    expect(await book.pass('2026-06-16')).toBeGreaterThan(0);
  });

  it('is not freed by an approval that is older, whenever it arrives, nor by one that is not the buyer’s', async () => {
    await book.addClaim();
    await book.told(message('207', '2026-04-10T09:00:00'));
    await book.told(message('205', '2026-04-09T09:00:00'));
    const forged = await book.told(message('205', '2026-04-11T09:00:00', { role: 'SE' }));
    expect(forged.doubts.map(({ code }) => code)).toEqual(['UnexpectedIssuer']);
    expect(await book.holds()).toEqual(['e-invoice-disputed']);
    expect(await book.pass('2026-04-20')).toBe(0);
  });
});

describe('an announced payment (211)', () => {
  it('holds for a few working days, is no cash, and silence resumes the reminders', async () => {
    const claimId = await book.addClaim();
    // Friday 10 April 2026; five working days lead to Friday 17.
    await book.told(message('211', '2026-04-10T09:00:00', { amountCents: 120_000 }));
    expect(await book.holds()).toEqual(['payment-announced until 2026-04-17']);
    expect(await book.pass('2026-04-17')).toBe(0);
    expect(await book.query('select status from claim where tenant_id = $1 and claim_id = $2', claimId)).toEqual([
      { status: 'open' },
    ]);
    expect(await book.query('select from receipt where tenant_id = $1')).toEqual([]);
    expect(await book.pass('2026-04-18')).toBeGreaterThan(0);
  });
});

describe('a declared receipt (212)', () => {
  it('neither closes nor lets chase: it holds until as much is recorded, and again when that is taken back', async () => {
    const claimId = await book.addClaim();
    await book.told(message('212', '2026-04-10T09:00:00', { role: 'SE', amountCents: 50_000 }));
    expect([await book.holds(), await book.pass('2026-04-20')]).toEqual([['receipt-to-check'], 0]);
    expect((await work()).map((item) => item.stepName)).toEqual(['Encaissement à enregistrer']);
    const receiptId = await book.receive(claimId, 50_000);
    expect([await book.holds(), await work()]).toEqual([[], []]);
    await store.inTenant(tenantId, async (tx) => {
      await cancelReceipt(tx, receiptId);
      await touchCases(tx, [book.caseId], '2026-04-21');
    });
    expect(await book.holds()).toEqual(['receipt-to-check']);
  });
});

describe('one event in several messages', () => {
  it('counts once, and stays when one of its files is taken back', async () => {
    await book.addClaim();
    const partner = await book.told(message('210', '2026-04-10T09:00:00', { messageId: 'A' }));
    const portal = await book.told(message('210', '2026-04-10T09:00:00', { messageId: 'A_POUR_PPF' }));
    expect(portal).toMatchObject({ status: 'duplicate', created: { statuses: 0, known: 1 }, caseIds: [], events: [] });
    expect(await book.holds()).toEqual(['e-invoice-refused']);
    await book.undo(partner.importId);
    expect(await book.holds()).toEqual(['e-invoice-refused']);
    await book.undo(portal.importId);
    expect([await book.holds(), await work()]).toEqual([[], []]);
    expect(await book.query('select from einvoice_status where tenant_id = $1')).toEqual([]);
    expect(await book.pass('2026-04-20')).toBeGreaterThan(0);
  });
});

describe('a status without its invoice', () => {
  it('waits, takes effect when the invoice comes, and waits again when that import is taken back', async () => {
    const early = await book.told(message('208', '2026-03-20T09:00:00'));
    expect(early).toMatchObject({ status: 'imported', created: { statuses: 1, linked: 0, waiting: 1 }, caseIds: [] });
    expect(early.doubts.map(({ code }) => code)).toEqual(['InvoiceNotKnownYet']);
    const claimId = await book.addClaim();
    expect([await book.holds(), await book.pass('2026-04-20')]).toEqual([['e-invoice-suspended'], 0]);
    await book.forget(claimId);
    expect(await book.holds()).toEqual([]);
    await book.addClaim();
    expect(await book.holds()).toEqual(['e-invoice-suspended']);
  });

  it('is joined by the next pass when the two came at the very same moment', async () => {
    const claimId = await book.addClaim();
    await book.told(message('207', '2026-04-10T09:00:00'));
    await store.inTenant(tenantId, async (tx) => {
      for (const table of ['claim_hold', 'einvoice_standing'])
        await tx.query(`delete from ${table} where tenant_id = $1 and claim_id = $2`, [tenantId, claimId]);
      await tx.query('update einvoice_status set claim_id = null where tenant_id = $1', [tenantId]);
    });
    expect(await book.pass('2026-04-20')).toBe(0);
    expect(await book.holds()).toEqual(['e-invoice-disputed']);
  });

  it('is meant by its number and date, never by its number alone', async () => {
    await book.addClaim('F-1', '2025-03-01');
    const other = await book.told(message('207', '2026-04-10T09:00:00'));
    expect(other.doubts.map(({ code }) => code)).toEqual(['InvoiceUnclear']);
    expect(await book.holds()).toEqual([]);
    await book.addClaim('F-1', '2026-03-01', 'corrective');
    expect(await book.holds()).toEqual(['e-invoice-disputed']);
  });
});

describe('what is not ours or not known', () => {
  it('is set aside when another seller is named, and kept from a message that names several', async () => {
    await book.addClaim();
    const foreign = await book.told(message('207', '2026-04-10T09:00:00', { issuerLegalId: '552100554' }));
    expect(foreign).toMatchObject({ status: 'set-aside', created: { statuses: 0 } });
    expect(foreign.refusals.map(({ code }) => code)).toEqual(['SellerIsAnother']);
    const ours = message('207', '2026-04-10T09:00:00', { issuerLegalId: `${SELLER}00074` });
    const mixed = await book.told(
      { ...ours, references: [...ours.references, { ...ours.references[0]!, issuerLegalId: '552100554' }] },
      null,
    );
    expect(mixed).toMatchObject({ status: 'partly', created: { statuses: 1, linked: 1 } });
    expect(await book.holds()).toEqual(['e-invoice-disputed']);
  });

  it('is a fact that changes nothing when its code is unknown, and is seen', async () => {
    await book.addClaim();
    const odd = await book.told(message('742', '2026-04-10T09:00:00', { label: 'Mise_de_côté' }));
    expect(odd.doubts.map(({ code }) => code)).toEqual(['UnknownEInvoiceStatus']);
    expect(await book.holds()).toEqual([]);
    const { items } = await store.inTenant(tenantId, (tx) =>
      timelineOf(tx, book.caseId, undefined, (name) => name, '2026-11-21'),
    );
    expect(items.filter(({ kind }) => kind.startsWith('einvoice-'))).toMatchObject([
      { kind: 'einvoice-742', at: '2026-04-10T07:00:00Z', on: '2026-04-10', side: 'center', detail: 'F-1' },
    ]);
    expect(await book.pass('2026-04-20')).toBeGreaterThan(0);
  });

  it('holds no credit note', async () => {
    await book.addClaim('A-1', '2026-03-01', 'credit-note');
    await book.told(message('210', '2026-04-10T09:00:00', { invoice: 'A-1', typeCode: '381' }));
    expect([await book.holds(), await work()]).toEqual([[], []]);
  });

  it('refuses a status without a number or a code, and keeps the others', async () => {
    const one = message('205', '2026-04-10T09:00:00').references[0]!;
    const outcome = await book.told({
      ...message('205', '2026-04-10T09:00:00'),
      references: [{ ...one, invoice: '' }, { ...one, status: '' }, { ...one, invoice: 'x'.repeat(10_000) }, one],
    });
    expect(outcome.refusals.map(({ code }) => code)).toEqual(['MissingNumber', 'MissingStatus', 'MissingNumber']);
    expect(outcome).toMatchObject({ status: 'partly', created: { statuses: 1, waiting: 1 } });
  });

  it('keeps no more of a hostile message than its beginning', async () => {
    await book.addClaim();
    const long = 'é'.repeat(100_000);
    const reasons = Array.from({ length: 500 }, () => ({ code: long, text: long, notes: [long] }));
    const said = { reasons, label: long, role: long, messageId: long, typeCode: long };
    expect((await book.told(message(long, '2026-04-10T09:00:00', said))).status).toBe('imported');
    const [row] = await book.query<{ bytes: number }>(
      'select pg_column_size(e.*)::int as bytes from einvoice_status e where tenant_id = $1',
    );
    expect(row!.bytes).toBeLessThan(100_000);
  });
});

describe('the journal', () => {
  it('has each status with the fingerprint of its message, and verifies', async () => {
    const claimId = await book.addClaim();
    const { importId } = await book.told(message('205', '2026-04-10T09:00:00'));
    const rows = await book.query<{ object_id: string; payload: Record<string, unknown> }>(
      `select e.object_id, p.payload from journal_entry e join journal_payload p using (tenant_id, seq)
        where e.tenant_id = $1 and e.action = 'einvoice.received'`,
    );
    expect(rows).toMatchObject([
      { object_id: claimId, payload: { number: 'F-1', status: '205', message: 'Approuvée', importId } },
    ]);
    expect(rows[0]!.payload.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await verifyJournal(store, tenantId)).toMatchObject({ valid: true });
  });
});

describe('for any order of arrival', () => {
  it('the claim ends up in the same place', async () => {
    const events = [
      message('203', '2026-03-02T09:00:00', { role: 'WK' }),
      message('207', '2026-03-05T09:00:00'),
      message('205', '2026-03-08T09:00:00'),
      message('208', '2026-03-09T09:00:00'),
      message('211', '2026-03-10T09:00:00', { amountCents: 120_000 }),
      message('209', '2026-03-12T09:00:00', { role: 'SE' }),
      message('212', '2026-03-20T09:00:00', { role: 'SE', amountCents: 40_000 }),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.nat({ max: events.length }),
        async (order, known) => {
          tenantId = await newTenant(store);
          book = await new EInvoiceBook(store, tenantId).open();
          for (const one of order.slice(0, known)) await book.told(one);
          await book.addClaim();
          for (const one of order.slice(known)) await book.told(one);
          expect(await book.holds()).toEqual(['receipt-to-check']);
          expect(
            await book.query(
              'select code, declared_cents, ground, cardinality(evidence) as proofs from einvoice_standing where tenant_id = $1',
            ),
          ).toEqual([{ code: '212', declared_cents: 40_000n, ground: 'collected', proofs: 2 }]);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('two messages at once see each other', async () => {
    await book.addClaim();
    const codes = ['207', '208', '210', '213'];
    await Promise.all(codes.map((code, n) => book.told(message(code, `2026-04-1${n}T09:00:00`))));
    expect(await book.holds()).toEqual(['e-invoice-refused', 'e-invoice-rejected']);
  });
});
