/**
 * A ZIP container, looked at entry by entry before a spreadsheet library sees it: declared sizes first, then the real
 * bytes, unpacked with a ceiling. What is handed on is a new container made of the checked bytes only, so that no two
 * readers can disagree about what the file holds.
 */

import { crc32, inflateRawSync } from 'node:zlib';
import type { Limits } from '../limits.ts';
import { isTooLarge } from '../pdf/bombs.ts';
import { Refused } from '../refused.ts';

export interface ZipEntry {
  name: string;
  bytes: Buffer;
}

interface Declared {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const END_RECORD = 0x06054b50;
const CENTRAL_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const END_LENGTH = 22;
const COMMENT_LIMIT = 65_535;
const ENCRYPTED_FLAG = 1;
const SYMLINK_TYPE = 0o120000;
const STORED = 0;
const DEFLATED = 8;
const ZIP64_MARK = 0xffffffff;
/** Below this size a high ratio is what empty sheets look like. */
const RATIO_FROM_BYTES = 1_000_000;

/** True for a file that starts like a ZIP container. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Every entry with its real bytes. Refuses `DamagedZip`, `EncryptedFile`, `UnsafeZipName`, `LyingZip` (overlaps,
 * duplicates, sizes or sums that the bytes do not bear out) and the ZIP limits.
 */
export function openZip(zip: Buffer, limits: Limits): ZipEntry[] {
  try {
    const declared = readDirectory(zip, limits);
    checkDeclared(declared, limits);
    return extract(zip, declared);
  } catch (error) {
    // A record that points outside of the file.
    if (error instanceof RangeError) throw new Refused('DamagedZip');
    throw error;
  }
}

function readDirectory(zip: Buffer, limits: Limits): Declared[] {
  const end = findEnd(zip);
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (entries > limits.zipEntries) throw new Refused('TooManyZipEntries', { limit: limits.zipEntries, found: entries });
  const declared: Declared[] = [];
  for (let index = 0; index < entries; index += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL_RECORD) throw new Refused('DamagedZip');
    const flags = zip.readUInt16LE(at + 8);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if ((flags & ENCRYPTED_FLAG) !== 0) throw new Refused('EncryptedFile');
    const type = (zip.readUInt32LE(at + 38) >>> 16) & 0o170000;
    if (unsafe(name) || type === SYMLINK_TYPE) throw new Refused('UnsafeZipName', { name });
    declared.push({
      name,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return declared;
}

function findEnd(zip: Buffer): number {
  const lowest = Math.max(0, zip.length - END_LENGTH - COMMENT_LIMIT);
  for (let at = zip.length - END_LENGTH; at >= lowest; at -= 1) if (zip.readUInt32LE(at) === END_RECORD) return at;
  throw new Refused('DamagedZip');
}

/** Names that could leave a folder or stand for the machine; nothing is written to disk, but an honest file has none. */
function unsafe(name: string): boolean {
  return name.includes('\0') || name.startsWith('/') || /^[A-Za-z]:|\\/.test(name) || name.split('/').includes('..');
}

function checkDeclared(entries: readonly Declared[], limits: Limits): void {
  const names = new Set<string>();
  let total = 0;
  for (const { name, packed, unpacked } of entries) {
    // The spreadsheet library compares names without case, so two of them may not differ by case alone.
    if (names.has(name.toLowerCase())) throw new Refused('LyingZip', { name });
    names.add(name.toLowerCase());
    if (packed === ZIP64_MARK || unpacked === ZIP64_MARK)
      throw new Refused('UnpackedTooLarge', { limit: limits.unpackedBytes });
    total += unpacked;
    if (total > limits.unpackedBytes) throw new Refused('UnpackedTooLarge', { limit: limits.unpackedBytes });
    if (unpacked > RATIO_FROM_BYTES && unpacked > packed * limits.zipRatio) {
      throw new Refused('SuspiciousCompression', { limit: limits.zipRatio, name });
    }
  }
}

function extract(zip: Buffer, entries: readonly Declared[]): ZipEntry[] {
  let free = 0;
  const out: ZipEntry[] = [];
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (zip.readUInt32LE(entry.offset) !== LOCAL_RECORD) throw new Refused('DamagedZip');
    const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
    if (entry.offset < free || start + entry.packed > zip.length) throw new Refused('LyingZip', { name: entry.name });
    free = start + entry.packed;
    const bytes = unpack(zip.subarray(start, free), entry);
    if (bytes.length !== entry.unpacked) throw new Refused('LyingZip', { name: entry.name });
    if (!entry.name.endsWith('/')) out.push({ name: entry.name, bytes });
  }
  return out;
}

function unpack(packed: Buffer, { name, method, unpacked }: Declared): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new Refused('DamagedZip', { name });
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    throw new Refused(isTooLarge(error) ? 'LyingZip' : 'DamagedZip', { name });
  }
}

/** A container that holds the entries uncompressed. */
export function storeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const encoded = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(encoded.length, 22);
    parts.push(uint32(LOCAL_RECORD), common, encoded, bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(uint32(CENTRAL_RECORD), Buffer.from([20, 0]), common, rest, encoded);
    offset += 30 + encoded.length + bytes.length;
  }
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END_RECORD, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
