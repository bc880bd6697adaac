import type { MailSettingsView } from '@acquit/recovery';
import type { Tx } from '../store.ts';

export async function findMailSettings(tx: Tx, companyId: string): Promise<MailSettingsView | null> {
  const { rows } = await tx.query<{
    host: string;
    port: number;
    security: MailSettingsView['security'];
    username: string | null;
    has_password: boolean;
    from_name: string;
    from_address: string;
    reply_to: string | null;
    copy_to: string | null;
    dkim_domain: string | null;
    dkim_selector: string | null;
    has_key: boolean;
  }>(
    `select host, port, security, username, password_sealed is not null as has_password, from_name, from_address, reply_to, copy_to,
            dkim_domain, dkim_selector, dkim_key_sealed is not null as has_key
       from mail_account where tenant_id = $1 and company_id = $2`,
    [tx.tenantId, companyId],
  );
  const [row] = rows;
  if (!row) return null;
  return {
    host: row.host,
    port: row.port,
    security: row.security,
    username: row.username,
    hasPassword: row.has_password,
    fromName: row.from_name,
    fromAddress: row.from_address,
    replyTo: row.reply_to,
    copyTo: row.copy_to,
    dkimDomain: row.dkim_domain,
    dkimSelector: row.dkim_selector,
    hasDkimKey: row.has_key,
  };
}

export type MailSettings = Omit<MailSettingsView, 'hasPassword' | 'hasDkimKey'>;

/** Writes mail settings. A secret given as undefined stays as it was, null takes it away. */
export async function saveMailSettings(
  tx: Tx,
  companyId: string,
  mail: MailSettings,
  secrets: { password: Buffer | null | undefined; dkimKey: Buffer | null | undefined },
): Promise<void> {
  await tx.query(
    `insert into mail_account (tenant_id, company_id, host, port, security, username, from_name, from_address, reply_to, copy_to, dkim_domain, dkim_selector, password_sealed, dkim_key_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (tenant_id, company_id) do update set host = excluded.host, port = excluded.port, security = excluded.security, username = excluded.username,
       from_name = excluded.from_name, from_address = excluded.from_address, reply_to = excluded.reply_to, copy_to = excluded.copy_to,
       dkim_domain = excluded.dkim_domain, dkim_selector = excluded.dkim_selector, updated_at = now(),
       password_sealed = case when $15 then mail_account.password_sealed else excluded.password_sealed end,
       dkim_key_sealed = case when $16 then mail_account.dkim_key_sealed else excluded.dkim_key_sealed end`,
    [
      tx.tenantId,
      companyId,
      mail.host,
      mail.port,
      mail.security,
      mail.username,
      mail.fromName,
      mail.fromAddress,
      mail.replyTo,
      mail.copyTo,
      mail.dkimDomain,
      mail.dkimSelector,
      secrets.password ?? null,
      secrets.dkimKey ?? null,
      secrets.password === undefined,
      secrets.dkimKey === undefined,
    ],
  );
}
