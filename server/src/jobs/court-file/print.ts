import { formatDay, frenchDate } from '@acquit/law';
import { type CourtFileFacts, fr } from '@acquit/recovery';
import { RenderRefusal, renderCourtDocument, stampExhibit } from '../../render/index.ts';
import { journalOfCase, type Store } from '../../store/index.ts';
import { composeMessage, letterPdf } from '../messages/index.ts';
import type { Exhibit } from './exhibits.ts';
import { journalPage, pageDocument } from './pages.ts';

/** An exhibit with its number on every page. */
export interface PrintedExhibit {
  exhibit: Exhibit;
  number: number;
  pdf: Uint8Array;
  pages: number;
  /** The file as it came, which goes beside: it could not be printed, or its page is only what it says. */
  original: { fileName: string; mediaType: string; bytes: Uint8Array } | null;
  /** Why it could not be printed; null when it was. */
  fault: string | null;
}

const PRINTED = ['application/pdf', 'image/jpeg', 'image/png'] as const;
type PrintedType = (typeof PRINTED)[number];

/** What a file is by its first bytes, whatever its name or its sender says. */
export function printedType(bytes: Uint8Array): PrintedType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024));
  if (head.includes('%PDF-')) return 'application/pdf';
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  return head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')) ? 'image/png' : null;
}

/** Where the exhibits of a file are printed from. */
export interface PrintContext {
  store: Store;
  tenantId: string;
  caseId: string;
  facts: CourtFileFacts;
}

/**
 * Prints an exhibit: its own pages when it is a PDF or a picture; a message as it left; a page of facts otherwise. What
 * cannot be printed is announced on a page of its own and goes beside, so that no number of the list is without its
 * exhibit.
 */
export async function printExhibit(context: PrintContext, exhibit: Exhibit, number: number): Promise<PrintedExhibit> {
  const { facts } = context;
  const made = await bytesOf(context, exhibit);
  const stamp = (bytes: Uint8Array, mediaType: PrintedType) =>
    stampExhibit({ bytes, mediaType, number, title: exhibit.title, on: formatDay(facts.on) });
  const type = 'page' in made ? null : printedType(made.bytes);
  if (type !== null && 'bytes' in made) {
    try {
      return { exhibit, number, ...(await stamp(made.bytes, type)), original: null, fault: null };
    } catch (error) {
      if (!(error instanceof RenderRefusal) || error.code !== 'ExhibitUnfit') throw error;
      return { ...(await slip(context, exhibit, number, made, error.message)), fault: error.message };
    }
  }
  if ('page' in made) {
    const page = await renderCourtDocument(pageDocument(facts, made.page));
    return { exhibit, number, ...(await stamp(page, 'application/pdf')), original: made.original ?? null, fault: null };
  }
  // A structured invoice has no page: its original goes beside, and the list says so.
  const printed = await slip(
    context,
    exhibit,
    number,
    made,
    'Ce fichier est une donnée structurée, sans mise en page : il est joint tel quel.',
  );
  return { ...printed, fault: null };
}

type KeptFile = { bytes: Uint8Array; fileName: string; mediaType: string };
type Made = KeptFile | { page: Parameters<typeof pageDocument>[1]; original?: KeptFile };

async function bytesOf({ store, tenantId, caseId }: PrintContext, exhibit: Exhibit): Promise<Made> {
  const { from, title } = exhibit;
  if ('blob' in from) return { bytes: store.blobs.get(from.blob), fileName: from.fileName, mediaType: from.mediaType };
  if ('page' in from) {
    const { original } = from;
    return {
      page: { title, ...from.page },
      ...(original && { original: { ...original, bytes: store.blobs.get(original.blob) } }),
    };
  }
  if ('journal' in from)
    return { page: journalPage(await store.inTenant(tenantId, (tx) => journalOfCase(tx, caseId))) };
  const { actionId, channel } = from;
  return store.inTenant(tenantId, async (tx): Promise<Made> => {
    if (channel !== 'email') {
      const letter = await letterPdf(store, tx, actionId);
      return { bytes: letter.content, fileName: letter.name, mediaType: 'application/pdf' };
    }
    const message = await composeMessage(store, tx, actionId, channel);
    const [sent] = await tx.arrays<[string | null, string | null, string | null]>(
      `select recipient, message_id, server_answer from outbox where tenant_id = $1 and action_id = $2 and channel = 'email'`,
      [tx.tenantId, actionId],
    );
    return {
      page: {
        title,
        facts: [
          { label: 'À', value: sent?.[0] ?? 'adresse du débiteur' },
          { label: 'Objet', value: message.subject },
          { label: 'Le', value: exhibit.on === null ? '–' : frenchDate(exhibit.on) },
          { label: 'Message-ID', value: sent?.[1] ?? '–' },
          { label: 'Réponse du serveur', value: sent?.[2] ?? '–' },
          { label: 'Pièces jointes', value: message.attachments.map((file) => file.name).join(', ') || 'aucune' },
        ],
        paragraphs: message.text.split(/\n{2,}/).filter((part) => part.trim() !== ''),
        table: null,
      },
    };
  });
}

/** The page that stands for a file which goes beside. */
async function slip(
  { facts }: PrintContext,
  exhibit: Exhibit,
  number: number,
  file: { bytes: Uint8Array; fileName: string; mediaType: string },
  why: string,
): Promise<Omit<PrintedExhibit, 'fault'>> {
  const page = await renderCourtDocument(
    pageDocument(facts, {
      title: exhibit.title,
      facts: [
        { label: 'Fichier joint séparément', value: file.fileName },
        { label: 'Taille', value: fr`${file.bytes.byteLength} octets` },
        { label: 'Type', value: file.mediaType },
      ],
      paragraphs: [why],
      table: null,
    }),
  );
  const bytes = {
    bytes: page,
    mediaType: 'application/pdf' as const,
    number,
    title: exhibit.title,
    on: formatDay(facts.on),
  };
  const { pdf, pages } = await stampExhibit(bytes);
  return { exhibit, number, pdf, pages, original: file };
}
