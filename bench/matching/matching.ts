import { createHash, randomUUID } from 'node:crypto';
import { formatDay } from '@acquit/law';
import type { LineOutcome, MatchPart } from '../../recovery/src/matching/index.ts';
import { matchLines, rematchWaiting } from '../../server/src/jobs/index.ts';
import { type BenchDatabase, openBenchDatabase, settleDatabase } from '../lib/database.ts';
import { costOf } from '../lib/processor.ts';
import type { Run } from '../lib/run.ts';
import { type MadeBook, makeMatchingBook } from './made-book.ts';
import { factsOf, type Score, scoreOf } from './score.ts';

/** The seed of the published score; others are tried by the test of the core. */
const SEED = 1;
/** A first statement of a large company is matched in one transaction. */
const TIMEOUT_MS = 600_000;

/** Matches a made month of bank lines with a made book in a real database, writes included, and scores it by its truth. */
export async function matching(run: Run): Promise<void> {
  const [claims, lines] = run.quick ? [5_000, 1_000] : [100_000, 20_000];
  const book = makeMatchingBook(SEED, claims, lines);
  const database = await openBenchDatabase();
  try {
    const ids = await fill(database, book);
    await settleDatabase(database);
    const order = { companyId: ids.companyId, today: formatDay(book.on), actor: 'bench' };
    const { cost, result } = await costOf(database.postmaster, () =>
      database.store.inTenant(ids.tenantId, (tx) => matchLines(tx, order), { timeoutMs: TIMEOUT_MS }),
    );
    const again = await costOf(database.postmaster, () =>
      database.store.inTenant(ids.tenantId, (tx) => rematchWaiting(tx, order.companyId, order), {
        timeoutMs: TIMEOUT_MS,
      }),
    );
    run.say(
      `${result.applied} applied, ${result.proposed} proposed, ${result.toMatch} without a proposal, ${result.outgoing} outgoing`,
    );
    report(
      run,
      scoreOf(book, await outcomes(database, ids, book)),
      cost.seconds,
      `${claims.toLocaleString('en-US')} claims and ${lines.toLocaleString('en-US')} bank lines`,
    );
    run.add({
      section: SECTION,
      what: 'the same: processor time of the worker and of PostgreSQL',
      unit: 's',
      kind: 'cost',
      values: [cost.cpu + (cost.serverCpu ?? 0)],
    });
    run.add({
      section: SECTION,
      what: 'looking again at what still waits',
      unit: 's',
      kind: 'cost',
      values: [again.cost.seconds],
    });
  } finally {
    await database.close();
  }
}

const SECTION = 'Matching receipts';

function report({ add }: Run, score: Score, seconds: number, size: string): void {
  const percent = (share: number) => [share * 100];
  add({
    section: SECTION,
    what: `matching ${size}, writes included, by the clock`,
    unit: 's',
    kind: 'cost',
    values: [seconds],
    budget: 20,
  });
  add({
    section: SECTION,
    what: 'precision of what is applied by itself',
    unit: '%',
    kind: 'speed',
    values: percent(score.precision),
    budget: 99.9,
  });
  add({
    section: SECTION,
    what: 'recall: payments and rejects applied rightly by themselves',
    unit: '%',
    kind: 'speed',
    values: percent(score.recall),
    budget: 90,
  });
  add({
    section: SECTION,
    what: 'the same with those that stand first among the proposals',
    unit: '%',
    kind: 'speed',
    values: percent(score.foundFirst),
  });
}

interface Ids {
  tenantId: string;
  companyId: string;
}

/** Made identifiers become UUIDs, the same each time. */
function idOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

async function fill(database: BenchDatabase, book: MadeBook): Promise<Ids> {
  const [tenantId, companyId, accountId, importId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const paid = book.receipts.map((receipt) => receipt.claim);
  await database.asOwner(async (client) => {
    const insert = (table: string, columns: string, types: string, lists: readonly unknown[][]) =>
      client.query(
        `insert into ${table} (tenant_id, ${columns}) select '${tenantId}', u.* from unnest(${types
          .split(' ')
          .map((type, n) => `$${n + 1}::${type}[]`)
          .join(', ')}) as u`,
        [...lists],
      );
    await client.query('insert into tenant (tenant_id, name) values ($1, $2)', [tenantId, 'Banc d’essai']);
    await insert('company', 'company_id, name', 'uuid text', [[companyId], ['Atelier Durand']]);
    await insert('blob', 'sha256, bytes, media_type', 'bytea int8 text', [
      [createHash('sha256').update('x').digest()],
      [1],
      ['text/plain'],
    ]);
    await insert('import_job', 'import_id, company_id, file_name, sha256, format, status, imported_by', 'uuid uuid text bytea text text text', [
      [importId], [companyId], ['releve.xml'], [createHash('sha256').update('x').digest()], ['camt'], ['imported'], ['bench'],
    ]); // biome-ignore format: one value per column
    await insert('bank_account', 'bank_account_id, company_id, account_key, label', 'uuid uuid text text', [
      [accountId],
      [companyId],
      ['FR76'],
      ['Compte'],
    ]);
    const debtors = book.debtors;
    const of = <T, V>(list: readonly T[], value: (item: T) => V) => list.map(value);
    await insert('debtor', 'debtor_id, company_id, name, kind, country, account', 'uuid uuid text text text text', [
      of(debtors, (one) => idOf(`debtor ${one.id}`)),
      of(debtors, () => companyId),
      of(debtors, (one) => one.name.ledger),
      of(debtors, () => 'company'),
      of(debtors, (one) => one.country),
      of(debtors, (one) => one.account),
    ]);
    await insert('collection_case', 'case_id, company_id, debtor_id, profile', 'uuid uuid uuid text', [
      of(debtors, (one) => idOf(one.id)),
      of(debtors, () => companyId),
      of(debtors, (one) => idOf(`debtor ${one.id}`)),
      of(debtors, () => 'business'),
    ]);
    const claims = [...book.claims, ...paid];
    const settled = new Set(paid);
    await insert(
      'claim',
      'claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents, received_cents, status, settled_on',
      'uuid uuid uuid text text date date int8 int8 int8 text date',
      [
        of(claims, (one) => idOf(one.id)),
        of(claims, () => companyId),
        of(claims, (one) => idOf(one.debtor.id)),
        of(claims, (one) => one.number),
        of(claims, (one) => (one.isCredit ? 'credit-note' : 'invoice')),
        of(claims, (one) => formatDay(one.issuedOn)),
        of(claims, (one) => formatDay(one.dueOn)),
        of(claims, (one) => one.cents),
        of(claims, (one) => one.cents),
        of(claims, (one) => (settled.has(one) ? one.cents : 0)),
        of(claims, (one) => (settled.has(one) ? 'settled' : 'open')),
        of(claims, (one) => (settled.has(one) ? formatDay(one.dueOn) : null)),
      ],
    );
    await insert('payer', 'company_id, payer_key, debtor_id', 'uuid text uuid', [
      of(factsOf(book).payers, () => companyId),
      of(factsOf(book).payers, (one) => one.key),
      of(factsOf(book).payers, (one) => idOf(`debtor ${one.caseId}`)),
    ]);
    // A receipt of the past came on a line of the past, which its reject names again.
    const past = book.receipts.map((one) => ({ ...one, lineId: idOf(`line of ${one.id}`) }));
    const lines = [
      ...past.map((one) => ({
        lineId: one.lineId, on: one.on, cents: one.cents, label: 'PRLV SEPA', counterparty: null, counterpartyIban: one.claim.debtor.iban,
        endToEndId: one.endToEndId, remittance: [] as string[], isReversal: false, rejectReason: null, state: 'matched',
      })),
      ...book.lines.map((one) => ({ ...one, lineId: idOf(one.id), state: 'to-match' })),
    ]; // biome-ignore format: one line
    await insert(
      'bank_line',
      'line_id, company_id, bank_account_id, import_id, booked_on, amount_cents, label, counterparty, counterparty_iban, end_to_end_id, is_reversal, reject_reason, fingerprint, state',
      'uuid uuid uuid uuid date int8 text text text text bool text bytea text',
      [
        of(lines, (one) => one.lineId),
        of(lines, () => companyId),
        of(lines, () => accountId),
        of(lines, () => importId),
        of(lines, (one) => formatDay(one.on)),
        of(lines, (one) => one.cents),
        of(lines, (one) => one.label),
        of(lines, (one) => one.counterparty),
        of(lines, (one) => one.counterpartyIban),
        of(lines, (one) => one.endToEndId),
        of(lines, (one) => one.isReversal),
        of(lines, (one) => one.rejectReason),
        of(lines, (one) => Buffer.from(one.lineId)),
        of(lines, (one) => one.state),
      ],
    );
    // Arrays of arrays are one flat list to the driver: the texts are set by themselves, joined by a sign no bank sends.
    await client.query(
      `update bank_line l set remittance = string_to_array(u.texts, E'\\x1e') from unnest($1::uuid[], $2::text[]) as u (line_id, texts)
        where l.tenant_id = '${tenantId}' and l.line_id = u.line_id and u.texts <> ''`,
      [lines.map((one) => one.lineId), lines.map((one) => one.remittance.join('\x1e'))],
    );
    await insert(
      'receipt',
      'receipt_id, company_id, case_id, received_on, amount_cents, entered_by, origin, bank_line_id',
      'uuid uuid uuid date int8 text text uuid',
      [
        of(past, (one) => idOf(one.id)),
        of(past, () => companyId),
        of(past, (one) => idOf(one.claim.debtor.id)),
        of(past, (one) => formatDay(one.on)),
        of(past, (one) => one.cents),
        of(past, () => 'bench'),
        of(past, () => 'bank'),
        of(past, (one) => one.lineId),
      ],
    );
    await insert('receipt_allocation', 'receipt_id, claim_id, received_on, amount_cents', 'uuid uuid date int8', [
      of(past, (one) => idOf(one.id)),
      of(past, (one) => idOf(one.claim.id)),
      of(past, (one) => formatDay(one.on)),
      of(past, (one) => one.cents),
    ]);
  });
  return { tenantId, companyId };
}

/** What the database holds of each line, in the made book's identifiers. */
async function outcomes(database: BenchDatabase, { tenantId }: Ids, book: MadeBook): Promise<LineOutcome[]> {
  const name = new Map<string, string>();
  for (const { id } of [...book.debtors, ...book.claims, ...book.receipts, ...book.lines]) name.set(idOf(id), id);
  const { rows } = await database.store.inTenant(tenantId, (tx) =>
    tx.query<{
      line_id: string;
      state: string;
      rule: string;
      receipt: string | null;
      parts: { claim: string; cents: number }[];
    }>(
      `select m.line_id, m.state, m.rule, coalesce(m.reverses_receipt_id, m.known_receipt_id) as receipt,
              (select coalesce(json_agg(json_build_object('claim', p.claim_id, 'cents', p.amount_cents)), '[]') from bank_match_part p
                where p.tenant_id = m.tenant_id and p.match_id = m.match_id) as parts
         from bank_match m order by m.line_id, m.rank`,
    ),
  );
  const found = new Map<string, LineOutcome>();
  for (const row of rows) {
    const lineId = name.get(row.line_id)!;
    const outcome = found.get(lineId) ?? { lineId, applied: null, proposals: [], heldClaimIds: [] };
    found.set(lineId, outcome);
    const parts =
      row.receipt !== null
        ? []
        : row.parts.map(
            (part): MatchPart => ({
              claimId: name.get(part.claim)!,
              caseId: '',
              amountCents: Number(part.cents),
              differenceCents: 0,
              differenceKind: null,
            }),
          );
    const proposal = {
      rule: row.rule as 'reference',
      confidence: 0,
      sure: row.state === 'applied',
      reasons: [],
      parts,
      caseId: '',
      leftCents: 0,
      teaches: false,
      receiptId: row.receipt === null ? null : (name.get(row.receipt) ?? ''),
    };
    if (row.state === 'applied') outcome.applied = proposal;
    else outcome.proposals.push(proposal);
  }
  return [...found.values()];
}
