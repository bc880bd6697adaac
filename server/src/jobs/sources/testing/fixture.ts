/** Plants what watching needs, for the tests of this folder. */
import { randomUUID } from 'node:crypto';
import type { SourceFileView, SourceSettings, SourceView } from '@acquit/recovery';
import { openReaders, type Readers } from '../../../intake/index.ts';
import { findSourceView, listSourceFiles, type Store } from '../../../store/index.ts';
import { newTenant } from '../../../testing/index.ts';
import { type CheckOptions, type CheckResult, checkSource } from '../check.ts';
import { createSource } from '../save.ts';

export const TODAY = '2026-11-21';

export interface Watched {
  tenantId: string;
  companyId: string;
  sourceId: string;
}

/** An organisation with a company that watches one source. */
export async function plantSource(
  store: Store,
  settings: SourceSettings,
  secret: string | null = null,
): Promise<Watched> {
  const [tenantId, companyId] = [await newTenant(store), randomUUID()];
  const { sourceId } = await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into company (tenant_id, company_id, name, legal_id) values ($1, $2, 'Atelier Durand', '732829320')`,
      [tenantId, companyId],
    );
    const order = { companyId, name: 'Essai', settings, secret, everyMinutes: 15, beforeSending: true, active: true };
    return createSource(tx, store.secrets, 'user:claire', order);
  });
  return { tenantId, companyId, sourceId };
}

/** A table of open invoices, as a program exports it: one invoice per number. */
export const ledgerOf = (...numbers: string[]): string =>
  [
    'Numéro;Client;Date;Échéance;Montant TTC;Reste dû',
    ...numbers.map((one) => `${one};Boulangerie Éléonore;01/09/2026;01/10/2026;1200,00;1200,00`),
  ].join('\r\n');

export type Check = (watched: Watched, more?: Partial<CheckOptions>) => Promise<CheckResult>;

/** Looks at a source with short waits, and readers shared by the file's tests. */
export function checker(store: Store): { check: Check; readers: Readers } {
  const readers = openReaders();
  return {
    readers,
    check: ({ tenantId, sourceId }, more = {}) =>
      checkSource(
        {
          store,
          readers,
          today: TODAY,
          settleMs: 30,
          timeoutMs: 5_000,
          permissions: { folders: null, hosts: null },
          ...more,
        },
        tenantId,
        sourceId,
      ),
  };
}

export const filesOf = async (store: Store, { tenantId, sourceId }: Watched): Promise<SourceFileView[]> =>
  (await store.inTenant(tenantId, (tx) => listSourceFiles(tx, sourceId))).items;

export const viewOf = async (store: Store, { tenantId, sourceId }: Watched): Promise<SourceView> => {
  const view = await store.inTenant(tenantId, (tx) => findSourceView(tx, sourceId));
  if (view === null) throw new Error('The source is gone.');
  return view;
};

/** Numbers of the claims that came in. */
export async function claimsOf(store: Store, { tenantId }: Watched): Promise<string[]> {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ number: string }>('select number from claim where tenant_id = $1 order by number', [tenantId]),
  );
  return rows.map((row) => row.number);
}
