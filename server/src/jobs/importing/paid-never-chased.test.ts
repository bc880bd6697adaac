import { randomUUID } from 'node:crypto';
import { addDays, type Day, formatDay } from '@acquit/law';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFile } from '../../intake/index.ts';
import { findImport, insertReceipt, touchCases } from '../../store/index.ts';
import { keepSharedSigns } from '../../store/queries/customers/index.ts';
import { keptWrongly, newTenant, testStore } from '../../testing/index.ts';
import { applyMatch, declineMatch, undoMatch } from '../matching/index.ts';
import { planCompany, runPass } from '../night/index.ts';
import { createCompany, importFiles, mediaTypeOf, undoImport } from './index.ts';
import { bookOf } from './testing/book.ts';
import { COMPANY, camtOf, cdarOf, cfonbOf, ciiOf, fecOfTruth, listOf } from './testing/files-of-truth.ts';
import {
  creditedOn,
  FIRST_DAY,
  LAST_DAY,
  makeTruth,
  owedOn,
  sum,
  type TrueDebtor,
  type TrueInvoice,
  type TruePayment,
} from './testing/truth.ts';

const { store } = await testStore();
/** On every push the same few sequences; `drills/truth` draws others, as many as it is asked for. */
const [SEQUENCES, SEED] = [
  Number(process.env.ACQUIT_TRUTH_SEQUENCES ?? 6),
  Number(process.env.ACQUIT_TRUTH_SEED ?? 20_261_122),
];

/** What may happen, in any order: `place` chooses the day, the document or the match it is about. */
const step = fc.record({
  kind: fc.constantFrom(
    'cii',
    'cii',
    'credit',
    'fec',
    'camt',
    'cfonb',
    'list',
    'balance',
    'cdar',
    'again',
    'pass',
    'pass',
    'undo-import',
    'undo-match',
    'decide',
    'by-hand',
  ),
  place: fc.nat(10_000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A line pays two invoices of which an undone list had brought one: the other is not asked for meanwhile. */
const UNDONE_LIST: Step[] = [
  { kind: 'fec', place: 6832 },
  { kind: 'cfonb', place: 3948 },
  { kind: 'balance', place: 3004 },
  { kind: 'undo-import', place: 0 },
  { kind: 'pass', place: 0 },
];

/** The credit note of an invoice not imported yet is not what makes the first of two payments of another one complete. */
const CREDIT_FIRST: Step[] = [{ kind: 'credit', place: 4097 }];

/** The line of a payment that the accounts told and the bank then rejected is not a payment to propose again. */
const REJECTED_ONCE: Step[] = [
  { kind: 'fec', place: 5185 },
  { kind: 'camt', place: 3934 },
  { kind: 'fec', place: 1280 },
  { kind: 'decide', place: 4805 },
];

/** A statement undone, which another one had rejected a payment of: told again, it is rejected again. */
const REJECT_STAYS: Step[] = [
  { kind: 'cfonb', place: 6508 },
  { kind: 'fec', place: 7220 },
  { kind: 'cfonb', place: 6880 },
  { kind: 'undo-import', place: 0 },
];

/** A file as it was imported, and what it lets the product know. */
interface Told {
  name: string;
  bytes: Buffer;
  importId: string | null;
  active: boolean;
  /** Whether the book was taken back in part since: what it told may be news again. */
  stale: boolean;
  claims: TrueInvoice[];
  /** Proof that money came: a line of the bank, or an entry of the accounts. */
  payments: TruePayment[];
  credits: TrueInvoice[];
  /** Invoices of which it says what is left, without saying how it was paid, and on which day. */
  left: { invoice: TrueInvoice; on: Day }[];
}

test('whatever comes in, in whatever order, nobody is asked for what he paid, nothing is counted twice, nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(step, { minLength: 4, maxLength: 14 }), async (seed, steps) => {
      const desk = await openDesk(seed);
      for (const one of steps) {
        await desk.take(one);
        await desk.examine();
      }
      await desk.takeEverything();
      await desk.examine();
      await desk.compareWithTruth();
    }),
    {
      numRuns: SEQUENCES,
      seed: SEED,
      endOnFailure: true,
      examples: [
        [19, UNDONE_LIST],
        [1_229_063_115, CREDIT_FIRST],
        [398_570_415, REJECTED_ONCE],
        [1_375_909_690, REJECT_STAYS],
      ],
    },
  );
}, 3_600_000);

async function openDesk(seed: number) {
  const truth = makeTruth(seed);
  const tenantId = await newTenant(store);
  const none = {
    legalForm: null,
    vat: null,
    postcode: null,
    city: null,
    email: null,
    phone: null,
    iban: null,
    bic: null,
  };
  const { companyId } = await store.inTenant(tenantId, (tx) =>
    createCompany(tx, tenantId, {
      ...none,
      name: COMPANY.name,
      legalId: COMPANY.siren,
      addressLines: [],
      country: 'FR',
    }),
  );
  const told: Told[] = [];
  const typed: TruePayment[] = [];
  /** Payments that a person has taken a match of back: what he says counts, until the accounts tell. */
  const denied = new Set<string>();
  let today = addDays(LAST_DAY, 1);
  const person = () => ({ actor: 'user:claire', today: formatDay(today) });

  async function bring(name: string, bytes: Buffer) {
    const read = await readFile(bytes, { name });
    expect(read.status, `${name}: ${JSON.stringify(read.refusal ?? null)}`).toBe('read');
    const order = { tenantId, companyId, ...person(), dryRun: false };
    const [outcome] = await importFiles(store, order, [
      { name, bytes, mediaType: mediaTypeOf(name, read.format), read },
    ]);
    return outcome!;
  }

  async function importNew(name: string, bytes: Buffer, knows: Partial<Told>): Promise<void> {
    const outcome = await bring(name, bytes);
    expect(outcome.refusals, name).toEqual([]);
    const { importId } = outcome;
    if (outcome.status === 'duplicate') return;
    // A complete list says of what came since that it is not in it: told again, it says more.
    for (const one of told) if (one.name.startsWith('balance')) one.stale = true;
    told.push({
      name,
      bytes,
      importId,
      active: true,
      stale: false,
      claims: [],
      payments: [],
      credits: [],
      left: [],
      ...knows,
    });
  }

  async function takeFile(kind: string, place: number, until: Day): Promise<void> {
    const invoice = truth.invoices[place % truth.invoices.length]!;
    const from = addDays(until, -(place % 60));
    const booked = truth.payments.filter((one) => one.on >= from && one.on <= until);
    const listed = truth.invoices.filter((one) => one.on <= until && owedOn(truth, one, until) > 0);
    const left = listed.map((one) => ({ invoice: one, on: until }));
    const suffix = `${formatDay(until)}-${place}`;
    if (kind === 'cii') await importNew(`${invoice.number}.xml`, ciiOf(invoice), { claims: [invoice] });
    if (kind === 'cdar') await importNew(`cdv-${invoice.number}.xml`, cdarOf(invoice, place % 2 ? '205' : '207'), {});
    if (kind === 'credit' && truth.credits.length > 0) {
      const credit = truth.credits[place % truth.credits.length]!;
      await importNew(`${credit.number}.xml`, ciiOf(credit), { credits: [credit.invoice] });
    }
    if (kind === 'camt') await importNew(`releve-${suffix}.xml`, camtOf(truth, from, until), { payments: booked });
    if (kind === 'cfonb') await importNew(`releve-${suffix}.txt`, cfonbOf(truth, from, until), { payments: booked });
    if (kind === 'list') {
      const title = place % 4 === 0 && until === LAST_DAY ? 'none' : 'dated';
      await importNew(`factures-${suffix}.csv`, listOf(truth, until, title), { claims: listed, left });
    }
    if (kind === 'balance')
      await importNew(`balance-${suffix}.csv`, listOf(truth, until, 'complete'), { claims: listed, left });
    if (kind === 'fec')
      await importNew(`732829320FEC${suffix}.txt`, fecOfTruth(truth, until), {
        claims: truth.invoices.filter((one) => one.on <= until),
        payments: truth.payments.filter((one) => one.on <= until),
        credits: truth.credits.filter((one) => one.on <= until).map((one) => one.invoice),
      });
  }

  const active = () => told.filter((one) => one.active);
  const proved = () => new Set([...typed, ...active().flatMap((one) => one.payments)]);

  async function again(place: number): Promise<void> {
    const files = active().filter((one) => !one.stale);
    const file = files[place % Math.max(files.length, 1)];
    if (!file) return;
    const before = await bookOf(store, tenantId);
    for (const bytes of [file.bytes, Buffer.concat([file.bytes, Buffer.from('\n')])]) {
      const outcome = await bring(file.name, bytes);
      expect(await bookOf(store, tenantId), `again ${file.name}`).toEqual(before);
      expect(outcome.changed, `again ${file.name}`).toBe(false);
    }
  }

  async function undoLast(): Promise<void> {
    for (const file of active().toReversed()) {
      if (file.importId === null) continue;
      const { importId } = file;
      const undone = await store.inTenant(tenantId, async (tx) => {
        if (!(await findImport(tx, importId))?.canUndo) return false;
        return (await undoImport(tx, { importId, ...person() })) === null;
      });
      if (!undone) continue;
      file.active = false;
      for (const one of told) one.stale = true;
      return;
    }
  }

  async function decide(kind: 'undo-match' | 'decide', place: number): Promise<void> {
    await store.inTenant(tenantId, async (tx) => {
      const { rows } = await tx.query<{
        match_id: string;
        words: string;
        label: string;
        parts: { number: string; cents: number }[];
      }>(
        `select m.match_id, array_to_string(l.remittance, ' ') as words, l.label,
                (select coalesce(json_agg(json_build_object('number', k.number, 'cents', p.amount_cents) order by k.number), '[]')
                   from bank_match_part p join claim k on k.claim_id = p.claim_id where p.match_id = m.match_id) as parts
           from bank_match m join bank_line l on l.line_id = m.line_id where m.state = $1 order by l.booked_on, words, m.match_id`,
        [kind === 'decide' ? 'proposed' : 'applied'],
      );
      const chosen = rows[place % Math.max(rows.length, 1)];
      if (!chosen) return;
      const payment = truth.payments.find(
        (one) =>
          one.parts.every(({ invoice }) => chosen.words.includes(invoice.number)) &&
          chosen.parts.every(({ number, cents }) =>
            one.parts.some((part) => part.invoice.number === number && part.cents === cents),
          ),
      );
      // Who has said that a line is not the money of a receipt does not take it for another payment afterwards.
      const right = payment !== undefined && !denied.has(payment.id) && chosen.parts.length === payment.parts.length;
      await (kind === 'undo-match' ? undoMatch : right ? applyMatch : declineMatch)(tx, chosen.match_id, person());
      if (kind === 'undo-match' || !right)
        for (const one of truth.payments)
          if (one.parts.some(({ invoice }) => chosen.words.includes(invoice.number))) denied.add(one.id);
    });
    for (const one of told) one.stale = true;
  }

  async function typeByHand(place: number): Promise<void> {
    const known = proved();
    const payment = truth.payments[place % truth.payments.length]!;
    if (known.has(payment) || payment.rejectedOn !== null || payment.on > LAST_DAY) return;
    if (
      active().some(({ left }) =>
        left.some(({ invoice, on }) => on >= payment.on && payment.parts.some((part) => part.invoice === invoice)),
      )
    )
      return;
    await store.inTenant(tenantId, async (tx) => {
      const { rows } = await tx.query<{ claim_id: string; case_id: string; number: string; open: number }>(
        `select claim_id, case_id, number, open_cents::int as open from claim where number = any($1) and status = 'open' for update`,
        [payment.parts.map(({ invoice }) => invoice.number)],
      );
      const allocations = payment.parts.flatMap(({ invoice, cents }) =>
        rows
          .filter((row) => row.number === invoice.number && row.open >= cents)
          .map((row) => ({ claimId: row.claim_id, amountCents: cents })),
      );
      if (allocations.length !== payment.parts.length || new Set(rows.map((row) => row.case_id)).size !== 1) return;
      const caseId = rows[0]!.case_id;
      await insertReceipt(tx, {
        receiptId: randomUUID(),
        companyId,
        caseId,
        receivedOn: formatDay(payment.on),
        amountCents: sum(allocations.map((one) => one.amountCents)),
        method: 'transfer',
        reference: null,
        decidedBy: 'creditor',
        enteredBy: 'user:claire',
        allocations,
      });
      await touchCases(tx, [caseId], formatDay(today));
      typed.push(payment);
    });
  }

  /** Debtors have an address and the company is live: what a pass prepares waits to leave, and must be taken back in time. */
  async function makeReachable(): Promise<void> {
    await store.inTenant(tenantId, async (tx) => {
      await tx.query(`update debtor set email = 'compta@client.example' where email is null`);
      await tx.query(`update company set mode = 'live'`);
    });
  }

  return {
    async take({ kind, place }: Step): Promise<void> {
      if (kind === 'pass') {
        await makeReachable();
        await runPass(store, { tenantId, companyId, on: today, dryRun: false });
        today = addDays(today, 1 + (place % 3));
      } else if (kind === 'again') await again(place);
      else if (kind === 'undo-import') await undoLast();
      else if (kind === 'undo-match' || kind === 'decide') await decide(kind, place);
      else if (kind === 'by-hand') await typeByHand(place);
      else await takeFile(kind, place, addDays(FIRST_DAY, 20 + (place % 61)));
    },

    async takeEverything(): Promise<void> {
      const all = addDays(LAST_DAY, -FIRST_DAY) as number;
      await importNew('dernier.xml', camtOf(truth, addDays(LAST_DAY, -all), LAST_DAY), {
        payments: truth.payments.filter((one) => one.on <= LAST_DAY),
      });
      for (const invoice of truth.invoices)
        await importNew(`${invoice.number}.xml`, ciiOf(invoice), { claims: [invoice] });
      for (const credit of truth.credits)
        await importNew(`${credit.number}.xml`, ciiOf(credit), { credits: [credit.invoice] });
      await takeFile('fec', 0, LAST_DAY);
    },

    /** What must hold at any moment, from what the product was told and no other thing. */
    async examine(): Promise<void> {
      const files = active();
      const known = proved();
      const items = await planCompany(store, { tenantId, companyId, from: today, days: 30 });
      const asked = new Set(items.flatMap((item) => item.claimNumbers));
      const { rows } = await store.inTenant(tenantId, (tx) =>
        tx.query<{ number: string; received: number; prepared: boolean; open: number; twins: number }>(
          `select k.number, k.received_cents::int as received, k.open_cents::int as open, count(*) over (partition by number)::int as twins,
                  exists (select from action_claim m join action a on a.action_id = m.action_id
                           where m.claim_id = k.claim_id and a.status in ('to-confirm', 'to-do', 'queued') and a.channel <> 'task') as prepared
             from claim k where kind <> 'credit-note' and status <> 'cancelled'`,
        ),
      );
      for (const { number, received, prepared, open, twins } of rows) {
        const invoice = truth.invoices.find((one) => one.number === number)!;
        const parts = (among: Iterable<TruePayment>) =>
          sum(
            [...among].flatMap((one) => one.parts.filter((part) => part.invoice === invoice).map((part) => part.cents)),
          );
        const paying = truth.payments.filter((one) => one.parts.some((part) => part.invoice === invoice));
        const lists = files.flatMap(({ left }) => left.filter((one) => one.invoice === invoice).map((one) => one.on));
        const listed = Math.max(0, ...lists.map((on) => creditedOn(truth, invoice, on)));
        const told = new Set([...known, ...paying.filter((one) => lists.some((on) => on >= one.on))]);
        const credited = files.some(({ credits }) => credits.includes(invoice))
          ? creditedOn(truth, invoice, LAST_DAY)
          : 0;
        expect(twins, `${number} stands once`).toBe(1);
        expect(open, `${number} open`).toBeGreaterThanOrEqual(0);
        expect(received, `${number} received twice`).toBeLessThanOrEqual(parts(told) + listed);
        const doubtful = paying.some((one) => one.rejectedOn !== null || denied.has(one.id));
        if (doubtful || parts(known) + credited < invoice.cents) continue;
        expect({ number, asked: asked.has(number), prepared }).toEqual({ number, asked: false, prepared: false });
      }
      expect(await keptWrongly(store, tenantId)).toEqual([]);
      await store.inTenant(tenantId, (tx) => keepSharedSigns(tx, 0));
      expect(await keptWrongly(store, tenantId)).toEqual([]);
    },

    /** Each customer owes what he really owes: his invoices less his credit notes and the money kept to his credit. */
    async compareWithTruth(): Promise<void> {
      const { rows } = await store.inTenant(tenantId, (tx) =>
        tx.query<{ name: string; owes: number }>(
          `select d.name, (coalesce(k.open, 0) - coalesce(r.spare, 0))::int as owes
             from collection_case c join debtor d on d.debtor_id = c.debtor_id
             left join (select case_id, sum(case kind when 'credit-note' then -open_cents else open_cents end) as open
                          from claim where status = 'open' group by 1) k on k.case_id = c.case_id
             left join (select case_id, sum(amount_cents - coalesce((select sum(a.amount_cents) from receipt_allocation a where a.receipt_id = r.receipt_id), 0)) as spare
                          from receipt r where cancelled_at is null group by 1) r on r.case_id = c.case_id`,
        ),
      );
      // What a person has said against the bank stands, until he says otherwise.
      const contested = new Set(truth.payments.flatMap((one) => (denied.has(one.id) ? [one.debtor.name] : [])));
      const sure = (list: { name: string; owes: number }[]) =>
        list.filter(({ name }) => !contested.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
      const owed = (debtor: TrueDebtor) =>
        sum(truth.invoices.filter((one) => one.debtor === debtor).map((one) => owedOn(truth, one, LAST_DAY)));
      expect(sure(rows)).toEqual(sure(truth.debtors.map((one) => ({ name: one.name, owes: owed(one) }))));
    },
  };
}
