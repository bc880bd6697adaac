import { createHash, randomUUID } from 'node:crypto';
import { day, formatDay, type IsoDate } from '@acquit/law';
import type { LifecycleMessage, LifecycleReference } from '../../intake/index.ts';
import { insertReceipt, type Store, touchCases } from '../../store/index.ts';
import { runPass } from '../night/index.ts';
import { importLifecycle, linkStatuses, undoLifecycle, unlinkStatuses } from './index.ts';

/** The SIREN of the company of these tests, and of its customer. */
export const SELLER = '732829320';
export const BUYER = '552100554';

type Said = Partial<LifecycleReference> & { role?: string; messageId?: string };

/** A message that says one thing of invoice F-1, by default from the buyer. */
export function message(status: string, at: string, said: Said = {}): LifecycleMessage {
  const { role = 'BY', messageId = `M-${status}-${at}`, ...reference } = said;
  return {
    messageId,
    issuedAt: at,
    issuerRole: role,
    recipients: [],
    references: [
      {
        invoice: 'F-1',
        issuerLegalId: SELLER,
        invoicedOn: '2026-03-01',
        typeCode: '380',
        status,
        label: '',
        at,
        reasons: [],
        ...reference,
      },
    ],
  };
}

/** A company in live mode with one customer, and what its tests do to it. */
export class EInvoiceBook {
  readonly companyId = randomUUID();
  readonly debtorId = randomUUID();
  readonly caseId = randomUUID();
  private readonly store: Store;
  private readonly tenantId: string;

  constructor(store: Store, tenantId: string) {
    this.store = store;
    this.tenantId = tenantId;
  }

  async open(): Promise<this> {
    await this.query(
      `insert into company (tenant_id, company_id, name, legal_id, mode) values ($1, $2, 'Atelier Durand', '${SELLER}', 'live')`,
      this.companyId,
    );
    await this.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email, legal_id) values ($1, $2, $3, 'Lumière SA', 'company', 'compta@lumiere.example', '${BUYER}')`,
      this.debtorId,
      this.companyId,
    );
    await this.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, next_action_on, open_claims) values ($1, $2, $3, $4, 'business', '2026-01-01', 1)`,
      this.caseId,
      this.companyId,
      this.debtorId,
    );
    return this;
  }

  async query<R extends object>(sql: string, ...values: unknown[]): Promise<R[]> {
    return this.store.inTenant(this.tenantId, async (tx) => (await tx.query<R>(sql, [tx.tenantId, ...values])).rows);
  }

  /** An invoice of 1 200 € due on 31 March 2026, as an import stores it. */
  async addClaim(number = 'F-1', issuedOn = '2026-03-01', kind = 'invoice'): Promise<string> {
    const claimId = randomUUID();
    await this.store.inTenant(this.tenantId, async (tx) => {
      await tx.query(
        `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents)
         values ($1, $2, $3, $4, $5, $6, $7, '2026-03-31', 120000, 120000)`,
        [tx.tenantId, claimId, this.companyId, this.caseId, number, kind, issuedOn],
      );
      const { caseIds, events } = await linkStatuses(tx, { actor: 'cli', today: '2026-04-01' }, [claimId]);
      await touchCases(tx, [...new Set([this.caseId, ...caseIds])], '2026-04-01', events);
    });
    return claimId;
  }

  /** Imports a message as the desk does: the statuses, then the job, then the cases and the journal. */
  async told(read: LifecycleMessage, companyId: string | null = this.companyId) {
    const importId = randomUUID();
    const sha256 = createHash('sha256').update(importId).digest();
    return this.store.inTenant(this.tenantId, async (tx) => {
      const order = { tenantId: this.tenantId, companyId, importId, sha256, actor: 'cli', today: '2026-04-01' };
      const outcome = await importLifecycle(tx, order, read);
      await tx.query(`insert into blob (tenant_id, sha256, bytes, media_type) values ($1, $2, 1, 'application/xml')`, [
        tx.tenantId,
        sha256,
      ]);
      await tx.query(
        `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, imported_by)
         values ($1, $2, $3, 'statut.xml', $4, 'cdar', $5, 'cli')`,
        [tx.tenantId, importId, outcome.companyId, sha256, outcome.status],
      );
      await touchCases(tx, outcome.caseIds, order.today, outcome.events);
      return { ...outcome, importId };
    });
  }

  async undo(importId: string): Promise<void> {
    await this.store.inTenant(this.tenantId, async (tx) => {
      const { caseIds, events } = await undoLifecycle(tx, { actor: 'cli', today: '2026-04-01' }, importId);
      await touchCases(tx, caseIds, '2026-04-01', events);
    });
  }

  async forget(claimId: string): Promise<void> {
    await this.store.inTenant(this.tenantId, async (tx) => {
      await unlinkStatuses(tx, [claimId]);
      await tx.query('delete from claim where tenant_id = $1 and claim_id = $2', [tx.tenantId, claimId]);
    });
  }

  async receive(claimId: string, amountCents: number): Promise<string> {
    const receiptId = randomUUID();
    await this.store.inTenant(this.tenantId, async (tx) => {
      await insertReceipt(tx, {
        receiptId,
        companyId: this.companyId,
        caseId: this.caseId,
        receivedOn: '2026-04-02',
        amountCents,
        method: 'transfer',
        reference: null,
        decidedBy: 'debtor',
        enteredBy: 'cli',
        allocations: [{ claimId, amountCents }],
      });
      await touchCases(tx, [this.caseId], '2026-04-02');
    });
    return receiptId;
  }

  /** Runs the pass of a day and gives what it prepared to send. */
  async pass(on: IsoDate): Promise<number> {
    return (
      await runPass(this.store, { tenantId: this.tenantId, companyId: this.companyId, on: day(on), dryRun: false })
    ).messages;
  }

  async holds(): Promise<string[]> {
    const rows = await this.query<{ kind: string; until_on: string | null }>(
      'select kind, until_on from claim_hold where tenant_id = $1 and ended_at is null order by kind',
    );
    return rows.map(({ kind, until_on: until }) => (until === null ? kind : `${kind} until ${formatDay(day(until))}`));
  }

  /** Messages that may still leave. */
  async waiting(): Promise<number> {
    const [row] = await this.query<{ n: number }>(
      `select count(*)::int as n from outbox where tenant_id = $1 and state in ('due', 'reserved', 'ending', 'to-print')`,
    );
    return row!.n;
  }
}
