/** Plants what sending needs, for the tests of this folder and the drills: companies, reminders, and their states. */
import { randomUUID } from 'node:crypto';
import { messageIdOf } from '../../channels/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import type { Compose } from './model.ts';

export const SENDER = 'facturation@atelier-durand.example';

export interface Planted {
  tenantId: string;
  companyId: string;
}

export interface CompanyOptions {
  port: number;
  mode?: 'live' | 'test';
  security?: 'none' | 'starttls' | 'tls';
  username?: string | null;
  passwordSealed?: Buffer | null;
}

/** A tenant with one company that sends through the loopback's `port`. */
export async function plantCompany(store: Store, options: CompanyOptions): Promise<Planted> {
  const [tenantId, companyId] = [randomUUID(), randomUUID()];
  await store.inTenant(tenantId, async (tx) => {
    await tx.query('insert into tenant (tenant_id, name) values ($1, $2)', [tenantId, 'Atelier Durand']);
    await tx.query('insert into company (tenant_id, company_id, name, mode) values ($1, $2, $3, $4)', [
      tenantId,
      companyId,
      'Atelier Durand',
      options.mode ?? 'live',
    ]);
    await tx.query(
      `insert into mail_account (tenant_id, company_id, host, port, security, username, password_sealed, from_name, from_address)
       values ($1, $2, '127.0.0.1', $3, $4, $5, $6, 'Atelier Durand', $7)`,
      [
        tenantId,
        companyId,
        options.port,
        options.security ?? 'none',
        options.username ?? null,
        options.passwordSealed ?? null,
        SENDER,
      ],
    );
  });
  return { tenantId, companyId };
}

export interface ReminderOptions {
  count: number;
  mode?: 'live' | 'test';
  state?: string;
  recipient?: (index: number) => string | null;
}

/** Adds reminders as the night's pass writes them: one debtor, case, action and outbox row each; gives the actions. */
export async function plantReminders(store: Store, planted: Planted, options: ReminderOptions): Promise<string[]> {
  const ids = (): string[] => Array.from({ length: options.count }, () => randomUUID());
  const [debtors, cases, actions] = [ids(), ids(), ids()];
  const recipients = actions.map((_, index) =>
    options.recipient ? options.recipient(index) : `debiteur${index}@client.example`,
  );
  const { tenantId, companyId } = planted;
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email)
       select $1, d, $2, 'Client ' || n, 'company', e
         from unnest($3::uuid[], $4::text[]) with ordinality as t (d, e, n)`,
      [tenantId, companyId, debtors, recipients],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile)
       select $1, k, $2, d, 'business' from unnest($3::uuid[], $4::uuid[]) as t (k, d)`,
      [tenantId, companyId, cases, debtors],
    );
    await tx.query(
      `insert into action (tenant_id, action_id, company_id, case_id, step, channel, mode, status, decided_on, total_cents, facts, reasons)
       select $1, a, $2, k, 'reminder-1', 'email', $5, 'queued', '2026-11-21', 120000, jsonb_build_object('rank', n), '[]'
         from unnest($3::uuid[], $4::uuid[]) with ordinality as t (a, k, n)`,
      [tenantId, companyId, actions, cases, options.mode ?? 'live'],
    );
    await tx.query(
      `insert into outbox (tenant_id, action_id, company_id, channel, state, recipient)
       select $1, a, $2, 'email', $4, e from unnest($3::uuid[], $5::text[]) as t (a, e)`,
      [tenantId, companyId, actions, options.state ?? 'due', recipients],
    );
  });
  return actions;
}

const PARAGRAPH = 'Sauf erreur de notre part, la facture ci-dessous n’est pas réglée à ce jour. ';

/** A reminder in two parts, of the size of a real one. */
export const composeReminder: Compose = async (mail) => ({
  to: { name: 'Société Générale de Menuiserie', address: mail.recipient ?? '' },
  subject: `Rappel : facture échue (${mail.decidedOn})`,
  text: `Bonjour,\n\n${PARAGRAPH.repeat(8)}\n\nMontant : 1 200,00 €\n\nCordialement,\nAtelier Durand\n`,
  html: `<!doctype html><html lang="fr"><body>${`<p>${PARAGRAPH}</p>`.repeat(16)}<p><strong>1 200,00 €</strong></p></body></html>`,
  attachments: [],
});

export interface OutboxRow {
  actionId: string;
  state: string;
  answer: string | null;
  attempts: number;
  messageId: string | null;
  settledBy: string | null;
  actionStatus: string;
  dueInMs: number;
}

/** The outbox of a tenant as it stands. */
export async function readOutbox(store: Store, { tenantId }: Planted): Promise<OutboxRow[]> {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<OutboxRow>(
      `select o.action_id as "actionId", o.state, o.server_answer as answer, o.attempts, o.message_id as "messageId",
              o.settled_by as "settledBy", a.status as "actionStatus",
              (extract(epoch from o.try_after - clock_timestamp()) * 1000)::float8 as "dueInMs"
         from outbox o join action a using (tenant_id, action_id) order by o.action_id`,
    ),
  );
  return rows;
}

/** How many rows of the outbox are still to be settled. */
export async function countOpen(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ open: number }>(
    `select count(*)::int as open from outbox where channel = 'email' and state in ('due', 'reserved', 'ending')`,
  );
  return rows[0]?.open ?? 0;
}

/** The Message-ID a planted action must have. */
export function expectedId({ tenantId }: Planted, actionId: string): string {
  return messageIdOf({ tenantId, actionId, channel: 'email' }, SENDER);
}

/** Lets every lease of the tenant run out, as if its workers had been silent for long. */
export async function expireLeases(store: Store, { tenantId }: Planted): Promise<void> {
  await store.inTenant(tenantId, (tx) =>
    tx.query(`update outbox set lease_until = clock_timestamp() - interval '1 second' where lease_until is not null`),
  );
}
