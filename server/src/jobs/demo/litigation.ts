import { addDays, type Day, formatDay } from '@acquit/law';
import type { EventValues, ProcedureKind, Refused } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';
import { openProcedure, recordCost, recordEvent } from '../procedures/index.ts';
import type { DemoBook, DemoDebtor } from './book.ts';

/** One thing done in court on a day. */
type Act =
  | { do: 'open'; kind: ProcedureKind; court: string; courtKind: 'commercial' | null }
  | { do: 'event'; kind: string; values: EventValues }
  | { do: 'cost'; what: string; amountCents: number; bearer: 'suit' | 'enforcement' };

/** A customer of the demo and what is done against him, by day. */
interface Suit {
  debtor: DemoDebtor;
  numbers: readonly string[];
  acts: ReadonlyMap<Day, readonly Act[]>;
}

/** Days before the last one on which each suit goes on; the sums are those of the demo's own bills. */
const SERVED: readonly [daysBefore: number, acts: readonly Act[]][] = [
  [78, [{ do: 'open', kind: 'injonction-de-payer', court: 'Tribunal de commerce', courtKind: 'commercial' }]],
  [
    77,
    [
      { do: 'event', kind: 'filed', values: { feePaid: true } },
      { do: 'cost', what: 'Greffe', amountCents: 30_23, bearer: 'suit' },
    ],
  ],
  [52, [{ do: 'event', kind: 'granted', values: {} }]],
  [
    17,
    [
      { do: 'event', kind: 'served', values: { manner: 'person' } },
      { do: 'cost', what: 'Signification', amountCents: 73_12, bearer: 'suit' },
    ],
  ],
];
const OPPOSED: typeof SERVED = [
  [118, [{ do: 'open', kind: 'injonction-de-payer', court: 'Tribunal de commerce', courtKind: 'commercial' }]],
  [117, [{ do: 'event', kind: 'filed', values: { feePaid: true } }]],
  [94, [{ do: 'event', kind: 'granted', values: {} }]],
  [60, [{ do: 'event', kind: 'served', values: { manner: 'home' } }]],
  [36, [{ do: 'event', kind: 'opposed', values: {} }]],
  [6, [{ do: 'event', kind: 'opposition-fee-asked', values: {} }]],
];
/** How long an invoice must have been due before its customer is sued. */
const LATE_DAYS = 15;

/**
 * The suits of the demo: two payment orders against those who owe most since long and never pay, one served and waiting,
 * one opposed. Drawn from the book alone.
 */
export function demoSuits({ debtors }: DemoBook, on: Day): Suit[] {
  const unpaidBefore = (debtor: DemoDebtor, limit: Day) =>
    debtor.invoices.filter((one) => one.dueOn <= limit && one.receipts.length === 0 && one.credit === null);
  const sum = (debtor: DemoDebtor, limit: Day) =>
    unpaidBefore(debtor, limit).reduce((total, one) => total + one.totalCents, 0);
  const suits: Suit[] = [];
  for (const diary of [OPPOSED, SERVED]) {
    const limit = addDays(on, -(diary[0]![0] + LATE_DAYS));
    const [debtor] = debtors
      .filter(
        (one) =>
          one.kind === 'company' && one.insolvencyOpenedOn === null && !suits.some((suit) => suit.debtor === one),
      )
      .sort((a, b) => sum(b, limit) - sum(a, limit));
    if (debtor === undefined || sum(debtor, limit) === 0) continue;
    suits.push({ debtor, numbers: unpaidBefore(debtor, limit).map((one) => one.number), acts: dated(diary, on) });
  }
  return suits;
}

function dated(diary: typeof SERVED, on: Day): Suit['acts'] {
  return new Map(diary.map(([daysBefore, acts]) => [addDays(on, -daysBefore), acts]));
}

/** What is done on a day in the suits of the demo, by those who would do it. */
export async function liveSuits(tx: Tx, companyId: string, suits: readonly Suit[], on: Day): Promise<void> {
  const by = { actor: 'demo', today: formatDay(on) };
  for (const { numbers, acts } of suits)
    for (const act of acts.get(on) ?? []) {
      const rows = await tx.arrays<[string, string, string | null]>(
        `select k.case_id, k.claim_id, x.procedure_id from claim k
           left join procedure_claim x on x.tenant_id = k.tenant_id and x.claim_id = k.claim_id
          where k.tenant_id = $1 and k.company_id = $2 and k.number = any($3::text[]) and k.kind = 'invoice' order by k.number`,
        [tx.tenantId, companyId, numbers],
      );
      const [caseId, , procedureId] = rows[0]!;
      if (act.do === 'open')
        await done(
          openProcedure(
            tx,
            {
              ...suitOrder,
              caseId,
              kind: act.kind,
              claimIds: rows.map(([, claimId]) => claimId),
              courtName: act.court,
              courtKind: act.courtKind,
            },
            by,
          ),
        );
      else if (act.do === 'event')
        await done(
          recordEvent(
            tx,
            { procedureId: procedureId!, kind: act.kind, on: by.today, values: act.values, note: null },
            by,
          ),
        );
      else
        await done(
          recordCost(
            tx,
            {
              procedureId: procedureId!,
              what: act.what,
              amountCents: act.amountCents,
              on: by.today,
              bearer: act.bearer,
              invoice: null,
            },
            by,
          ),
        );
    }
}

const suitOrder = {
  courtId: null,
  caseNumber: null,
  document: null,
  territory: null,
  heldTitleOn: null,
  note: null,
} as const;

/** Days before the last one on which the insolvency of the demo was published. */
const PUBLISHED = 11;

/** The insolvency of the demo is watched: its two months run. */
export async function liveInsolvency(tx: Tx, caseId: string, openedOn: Day, on: Day): Promise<void> {
  const by = { actor: 'demo', today: formatDay(on) };
  const { procedure } = await done(
    openProcedure(
      tx,
      {
        ...suitOrder,
        caseId,
        kind: 'insolvency-claim',
        claimIds: [],
        courtName: 'Tribunal de commerce',
        courtKind: 'commercial',
        openedOn: formatDay(addDays(on, -PUBLISHED)),
      },
      by,
    ),
  );
  const tell = (kind: string, day: Day, values: EventValues) =>
    done(recordEvent(tx, { procedureId: procedure.procedureId, kind, on: formatDay(day), values, note: null }, by));
  await tell('opened', openedOn, { kind: 'liquidation', representative: 'Me Lefort, liquidateur' });
  await tell('published', addDays(on, -PUBLISHED), {});
}

/** The demo tells nothing that is refused. */
async function done<T extends object>(answer: Promise<T | Refused>): Promise<T> {
  const given = await answer;
  if ('refusal' in given) throw new Error((given as Refused).refusal.message);
  return given;
}
