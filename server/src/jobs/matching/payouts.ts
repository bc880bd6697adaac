import { fr } from '@acquit/recovery';
import { appendJournal, type Tx } from '../../store/index.ts';

/** A payout follows the payments it is made of by days; a month covers the slowest rhythm Stripe offers. */
const PAYOUT_DAYS = 45;

/**
 * Puts aside the transfers by which Stripe pays out what came by card: their money is recorded already, payment by
 * payment, and they come in one sum, net of fees. Only for a company that was paid by card within the days before, and
 * only a line whose payer's name begins with Stripe's. A line that a person brought back stays back.
 */
export async function setPayoutsAside(tx: Tx, companyId: string, actor: string): Promise<void> {
  const { rows } = await tx.query<{ line_id: string; amount_cents: string }>(
    `update bank_line l set state = 'set-aside', set_aside_reason = $3, payout_seen = true
      where l.tenant_id = $1 and l.company_id = $2 and l.state = 'to-match' and l.amount_cents > 0 and not l.payout_seen
        and coalesce(nullif(l.counterparty, ''), l.label) ~* '^(vir(ement)? )?(sepa )?(inst(antan[eé])? )?(recu |reçu )?(de )?:? *stripe\\M'
        and exists (select from card_payment p where p.tenant_id = $1 and p.company_id = $2 and p.state = 'paid'
                       and p.paid_on between l.booked_on - ${PAYOUT_DAYS} and l.booked_on)
      returning l.line_id, l.amount_cents::text as amount_cents`,
    [tx.tenantId, companyId, REASON],
  );
  if (rows.length === 0) return;
  await appendJournal(
    tx,
    rows.map((row) => ({
      actor,
      action: 'line.set-aside',
      objectKind: 'line',
      objectId: row.line_id,
      payload: { reason: REASON, amountCents: Number(row.amount_cents) },
    })),
  );
}

const REASON = fr`Versement de Stripe : les paiements par carte qu’il regroupe sont déjà encaissés un à un.`;
