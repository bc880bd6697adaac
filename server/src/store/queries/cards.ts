import type { Tx } from '../store.ts';

/** A company's account for card payments, with its secrets sealed. */
export interface CardAccountRow {
  enabled: boolean;
  keyMode: 'test' | 'live';
  keyEnd: string;
  secretsSealed: Buffer;
}

export async function findCardAccount(tx: Tx, companyId: string): Promise<CardAccountRow | null> {
  const { rows } = await tx.query<CardAccountRow>(
    `select enabled, key_mode as "keyMode", key_end as "keyEnd", secrets_sealed as "secretsSealed"
       from card_account where tenant_id = $1 and company_id = $2`,
    [tx.tenantId, companyId],
  );
  return rows[0] ?? null;
}

export async function saveCardAccount(tx: Tx, companyId: string, row: CardAccountRow): Promise<void> {
  await tx.query(
    `insert into card_account (tenant_id, company_id, enabled, key_mode, key_end, secrets_sealed) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, company_id) do update
        set enabled = excluded.enabled, key_mode = excluded.key_mode, key_end = excluded.key_end,
            secrets_sealed = excluded.secrets_sealed, updated_at = now()`,
    [tx.tenantId, companyId, row.enabled, row.keyMode, row.keyEnd, row.secretsSealed],
  );
}

/** Offers cards to debtors, or no longer; false when the company has no account. */
export async function enableCards(tx: Tx, companyId: string, enabled: boolean): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update card_account set enabled = $3, updated_at = now() where tenant_id = $1 and company_id = $2',
    [tx.tenantId, companyId, enabled],
  );
  return rowCount === 1;
}

/** One payment by card. Amounts in cents, instants in milliseconds since 1970. */
export interface CardPayment {
  paymentId: string;
  companyId: string;
  caseId: string;
  claimIds: string[];
  amountCents: number;
  state: 'in-doubt' | 'created' | 'paid' | 'expired' | 'refused';
  /** What Stripe was asked, to the letter. */
  request: string;
  sessionId: string | null;
  sessionUrl: string | null;
  expiresAt: number;
  receiptId: string | null;
  refundedCents: number;
  disputed: boolean;
  /** True while Stripe is still to be asked about it. */
  followed: boolean;
  ageMs: number;
}

const COLUMNS = `payment_id as "paymentId", company_id as "companyId", case_id as "caseId", claim_ids as "claimIds",
  amount_cents::float8 as "amountCents", state, request, session_id as "sessionId", session_url as "sessionUrl",
  (extract(epoch from expires_at) * 1000)::float8 as "expiresAt", receipt_id as "receiptId", refunded_cents::float8 as "refundedCents",
  disputed, poll_after is not null as followed, (extract(epoch from clock_timestamp() - created_at) * 1000)::float8 as "ageMs"`;

const select = async (tx: Tx, where: string, values: readonly unknown[]): Promise<CardPayment[]> =>
  (
    await tx.query<CardPayment>(`select ${COLUMNS} from card_payment where tenant_id = $1 and ${where}`, [
      tx.tenantId,
      ...values,
    ])
  ).rows;

export async function findCardPayment(tx: Tx, paymentId: string): Promise<CardPayment | null> {
  return (await select(tx, 'payment_id = $2', [paymentId]))[0] ?? null;
}

/** The payment behind a visit to the provider's page, or behind what it took from the card. */
export async function cardPaymentBy(tx: Tx, by: { sessionId: string } | { intentId: string }): Promise<string | null> {
  const [column, value] = 'sessionId' in by ? ['session_id', by.sessionId] : ['intent_id', by.intentId];
  return (await select(tx, `${column} = $2`, [value]))[0]?.paymentId ?? null;
}

/** Locks a payment after its case, in the order of every other writer. */
export async function lockCardPayment(tx: Tx, paymentId: string): Promise<CardPayment | null> {
  await tx.query(
    `select from collection_case c where c.tenant_id = $1
        and c.case_id = (select p.case_id from card_payment p where p.tenant_id = $1 and p.payment_id = $2) for update`,
    [tx.tenantId, paymentId],
  );
  return (await select(tx, 'payment_id = $2 for update', [paymentId]))[0] ?? null;
}

/** The payment of a case that somebody may still carry out; null when none is under way. */
export async function openCardPayment(tx: Tx, caseId: string): Promise<CardPayment | null> {
  const [found] = await select(
    tx,
    `case_id = $2 and state in ('in-doubt', 'created') and poll_after is not null order by created_at desc limit 1`,
    [caseId],
  );
  return found ?? null;
}

/** Payments of a case that were begun within a day. */
export async function recentCardPayments(tx: Tx, caseId: string): Promise<number> {
  const rows = await tx.arrays<[number]>(
    `select count(*)::int from card_payment where tenant_id = $1 and case_id = $2 and created_at > clock_timestamp() - interval '1 day'`,
    [tx.tenantId, caseId],
  );
  return rows[0]?.[0] ?? 0;
}

export async function insertCardPayment(
  tx: Tx,
  one: Pick<CardPayment, 'paymentId' | 'companyId' | 'caseId' | 'claimIds' | 'amountCents' | 'request' | 'expiresAt'>,
  pollAfterMs: number,
): Promise<void> {
  await tx.query(
    `insert into card_payment (tenant_id, payment_id, company_id, case_id, claim_ids, amount_cents, request, expires_at, poll_after)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8), clock_timestamp() + $9 * interval '1 millisecond')`,
    [
      tx.tenantId,
      one.paymentId,
      one.companyId,
      one.caseId,
      one.claimIds,
      one.amountCents,
      one.request,
      one.expiresAt / 1000,
      pollAfterMs,
    ],
  );
}

/** What became of a payment; what is not given stays. `pollAfterMs`: from now until it is asked about, null for never. */
export interface CardChange {
  state?: CardPayment['state'];
  sessionId?: string;
  sessionUrl?: string | null;
  intentId?: string | null;
  receiptId?: string;
  paidOn?: string;
  refundedCents?: number;
  disputed?: boolean;
  answer?: string;
  pollAfterMs?: number | null;
}

export async function changeCardPayment(tx: Tx, paymentId: string, change: CardChange): Promise<void> {
  await tx.query(
    `update card_payment
        set state = coalesce($3, state), session_id = coalesce($4, session_id), session_url = coalesce($5, session_url),
            intent_id = coalesce($6, intent_id), receipt_id = coalesce($7, receipt_id), paid_on = coalesce($8, paid_on),
            refunded_cents = coalesce($9, refunded_cents), disputed = coalesce($10, disputed), answer = coalesce($11, answer),
            poll_after = case when $12 then clock_timestamp() + $13 * interval '1 millisecond' else poll_after end
      where tenant_id = $1 and payment_id = $2`,
    [
      tx.tenantId,
      paymentId,
      change.state ?? null,
      change.sessionId ?? null,
      change.sessionUrl ?? null,
      change.intentId ?? null,
      change.receiptId ?? null,
      change.paidOn ?? null,
      change.refundedCents ?? null,
      change.disputed ?? null,
      change.answer ?? null,
      change.pollAfterMs !== undefined,
      change.pollAfterMs ?? null,
    ],
  );
}

/** Payments whose time to be asked about has come, oldest first. */
export async function cardPaymentsToAsk(tx: Tx): Promise<CardPayment[]> {
  return select(tx, 'poll_after <= clock_timestamp() order by poll_after limit 50', []);
}
