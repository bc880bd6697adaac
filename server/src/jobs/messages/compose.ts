import { formatDay } from '@acquit/law';
import {
  composeEmail,
  composeLetter,
  composeSms,
  composeStatement,
  isPostal,
  type LetterDocument,
  type SmsText,
  smsText,
} from '@acquit/recovery';
import { mergePdfs, RenderRefusal, renderLetter } from '../../render/index.ts';
import type { Blobs } from '../../store/index.ts';
import { correspondents, type InvoiceCopy, type MessageSource } from './facts.ts';
import { requireLawfulText } from './lawful.ts';

/** A file that goes with a message. */
export interface AttachedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** A message with its files, the same for the screen, for the sending and for a second attempt. */
export interface WholeMessage {
  subject: string;
  text: string;
  html: string;
  attachments: AttachedFile[];
}

/** Most invoice copies of one message, and most bytes of them: beyond, a mail server would refuse the whole. */
const COPIES_AT_MOST = 15;
const COPY_BYTES_AT_MOST = 7 * 1024 * 1024;

/** The e-mail of an action: its text, the statement of account, the formal notice itself, and the invoices it speaks of. */
export async function wholeEmail(source: MessageSource, blobs: Blobs): Promise<WholeMessage> {
  requireLawfulText(source, 'email');
  const email = composeEmail(source.facts, correspondents(source), source.tools);
  // Who is thanked is shown no account.
  if (source.facts.about?.kind === 'thanks') return { ...email, attachments: [] };
  const files: AttachedFile[] = [];
  if (source.facts.tone === 'formal') files.push(pdf('mise-en-demeure', source, await letterPdfOf(source, blobs)));
  const statement = await renderLetter({
    ...composeStatement(source.case, source.company, source.on),
    mode: source.mode,
  });
  files.push(pdf('releve-de-compte', source, statement));
  return { ...email, attachments: [...files, ...copies(source.copies, blobs)] };
}

/** The text message of an action, as a telephone will show it. */
export function smsOf(source: MessageSource): SmsText {
  requireLawfulText(source, 'sms');
  return smsText(composeSms(source.facts, correspondents(source), source.tools));
}

/** The letter of an action, laid out, with the copies that go behind it; what was printed stays what it was. */
export async function letterPdfOf(source: MessageSource, blobs: Blobs, sentBy?: string): Promise<Uint8Array> {
  if (source.printed) return blobs.get(source.printed);
  const enclosed = await enclosedCopies(source, blobs);
  const letter = await renderLetter(letterDocumentOf(source, sentBy, enclosed));
  if (enclosed.length === 0) return letter;
  return mergePdfs([{ pdf: letter, title: source.facts.stepName }, ...enclosed.map(copyPart)], {
    ...mergeSettings(source),
    title: letterName(source),
  });
}

/** `sentBy`: how it is sent, when that is not what such a letter is usually sent by. */
export function letterDocumentOf(
  source: MessageSource,
  sentBy?: string,
  enclosed: readonly EnclosedCopy[] = [],
): LetterDocument {
  // A formal notice by e-mail carries the letter itself, whose words are those of the registered one.
  const channel = source.channel === 'letter' ? 'letter' : 'registered';
  requireLawfulText(source, channel);
  return composeLetter(
    source.facts,
    correspondents(source),
    {
      mode: source.mode,
      claims: source.case.claims,
      channel,
      copies: enclosed.map(({ number }) => number),
      ...(sentBy !== undefined && { sentBy }),
    },
    source.tools,
  );
}

/** A copy that goes behind a letter. */
interface EnclosedCopy {
  number: string;
  pdf: Uint8Array;
}

const copyPart = ({ number, pdf }: EnclosedCopy) => ({ pdf, title: `Facture ${number}` });
const mergeSettings = (source: MessageSource) => ({ on: formatDay(source.on), cover: null, duplex: false });

/**
 * The copies that go behind a letter, when the company wants them there. One that no program can open (a password, a
 * damaged file) is left out, and the letter does not announce it; an e-mail attaches them apart.
 */
async function enclosedCopies(source: MessageSource, blobs: Blobs): Promise<EnclosedCopy[]> {
  if (!source.company.settings.copiesWithLetters || !isPostal(source.channel)) return [];
  const enclosed: EnclosedCopy[] = [];
  for (const { number, sha256 } of withinLimits(source.copies)) {
    const copy = { number, pdf: blobs.get(sha256) };
    try {
      await mergePdfs([copyPart(copy)], { ...mergeSettings(source), title: number });
      enclosed.push(copy);
    } catch (error) {
      if (error instanceof RenderRefusal && error.transient) throw error;
    }
  }
  return enclosed;
}

export const letterName = (source: MessageSource): string =>
  `${fileName(source.facts.stepName)}-${formatDay(source.on)}.pdf`;

function pdf(name: string, source: MessageSource, bytes: Uint8Array): AttachedFile {
  return { name: `${name}-${formatDay(source.on)}.pdf`, mediaType: 'application/pdf', bytes };
}

const copies = (list: readonly InvoiceCopy[], blobs: Blobs): AttachedFile[] =>
  withinLimits(list).map((copy) => ({
    name: `facture-${fileName(copy.number)}.pdf`,
    mediaType: copy.mediaType,
    bytes: blobs.get(copy.sha256),
  }));

function withinLimits(list: readonly InvoiceCopy[]): InvoiceCopy[] {
  const taken: InvoiceCopy[] = [];
  let left = COPY_BYTES_AT_MOST;
  for (const copy of list.slice(0, COPIES_AT_MOST)) {
    if (copy.bytes > left) continue;
    left -= copy.bytes;
    taken.push(copy);
  }
  return taken;
}

/** A name that is safe on every disk, whatever an invoice calls itself. */
export function fileName(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).toLowerCase() || 'document';
}
