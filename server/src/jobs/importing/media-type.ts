import { extname } from 'node:path';

const byExtension: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const byFormat: Record<string, string> = {
  facturx: 'application/pdf',
  cii: 'application/xml',
  ubl: 'application/xml',
  cdar: 'application/xml',
  'ledger-csv': 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** How a kept file is to be shown: by what it was read as, since a name can lie, else by its name. */
export function mediaTypeOf(fileName: string, format: string): string {
  return byFormat[format] ?? byExtension[extname(fileName).toLowerCase()] ?? 'application/octet-stream';
}
