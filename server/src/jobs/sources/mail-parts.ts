import PostalMime, { type Attachment } from 'postal-mime';

/** One file of a message that may be an invoice or a statement. */
export interface MailFile {
  fileName: string;
  bytes: Uint8Array;
}

export interface MailFiles {
  files: MailFile[];
  /** Files that are not taken, with the reason in French. */
  left: { fileName: string; why: string }[];
}

const DEEPEST_FORWARD = 5;
const MOST_FILES = 200;

/** The formats the readers know, by the endings that banks, platforms and accounting programs give them. */
const TAKEN =
  /\.(?:pdf|xml|csv|tsv|txt|xlsx|ofx|qfx|qbo|sta|swi|mt9\d\d|94\d|cfonb(?:120)?|afb(?:120)?|c053|camt(?:\.?05[234])?|pnm|fec|asc|dat)$/i;
const TAKEN_TYPES = new Set([
  'application/pdf',
  'application/xml',
  'text/xml',
  'text/csv',
  'application/x-ofx',
  'application/vnd.intu.qfx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);
const ARCHIVE = /\.(?:zip|7z|rar|gz|tgz|tar)$/i;

/**
 * The files of a message, those of the messages it forwards included. Pictures, signatures and calendars are nobody's
 * invoice and are left without a word; an archive is left with one. Throws when the message is not one (nested beyond
 * reason, headers of megabytes).
 */
export async function filesOfMail(raw: Uint8Array): Promise<MailFiles> {
  const found: MailFiles = { files: [], left: [] };
  await gather(raw, found, 0);
  return found;
}

async function gather(raw: Uint8Array, found: MailFiles, depth: number): Promise<void> {
  const mail = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 50,
    maxHeadersSize: 1_000_000,
  });
  for (const attachment of mail.attachments) {
    const bytes = bytesOf(attachment);
    if (attachment.mimeType === 'message/rfc822' && depth < DEEPEST_FORWARD) {
      // A forwarded message that cannot be read is a file that cannot be read: it must not hide the others.
      await gather(bytes, found, depth + 1).catch(() =>
        found.left.push({ fileName: nameOf(attachment), why: UNREADABLE }),
      );
    } else consider(attachment, bytes, found);
  }
}

const UNREADABLE = 'Ce message transféré est mal formé : ouvrez-le, enregistrez la pièce jointe, puis importez-la.';

function consider(attachment: Attachment, bytes: Uint8Array, found: MailFiles): void {
  const fileName = nameOf(attachment);
  if (ARCHIVE.test(fileName)) {
    found.left.push({
      fileName,
      why: 'Les archives ne sont pas ouvertes : demandez les fichiers eux-mêmes en pièces jointes.',
    });
  } else if (TAKEN.test(fileName) || TAKEN_TYPES.has(attachment.mimeType)) {
    if (found.files.length >= MOST_FILES)
      found.left.push({
        fileName,
        why: `Ce message porte plus de ${MOST_FILES} fichiers : les suivants ont été laissés.`,
      });
    else if (bytes.length > 0) found.files.push({ fileName, bytes });
  }
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** What the sender called the file, made safe to show: its last part, on one line. */
function nameOf({ filename, mimeType }: Attachment): string {
  const last = (filename ?? '').split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200);
  if (shown !== '' && !/^\.+$/.test(shown)) return shown;
  return mimeType === 'application/pdf' ? 'piece-jointe.pdf' : 'piece-jointe';
}
