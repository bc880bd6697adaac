import type { OwnTemplate, TemplateKey, TemplateSource } from '@acquit/recovery';
import type { Tx } from '../store.ts';

interface TemplateRecord extends TemplateKey {
  version: number;
  subject: string | null;
  body: string | null;
}

const KEY = 'kind, tone, profile, language, channel';
const SAME = 'kind = $3 and tone = $4 and profile = $5 and language = $6 and channel = $7';

/**
 * The company's own texts, each in its latest version; those that were given back to the default are left out. `asOf`: as
 * they were at that instant, for a message that left then and must show what it said.
 */
export async function loadTemplates(tx: Tx, companyId: string, asOf: string | null = null): Promise<OwnTemplate[]> {
  const { rows } = await tx.query<TemplateRecord>(
    `select distinct on (${KEY}) ${KEY}, version, subject, body from text_template
      where tenant_id = $1 and company_id = $2 and ($3::timestamptz is null or saved_at <= $3)
      order by ${KEY}, version desc`,
    [tx.tenantId, companyId, asOf],
  );
  return rows.flatMap(({ subject, body, ...row }) =>
    subject === null || body === null ? [] : [{ ...row, subject, body }],
  );
}

/** One version of a text, as its history shows it. */
export interface TemplateVersion {
  version: number;
  /** Null: the return to the text that comes with the software. */
  source: TemplateSource | null;
  keptDoubts: string[];
  savedBy: string;
  savedAt: string;
}

const HISTORY_AT_MOST = 100;

/** The versions of one text, the latest first; at most a hundred. */
export async function templateHistory(tx: Tx, companyId: string, key: TemplateKey): Promise<TemplateVersion[]> {
  const { rows } = await tx.query<{
    version: number;
    subject: string | null;
    body: string | null;
    kept_doubts: string[];
    saved_by: string;
    saved_at: string;
  }>(
    `select version, subject, body, kept_doubts, saved_by, saved_at from text_template
      where tenant_id = $1 and company_id = $2 and ${SAME} order by version desc limit ${HISTORY_AT_MOST}`,
    [tx.tenantId, companyId, ...keyValues(key)],
  );
  return rows.map(({ version, subject, body, kept_doubts, saved_by, saved_at }) => ({
    version,
    source: subject === null || body === null ? null : { subject, body },
    keptDoubts: kept_doubts,
    savedBy: saved_by,
    savedAt: saved_at,
  }));
}

/**
 * Writes the next version of a text; null goes back to the default. Gives its number, or null when somebody saved a
 * version after the one that the user had before him (0: none).
 */
export async function saveTemplate(
  tx: Tx,
  companyId: string,
  key: TemplateKey,
  source: TemplateSource | null,
  by: { actor: string; after: number; keptDoubts: readonly string[] },
): Promise<number | null> {
  const { rows } = await tx.query<{ version: number }>(
    `insert into text_template (tenant_id, company_id, ${KEY}, version, subject, body, kept_doubts, saved_by)
     select $1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8::int + 1, $9, $10, $11::text[], $12
      where $8::int = (select coalesce(max(version), 0) from text_template where tenant_id = $1 and company_id = $2 and ${SAME})
     on conflict do nothing returning version`,
    [
      tx.tenantId,
      companyId,
      ...keyValues(key),
      by.after,
      source?.subject ?? null,
      source?.body ?? null,
      by.keptDoubts,
      by.actor,
    ],
  );
  return rows[0]?.version ?? null;
}

function keyValues({ kind, tone, profile, language, channel }: TemplateKey): string[] {
  return [kind, tone, profile, language, channel];
}

/**
 * The day on which the first written message of a case left for good, `YYYY-MM-DD`; null when none has. What was only
 * captured in test mode, refused or cancelled reached nobody.
 */
export async function firstLetterOn(tx: Tx, caseId: string, exceptActionId?: string): Promise<string | null> {
  const { rows } = await tx.query<{ on_day: string | null }>(
    `select min(a.decided_on)::text as on_day
       from action a join outbox o on o.tenant_id = a.tenant_id and o.action_id = a.action_id
      where a.tenant_id = $1 and a.case_id = $2 and a.mode = 'live' and a.action_id is distinct from $3
        and o.channel <> 'sms' and o.state in ('sent', 'printed')`,
    [tx.tenantId, caseId, exceptActionId ?? null],
  );
  return rows[0]?.on_day ?? null;
}
