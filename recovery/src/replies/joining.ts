import type { Reason } from '../model/decision.ts';
import { fr } from '../texts/typography.ts';
import { addressesIn } from './kinds/signs.ts';
import type { IncomingMessage, Verdict } from './model.ts';

/** By what a message was tied to its case, the surest first. */
export type JoinedBy = 'thread' | 'reference' | 'sender' | 'number' | 'person';

/** What a message bears that may tell its case; looked up in the book as it is. */
export interface Clues {
  /** Identifiers of the messages it answers, its direct parent first. */
  messageIds: string[];
  /** References of cases, as our letters bear them: `D-1A2B3C4D`. */
  references: string[];
  /** Who wrote, or of a bounce who could not be reached; in lower case. */
  addresses: string[];
  /** Words that may be numbers of invoices. */
  numbers: string[];
}

/** What the book knows of the clues. Each list names a case once per clue that leads to it. */
export interface ClueCases {
  byMessage: readonly { messageId: string; caseId: string; actionId: string }[];
  byReference: readonly string[];
  byAddress: readonly string[];
  byNumber: readonly string[];
}

export interface Joining {
  caseId: string | null;
  actionId: string | null;
  by: JoinedBy | null;
  /** Cases it may belong to when it joins none, at most five. */
  candidates: string[];
  why: Reason;
}

const MOST_IDS = 100;
const MOST_NUMBERS = 300;
/** Our own identifiers: forty hexadecimal digits before the domain. */
const OURS = /<[0-9a-f]{40}@[^\s<>]{1,255}>/g;
const ANY_ID = /<[^\s<>]{1,500}>/g;
const REFERENCE = /\bD-[0-9A-F]{8}\b/g;
const NUMBER = /[A-Z0-9][A-Z0-9._/-]{1,38}[A-Z0-9]/gi;

/** What a message bears that may tell its case. `own` is what its author wrote himself. */
export function cluesOf(message: IncomingMessage, verdict: Verdict, own: string): Clues {
  const header = (name: string) =>
    message.headers
      .filter((one) => one.name === name)
      .map((one) => one.value)
      .join(' ');
  const ids = [
    ...(header('in-reply-to').match(ANY_ID) ?? []),
    // The last of the list is the closest.
    ...(header('references').match(ANY_ID) ?? []).reverse(),
    ...[...message.reports, message.returned ?? ''].flatMap((text) => text.match(OURS) ?? []),
    // A bounce that follows no standard carries our message in its text; a person's quotes it without its headers.
    ...(verdict.kind === 'bounce' || verdict.kind === 'receipt' ? (message.text.match(OURS) ?? []) : []),
  ];
  const authors = [message.from?.address ?? '', ...message.replyTo];
  const unreached = verdict.bounce?.recipients ?? [];
  return {
    messageIds: [...new Set(ids)].slice(0, MOST_IDS),
    references: [...new Set(`${message.subject}\n${message.text}`.match(REFERENCE) ?? [])].slice(0, 10),
    addresses: [...new Set(verdict.kind === 'bounce' ? unreached : authors)]
      .filter((one) => addressesIn(one).length === 1)
      .slice(0, 20),
    numbers: numbersIn(`${message.subject}\n${own}`),
  };
}

/** Words with a figure that may be an invoice's number; a year or a small number is none. */
function numbersIn(text: string): string[] {
  const words = new Set<string>();
  for (const [word] of text.slice(0, 20_000).matchAll(NUMBER)) {
    if (
      !/\d/.test(word) ||
      /^(?:\d{1,3}|(?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2})$/.test(word)
    )
      continue;
    words.add(word);
    words.add(word.toUpperCase());
    if (words.size >= MOST_NUMBERS) break;
  }
  return [...words];
}

const distinct = (list: readonly string[]): string[] => [...new Set(list)];

/**
 * The case a message belongs to, or none: by what it answers, then by our reference, then by who wrote, then by an
 * invoice it names. A clue that leads to two cases joins it to neither, unless a weaker one tells which of the two.
 */
export function joinOf(clues: Clues, found: ClueCases): Joining {
  const parents = distinct(found.byMessage.map((one) => one.caseId));
  const direct = found.byMessage.find((one) => one.messageId === clues.messageIds[0]);
  const thread = parents.length === 1 ? found.byMessage[0] : direct;
  if (thread) return { caseId: thread.caseId, actionId: thread.actionId, by: 'thread', candidates: [], why: BY.thread };
  const ways: [Exclude<JoinedBy, 'thread' | 'person'>, string[]][] = [
    ['reference', distinct(found.byReference)],
    ['sender', distinct(found.byAddress)],
    ['number', distinct(found.byNumber)],
  ];
  let among = parents;
  for (const [by, cases] of ways) {
    const left = among.length === 0 ? cases : cases.filter((one) => among.includes(one));
    if (left.length === 1) return { caseId: left[0]!, actionId: null, by, candidates: [], why: BY[by] };
    if (left.length > 1) among = left;
  }
  return {
    caseId: null,
    actionId: null,
    by: null,
    candidates: among.slice(0, MOST_CANDIDATES),
    why: among.length === 0 ? UNKNOWN : SEVERAL,
  };
}

const MOST_CANDIDATES = 5;

const BY: Readonly<Record<Exclude<JoinedBy, 'person'>, Reason>> = {
  thread: { code: 'JoinedByThread', message: fr`Rattachée par ses en-têtes : elle répond à un de vos messages.` },
  reference: { code: 'JoinedByReference', message: fr`Rattachée par la référence du dossier qu’elle porte.` },
  sender: { code: 'JoinedBySender', message: fr`Rattachée par l’adresse de l’expéditeur, connue d’un seul débiteur.` },
  number: {
    code: 'JoinedByNumber',
    message: fr`Rattachée par le numéro de facture qu’elle cite ; son expéditeur n’est pas un interlocuteur connu.`,
  },
};
const UNKNOWN: Reason = {
  code: 'JoinUnknown',
  message: fr`Aucun dossier ne correspond : rattachez-la, ou mettez-la de côté.`,
};
const SEVERAL: Reason = { code: 'JoinSeveral', message: fr`Plusieurs dossiers correspondent : choisissez le bon.` };

/** By what a message was tied to its case, in French. */
export function joinedByReason(by: JoinedBy): Reason {
  return by === 'person' ? { code: 'JoinedByPerson', message: fr`Rattachée par une personne.` } : BY[by];
}
