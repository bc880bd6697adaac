import { formatDay } from '@acquit/law';
import {
  type CourtBlock,
  type CourtDocument,
  type CourtFileFacts,
  fr,
  identityLine,
  journalActionName,
} from '@acquit/recovery';
import type { PaperPage } from '../../store/index.ts';

/** What is on a page that stands for an exhibit, or for a file that cannot be printed. */
export interface PageContent extends PaperPage {
  title: string;
}

/** A page of facts as a document of the court file: it is no draft, and nobody signs it. */
export function pageDocument(
  facts: CourtFileFacts,
  { title, facts: said, paragraphs, table }: PageContent,
): CourtDocument {
  const blocks: CourtBlock[] = [
    ...said.map(({ label, value }): CourtBlock => ({ kind: 'field', label, value, article: null })),
    ...paragraphs.map((text): CourtBlock => ({ kind: 'text', text, strong: false })),
    ...(table === null
      ? []
      : [
          {
            kind: 'table' as const,
            title: null,
            table: {
              columns: table.columns.map((label) => ({ label, align: 'left' as const })),
              rows: table.rows.map((cells) => ({ cells, muted: false })),
              totals: [],
            },
          },
        ]),
  ];
  return {
    key: 'exhibit-list',
    mode: facts.company.mode,
    on: formatDay(facts.on),
    title,
    basis: fr`Pièce établie à partir du dossier ${facts.reference}`,
    draft: null,
    author: [facts.company.name],
    addressee: [],
    lead: [],
    sections: [
      { title: 'Contenu', blocks: blocks.length === 0 ? [{ kind: 'text', text: '–', strong: false }] : blocks },
    ],
    ending: null,
    footer: fr`${identityLine(facts.company)} – dossier ${facts.reference}`,
  };
}

/** The entries of the chain about a case, each with its hash, and the head of the chain on that day. */
export function journalPage(extract: {
  entries: { seq: number; at: string; actor: string; action: string; hash: string }[];
  /** Entries there are about the case: the extract has the latest. */
  total: number;
  head: { seq: number; hash: string };
}): PageContent {
  return {
    title: 'Extrait du journal du dossier',
    facts: [
      { label: 'Tête de la chaîne', value: fr`entrée n°\u00a0${extract.head.seq}` },
      { label: 'Empreinte de la tête (SHA-256)', value: extract.head.hash },
      ...(extract.total > extract.entries.length
        ? [{ label: 'Entrées', value: fr`les ${extract.entries.length} dernières, sur ${extract.total}` }]
        : []),
    ],
    paragraphs: [
      'Chaque entrée porte l’empreinte de la précédente : aucune ne peut être retirée ni changée sans que la suite ne le montre. Le journal complet se vérifie par la commande « acquit journal verify ».',
    ],
    table: {
      columns: ['N°', 'Date', 'Acte', 'Par', 'Empreinte'],
      rows: extract.entries.map((entry) => [
        String(entry.seq),
        entry.at,
        journalActionName(entry.action),
        entry.actor,
        entry.hash,
      ]),
    },
  };
}
