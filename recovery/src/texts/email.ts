import type { DocumentPayment, DocumentTable } from '../documents/document.ts';
import type { MessageFacts } from '../model/decision.ts';
import type { Language } from '../model/subject.ts';
import type { TextTools } from '../templates/model.ts';
import { htmlOf } from './email-html.ts';
import { plainTextOf } from './email-text.ts';
import { lawfulFacts } from './lawful.ts';
import { mandateWords } from './mandate.ts';
import { identityLine } from './parties.ts';
import { owedTable, paymentOf } from './tables.ts';
import { fr } from './typography.ts';
import { oneLine } from './values.ts';
import { type Correspondents, furtherClaims } from './words.ts';
import { writeText } from './write.ts';

export interface ComposedEmail {
  subject: string;
  text: string;
  html: string;
}

/** An e-mail before it is written as text or as HTML: both say the same, in the same order. */
export interface EmailContent {
  language: Language;
  subject: string;
  opening: string[];
  /** Null when the text leaves the statement of account out. */
  table: DocumentTable | null;
  payment: DocumentPayment | null;
  /** The debtor's own page; null when he has none. */
  pageUrl: string | null;
  closing: string[];
  signature: string[];
  /** Who writes, why, and how to answer. */
  footer: string[];
}

/**
 * Writes the e-mail of a step from the frozen facts, from who writes to whom and from the texts in force, and from nothing
 * else: the same give the same bytes. User text is escaped in the HTML; there is no image, no link that counts who opens.
 */
export function composeEmail(facts: MessageFacts, who: Correspondents, tools: TextTools): ComposedEmail {
  const content = plain(emailContent(lawfulFacts(facts, who), who, tools));
  return { subject: content.subject, text: plainTextOf(content), html: htmlOf(content) };
}

/** Every text of it on one line and in reading order: a name or a number comes from files that others wrote. */
function plain(content: EmailContent): EmailContent {
  const { table, payment } = content;
  const lines = (texts: readonly string[]) => texts.map(oneLine);
  return {
    ...content,
    opening: lines(content.opening),
    table: table && {
      columns: table.columns,
      rows: table.rows.map((row) => ({ ...row, cells: lines(row.cells) })),
      totals: table.totals.map((total) => ({ ...total, label: oneLine(total.label), value: oneLine(total.value) })),
    },
    payment: payment && {
      ...payment,
      beneficiary: oneLine(payment.beneficiary),
      reference: oneLine(payment.reference),
    },
    closing: lines(content.closing),
    signature: lines(content.signature),
    footer: lines(content.footer),
  };
}

function emailContent(facts: MessageFacts, who: Correspondents, tools: TextTools): EmailContent {
  const { company, debtor } = who;
  const written = writeText(facts, who, 'email', tools);
  const mandate = mandateWords(who, facts);
  const writer = company.collector?.name ?? company.name;
  return {
    language: debtor.language ?? 'fr',
    subject: oneLine(`${written.subject} – ${company.name}`),
    opening: afterGreeting(written.opening, mandate.opening),
    table: written.hasTable ? owedTable(facts, debtor.language, Boolean(company.collector)) : null,
    payment: written.hasTable ? paymentOf(facts, company, debtor.language) : null,
    pageUrl: who.pageUrl ?? null,
    closing: beforeLast([...alsoListed(facts, debtor.language), ...written.closing], mandate.closing),
    signature: [...(company.settings.signatory === null ? [] : [company.settings.signatory]), writer],
    footer: footer(facts, who),
  };
}

/** Puts paragraphs after « Bonjour, » when the text begins with it, else before everything. */
export function afterGreeting(opening: string[], added: readonly string[]): string[] {
  const [first, ...rest] = opening;
  if (added.length === 0 || first === undefined) return [...added, ...opening];
  return first.endsWith(',') ? [first, ...added, ...rest] : [...added, ...opening];
}

/** What the law wants reproduced stands before the courtesies that end a message. */
export function beforeLast(closing: string[], added: readonly string[]): string[] {
  if (added.length === 0) return closing;
  return [...closing.slice(0, -1), ...added, ...closing.slice(-1)];
}

/** What is said of the invoices that are in the table for another reason than this step. */
export function alsoListed(facts: MessageFacts, language: Language | undefined): string[] {
  const sentences: string[] = [];
  const further = furtherClaims(facts).length;
  const upcoming = facts.claims.filter((claim) => claim.group === 'upcoming').length;
  const english = language === 'en';
  if (further > 0) {
    sentences.push(
      english
        ? `The older ${further > 1 ? 'invoices are' : 'invoice is'} listed for the record: the steps already taken about ${further > 1 ? 'them' : 'it'} follow their course.`
        : fr`${further > 1 ? 'Les factures plus anciennes sont rappelées' : 'La facture plus ancienne est rappelée'} pour mémoire : les démarches déjà engagées à ${further > 1 ? 'leur' : 'son'} sujet suivent leur cours.`,
    );
  }
  if (upcoming > 0) {
    sentences.push(
      english
        ? `The ${upcoming > 1 ? 'invoices' : 'invoice'} not due yet ${upcoming > 1 ? 'are' : 'is'} listed for information and not counted in the total.`
        : fr`${upcoming > 1 ? 'Les factures à échoir sont indiquées' : 'La facture à échoir est indiquée'} pour information et n’${upcoming > 1 ? 'entrent' : 'entre'} pas dans le total.`,
    );
  }
  return sentences;
}

function footer(facts: MessageFacts, { company, debtor }: Correspondents): string[] {
  const { email, phone } = company.collector ?? company;
  const several = facts.claims.length > 1;
  if (debtor.language === 'en') {
    const ways = [
      ...(email === null ? [] : [`by e-mail at ${email}`]),
      ...(phone === null ? [] : [`by telephone on ${phone}`]),
    ];
    return [
      `Message sent to ${debtor.name} about the invoice${several ? 's' : ''} issued by ${company.name}.`,
      ways.length === 0
        ? 'To answer, simply reply to this message.'
        : `To answer: reply to this message, or ${ways.join(' or ')}.`,
      identityLine(company),
    ];
  }
  const ways = [
    ...(email === null ? [] : [fr`par e-mail à ${email}`]),
    ...(phone === null ? [] : [fr`par téléphone au ${phone}`]),
  ];
  return [
    fr`Message adressé à ${debtor.name} au sujet ${several ? 'des factures émises' : 'de la facture émise'} par ${company.name}.`,
    ways.length === 0
      ? fr`Pour répondre, répondez simplement à ce message.`
      : fr`Pour répondre : à ce message, ${ways.join(' ou ')}.`,
    identityLine(company),
  ];
}
