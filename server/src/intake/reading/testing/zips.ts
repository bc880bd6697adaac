/** ZIP containers and workbooks of our own, for tests: sound ones, and ones that lie. */

import { crc32, deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';

export interface ZipPart {
  name: string;
  content: Uint8Array | string;
  /** What the directory says, when it does not say the truth. */
  declaredUnpacked?: number;
  encrypted?: boolean;
  symlink?: boolean;
  /** Where the directory says the part starts, when not where it does. */
  offset?: number;
}

/** A deflated ZIP container, written by hand so that every figure can be false. */
export function zipOf(parts: readonly ZipPart[], declaredEntries = parts.length): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.encrypted === true ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.declaredUnpacked ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, packed]);
    const rest = Buffer.alloc(14);
    if (part.symlink === true) rest.writeUInt32LE((0o120777 << 16) >>> 0, 6);
    rest.writeUInt32LE(part.offset ?? offset, 10);
    files.push(file);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 3]), common, rest, name]));
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(declaredEntries, 8);
  end.writeUInt16LE(declaredEntries, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

export type SheetCell = string | number | Date | { formula: string; value?: number } | { day: number; format: string };

/** A workbook with the sheets given as rows of cells. */
export function workbook(
  sheets: Record<string, readonly (readonly SheetCell[])[]>,
  options: { date1904?: boolean } = {},
): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(
      rows.map((row) => row.map((cell) => (typeof cell === 'object' && !(cell instanceof Date) ? '' : cell))),
    );
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        const place = utils.encode_cell({ r, c });
        if (typeof cell !== 'object' || cell instanceof Date) return;
        if ('formula' in cell)
          sheet[place] = { t: 'n', f: cell.formula, ...(cell.value === undefined ? {} : { v: cell.value }) };
        else sheet[place] = { t: 'n', v: cell.day, z: cell.format };
      });
    });
    utils.book_append_sheet(book, sheet, name);
  }
  if (options.date1904 === true) book.Workbook = { WBProps: { date1904: true } };
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array);
}
