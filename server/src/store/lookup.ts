import type { Pool } from 'pg';

/** The only questions that may be asked before a tenant is known; each is a function of the database itself. */
export interface Lookup {
  /** Every organisation of this installation, oldest first. */
  listTenants(): Promise<readonly Tenant[]>;
  /** The accounts that this e-mail address opens, one per organisation; capitals do not matter. */
  findLogin(email: string): Promise<readonly Login[]>;
  /** The live session of a token, given by its hash; undefined when unknown, expired or of a disabled user. */
  findSession(tokenHash: Uint8Array): Promise<LiveSession | undefined>;
  /** The pushing source that a token opens, given by its hash; undefined when unknown, revoked or paused. */
  findSourceToken(tokenHash: Uint8Array): Promise<PushingSource | undefined>;
  /** The calendar feed that a token opens, given by its hash; undefined when unknown, revoked or of a disabled user. */
  findCalendarToken(tokenHash: Uint8Array): Promise<ReadFeed | undefined>;
}

export interface ReadFeed {
  readonly tenantId: string;
  readonly feedId: string;
  readonly companyId: string;
}

export interface PushingSource {
  readonly tenantId: string;
  readonly sourceId: string;
  readonly companyId: string;
}

export interface Tenant {
  readonly tenantId: string;
  readonly name: string;
}

export interface Login {
  readonly tenantId: string;
  readonly userId: string;
  readonly name: string;
  readonly passwordHash: string;
}

export interface LiveSession {
  readonly tenantId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly csrfToken: string;
  /** ISO instants. */
  readonly seenAt: string;
  readonly expiresAt: string;
}

export function openLookup(pool: Pool): Lookup {
  return {
    async listTenants() {
      const { rows } = await pool.query<Tenant>('select tenant_id as "tenantId", name from list_tenants()');
      return rows;
    },
    async findLogin(email) {
      const { rows } = await pool.query<Login>(
        `select tenant_id as "tenantId", user_id as "userId", name, password_hash as "passwordHash"
           from find_login($1)`,
        [email],
      );
      return rows;
    },
    async findSession(tokenHash) {
      const { rows } = await pool.query<LiveSession>(
        `select tenant_id as "tenantId", user_id as "userId", name, email, csrf_token as "csrfToken",
                seen_at as "seenAt", expires_at as "expiresAt" from find_session($1)`,
        [Buffer.from(tokenHash)],
      );
      return rows[0];
    },
    async findSourceToken(tokenHash) {
      const { rows } = await pool.query<PushingSource>(
        `select tenant_id as "tenantId", source_id as "sourceId", company_id as "companyId" from find_source_token($1)`,
        [Buffer.from(tokenHash)],
      );
      return rows[0];
    },
    async findCalendarToken(tokenHash) {
      const { rows } = await pool.query<ReadFeed>(
        `select tenant_id as "tenantId", feed_id as "feedId", company_id as "companyId" from find_calendar_token($1)`,
        [Buffer.from(tokenHash)],
      );
      return rows[0];
    },
  };
}
