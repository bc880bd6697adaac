import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerRow, ScenarioBook } from '@acquit/recovery';
import { type SheetCell, type SheetColumn, writeCsv, writeXlsx } from '../../render/index.ts';
import { eachLedgerRow, type LedgerOrder, type Tx } from '../../store/index.ts';
import type { FileAnswer } from '../pipeline/endpoint.ts';

const TITLE = 'Grand livre clients';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const STATUSES: Record<LedgerRow['status'], string> = {
  open: 'Ouverte',
  settled: 'Soldée',
  cancelled: 'Annulée',
  'not-ours': 'Pas à nous',
  irrecoverable: 'Irrécouvrable',
};

/** The columns of the export, each with what it takes of a line. */
const COLUMNS: readonly (SheetColumn & { of: (row: LedgerRow) => SheetCell })[] = [
  { title: 'Client', kind: 'text', width: 36, of: (row) => row.debtorName },
  { title: 'Pièce', kind: 'text', width: 18, of: (row) => row.number },
  { title: 'Nature', kind: 'text', width: 14, of: (row) => row.kindName },
  { title: 'Émise le', kind: 'day', width: 12, of: (row) => row.issuedOn },
  { title: 'Échéance', kind: 'day', width: 12, of: (row) => row.dueOn },
  { title: 'Jours de retard', kind: 'count', width: 9, of: (row) => row.daysLate },
  { title: 'Montant TTC', kind: 'amount', width: 14, of: (row) => row.totalCents },
  { title: 'À payer', kind: 'amount', width: 14, of: (row) => row.amountCents },
  { title: 'Reçu', kind: 'amount', width: 14, of: (row) => row.receivedCents },
  { title: 'Avoirs imputés', kind: 'amount', width: 14, of: (row) => row.creditedCents },
  { title: 'Reste dû', kind: 'amount', width: 14, of: (row) => row.openCents },
  { title: 'État', kind: 'text', width: 12, of: (row) => STATUSES[row.status] },
  { title: 'Dernière étape', kind: 'text', width: 22, of: (row) => row.levelStepName },
  { title: 'Suspendue parce que', kind: 'text', width: 40, of: (row) => row.hold },
];

/**
 * Every line of a filter as a file. It is written whole before its first byte leaves: a slow client holds no
 * transaction, and an export that fails is a refusal rather than half a file.
 */
export async function exportLedger(
  tx: Tx,
  order: LedgerOrder,
  book: ScenarioBook,
  asked: { format: 'csv' | 'xlsx'; folder: string; company: string },
): Promise<FileAnswer> {
  const folder = await mkdtemp(join(asked.folder, 'export-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, `ledger.${asked.format}`);
  try {
    const file = await open(path, 'wx', 0o600);
    let bytes = 0;
    const sink = async (piece: Uint8Array) => {
      await file.writeFile(piece);
      bytes += piece.byteLength;
    };
    try {
      const writer = await (asked.format === 'csv' ? writeCsv(COLUMNS, sink) : writeXlsx(TITLE, COLUMNS, sink));
      for await (const batch of eachLedgerRow(tx, order, book))
        for (const row of batch) await writer.row(COLUMNS.map(({ of }) => of(row)));
      await writer.end();
    } finally {
      await file.close();
    }
    return {
      name: `${TITLE} ${asked.company} ${order.today}.${asked.format}`.replaceAll(/[\\/:*?"<>|]/g, ' '),
      mediaType: MEDIA_TYPES[asked.format],
      content: { path, bytes, remove },
      inline: false,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
