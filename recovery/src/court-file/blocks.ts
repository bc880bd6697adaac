import { day, formatDay, frenchDate } from '@acquit/law';
import type { DocumentField, DocumentTable } from '../documents/document.ts';
import { placeAndDate } from '../texts/letter.ts';
import { addressLines, identityLine, statedName } from '../texts/parties.ts';
import { fr } from '../texts/typography.ts';
import type { CourtFileFacts } from './facts.ts';
import type { CourtBlock, CourtDocument, CourtDocumentKey, CourtSection } from './model.ts';
import { QUOTED_ON } from './quotations.ts';

/** Said on every document that somebody must complete and sign. */
export const DRAFT = 'Projet — à compléter et à signer';

/** Said where a fact is missing: nothing is ever guessed. */
export const TO_COMPLETE = '« à compléter »';

export const section = (title: string, blocks: CourtBlock[]): CourtSection => ({ title, blocks });
export const text = (words: string, strong = false): CourtBlock => ({ kind: 'text', text: words, strong });
export const field = (label: string, value: string | null, article: string | null): CourtBlock => ({
  kind: 'field',
  label,
  value,
  article,
});
export const table = (title: string | null, content: DocumentTable): CourtBlock => ({
  kind: 'table',
  title,
  table: content,
});

/** The words of a text that an act reproduces, with the day of the consolidated text they were compared with. */
export const quote = (article: string, paragraphs: string[]): CourtBlock => ({
  kind: 'quote',
  article,
  paragraphs,
  note: fr`Texte conforme à la version consolidée au ${frenchDate(day(QUOTED_ON))} ; vérifier qu’il n’a pas été modifié depuis.`,
});

/** Lines that somebody typed, as an address goes; the words that say it is missing when he did not. */
export const written = (value: string | null): string[] =>
  (value ?? TO_COMPLETE).split('\n').map((line) => line.trim());

/** A value in a sentence, or the words that say it is missing. */
export const orMissing = (value: string | null): string => value ?? TO_COMPLETE;

/** What is signed, in one line: « Requête en injonction de payer – Menuiserie Vallier – dossier D-0042 ». */
export const recall = (facts: CourtFileFacts, title: string): string =>
  fr`${title} – ${facts.case.debtor.name} – dossier ${facts.reference}`;

/** « Lyon, le 21 novembre 2026 », and who signs. */
export function signing(facts: CourtFileFacts, title: string, label?: string): CourtDocument['ending'] {
  return {
    recall: recall(facts, title),
    placeAndDate: placeAndDate(facts.company, isoOf(facts)),
    fields: [{ label: label ?? fr`Signature, précédée du nom et de la qualité du signataire`, lines: 3, narrow: true }],
  };
}

/** The day of the file, `YYYY-MM-DD`. */
export const isoOf = ({ on }: CourtFileFacts): string => formatDay(on);

/** What every document of the creditor has in common. */
export function paper(
  facts: CourtFileFacts,
  what: { key: CourtDocumentKey; title: string; basis: string },
): Omit<CourtDocument, 'lead' | 'sections'> {
  const { company } = facts;
  return {
    ...what,
    mode: company.mode,
    on: isoOf(facts),
    draft: DRAFT,
    author: [statedName(company), ...addressLines(company.address)],
    addressee: [],
    ending: signing(facts, what.title),
    footer: fr`${identityLine(company)} – dossier ${facts.reference}`,
  };
}

/** Room to write: side by side when narrow. */
export const hand = (label: string, lines: number, narrow = true): DocumentField => ({ label, lines, narrow });
