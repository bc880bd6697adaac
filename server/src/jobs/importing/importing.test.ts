import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store, Tx } from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { answerAbsence } from './index.ts';
import { accounts, balance, item, openDesk, payment, sale, statement, TODAY } from './testing/desk.ts';

const { store } = await testStore();

describe('bank statements', () => {
  it('takes one line of two overlapping files, whatever their format, and two equal payments of one day as two', async () => {
    const desk = await openDesk(store);
    const twice = [{ label: 'VIR DUPONT' }, { label: 'VIR DUPONT' }];
    expect((await desk.take(statement(twice))).changes.bankLines).toBe(2);
    expect((await desk.take(statement([...twice, { label: 'VIR MARTIN' }]))).changes).toMatchObject({
      bankLines: 1,
      known: 2,
    });
    const other = statement([{ label: 'VIREMENT RECU M. DUPONT' }, { label: 'VIR DUPONT' }], 'cfonb120', '12345678901');
    expect((await desk.take(other)).changes).toMatchObject({ bankLines: 0, known: 2 });
    expect((await desk.book()).accounts).toHaveLength(1);
  });

  it('keeps pending lines and other currencies out, and says so', async () => {
    const desk = await openDesk(store);
    const told = await desk.take(statement([{ status: 'pending' }, { currency: 'USD' }, { amountCents: 700 }]));
    expect(told.changes.bankLines).toBe(1);
    expect(told.doubts.map((one) => one.code)).toEqual(['ForeignCurrencyLines', 'PendingLines']);
  });

  it('splits a grouped line whose transactions add up, once, and knows it as a total afterwards', async () => {
    const desk = await openDesk(store);
    const details = [
      { amountCents: 3_000, remittance: ['F-1'] },
      { amountCents: 2_000, remittance: ['F-2'] },
    ];
    expect((await desk.take(statement([{ bankReference: 'B1', details }]))).changes.bankLines).toBe(2);
    expect((await desk.take(statement([{ bankReference: 'B1', details }]))).changes).toMatchObject({
      bankLines: 0,
      known: 2,
    });
    expect((await desk.take(statement([{ bankReference: 'B1' }]))).changes.bankLines).toBe(0);
  });
});

describe('accounting files', () => {
  it('closes what a later export letters, with its payment, and not twice what the bank told', async () => {
    const desk = await openDesk(store);
    await desk.take(accounts([sale('FA-2026-1', '2026-09-01', 12_000), sale('FA-2026-2', '2026-09-05', 8_000)]));
    await desk.take(
      statement([{ on: '2026-11-18', amountCents: 12_000, label: 'VIR DUPONT FA-2026-1', remittance: ['FA-2026-1'] }]),
    );
    const next = await desk.take(
      accounts(
        [sale('FA-2026-2', '2026-09-05', 8_000)],
        [[sale('FA-2026-1', '2026-09-01', 12_000), payment('2026-11-19', 12_000)]],
      ),
    );
    const { claims, receipts } = await desk.book();
    expect(claims).toMatchObject([
      { number: 'FA-2026-1', status: 'settled', received_cents: 12_000n },
      { number: 'FA-2026-2', status: 'open', due_on_source: 'law', due_on: '2026-10-05' },
    ]);
    expect(receipts).toHaveLength(1);
    expect(next.changes.receipts).toBe(0);
  });

  it('opens a claim again when its payment is returned, and takes nothing back from an older export', async () => {
    const desk = await openDesk(store);
    const paid = [sale('FA-2026-1', '2026-09-01', 12_000), payment('2026-11-10', 12_000)];
    await desk.take(accounts([], [paid], '2026-11-15'));
    expect((await desk.book()).claims).toMatchObject([{ status: 'settled' }]);
    const reject = item({ kind: 'reversal', on: '2026-11-18', debitCents: 12_000, journal: 'BQ' });
    await desk.take(accounts([reject], [paid]));
    expect((await desk.book()).claims).toMatchObject([{ status: 'open', received_cents: 0n }]);
    await desk.take(accounts([], [paid], '2026-11-15'));
    expect((await desk.book()).claims).toMatchObject([{ status: 'open', received_cents: 0n }]);
  });

  it('knows an invoice under another name of its customer, and gives him his account', async () => {
    const desk = await openDesk(store);
    await desk.take(balance([{ number: 'FA-2026-1', dueCents: 10_000 }], false));
    const { book } = accounts([sale('FA-2026-1', '2026-09-01', 10_000)]);
    const told = await desk.take({
      format: 'fec',
      book: { ...book, customers: [{ ...book.customers[0]!, name: 'DUPONT BOIS' }] },
    });
    expect(told.changes).toMatchObject({ newClaims: 0, debtors: 0 });
    expect((await desk.book()).debtors).toMatchObject([{ name: 'Menuiserie Dupont', account: 'CDUPONT' }]);
  });

  it('holds back an invoice lettered with something it does not show', async () => {
    const desk = await openDesk(store);
    await desk.take(accounts([sale('FA-2026-1', '2026-09-01', 12_000, { lettering: 'AA', letteredOn: '2026-11-21' })]));
    expect((await desk.book()).holds).toMatchObject([{ kind: 'absent-from-ledger' }]);
  });
});

describe('lists of what is open', () => {
  it('receives what was paid since the last one, dated on the day it was still open', async () => {
    const desk = await openDesk(store);
    await desk.take(balance([{ number: 'F-1', dueCents: 10_000 }]));
    const told = await desk.take(balance([{ number: 'F-1', dueCents: 4_000 }]));
    expect(told.changes).toMatchObject({ receipts: 1, closedClaims: 0 });
    expect((await desk.book()).receipts).toMatchObject([{ amount_cents: 6_000n, received_on: TODAY, origin: 'list' }]);
    expect((await desk.take(balance([{ number: 'F-1', dueCents: 4_000 }]))).changed).toBe(false);
  });

  it('holds back what a complete one no longer has, until it is listed or a person answers', async () => {
    const desk = await openDesk(store);
    const both = [
      { number: 'F-1', dueCents: 10_000 },
      { number: 'F-2', dueCents: 10_000 },
    ];
    await desk.take(balance(both));
    expect((await desk.take(balance(both.slice(1)))).changes.absent).toBe(1);
    await desk.take(balance(both));
    expect((await desk.book()).holds).toEqual([]);
    await desk.take(balance(both.slice(1)));
    const claimId = await store.inTenant(
      desk.tenantId,
      async (tx: Tx) =>
        (
          await tx.arrays<[string]>(`select claim_id from claim where tenant_id = $1 and number = 'F-1'`, [
            desk.tenantId,
          ])
        )[0]![0],
    );
    const answered = await store.inTenant(desk.tenantId, (tx) =>
      answerAbsence(tx, { claimId, answer: 'resume', actor: 'user:x', today: TODAY }),
    );
    expect(answered).toBe(true);
    expect((await desk.take(balance(both.slice(1)))).changes.absent).toBe(0);
  });
});

describe('taking an import back', () => {
  it('only the last one, and never what a person has since paid', async () => {
    const desk = await openDesk(store);
    const first = await desk.take(balance([{ number: 'F-1', dueCents: 10_000 }]));
    const before = await desk.book();
    const second = await desk.take(accounts([sale('FA-9', '2026-10-01', 9_000)]));
    expect(await desk.undo(first)).toMatchObject({ refusal: { code: 'ImportNotUndoable' } });
    expect(await desk.undo(second)).toBeNull();
    expect(await desk.book()).toEqual(before);
    await store.inTenant(desk.tenantId, async (tx) => {
      const [[claimId, caseId]] = (await tx.arrays<[string, string]>(
        'select claim_id, case_id from claim where tenant_id = $1',
        [desk.tenantId],
      )) as [[string, string]];
      const receiptId = randomUUID();
      await tx.query(
        `insert into receipt (tenant_id, receipt_id, company_id, case_id, received_on, amount_cents, entered_by) values ($1, $2, $3, $4, $5, 100, 'user:x')`,
        [desk.tenantId, receiptId, desk.companyId, caseId, TODAY],
      );
      await tx.query('insert into receipt_allocation values ($1, $2, $3, $4, 100)', [
        desk.tenantId,
        receiptId,
        claimId,
        TODAY,
      ]);
    });
    expect(await desk.undo(first)).toMatchObject({ refusal: { code: 'ReceiptDepends', facts: { number: 'F-1' } } });
  });

  it('cancels, and brings back, a claim that a message names', async () => {
    const desk = await openDesk(store);
    const list = balance([{ number: 'F-1', dueCents: 10_000 }]);
    const told = await desk.take(list);
    await store.inTenant(desk.tenantId, async (tx) => {
      const actionId = randomUUID();
      await tx.query(
        `insert into action (tenant_id, action_id, company_id, case_id, step, channel, mode, status, decided_on, total_cents, facts, reasons)
         select $1, $2, company_id, case_id, 'reminder-1', 'email', 'test', 'done', $3, 10000, '{"claims":[]}', '[]' from claim where tenant_id = $1`,
        [desk.tenantId, actionId, TODAY],
      );
      await tx.query(
        `insert into action_claim (tenant_id, claim_id, step, channel, mode, action_id, open_cents)
         select $1, claim_id, 'reminder-1', 'email', 'test', $2, 10000 from claim where tenant_id = $1`,
        [desk.tenantId, actionId],
      );
    });
    expect(await desk.undo(told)).toBeNull();
    expect((await desk.book()).claims).toMatchObject([{ number: 'F-1', status: 'cancelled' }]);
    await desk.take(list);
    expect((await desk.book()).claims).toMatchObject([{ number: 'F-1', status: 'open' }]);
  });
});

describe('a failure in the middle', () => {
  it('leaves nothing of the file, at whichever statement it comes', async () => {
    const desk = await openDesk(store);
    await desk.take(balance([{ number: 'F-1', dueCents: 10_000 }]));
    const before = await desk.book();
    const file = accounts(
      [sale('FA-2026-2', '2026-09-05', 8_000), payment('2026-11-02', 500)],
      [[sale('FA-2026-1', '2026-09-01', 12_000), payment('2026-11-19', 12_000)]],
    );
    let tried = 0;
    for (let nth = 1; ; nth += 1) {
      let count = 0;
      const failing: Store = {
        ...store,
        inTenant: (tenantId, work, options) =>
          store.inTenant(
            tenantId,
            (tx) => {
              const orFail =
                <A extends unknown[], R>(run: (...args: A) => R) =>
                (...args: A): R => {
                  count += 1;
                  if (count === nth) throw new Error('The power went.');
                  return run(...args);
                };
              return work({ ...tx, query: orFail(tx.query) as Tx['query'], arrays: orFail(tx.arrays) as Tx['arrays'] });
            },
            options,
          ),
      };
      const done = await desk.take(file, failing).then(
        () => true,
        () => false,
      );
      if (done) break;
      tried = nth;
      expect(await desk.book()).toEqual(before);
    }
    expect(tried).toBeGreaterThan(20);
    expect((await desk.book()).claims).toHaveLength(3);
  });
});
