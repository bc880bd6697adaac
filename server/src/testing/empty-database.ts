import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type Access, asAdmin, embeddedAccess } from '../store/access.ts';

/** An empty database on the run's server, for tests of the schema itself; dropped after the file's last test. */
export async function emptyDatabase(): Promise<Access> {
  const server = inject('acquitTestServer');
  const database = `empty_${randomBytes(6).toString('hex')}`;
  const main = embeddedAccess(server, 'postgres');
  await asAdmin(main, (client) => client.query(`create database ${database}`));
  afterAll(() => asAdmin(main, (client) => client.query(`drop database ${database} with (force)`)));
  return embeddedAccess(server, database);
}
