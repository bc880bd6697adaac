import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asAdmin, embeddedAccess } from './access.ts';
import { holdEmbedded } from './embedded/index.ts';
import { migrate } from './migrate.ts';
import { dumpSchema } from './schema-dump.ts';

/** `node server/src/store/dump-schema.ts` writes server/schema.sql from the migrations, on a server of its own. */
const home = mkdtempSync(join(tmpdir(), 'acquit-schema-'));
const embedded = await holdEmbedded({ home });
try {
  const text = await asAdmin(embeddedAccess(embedded, 'postgres'), async (client) => {
    const { roles } = await migrate(client);
    return dumpSchema(client, roles);
  });
  writeFileSync(fileURLToPath(new URL('../../schema.sql', import.meta.url)), text);
} finally {
  await embedded.release();
  rmSync(home, { recursive: true, force: true });
}
