import type { CourtBlock, CourtDocument, DocumentField, DocumentTable } from '@acquit/recovery';
import type { Faces, PreparedDocument } from './prepare.ts';
import { fitColumns } from './table.ts';
import { breakable, printable } from './text.ts';

/** Type size of tables in points, and the width of the text in millimetres, as the template sets them. */
const SMALL_SIZE = 8.6;
const TEXT_WIDTH = 166;
/** A value longer than this is a text, and is not set in bold. */
const LONG_VALUE = 90;

/**
 * A document of a court file as its template reads it: texts made printable, tables measured, and the numbers that its
 * sections and fields bear, so that a person and a registry speak of the same line.
 */
export function prepareCourt(document: CourtDocument, faces: Faces): PreparedDocument {
  const text = (value: string, longest = 60) => breakable(printable(value, faces.regular.covers), longest);
  const optional = (value: string | null, longest?: number) => (value === null ? null : text(value, longest));
  const table = (value: DocumentTable) => {
    const printed: DocumentTable = {
      columns: value.columns.map((it) => ({ ...it, label: text(it.label, 16) })),
      rows: value.rows.map((it) => ({ ...it, cells: it.cells.map((cell) => text(cell)) })),
      totals: value.totals.map((it) => ({ ...it, label: text(it.label, 44), value: text(it.value, 30) })),
    };
    return { ...fitColumns(printed, faces, SMALL_SIZE, TEXT_WIDTH), totals: printed.totals };
  };
  const handwritten = (fields: readonly DocumentField[]) =>
    fields.map((it) => ({
      label: text(it.label, it.narrow ? 40 : 60),
      lines: Math.min(it.lines, 12),
      narrow: it.narrow,
    }));
  const block = (it: CourtBlock, number: string): object => {
    switch (it.kind) {
      case 'text':
        return { kind: it.kind, strong: it.strong, lines: it.text.split(/\r?\n/).map((one) => text(one)) };
      case 'field':
        return {
          ...it,
          number,
          label: text(it.label, 28),
          value: it.value === null ? null : it.value.split(/\r?\n/).map((one) => text(one, 40)),
          long: (it.value ?? '').length > LONG_VALUE,
          article: optional(it.article, 30),
        };
      case 'choice':
        return {
          ...it,
          label: text(it.label),
          options: it.options.map((option) => ({ ...option, label: text(option.label) })),
        };
      case 'list':
        return { ...it, items: it.items.map((item) => text(item)) };
      case 'table':
        return { ...it, title: optional(it.title), table: table(it.table) };
      case 'tree':
        return {
          ...it,
          title: text(it.title),
          rows: it.rows.map((row) => ({
            depth: Math.min(row.depth, 8),
            label: text(row.label, 40),
            value: text(row.value, 40),
            source: optional(row.source),
          })),
        };
      case 'quote':
        return {
          ...it,
          article: text(it.article),
          paragraphs: it.paragraphs.map((one) => text(one)),
          note: text(it.note),
        };
    }
  };
  const data = {
    kind: 'court',
    mode: document.mode,
    on: document.on,
    title: text(document.title),
    basis: text(document.basis),
    draft: optional(document.draft),
    sender: { name: text(document.author[0] ?? '') },
    author: document.author.map((it) => text(it, 40)),
    addressee: document.addressee.map((it) => text(it, 34)),
    lead: document.lead.map((it) => text(it)),
    sections: document.sections.map((section, s) => {
      let fields = 0;
      return {
        number: `${s + 1}.`,
        title: text(section.title),
        blocks: section.blocks.map((it) => block(it, it.kind === 'field' ? `${s + 1}.${++fields}` : '')),
      };
    }),
    ending: document.ending && {
      recall: text(document.ending.recall),
      placeAndDate: text(document.ending.placeAndDate),
      fields: handwritten(document.ending.fields),
    },
    footer: text(document.footer),
  };
  return { data, qr: null };
}
