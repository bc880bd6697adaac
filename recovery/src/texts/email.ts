import type { DocumentPayment, DocumentTable } from '../documents/document.ts';
import type { MessageFacts } from '../model/decision.ts';
import { textFor } from './catalogue/index.ts';
import { htmlOf } from './email-html.ts';
import { plainTextOf } from './email-text.ts';
import { lawfulFacts } from './lawful.ts';
import { identityLine } from './parties.ts';
import { owedTable, paymentOf } from './tables.ts';
import { fr } from './typography.ts';
import { type Correspondents, furtherClaims, wordsOf } from './words.ts';

export interface ComposedEmail {
  subject: string;
  text: string;
  html: string;
}

/** An e-mail before it is written as text or as HTML: both say the same, in the same order. */
export interface EmailContent {
  subject: string;
  greeting: string;
  opening: string[];
  table: DocumentTable;
  payment: DocumentPayment | null;
  closing: string[];
  salutation: string;
  signature: string[];
  /** Who writes, why, and how to answer. */
  footer: string[];
}

/**
 * Writes the e-mail of a step from the frozen facts and from who writes to whom, and from nothing else: the same facts
 * give the same bytes. User text is escaped in the HTML; there is no image, no link that counts who opens it.
 */
export function composeEmail(facts: MessageFacts, who: Correspondents): ComposedEmail {
  const content = emailContent(lawfulFacts(facts, who), who);
  return { subject: content.subject, text: plainTextOf(content), html: htmlOf(content) };
}

function emailContent(facts: MessageFacts, who: Correspondents): EmailContent {
  const words = wordsOf(facts, who);
  const text = textFor(facts);
  return {
    subject: oneLine(`${text.subject(words)} – ${who.company.name}`),
    greeting: text.greeting,
    opening: text.opening(words),
    table: owedTable(facts),
    payment: paymentOf(facts, who.company),
    closing: [...alsoListed(facts), ...text.closing(words)],
    salutation: text.salutation,
    signature: [...(who.company.settings.signatory === null ? [] : [who.company.settings.signatory]), who.company.name],
    footer: footer(facts, who),
  };
}

/** A subject is one header line, whatever a document's number contains. */
function oneLine(subject: string): string {
  return subject.replace(/[\r\n\t]+/g, ' ').trim();
}

/** What is said of the invoices that are in the table for another reason than this step. */
export function alsoListed(facts: MessageFacts): string[] {
  const sentences: string[] = [];
  const further = furtherClaims(facts).length;
  const upcoming = facts.claims.filter((claim) => claim.group === 'upcoming').length;
  if (further > 0) {
    sentences.push(
      fr`${further > 1 ? 'Les factures plus anciennes sont rappelées' : 'La facture plus ancienne est rappelée'} pour mémoire : les démarches déjà engagées à ${further > 1 ? 'leur' : 'son'} sujet suivent leur cours.`,
    );
  }
  if (upcoming > 0) {
    sentences.push(
      fr`${upcoming > 1 ? 'Les factures à échoir sont indiquées' : 'La facture à échoir est indiquée'} pour information et n’${upcoming > 1 ? 'entrent' : 'entre'} pas dans le total.`,
    );
  }
  return sentences;
}

function footer(facts: MessageFacts, { company, debtor }: Correspondents): string[] {
  const answer = [
    ...(company.email === null ? [] : [fr`par e-mail à ${company.email}`]),
    ...(company.phone === null ? [] : [fr`par téléphone au ${company.phone}`]),
  ];
  const listed = facts.claims.length;
  return [
    fr`Message adressé à ${debtor.name} au sujet ${listed > 1 ? 'des factures émises' : 'de la facture émise'} par ${company.name}.`,
    answer.length === 0
      ? fr`Pour répondre, répondez simplement à ce message.`
      : fr`Pour répondre : à ce message, ${answer.join(' ou ')}.`,
    identityLine(company),
  ];
}
