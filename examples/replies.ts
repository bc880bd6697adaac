import { type Day, day, frenchDate } from '@acquit/law';
import { type CaseFacts, classify, fr, type IncomingMessage, ownText, readProposals } from '@acquit/recovery';

/** Messages that came back, as a story tells them. */
export interface StoryReplies {
  replies?: {
    on: string;
    from: string;
    subject: string;
    headers?: Record<string, string>;
    text: string;
    /** The day on which somebody reads it; absent: nobody does. */
    readOn?: string;
  }[];
}

/** Applies what came back on a day, told apart and read by the real reader, as the shell would record it. */
export function comeBack(story: StoryReplies, before: CaseFacts, on: Day, events: string[]): CaseFacts {
  let facts = before;
  for (const told of story.replies ?? []) if (day(told.on) === on) facts = arrive(told, facts, on, events);
  for (const told of story.replies ?? [])
    if (told.readOn !== undefined && day(told.readOn) === on) events.push(`Réponse du ${frenchDate(day(told.on))} lue`);
  const { unreadReplyOn: _, ...read } = facts;
  const waiting = (story.replies ?? []).filter(
    (told) => isHuman(told, day(told.on)) && day(told.on) <= on && (told.readOn === undefined || day(told.readOn) > on),
  );
  const oldest = waiting.map((told) => day(told.on)).sort((a, b) => a - b)[0];
  return oldest === undefined ? read : { ...read, unreadReplyOn: oldest };
}

type ToldReply = NonNullable<StoryReplies['replies']>[number];

const messageOf = ({ from, subject, headers = {}, text }: ToldReply): IncomingMessage => ({
  from: { name: '', address: from },
  replyTo: [],
  to: [],
  subject,
  headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
  text,
  reports: [],
  returned: null,
});

const isHuman = (told: ToldReply, on: Day): boolean => classify(messageOf(told), on).kind === 'human';

function arrive(told: ToldReply, facts: CaseFacts, on: Day, events: string[]): CaseFacts {
  const verdict = classify(messageOf(told), on);
  if (verdict.kind !== 'human') {
    events.push(fr`Message reçu de ${told.from} : ${verdict.why.message.replace(/\.$/, '')}`);
    const isAddress = facts.debtor.email !== null && verdict.bounce?.recipients.includes(facts.debtor.email);
    if (verdict.bounce?.severity !== 'hard' || !isAddress) return facts;
    return { ...facts, debtor: { ...facts.debtor, email: null, refusedEmail: { address: facts.debtor.email!, on } } };
  }
  const own = ownText(told.text);
  const claims = facts.claims.map(({ number, openCents }) => ({ number, openCents }));
  const read = readProposals(own, { on, claims }).map(({ why }) => ` — on y lit : ${why.replace(/\.$/, '')}`);
  events.push(fr`Réponse reçue : « ${own.replaceAll(/\s+/g, ' ')} »${read.join('')}`);
  return facts;
}
