import { euros, frenchDate, parseDay } from '@acquit/law';
import { type CompanyFacts, type DebtorFacts, fr, oneLine, smsRefusal, type WrittenChannel } from '@acquit/recovery';
import { RenderRefusal, renderPrintQueue } from '../../render/index.ts';
import { keepBlob, loadCompany, type Store, type Tx } from '../../store/index.ts';
import type { Compose } from '../outbox/index.ts';
import { letterDocumentOf, letterName, letterPdfOf, smsOf, type WholeMessage, wholeEmail } from './compose.ts';
import { loadMessage, type MessageSource } from './facts.ts';
import { firstLetterOf } from './texts.ts';

export { type AttachedFile, fileName, type WholeMessage } from './compose.ts';

/** Composes e-mails for the outbox: what cannot be composed is refused for good with its sentence. */
export function composer(store: Store): Compose {
  return async (mail) => {
    const source = await store.inTenant(mail.tenantId, (tx) => loadMessage(tx, store.secrets, mail.actionId));
    if (!source) throw new Error('A message to send has its action.');
    const address = mail.recipient ?? source.case.debtor.email;
    if (!address) {
      return {
        refusal: {
          code: 'MissingAddress',
          message: fr`${source.case.debtor.name} n’a plus d’adresse e-mail. Complétez ses coordonnées puis renvoyez le message.`,
          facts: { caseId: mail.caseId },
        },
      };
    }
    try {
      const { subject, text, html, attachments } = await wholeEmail(source, store.blobs);
      const { copyTo } = source.facts;
      const cc = copyTo && { cc: { name: copyTo.name && oneLine(copyTo.name), address: copyTo.email } };
      return { to: { name: oneLine(source.case.debtor.name), address }, ...cc, subject, text, html, attachments };
    } catch (error) {
      // A press that died or is closing says nothing about the message: it is tried again.
      if (error instanceof RenderRefusal && !error.transient)
        return { refusal: { code: error.code, message: error.message, facts: {} } };
      throw error;
    }
  };
}

async function requireSource(store: Store, tx: Tx, actionId: string): Promise<MessageSource> {
  const source = await loadMessage(tx, store.secrets, actionId);
  if (!source) throw new Error('A message is shown of an action that exists.');
  return source;
}

/** What an action's message says, exactly as it left or would leave, with its files. */
export async function composeMessage(
  store: Store,
  tx: Tx,
  actionId: string,
  channel: WrittenChannel,
): Promise<WholeMessage> {
  const source = await requireSource(store, tx, actionId);
  if (channel === 'email') return wholeEmail(source, store.blobs);
  if (channel === 'sms') return { subject: source.facts.stepName, text: smsOf(source).text, html: '', attachments: [] };
  const document = letterDocumentOf(source);
  const text = [
    document.subject,
    ...document.opening,
    ...document.table.totals.map((total) => `${total.label} : ${total.value}`),
    ...document.closing,
  ].join('\n\n');
  return {
    subject: document.subject,
    text,
    html: '',
    attachments: [
      { name: letterName(source), mediaType: 'application/pdf', bytes: await letterPdfOf(source, store.blobs) },
    ],
  };
}

/** The letter of an action as a PDF, with a name for the file. */
export async function letterPdf(
  store: Store,
  tx: Tx,
  actionId: string,
): Promise<{ name: string; content: Uint8Array }> {
  const source = await requireSource(store, tx, actionId);
  return { name: letterName(source), content: await letterPdfOf(source, store.blobs) };
}

/** Letters waiting in the print queue of a company, oldest first. */
async function waitingLetters(tx: Tx, companyId: string): Promise<string[]> {
  const { rows } = await tx.query<{ action_id: string }>(
    `select action_id from outbox where tenant_id = $1 and company_id = $2 and state = 'to-print' and channel in ('letter', 'registered') order by created_at, action_id`,
    [tx.tenantId, companyId],
  );
  return rows.map((row) => row.action_id);
}

/** The day's post as one PDF behind its cover list; null when nothing waits. `on` is `YYYY-MM-DD`. */
export async function printQueue(
  store: Store,
  tx: Tx,
  companyId: string,
  on: string,
): Promise<{ name: string; content: Uint8Array } | null> {
  const letters = [];
  let company = '';
  for (const actionId of await waitingLetters(tx, companyId)) {
    const source = await requireSource(store, tx, actionId);
    company = source.company.name;
    letters.push({
      number:
        source.facts.claims
          .map((claim) => claim.number)
          .slice(0, 2)
          .join(', ') + (source.facts.claims.length > 2 ? '…' : ''),
      debtor: source.case.debtor.name,
      city: source.case.debtor.address.city ?? '',
      amount: euros(source.facts.totalCents),
      registered: letterDocumentOf(source).sentBy !== null,
      pdf: await letterPdfOf(source, store.blobs),
    });
  }
  if (letters.length === 0) return null;
  const today = parseDay(on);
  const content = await renderPrintQueue({
    mode: 'live',
    company,
    on,
    date: today === null ? on : frenchDate(today),
    letters,
    duplex: true,
  });
  return { name: `courrier-${on}.pdf`, content };
}

/**
 * Keeps letters as they are printed, before they are marked so: from then on the file is the proof, whatever changes in
 * the debtor's address or in the law's parameters.
 */
export async function keepPrintedLetters(store: Store, tx: Tx, actionIds: readonly string[]): Promise<void> {
  for (const actionId of actionIds) await keepLetter(store, tx, await requireSource(store, tx, actionId));
}

async function keepLetter(store: Store, tx: Tx, source: MessageSource, sentBy?: string): Promise<Uint8Array> {
  const bytes = await letterPdfOf(source, store.blobs, sentBy);
  if (source.printed) return bytes;
  const sha256 = await keepBlob(tx, store.blobs, { bytes, mediaType: 'application/pdf' });
  await tx.query('update action set document_sha256 = $3 where tenant_id = $1 and action_id = $2', [
    tx.tenantId,
    source.actionId,
    sha256,
  ]);
  return bytes;
}

/** A message as a provider is handed it. */
export interface MessageToHand {
  /** Of a text message, all of it; of an electronic letter, what stands beside the file. */
  text: string;
  /** Why it may not leave as it is, with the article; null when it may. */
  refusal: string | null;
  fileName: string;
  pdf: Uint8Array | null;
  company: CompanyFacts;
  debtor: DebtorFacts;
}

/** Composes what a provider is handed for an action; its letter is kept first, for it is the proof. */
export async function messageToHand(
  store: Store,
  tx: Tx,
  actionId: string,
  how: 'sms' | 'paper' | 'electronic',
): Promise<MessageToHand> {
  const source = await requireSource(store, tx, actionId);
  const who = {
    company: source.company,
    debtor: source.case.debtor,
    fileName: letterName(source).replace(/\.pdf$/, ''),
    refusal: how === 'sms' ? smsRefusal(source) : null,
  };
  if (how === 'sms') return { ...who, text: smsOf(source).text, pdf: null };
  const sentBy = how === 'electronic' ? fr`Par lettre recommandée électronique` : undefined;
  const pdf = await keepLetter(store, tx, source, sentBy);
  return { ...who, text: fr`Veuillez trouver ci-joint notre courrier : ${letterDocumentOf(source).subject}.`, pdf };
}

/** Why a text message may not be let go, with the article; null when it may. */
export async function smsHeldBack(
  tx: Tx,
  {
    actionId,
    caseId,
    companyId,
  }: {
    actionId: string;
    caseId: string;
    companyId: string;
  },
): Promise<string | null> {
  const company = await loadCompany(tx, companyId);
  if (!company) throw new Error('An action belongs to a company.');
  return smsRefusal({ company, firstLetter: await firstLetterOf(tx, company, caseId, actionId) });
}
