import { randomUUID } from 'node:crypto';
import type { DebtorKind } from '@acquit/law';
import { type CustomerRefusal, type DoubleSide, fr, type MergePreview, mergeRefusal } from '@acquit/recovery';
import { systemCode } from '../../refusal.ts';
import type { Tx } from '../../store.ts';
import { touchCases } from '../touch.ts';
import { withdrawActions } from '../withdraw.ts';
import { filledNames, fillInto, fillsOf, keepContact, rememberAliases } from './merge-fill.ts';
import type { CustomerRows, Undo } from './merge-shape.ts';
import { moveRows } from './moves.ts';
import { type SameClaim, sameClaims } from './same-claims.ts';

/** Both customers as they are, locked in the order of their cases when `lock`; null when one is not of this tenant. */
async function loadBoth(
  tx: Tx,
  intoId: string,
  fromId: string,
  lock: boolean,
): Promise<[CustomerRows, CustomerRows] | null> {
  const { rows } = await tx.query<CustomerRows>(
    `select to_jsonb(d) as debtor, to_jsonb(c) as kase
       from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where c.tenant_id = $1 and c.debtor_id = any($2::uuid[]) order by c.case_id ${lock ? 'for update of c, d' : ''}`,
    [tx.tenantId, [intoId, fromId]],
  );
  const of = (debtorId: string) => rows.find((row) => row.debtor.debtor_id === debtorId);
  const [into, from] = [of(intoId), of(fromId)];
  return into && from && into.debtor.company_id === from.debtor.company_id ? [into, from] : null;
}

const identity = ({ debtor }: CustomerRows) => ({
  name: debtor.name,
  kind: debtor.kind as DebtorKind | null,
  legalId: debtor.legal_id as string | null,
});

function refusalOf(into: CustomerRows, from: CustomerRows, same: readonly SameClaim[]): CustomerRefusal | null {
  if (into.debtor.debtor_id === from.debtor.debtor_id)
    return { code: 'SameCustomer', message: 'Un client ne peut pas être fusionné avec lui-même.', facts: {} };
  const refused = mergeRefusal(identity(into), identity(from));
  if (refused) return refused;
  const numbers = (which: SameClaim['verdict']) => same.filter((one) => one.verdict === which).map((one) => one.number);
  const different = numbers('different');
  if (different.length > 0)
    return {
      code: 'SameNumberDifferentClaims',
      message: fr`Les deux clients ont une facture du même numéro mais pas du même montant ou de la même date : ${different.join(', ')}. Retirez celle qui est fausse, puis recommencez.`,
      facts: { numbers: different },
    };
  const handled = numbers('both-handled');
  if (handled.length === 0) return null;
  return {
    code: 'SameClaimTwiceHandled',
    message: fr`La même facture figure chez les deux clients et a déjà été relancée ou réglée des deux côtés : ${handled.join(', ')}. Annulez l’encaissement ou retirez la facture d’un côté, puis recommencez.`,
    facts: { numbers: handled },
  };
}

/** What merging would move, and why it may not be done if so. Null when one of the two is unknown. */
export async function previewMerge(tx: Tx, intoId: string, fromId: string): Promise<MergePreview | null> {
  const both = await loadBoth(tx, intoId, fromId, false);
  if (both === null) return null;
  const [into, from] = both;
  const same = intoId === fromId ? [] : await sameClaims(tx, into.kase.case_id, from.kase.case_id);
  const { rows } = await tx.query<{ claims: number; receipts: number; acts: number; contacts: number }>(
    `select (select count(*) from claim where tenant_id = $1 and case_id = $2)::int as claims,
            (select count(*) from receipt where tenant_id = $1 and case_id = $2)::int as receipts,
            (select count(*) from action where tenant_id = $1 and case_id = $2)::int as acts,
            (select count(*) from debtor_contact where tenant_id = $1 and debtor_id = $3)::int as contacts`,
    [tx.tenantId, from.kase.case_id, fromId],
  );
  return {
    into: sideOf(into),
    from: sideOf(from),
    ...rows[0]!,
    sameClaims: same
      .filter((one) => one.verdict === 'keep-into' || one.verdict === 'keep-from')
      .map((one) => one.number),
    fills: filledNames(fillsOf(into, from)),
    refusal: refusalOf(into, from, same),
  };
}

function sideOf({ debtor, kase }: CustomerRows): DoubleSide {
  return {
    debtorId: debtor.debtor_id,
    caseId: kase.case_id,
    name: debtor.name,
    legalId: debtor.legal_id as string | null,
    account: debtor.account as string | null,
    city: debtor.city as string | null,
    openCents: kase.open_cents as number,
    openClaims: kase.open_claims as number,
  };
}

/** Who asks for a merge, and when. */
export interface MergeOrder {
  intoId: string;
  fromId: string;
  by: string;
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * Makes two customers one: all that is the second's becomes the first's, in this transaction, journalled, and can be
 * undone. The second is then gone as a row; his name, account and numbers stay as aliases, by which imports find the
 * first. Null when one is unknown. Refuses what `mergeRefusal` does, `SameNumberDifferentClaims`,
 * `SameClaimTwiceHandled`, and `ImportUnderWay` while an import of the company may still be using the second.
 */
export async function mergeCustomers(
  tx: Tx,
  { intoId, fromId, by, today }: MergeOrder,
): Promise<{ mergeId: string; caseId: string; refusal?: undefined } | { refusal: CustomerRefusal } | null> {
  const both = await loadBoth(tx, intoId, fromId, true);
  if (both === null) return null;
  const [into, from] = both;
  if (!(await lockCustomers(tx, into.debtor.company_id)))
    return {
      refusal: {
        code: 'ImportUnderWay',
        message: 'Un import est en cours pour cette société. Attendez qu’il se termine, puis recommencez.',
        facts: {},
      },
    };
  const [intoCase, fromCase] = [into.kase.case_id, from.kase.case_id];
  const same = intoId === fromId ? [] : await sameClaims(tx, intoCase, fromCase);
  const refusal = refusalOf(into, from, same);
  if (refusal) return { refusal };
  const withdrawn = await withdrawActions(tx, [intoCase, fromCase], 'contacts');
  const mergeId = randomUUID();
  const dropped = await dropTwins(tx, same);
  if (dropped === null)
    return {
      refusal: refusalOf(
        into,
        from,
        same.map((one) => ({ ...one, verdict: 'both-handled' as const })),
      )!,
    };
  const filled = fillsOf(into, from);
  const moved = await moveRows(tx, { intoId, fromId, intoCase, fromCase, mergeId });
  await keepContact(tx, into, from, filled, mergeId);
  await rememberAliases(tx, into, from, filled, mergeId);
  // Whatever still named the second would stop these two by its foreign key: nothing can be left behind.
  await tx.query('delete from collection_case where tenant_id = $1 and case_id = $2', [tx.tenantId, fromCase]);
  await tx.query('delete from debtor where tenant_id = $1 and debtor_id = $2', [tx.tenantId, fromId]);
  const after = await fillInto(tx, into, from, filled);
  const undo: Undo = { from, into, after, filled, dropped, moved };
  await tx.query(
    `insert into debtor_merge (tenant_id, merge_id, company_id, into_debtor_id, into_case_id, from_debtor_id, from_case_id, from_name, undo, merged_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      mergeId,
      into.debtor.company_id,
      intoId,
      intoCase,
      fromId,
      fromCase,
      from.debtor.name,
      JSON.stringify(undo),
      by,
    ],
  );
  const event = {
    actor: by,
    action: 'debtor.merged',
    objectKind: 'case',
    objectId: intoCase,
    payload: {
      mergeId,
      message: from.debtor.name,
      from: { debtorId: fromId, caseId: fromCase },
      into: { debtorId: intoId },
      claims: moved.claims,
      receipts: moved.receipts,
      sameClaims: dropped.map((one) => one.row.number),
    },
  };
  await touchCases(tx, [intoCase], today, [event, ...withdrawn]);
  return { mergeId, caseId: intoCase };
}

/** Keeps imports of a company from using its customers while one goes away; false when an import does so already. */
async function lockCustomers(tx: Tx, companyId: string): Promise<boolean> {
  const { rows } = await tx.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free`,
    [customersLock(tx, companyId)],
  );
  return rows[0]!.free;
}

/** Taken by an import before it looks up customers: none of them is merged away before it ends. Imports share it. */
export async function holdCustomers(tx: Tx, companyId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [customersLock(tx, companyId)]);
}

const customersLock = (tx: Tx, companyId: string) => `${tx.tenantId} customers ${companyId}`;

/** Deletes, of each claim that both have, the row that nothing happened to. Null when something holds it after all. */
async function dropTwins(tx: Tx, same: readonly SameClaim[]): Promise<Undo['dropped'] | null> {
  const dropped: Undo['dropped'] = [];
  if (same.length === 0) return dropped;
  await tx.query('savepoint twins');
  try {
    for (const side of ['into', 'from'] as const) {
      const ids = same.filter((one) => one.verdict !== `keep-${side}`).map((one) => one[side]);
      const { rows } = await tx.query<{ row: Record<string, unknown> }>(
        'delete from claim k where k.tenant_id = $1 and k.claim_id = any($2::uuid[]) returning to_jsonb(k) as row',
        [tx.tenantId, ids],
      );
      dropped.push(...rows.map(({ row }) => ({ side, row })));
    }
    await tx.query('release savepoint twins');
    return dropped;
  } catch (error) {
    if (systemCode(error) !== FOREIGN_KEY_HELD) throw error;
    await tx.query('rollback to savepoint twins');
    return null;
  }
}

/** PostgreSQL's own code: another row still names this one. */
const FOREIGN_KEY_HELD = '23503';
