import type { Day } from '@acquit/law';
import {
  type MeasuredCustomer,
  type PaidInvoice,
  PEER_CUSTOMERS,
  type PeerGroup,
  type Peers,
  type Profile,
  peersOf,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** An invoice as it is kept with a score: days by number, cents. */
export type KeptInvoice = [due: number, settled: number | null, cents: number];

export const keptInvoice = ({ dueOn, settledOn, amountCents }: PaidInvoice): KeptInvoice => [
  dueOn,
  settledOn,
  amountCents,
];

const paidInvoice = ([due, settled, amountCents]: KeptInvoice): PaidInvoice => ({
  dueOn: due as Day,
  settledOn: settled as Day | null,
  amountCents,
});

/**
 * What the company's other customers of a group do, or all of them when the group is too small: at most some hundreds,
 * in the order of identifiers that chance gave, so that the cost does not grow with the book. Null when too few.
 */
export async function loadPeers(
  tx: Tx,
  companyId: string,
  group: PeerGroup,
  except: string,
  on: Day,
): Promise<Peers | null> {
  return (
    peersOf(group, await sample(tx, companyId, except, group), on) ??
    peersOf('all', await sample(tx, companyId, except, null), on)
  );
}

/** Customers with their kept histories, at most so many, for a measure of the predictions. */
export async function scoredCustomers(tx: Tx, companyId: string, limit: number): Promise<MeasuredCustomer[]> {
  const rows = await tx.arrays<[Profile, KeptInvoice[]]>(
    `select c.profile, s.invoices from payer_score s
       join collection_case c on c.tenant_id = s.tenant_id and c.company_id = s.company_id and c.debtor_id = s.debtor_id
      where s.tenant_id = $1 and s.company_id = $2 order by s.debtor_id limit $3`,
    [tx.tenantId, companyId, limit],
  );
  return rows.map(([profile, invoices]) => ({ profile, paymentRun: null, invoices: invoices.map(paidInvoice) }));
}

async function sample(tx: Tx, companyId: string, except: string, group: PeerGroup | null): Promise<PaidInvoice[][]> {
  const rows = await tx.arrays<[KeptInvoice[]]>(
    `select invoices from payer_score
      where tenant_id = $1 and company_id = $2 and debtor_id <> $3 ${group === null ? '' : 'and peer_group = $4'}
      order by debtor_id limit ${PEER_CUSTOMERS}`,
    [tx.tenantId, companyId, except, ...(group === null ? [] : [group])],
  );
  return rows.map(([invoices]) => invoices.map(paidInvoice));
}
