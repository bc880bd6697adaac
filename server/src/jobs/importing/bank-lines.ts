import { createHash, randomUUIDv7 } from 'node:crypto';
import { type LineFacts, newLines, placeOf } from '@acquit/recovery';
import type { BankDetail, BankEntry } from '../../intake/index.ts';
import { bySlices, type Tx } from '../../store/index.ts';
import type { ImportContext } from './context.ts';

/** A line to store: an entry of the statement, or one transaction of a grouped one. */
export type BankLine = Omit<BankEntry, 'details'>;

/** A grouped entry whose details all have amounts that add up to it becomes one line per transaction; else it stays one. */
export function linesOfEntry(told: BankEntry): BankLine[] {
  // Most entries of a long statement are of one transaction: they are not copied.
  if (told.details === undefined) return [told];
  const { details, ...entry } = told;
  if (details.length === 0) return [entry];
  const signed = details.map((detail) => withSign(detail.amountCents, entry.amountCents));
  const sum = signed.reduce<number>((total, cents) => total + (cents ?? 0), 0);
  if (details.length === 1 || signed.some((cents) => cents === undefined || cents === 0) || sum !== entry.amountCents)
    return [{ ...entry, ...onlyDetail(details), remittance: [...entry.remittance, ...details.flatMap(textsOf)] }];
  return details.map(({ amountCents: _, remittance, ...own }, index) => ({
    ...entry,
    ...own,
    amountCents: signed[index] ?? 0,
    remittance,
  }));
}

/** A detail gives its amount without a sign in some files: it goes the way of its entry. */
const withSign = (cents: number | undefined, entryCents: number) =>
  cents === undefined ? undefined : cents > 0 && entryCents < 0 ? -cents : cents;

/** The words of the only detail are those of the entry. */
function onlyDetail(details: readonly BankDetail[]): Partial<BankLine> {
  const [only] = details;
  if (details.length !== 1 || !only) return {};
  const { amountCents: _, remittance: __, ...own } = only;
  return own;
}

const textsOf = ({ remittance, counterparty, endToEndId }: BankDetail) => [
  ...remittance,
  ...(counterparty ? [counterparty] : []),
  ...(endToEndId ? [endToEndId] : []),
];

const factsOf = (line: BankLine, format: string): LineFacts => ({
  amountCents: line.amountCents,
  on: line.on,
  format,
  endToEndId: line.endToEndId ?? null,
  bankReference: line.bankReference ?? null,
  words: [line.label, line.counterparty ?? '', ...line.remittance].join(' '),
});

interface KnownRow {
  booked_on: string;
  amount_cents: bigint;
  label: string;
  counterparty: string | null;
  end_to_end_id: string | null;
  bank_reference: string | null;
  remittance: string[];
  format: string;
}

/**
 * Stores the booked lines of one statement that the account does not have yet. `occurrence` numbers the lines of one day
 * and amount, so that the key of the table refuses what two imports at once would both add. Gives the identifiers.
 */
export async function storeLines(
  tx: Tx,
  context: ImportContext,
  bankAccountId: string,
  entries: readonly BankEntry[],
): Promise<{ lineIds: string[]; stored: BankLine[]; known: number }> {
  const splits = entries.map(linesOfEntry);
  const rows = await knownLines(tx, bankAccountId, entries, splits);
  const known = rows.map(rowFacts);
  if (known.length === 0) {
    // Nothing to compare with: all of it is new.
    const stored = splits.flat();
    return { lineIds: await insertLines(tx, context, bankAccountId, stored, known), stored, known: 0 };
  }
  const whole = entries.map(({ details: _, ...entry }): BankLine => entry);
  // A grouped entry that was told as one line before is that line; the others are looked at transaction by transaction.
  const grouped = whole.flatMap((line, index) => ((splits[index]?.length ?? 0) > 1 ? [{ line, index }] : []));
  const untold = new Set(
    newLines(
      known,
      grouped.map(({ line }) => factsOf(line, context.format)),
    ).map((at) => grouped[at]!.index),
  );
  const totals = totalsOf(rows);
  const lines = splits.flatMap((split, index) => {
    if (split.length > 1) return untold.has(index) ? split : [whole[index]!];
    return isSumOfKnown(split[0]!, totals) ? [] : split;
  });
  const skipped = splits.reduce(
    (sum, split, index) => sum + (split.length > 1 && !untold.has(index) ? 1 : split.length),
    0,
  );
  const fresh = newLines(
    known,
    lines.map((line) => factsOf(line, context.format)),
  ).map((index) => lines[index]!);
  const lineIds = await insertLines(tx, context, bankAccountId, fresh, known);
  return { lineIds, stored: fresh, known: skipped - fresh.length };
}

const rowFacts = (row: KnownRow): LineFacts => ({
  amountCents: Number(row.amount_cents),
  on: row.booked_on,
  format: row.format,
  endToEndId: row.end_to_end_id,
  bankReference: row.bank_reference,
  words: [row.label, row.counterparty ?? '', ...row.remittance].join(' '),
});

const groupOf = (on: string, bankReference: string) => `${on} ${bankReference}`;

/** Sums of the known lines that share a reference of the bank on one day, where there are several. */
function totalsOf(rows: readonly KnownRow[]): Map<string, number> {
  const groups = new Map<string, { cents: number; lines: number }>();
  for (const row of rows) {
    if (row.bank_reference === null) continue;
    const group = groups.get(groupOf(row.booked_on, row.bank_reference)) ?? { cents: 0, lines: 0 };
    groups.set(groupOf(row.booked_on, row.bank_reference), {
      cents: group.cents + Number(row.amount_cents),
      lines: group.lines + 1,
    });
  }
  return new Map([...groups].flatMap(([key, { cents, lines }]) => (lines > 1 ? [[key, cents] as const] : [])));
}

/** An entry told as a total whose transactions were told one by one before, under the same reference of the bank. */
const isSumOfKnown = ({ bankReference, on, amountCents }: BankLine, totals: ReadonlyMap<string, number>) =>
  bankReference !== undefined && totals.get(groupOf(on, bankReference)) === amountCents;

/** The lines that the account has of the days and amounts of some entries, told whole or split, or under their references. */
async function knownLines(
  tx: Tx,
  bankAccountId: string,
  entries: readonly BankEntry[],
  splits: readonly BankLine[][],
): Promise<KnownRow[]> {
  if (entries.length === 0) return [];
  const [places, references] = [new Set<string>(), new Set<string>()];
  const look = (line: BankLine) => {
    places.add(placeOf(line));
    if (line.bankReference) references.add(line.bankReference);
  };
  for (const [index, entry] of entries.entries()) {
    look(entry);
    for (const line of splits[index]!) if (line !== entry) look(line);
  }
  const columns =
    'b.line_id, b.import_id, b.occurrence, b.booked_on, b.amount_cents, b.label, b.counterparty, b.end_to_end_id, b.bank_reference, b.remittance';
  // One look into an index for each (`offset 0` keeps it so): during its first import the table has no statistics yet, and
  // a plan made for few lines would go through all of them at each batch.
  const { rows } = await tx.query<KnownRow>(
    `select l.booked_on, l.amount_cents, l.label, l.counterparty, l.end_to_end_id, l.bank_reference, l.remittance,
            (select i.format from import_job i where i.tenant_id = $1 and i.import_id = l.import_id) as format
       from (select k.* from unnest($3::bytea[]) as p(print) cross join lateral (
               select ${columns} from bank_line b where b.tenant_id = $1 and b.bank_account_id = $2 and b.fingerprint = p.print offset 0) k
             union
             select k.* from unnest($4::text[]) as r(reference) cross join lateral (
               select ${columns} from bank_line b where b.tenant_id = $1 and b.bank_account_id = $2 and b.bank_reference = r.reference offset 0) k) l
      order by l.booked_on, l.occurrence`,
    [tx.tenantId, bankAccountId, [...places].map(printOf), [...references]],
  );
  return rows;
}

/** Between the texts of one line: a character that no text of a bank holds (record separator). */
const SEPARATOR = '\x1e';

/** What a line is looked up by: a day and an amount, as 32 bytes. */
const printOf = (place: string): Buffer => createHash('sha256').update(place).digest();

async function insertLines(
  tx: Tx,
  context: ImportContext,
  bankAccountId: string,
  fresh: readonly BankLine[],
  known: readonly LineFacts[],
): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const line of known) counts.set(placeOf(line), (counts.get(placeOf(line)) ?? 0) + 1);
  const occurrenceOf = (line: BankLine): number => {
    const count = counts.get(placeOf(line)) ?? 0;
    counts.set(placeOf(line), count + 1);
    return count;
  };
  const lineIds: string[] = [];
  await bySlices(
    fresh,
    (lines) => ({ lines, occurrences: lines.map(occurrenceOf) }),
    async ({ lines, occurrences }) => {
      lineIds.push(...(await insertSlice(tx, context, bankAccountId, lines, occurrences)));
    },
  );
  return lineIds;
}

async function insertSlice(
  tx: Tx,
  { companyId, importId }: ImportContext,
  bankAccountId: string,
  lines: readonly BankLine[],
  occurrences: readonly number[],
): Promise<string[]> {
  const column = <T>(field: (line: BankLine) => T) => lines.map(field);
  const { rows } = await tx.query<{ line_id: string }>(
    `insert into bank_line (tenant_id, line_id, company_id, bank_account_id, import_id, booked_on, value_on, amount_cents, label,
                            counterparty, counterparty_iban, end_to_end_id, mandate_id, bank_reference, remittance, operation,
                            is_reversal, reject_reason, fingerprint, occurrence)
     select $1, u.line_id, $2, $3, $4, u.booked_on, u.value_on, u.amount_cents, u.label, u.counterparty, u.counterparty_iban,
            u.end_to_end_id, u.mandate_id, u.bank_reference, string_to_array(u.remittance, E'\\x1e'), u.operation,
            u.is_reversal, u.reject_reason, u.fingerprint, u.occurrence
       from unnest($5::uuid[], $6::date[], $7::date[], $8::int8[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                   $14::text[], $15::text[], $16::text[], $17::bool[], $18::text[], $19::bytea[], $20::int[])
         as u(line_id, booked_on, value_on, amount_cents, label, counterparty, counterparty_iban, end_to_end_id, mandate_id,
              bank_reference, remittance, operation, is_reversal, reject_reason, fingerprint, occurrence)
     on conflict (tenant_id, bank_account_id, fingerprint, occurrence) do nothing
     returning line_id`,
    [
      tx.tenantId,
      companyId,
      bankAccountId,
      importId,
      // Ids made in one millisecond come in any order: sorted, the lines of a day stay in the order of the file.
      lines.map(() => randomUUIDv7()).sort(),
      column((line) => line.on),
      column((line) => line.valueOn ?? null),
      column((line) => line.amountCents),
      column((line) => line.label),
      column((line) => line.counterparty ?? null),
      column((line) => line.counterpartyIban?.replace(/\s/g, '') ?? null),
      column((line) => line.endToEndId ?? null),
      column((line) => line.mandateId ?? null),
      column((line) => line.bankReference ?? null),
      column((line) => line.remittance.join(SEPARATOR)),
      column((line) => line.operation ?? null),
      column((line) => line.reversal ?? false),
      column((line) => line.rejectReason ?? null),
      column((line) => printOf(placeOf(line))),
      occurrences,
    ],
  );
  return rows.map((row) => row.line_id);
}
