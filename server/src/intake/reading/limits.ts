/**
 * Every limit of the readers: its name, its default, and the sentence a user reads when a file meets it. A limit is
 * there because a file comes from somebody else: without it, one crafted file could fill the memory or the evening.
 */

import { count, size } from './french.ts';

/** The limits of one reading. All are inclusive: a file exactly at the limit is read. */
export interface Limits {
  /** Bytes of a file that is held whole while it is read. */
  fileBytes: number;
  /** Bytes of a file that is read by pieces: bank statements and accounting files. */
  streamBytes: number;
  /** Bytes that come out of compressed parts (XLSX, attachments and object streams of a PDF), added up. */
  unpackedBytes: number;
  /** Bytes of the packed objects that hold a PDF together; those of an invoice rarely pass a megabyte. */
  pdfObjectBytes: number;
  /** Packed objects of a PDF. */
  pdfObjectStreams: number;
  /** Entries of a ZIP container. */
  zipEntries: number;
  /** Unpacked bytes per packed byte of one ZIP entry larger than a megabyte; text rarely passes 20. */
  zipRatio: number;
  /** Levels of nested XML elements; the deepest invoice syntax has 14. */
  xmlDepth: number;
  /** XML elements kept in memory (invoice lines are folded while reading and do not count). */
  xmlElements: number;
  /** Attributes of one XML element. */
  xmlAttributes: number;
  /** Characters of one XML text, embedded binary objects aside. */
  xmlTextLength: number;
  /** Data rows of a table. */
  rows: number;
  /** Columns of a table. */
  columns: number;
  /** Characters of one cell. */
  cellLength: number;
  /** Lines of customers that an accounting file keeps in memory; beyond, what is settled is folded. */
  bookItems: number;
  /** Customers of an accounting file, and journals; no company that chases its invoices has as many. */
  bookCustomers: number;
  bookJournals: number;
  /** Bytes of one line of a text file. */
  lineBytes: number;
  /** Pages announced by a PDF. */
  pages: number;
  /** Files attached to one PDF. */
  attachments: number;
  /** Largest amount, in the smallest unit of the currency; beyond, the amount is doubted and left out. */
  amountCents: number;
  /** Seconds of processor given to any file, whatever its size; a PDF gets no more, since only its attachment is read. */
  seconds: number;
  /** Seconds more for each megabyte of text, so that a large honest table is not cut short. */
  secondsPerMegabyte: number;
  /** Seconds more for each megabyte of a workbook, which unpacks to many times its size. */
  secondsPerWorkbookMegabyte: number;
  /** Megabytes of JavaScript heap of a reading process. */
  heapMegabytes: number;
  /** Megabytes a reading process may take beyond what it takes when idle. */
  memoryMegabytes: number;
}

export const defaultLimits: Readonly<Limits> = {
  fileBytes: 50 * 1024 * 1024,
  streamBytes: 2_000_000_000,
  unpackedBytes: 64_000_000,
  pdfObjectBytes: 16_000_000,
  pdfObjectStreams: 5_000,
  zipEntries: 2_000,
  zipRatio: 200,
  xmlDepth: 64,
  xmlElements: 200_000,
  xmlAttributes: 64,
  xmlTextLength: 1_000_000,
  rows: 100_000,
  columns: 500,
  cellLength: 32_767,
  bookItems: 100_000,
  bookCustomers: 300_000,
  bookJournals: 10_000,
  lineBytes: 1_000_000,
  pages: 10_000,
  attachments: 100,
  amountCents: 100_000_000_000_000,
  seconds: 4,
  secondsPerMegabyte: 0.25,
  secondsPerWorkbookMegabyte: 1.5,
  heapMegabytes: 256,
  memoryMegabytes: 256,
};

/** Seconds of processor a file may take, from its size and the first bytes that say what it is. */
export function timeAllowed(limits: Limits, bytes: Uint8Array, size = bytes.length): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_MARK_BYTES));
  if (head.includes('%PDF-')) return limits.seconds;
  const each = head.toString('latin1', 0, 2) === 'PK' ? limits.secondsPerWorkbookMegabyte : limits.secondsPerMegabyte;
  return limits.seconds + (each * size) / 1_000_000;
}

/** How far into a file the mark of a PDF may stand (ISO 32000-1, annex H.3.4.1). */
export const PDF_MARK_BYTES = 1_024;

/** What a refusal for a limit carries: the limit, what was found when it is known, and the line when there is one. */
interface LimitFacts {
  limit: number;
  found?: number;
  line?: number;
}

const at = (facts: LimitFacts): string => (facts.line === undefined ? '' : ` (ligne ${count(facts.line)})`);

/** The refusals that come from a limit, with their sentences; `messages.ts` joins them to the others. */
export const limitSentences = {
  FileTooLarge: ({ limit, found }: LimitFacts) =>
    `Ce fichier pèse ${size(found ?? limit)}, plus que la limite de ${size(limit)}. Découpez-le en plusieurs fichiers.`,
  UnpackedTooLarge: ({ limit }: LimitFacts) =>
    `Une fois décompressé, ce fichier dépasse ${size(limit)} : la lecture est arrêtée par prudence. Demandez un fichier plus simple à son auteur.`,
  TooManyZipEntries: ({ limit, found }: LimitFacts) =>
    `Ce classeur contient ${count(found ?? limit + 1)} éléments, plus que la limite de ${count(limit)}. Enregistrez-le à nouveau depuis votre tableur.`,
  SuspiciousCompression: ({ limit }: LimitFacts) =>
    `Une partie de ce classeur se décompresse plus de ${count(limit)} fois : un fichier normal ne fait pas cela. Enregistrez-le à nouveau depuis votre tableur.`,
  XmlTooDeep: (facts: LimitFacts) =>
    `Ce fichier XML imbrique plus de ${count(facts.limit)} niveaux${at(facts)} : aucune facture n'en a besoin. Demandez un fichier valide à son émetteur.`,
  XmlTooManyElements: (facts: LimitFacts) =>
    `Ce fichier XML contient plus de ${count(facts.limit)} éléments${at(facts)}. Demandez un fichier plus simple à son émetteur.`,
  XmlTooManyAttributes: (facts: LimitFacts) =>
    `Un élément de ce fichier XML porte plus de ${count(facts.limit)} attributs${at(facts)}. Demandez un fichier valide à son émetteur.`,
  XmlTextTooLong: (facts: LimitFacts) =>
    `Un texte de ce fichier XML dépasse ${count(facts.limit)} caractères${at(facts)}. Demandez un fichier valide à son émetteur.`,
  TooManyCustomers: ({ limit }: LimitFacts) =>
    `Ce fichier nomme plus de ${count(limit)} comptes de clients. Exportez un exercice à la fois, ou les seuls clients professionnels.`,
  TooManyJournals: (facts: LimitFacts) =>
    `Ce fichier nomme plus de ${count(facts.limit)} journaux${at(facts)}. Vérifiez que ses colonnes sont dans le bon ordre.`,
  TooManyRows: ({ limit }: LimitFacts) =>
    `Ce tableau compte plus de ${count(limit)} lignes. Découpez-le, par exemple par année.`,
  TooManyColumns: (facts: LimitFacts) =>
    `Ce tableau compte plus de ${count(facts.limit)} colonnes${at(facts)}. Vérifiez le séparateur ou n'exportez que les colonnes utiles.`,
  CellTooLong: (facts: LimitFacts) =>
    `Une cellule dépasse ${count(facts.limit)} caractères${at(facts)}. Vérifiez que les guillemets du fichier sont bien fermés.`,
  LineTooLong: (facts: LimitFacts) =>
    `Une ligne dépasse ${size(facts.limit)}${at(facts)}. Vérifiez que le fichier est bien un tableau, une facture par ligne.`,
  TooManyPdfObjects: ({ limit }: LimitFacts) =>
    `Ce PDF contient plus de ${count(limit)} blocs d'objets : aucune facture n'en a besoin. Demandez un fichier plus simple à son émetteur.`,
  TooManyPages: ({ limit, found }: LimitFacts) =>
    `Ce PDF annonce ${count(found ?? limit + 1)} pages, plus que la limite de ${count(limit)}. Déposez la facture seule.`,
  TooManyAttachments: ({ limit }: LimitFacts) =>
    `Plus de ${count(limit)} fichiers sont joints à ce PDF. Déposez la facture seule.`,
  TimeLimit: ({ limit }: LimitFacts) =>
    `La lecture de ce fichier a été arrêtée au bout de ${count(Math.ceil(limit))} s. Il est peut-être endommagé ou très volumineux : découpez-le, ou enregistrez-le à nouveau depuis le logiciel qui l'a produit.`,
  MemoryLimit: ({ limit }: LimitFacts) =>
    `La lecture de ce fichier a été arrêtée : elle demandait plus de ${count(limit)} Mo de mémoire. Il est peut-être endommagé ou très volumineux : découpez-le, ou enregistrez-le à nouveau depuis le logiciel qui l'a produit.`,
};
