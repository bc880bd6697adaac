import { randomUUID } from 'node:crypto';
import { takeReply } from '../../jobs/index.ts';
import { insertSource, type Store } from '../../store/index.ts';
import type { Book } from './book.ts';

/** Replies in every state that a route acts on. */
export interface ReplyRows {
  replyToAccept: string;
  replyToRefuse: string;
  replyToRead: string;
  /** Of no case yet, with a file. */
  replyToSort: string;
  replyOfBounce: string;
}

const RECEIVED_AT = '2026-11-20T09:00:00.000Z';

/** Messages as debtors send them, taken in by the way all are. */
export async function makeReplies(store: Store, tenantId: string, book: Book): Promise<ReplyRows> {
  const { companyId } = book;
  const sourceId = randomUUID();
  await store.inTenant(tenantId, (tx) =>
    insertSource(tx, {
      sourceId,
      companyId,
      name: 'Réponses',
      settings: {
        kind: 'replies',
        host: 'imap.example',
        port: 993,
        security: 'tls',
        username: 'compta',
        mailbox: 'INBOX',
        dedicated: true,
        marksRead: false,
      },
      secretSealed: null,
      everyMinutes: 15,
      beforeSending: true,
      active: true,
    }),
  );
  const context = { store, tenantId, companyId, sourceId, today: '2026-11-21', dedicated: true };
  const take = async (uid: number, subject: string, ...rest: string[]): Promise<string> => {
    const raw = Buffer.from(
      [
        `From: Paul <paul@client${uid}.example>`,
        `Subject: ${subject}`,
        `Message-ID: <${uid}@client.example>`,
        ...rest,
        '',
      ].join('\r\n'),
    );
    const envelope = { messageId: null, from: '', name: '', subject };
    await takeReply(context, { uid, uidValidity: '1', raw, bytes: raw.length, receivedAt: RECEIVED_AT, envelope });
    const rows = await store.inTenant(tenantId, (tx) =>
      tx.arrays<[string]>('select reply_id from reply where tenant_id = $1 and source_id = $2 and uid = $3', [
        tenantId,
        sourceId,
        uid,
      ]),
    );
    return rows[0]![0];
  };
  const plain = ['Content-Type: text/plain; charset=utf-8', ''];
  return {
    replyToAccept: await take(1, 'FA-2026-001', ...plain, 'Je vous règle le 20 décembre.'),
    replyToRefuse: await take(2, 'FA-2026-001', ...plain, 'Nous contestons cette facture.'),
    replyToRead: await take(3, 'FA-2026-001', ...plain, 'Merci de votre message.'),
    replyToSort: await take(
      4,
      'Bonjour',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      ...plain,
      'Voir la pièce jointe.',
      '--b',
      'Content-Type: text/html; name="page.html"',
      'Content-Disposition: attachment; filename="../page.html"',
      '',
      '<script>alert(1)</script>',
      '--b--',
    ),
    replyOfBounce: await take(
      5,
      'Undelivered Mail Returned to Sender FA-2026-001',
      'X-Failed-Recipients: achats@client.example',
      ...plain,
      '550 5.1.1 user unknown',
    ),
  };
}

type Row = ReplyRows & Pick<Book, 'companyId' | 'caseId'>;

/** A call of each route of replies that does its work for the owner of the rows. */
export const REPLY_CALLS: Record<string, (n: Row) => { path: string; body?: unknown }> = {
  'GET /api/companies/{companyId}/replies': (n) => ({ path: `/api/companies/${n.companyId}/replies?filter=all` }),
  'GET /api/replies/{replyId}': (n) => ({ path: `/api/replies/${n.replyToRead}` }),
  'GET /api/replies/{replyId}/message': (n) => ({ path: `/api/replies/${n.replyToRead}/message` }),
  'GET /api/replies/{replyId}/files/{n}': (n) => ({ path: `/api/replies/${n.replyToSort}/files/0` }),
  'POST /api/replies/{replyId}/read': (n) => ({ path: `/api/replies/${n.replyToRead}/read` }),
  'POST /api/replies/{replyId}/attach': (n) => ({
    path: `/api/replies/${n.replyToSort}/attach`,
    body: { caseId: n.caseId },
  }),
  'POST /api/replies/{replyId}/proposals/{n}/accept': (n) => ({
    path: `/api/replies/${n.replyToAccept}/proposals/0/accept`,
    body: {},
  }),
  'POST /api/replies/{replyId}/proposals/{n}/refuse': (n) => ({
    path: `/api/replies/${n.replyToRefuse}/proposals/0/refuse`,
  }),
  'POST /api/replies/{replyId}/trust': (n) => ({ path: `/api/replies/${n.replyOfBounce}/trust` }),
};
