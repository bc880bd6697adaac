import {
  type AnnexRow,
  type DocumentParty,
  type DocumentTable,
  documentLabels,
  type LetterDocument,
} from '@acquit/recovery';
import { epcPayload } from './epc.ts';
import type { FontFace } from './font.ts';
import { type QrRaster, qrRaster } from './qr.ts';
import { fitColumns } from './table.ts';
import { breakable, printable } from './text.ts';

/** Type sizes of the template, in points, and the widths measured against them, in millimetres. */
const SMALL_SIZE = 8.6;
const TEXT_WIDTH = 166;
const WINDOW = { width: 80, height: 29, sizes: [10.5, 9.5, 8.5, 7.5, 6.5], lineHeight: 1.22 };
const POINT = 25.4 / 72;

export interface Faces {
  regular: FontFace;
  semibold: FontFace;
}

/** The files the template reads: its data as JSON and, when there is one, the payment code. */
export interface PreparedDocument {
  data: object;
  qr: QrRaster | null;
}

/**
 * A letter as its template reads it: the same texts, made printable, with what the page must know beforehand: column
 * widths, which rows hold on one line, the size at which the address fits the window, the payment code's raster.
 */
export function prepareLetter(document: LetterDocument, faces: Faces): PreparedDocument {
  const text = (value: string, longest = 60) => breakable(printable(value, faces.regular.covers), longest);
  const optional = (value: string | null, longest?: number) => (value === null ? null : text(value, longest));
  const party = (value: DocumentParty) => ({
    name: text(value.name, 24),
    lines: value.lines.map((it) => text(it, 38)),
    contact: value.contact.map((it) => text(it, 44)),
  });
  const row = (value: AnnexRow) => ({
    depth: Math.min(value.depth, 8),
    label: text(value.label, 40),
    value: text(value.value, 40),
    source: optional(value.source),
  });
  const table = (value: DocumentTable) => {
    const printed: DocumentTable = {
      columns: value.columns.map((it) => ({ ...it, label: text(it.label, 16) })),
      rows: value.rows.map((it) => ({ ...it, cells: it.cells.map((cell) => text(cell)) })),
      totals: value.totals.map((it) => ({ ...it, label: text(it.label, 40), value: text(it.value, 30) })),
    };
    return { ...fitColumns(printed, faces, SMALL_SIZE, TEXT_WIDTH), totals: printed.totals };
  };
  const { payment, annex } = document;
  const code = payment === null ? null : epcPayload(payment);
  const qr = code !== null && 'payload' in code ? qrRaster(code.payload) : null;
  const data = {
    labels: documentLabels(document.language),
    kind: document.kind,
    mode: document.mode,
    on: document.on,
    title: text(document.title),
    sender: party(document.sender),
    recipient: document.recipient === null ? null : addressed(party(document.recipient), faces.regular),
    placeAndDate: text(document.placeAndDate, 38),
    sentBy: optional(document.sentBy, 38),
    subject: text(document.subject, 50),
    references: document.references.map((it) => ({ label: text(it.label, 14), value: text(it.value) })),
    opening: document.opening.map((it) => text(it)),
    table: table(document.table),
    details: document.details.map((it) => ({ title: text(it.title, 40), table: table(it.table) })),
    closing: document.closing.map((it) => text(it)),
    payment:
      payment === null
        ? null
        : {
            beneficiary: text(payment.beneficiary, 34),
            iban: text(groupedByFour(payment.iban), 40),
            bic: optional(payment.bic, 30),
            reference: text(payment.reference, 34),
            amount: text(payment.amount, 34),
            qr: qr?.size ?? null,
          },
    signature: optional(document.signature, 34),
    enclosures: document.enclosures.map((it) => text(it)),
    handwritten: (document.handwritten ?? []).map((it) => ({
      label: text(it.label, it.narrow ? 40 : 60),
      lines: Math.min(it.lines, 12),
      narrow: it.narrow,
    })),
    footer: text(document.footer),
    annex:
      annex === null
        ? null
        : {
            title: text(annex.title, 40),
            intro: text(annex.intro),
            sections: annex.sections.map((it) => ({ title: text(it.title, 40), rows: it.rows.map(row) })),
          },
  };
  return { data, qr };
}

/** Keeps the whole address inside the window: the largest size at which its lines, wrapped ones counted, still fit. */
function addressed(party: DocumentParty, face: FontFace) {
  const lines = [party.name, ...party.lines];
  const fits = (size: number) => {
    const printed = lines.reduce(
      (sum, it) => sum + Math.max(1, Math.ceil((face.width(it, size) * POINT) / WINDOW.width)),
      0,
    );
    return printed * size * WINDOW.lineHeight * POINT <= WINDOW.height;
  };
  return { ...party, size: WINDOW.sizes.find(fits) ?? WINDOW.sizes.at(-1)! };
}

/** « FR76 3000 6000 … »: as printed on every bank document (ISO 13616), the groups kept on one line. */
function groupedByFour(iban: string): string {
  return iban
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1\u00a0');
}
