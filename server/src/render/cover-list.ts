import type { Faces, PreparedDocument } from './prepare.ts';
import { fitColumns } from './table.ts';
import { breakable, printable } from './text.ts';

const SIZE = 8.6;
const TEXT_WIDTH = 166;

/** One letter of the print queue, as its cover list names it; texts are final. */
export interface CoverListEntry {
  /** The letter's own number or reference. */
  number: string;
  debtor: string;
  city: string;
  /** « 1 234,56 € » */
  amount: string;
  registered: boolean;
  pages: number;
  /** Page of the merged file on which the letter starts. */
  firstPage: number;
}

/** The first page of the print queue: what has to be printed, folded and posted that day. */
export interface CoverList {
  mode: 'test' | 'live';
  company: string;
  /** `YYYY-MM-DD`, for the file's metadata. */
  on: string;
  /** « 21 novembre 2026 » */
  date: string;
  entries: CoverListEntry[];
}

/** The cover list as its template reads it. */
export function prepareCoverList(list: CoverList, faces: Faces): PreparedDocument {
  const text = (value: string, longest = 40) => breakable(printable(value, faces.regular.covers), longest);
  const registered = list.entries.filter((it) => it.registered).length;
  const sheets = list.entries.reduce((sum, it) => sum + it.pages, 0);
  const table = fitColumns(
    {
      columns: [
        { label: 'Lettre', align: 'left' },
        { label: 'Débiteur', align: 'left' },
        { label: 'Ville', align: 'left' },
        { label: 'Envoi', align: 'left' },
        { label: 'Montant', align: 'right' },
        { label: 'Pages', align: 'right' },
        { label: 'À partir de', align: 'right' },
      ],
      rows: list.entries.map((it) => ({
        muted: false,
        cells: [
          text(it.number),
          text(it.debtor),
          text(it.city),
          it.registered ? 'Recommandé' : 'Lettre simple',
          text(it.amount),
          String(it.pages),
          `p. ${it.firstPage}`,
        ],
      })),
      totals: [],
    },
    faces,
    SIZE,
    TEXT_WIDTH,
  );
  const company = text(list.company);
  const date = text(list.date);
  const data = {
    mode: list.mode,
    on: list.on,
    title: `Courrier à poster — ${company} — ${date}`,
    sender: { name: company },
    footer: `${company} — courrier à poster du ${date}`,
    company,
    date,
    summary: [
      { label: 'Lettres', value: String(list.entries.length) },
      { label: 'dont recommandées avec avis de réception', value: String(registered) },
      { label: 'Pages à imprimer, sans ce bordereau', value: String(sheets) },
    ],
    table,
  };
  return { data, qr: null };
}
