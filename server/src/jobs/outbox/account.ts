import { type MailSender, readDkimKey, type SmtpAccount } from '../../channels/index.ts';
import type { Secrets, Tx } from '../../store/index.ts';
import type { SendRefusal } from './model.ts';

/** A company's mail settings, opened: how to hand over, and who signs. */
export interface MailAccount {
  smtp: SmtpAccount;
  sender: MailSender;
}

/** What the seal of each secret is bound to; whoever saves the settings seals for the same purpose. */
export const mailSecretPurpose = {
  password: (companyId: string): string => `mail_account.password:${companyId}`,
  dkimKey: (companyId: string): string => `mail_account.dkim_key:${companyId}`,
};

interface AccountRow {
  host: string;
  port: number;
  security: SmtpAccount['security'];
  username: string | null;
  password_sealed: Buffer | null;
  from_name: string;
  from_address: string;
  reply_to: string | null;
  copy_to: string | null;
  dkim_domain: string | null;
  dkim_selector: string | null;
  dkim_key_sealed: Buffer | null;
}

const NO_ACCOUNT: SendRefusal = {
  code: 'MailAccountMissing',
  message: 'Aucun compte de messagerie n’est réglé. Renseignez-le dans Réglages, puis Messagerie.',
  facts: {},
};

/**
 * Reads a company's mail account and opens its secrets. Refuses `MailAccountMissing` and `InvalidDkimKey`; throws the
 * store's refusal when a secret does not open any more.
 */
export async function readMailAccount(
  tx: Tx,
  secrets: Secrets,
  companyId: string,
): Promise<{ account: MailAccount; refusal?: undefined } | { refusal: SendRefusal; account?: undefined }> {
  const { rows } = await tx.query<AccountRow>(
    `select host, port, security, username, password_sealed, from_name, from_address, reply_to, copy_to,
            dkim_domain, dkim_selector, dkim_key_sealed
       from mail_account where tenant_id = $1 and company_id = $2`,
    [tx.tenantId, companyId],
  );
  const [row] = rows;
  if (!row) return { refusal: NO_ACCOUNT };
  const dkim = openDkim(row, secrets, companyId);
  if (dkim?.refusal) return { refusal: { ...dkim.refusal } };
  return {
    account: {
      smtp: {
        host: row.host,
        port: row.port,
        security: row.security,
        username: row.username,
        password: row.password_sealed && secrets.open(row.password_sealed, mailSecretPurpose.password(companyId)),
      },
      sender: {
        from: { name: row.from_name, address: row.from_address },
        replyTo: row.reply_to,
        copyTo: row.copy_to,
        dkim: dkim?.dkim ?? null,
      },
    },
  };
}

function openDkim(row: AccountRow, secrets: Secrets, companyId: string): ReturnType<typeof readDkimKey> | null {
  if (row.dkim_domain === null || row.dkim_selector === null || row.dkim_key_sealed === null) return null;
  const pem = secrets.open(row.dkim_key_sealed, mailSecretPurpose.dkimKey(companyId));
  return readDkimKey(row.dkim_domain, row.dkim_selector, pem);
}
