import { crc32, createDeflateRaw } from 'node:zlib';
import type { Sink } from './cell.ts';

/** A file being written into an archive. */
export interface ZipEntry {
  write(content: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Sizes follow the data (bit 3) and names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980, the format's first day: the same rows give the same bytes. */
const DAY_ONE = 0x0021;

/**
 * An archive written from its first byte to its last without going back: each file is deflated as it comes and followed
 * by its sizes. One file at a time; each below 4 GB, which a sheet of a million rows stays far from. Source: APPNOTE 6.3.
 */
export class ZipWriter {
  readonly #sink: Sink;
  readonly #done: Written[] = [];
  #offset = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#offset += bytes.length;
    await this.#sink(bytes);
  }

  async entry(path: string): Promise<ZipEntry> {
    const name = Buffer.from(path, 'utf8');
    const written: Written = { name, crc: 0, packed: 0, size: 0, offset: this.#offset };
    await this.#put(Buffer.concat([fields([4, LOCAL], ...common(0, 0, 0), [2, name.length], [2, 0]), name]));
    const deflate = createDeflateRaw({ level: 6 });
    const packing = (async () => {
      for await (const chunk of deflate as AsyncIterable<Buffer>) {
        written.packed += chunk.length;
        await this.#put(chunk);
      }
    })();
    return {
      write: async (content) => {
        const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
        written.crc = crc32(bytes, written.crc);
        written.size += bytes.length;
        if (!deflate.write(bytes))
          await Promise.race([new Promise<void>((resolve) => deflate.once('drain', resolve)), packing]);
      },
      close: async () => {
        deflate.end();
        await packing;
        await this.#put(fields([4, DESCRIPTOR], [4, written.crc], [4, written.packed], [4, written.size]));
        this.#done.push(written);
      },
    };
  }

  async end(): Promise<void> {
    const start = this.#offset;
    for (const { name, crc, packed, size, offset } of this.#done) {
      const head = fields(
        [4, CENTRAL],
        [2, VERSION],
        ...common(crc, packed, size),
        [2, name.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      );
      await this.#put(Buffer.concat([head, name]));
    }
    const count = this.#done.length;
    await this.#put(
      fields([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, this.#offset - start], [4, start], [2, 0]),
    );
  }
}

/** What the local and the central header share, from the version needed to the size. */
function common(crc: number, packed: number, size: number): [number, number][] {
  return [
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, DAY_ONE],
    [4, crc],
    [4, packed],
    [4, size],
  ];
}

/** Little-endian fields, each of two or four bytes. */
function fields(...list: readonly (readonly [width: number, value: number])[]): Buffer {
  const bytes = Buffer.alloc(list.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of list) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}
