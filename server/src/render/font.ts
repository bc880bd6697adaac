import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The faces every document uses. Two only: each further face costs a subset in every file. */
export const FACES = {
  regular: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  semibold: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
} as const;

/** What the page needs to know of a font beforehand: which characters it can draw, and how wide they are. */
export interface FontFace {
  file: Buffer;
  covers(codePoint: number): boolean;
  /** Width of a text set at `size`, in the unit of `size`, without kerning. */
  width(text: string, size: number): number;
}

/** Reads one TrueType face from the installed packages. */
export function loadFace(specifier: string): FontFace {
  const file = readFileSync(createRequire(import.meta.url).resolve(specifier));
  const tables = tableDirectory(file);
  const unitsPerEm = file.readUInt16BE(tableAt(tables, 'head') + 18);
  const metrics = file.readUInt16BE(tableAt(tables, 'hhea') + 34);
  const advances = tableAt(tables, 'hmtx');
  const glyphs = glyphIndex(file, tableAt(tables, 'cmap'));
  const advance = (glyph: number) => file.readUInt16BE(advances + 4 * Math.min(glyph, metrics - 1));
  // Tables are set with tabular figures, all as wide as the widest one.
  const digit = Math.max(...[...'0123456789'].map((it) => advance(glyphs.get(it.codePointAt(0)!) ?? 0)));
  return {
    file,
    covers: (codePoint) => glyphs.has(codePoint),
    width(text, size) {
      let units = 0;
      for (const character of text) {
        const code = character.codePointAt(0)!;
        units += code >= 0x30 && code <= 0x39 ? digit : advance(glyphs.get(code) ?? 0);
      }
      return (units * size) / unitsPerEm;
    },
  };
}

function tableDirectory(file: Buffer): Map<string, number> {
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    tables.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  return tables;
}

function tableAt(tables: Map<string, number>, tag: string): number {
  const offset = tables.get(tag);
  if (offset === undefined) throw new Error(`font table ${tag} is missing`);
  return offset;
}

/** Code point → glyph, from the Unicode subtable of the `cmap` table (OpenType, formats 4 and 12). */
function glyphIndex(file: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const subtable = cmap + file.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = file.readUInt16BE(subtable);
    if (format === 4) readFormat4(file, subtable, glyphs);
    if (format === 12) readFormat12(file, subtable, glyphs);
  }
  return glyphs;
}

function readFormat4(file: Buffer, at: number, glyphs: Map<number, number>): void {
  const doubled = file.readUInt16BE(at + 6);
  const [ends, starts] = [at + 14, at + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = file.readUInt16BE(ends + segment);
    const delta = file.readUInt16BE(deltas + segment);
    const start = file.readUInt16BE(starts + segment);
    const offset = file.readUInt16BE(offsets + segment);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = offset === 0 ? code : file.readUInt16BE(offsets + segment + offset + 2 * (code - start));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readFormat12(file: Buffer, at: number, glyphs: Map<number, number>): void {
  for (let i = 0; i < file.readUInt32BE(at + 12); i++) {
    const group = at + 16 + 12 * i;
    const start = file.readUInt32BE(group);
    const first = file.readUInt32BE(group + 8);
    for (let code = start; code <= file.readUInt32BE(group + 4); code++) glyphs.set(code, first + code - start);
  }
}
