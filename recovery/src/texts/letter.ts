import { type Day, explanationToRows, parseDay } from '@acquit/law';
import type { LetterDocument } from '../documents/document.ts';
import type { MessageFacts, StatedClaim } from '../model/decision.ts';
import type { ClaimFacts, CompanyFacts } from '../model/facts.ts';
import type { Language } from '../model/subject.ts';
import { coverOldestFirst, netOfCredit } from '../owed/credits.ts';
import { type Owed, owedOn } from '../owed/owed.ts';
import { reserveAsked } from '../owed/tree.ts';
import type { TextTools } from '../templates/model.ts';
import { saidOnce } from './annex.ts';
import { afterGreeting, alsoListed, beforeLast } from './email.ts';
import { writingOf } from './language.ts';
import { lawfulFacts } from './lawful.ts';
import { mandateWords } from './mandate.ts';
import { debtorParty, identityLine, legalIdLine, senderParty } from './parties.ts';
import { owedTable, paymentOf } from './tables.ts';
import { fr } from './typography.ts';
import type { Correspondents } from './words.ts';
import { writeText } from './write.ts';

export interface LetterOptions {
  mode: 'test' | 'live';
  /** The claims as they were on the day of the facts, to show in an annex how each figure is made. */
  claims?: readonly ClaimFacts[];
  /** How the letter is sent; a formal notice is registered unless said otherwise, null says nothing. */
  sentBy?: string | null;
  /** Numbers of the invoices whose copies go in the same envelope. */
  copies?: readonly string[];
  /** The text of which channel it takes: a registered letter may have one of its own. */
  channel?: 'letter' | 'registered';
}

/** « Lyon, le 21 novembre 2026 » */
export function placeAndDate(company: CompanyFacts, iso: string, language?: Language): string {
  const city = (company.collector ?? company.address).city?.trim() ?? '';
  const written = writingOf(language).longDate(iso);
  if (language === 'en') return city === '' ? written : `${city}, ${written}`;
  return city === '' ? fr`Le ${written}` : fr`${city}, le ${written}`;
}

/**
 * Writes the letter of a step. A formal notice says that it is one, what is asked and made of what, by when counted from
 * its reception, and what may follow (art. 1344 and 1231-6 C. civ.); nothing in it threatens. The annex shows each
 * claim's tree, and only when it still gives the figure that the letter asks.
 */
export function composeLetter(
  frozen: MessageFacts,
  who: Correspondents,
  options: LetterOptions,
  tools: TextTools,
): LetterDocument {
  const facts = lawfulFacts(frozen, who);
  const { company, debtor } = who;
  const { language } = debtor;
  const { labels } = writingOf(language);
  const text = writeText(facts, who, options.channel ?? 'letter', tools);
  const mandate = mandateWords(who, facts);
  const formal = facts.tone === 'formal';
  const annex = text.hasTable ? annexOf(facts, who, options.claims ?? []) : null;
  return {
    ...(language === undefined ? {} : { language }),
    kind: formal ? 'mise-en-demeure' : 'reminder',
    mode: options.mode,
    title: formal ? labels.formalNotice : facts.stepName,
    sender: senderParty(company),
    recipient: debtorParty(debtor),
    placeAndDate: placeAndDate(company, facts.on, language),
    on: facts.on,
    sentBy: options.sentBy === undefined && formal ? labels.registered : (options.sentBy ?? null),
    subject: text.subject,
    references: references(facts, who),
    opening: afterGreeting(text.opening, mandate.opening),
    table: text.hasTable ? owedTable(facts, language, Boolean(company.collector)) : NO_TABLE,
    details: [],
    closing: beforeLast([...alsoListed(facts, language), ...text.closing], mandate.closing),
    payment: text.hasTable ? paymentOf(facts, company, language) : null,
    signature: company.settings.signatory ?? company.collector?.name ?? company.name,
    enclosures: [...(annex === null ? [] : [annex.title]), ...(options.copies ?? []).map(labels.copy)],
    footer: identityLine(company),
    annex,
  };
}

const NO_TABLE: LetterDocument['table'] = { columns: [], rows: [], totals: [] };

/** What the letter is about, in short lines: who owes, on what day it was stated, and by which references it is known. */
function references(facts: MessageFacts, { company, debtor, reference }: Correspondents): LetterDocument['references'] {
  const { labels, longDate } = writingOf(debtor.language);
  const orders = [...new Set(facts.claims.map((claim) => claim.orderReference).filter((order) => order !== null))];
  const owes = debtor.legalId === null ? debtor.name : `${debtor.name}, ${legalIdLine(debtor.legalId)}`;
  return [
    { label: labels.statedOn, value: longDate(facts.on) },
    ...(reference === undefined || reference === '' ? [] : [{ label: labels.ourReference, value: reference }]),
    ...(facts.tone === 'formal' ? [{ label: labels.debtor, value: owes }] : []),
    ...(orders.length === 0 ? [] : [{ label: labels.yourReferences, value: orders.join(', ') }]),
    ...(company.collector ? [{ label: labels.creditor, value: company.name }] : []),
  ];
}

/**
 * How each claim's figure is made. A reminder has it only for what the law adds; a formal notice always, because it
 * carries the statement of account that its demand rests on.
 */
function annexOf(facts: MessageFacts, who: Correspondents, claims: readonly ClaimFacts[]): LetterDocument['annex'] {
  if (facts.tone !== 'formal' && facts.penaltyCents + facts.indemnityCents === 0) return null;
  const { labels } = writingOf(who.debtor.language);
  const on: Day = parseDay(facts.on)!;
  const covered = coverOldestFirst(
    facts.claims.map((stated) => stated.openCents),
    facts.creditCents,
  );
  const said = new Set<string>();
  const sections = facts.claims.flatMap((stated, i) => {
    const claim = claims.find((candidate) => candidate.claimId === stated.claimId);
    if (claim === undefined || stated.group === 'upcoming') return [];
    if (facts.tone !== 'formal' && stated.penaltyCents + stated.indemnityCents === 0) return [];
    const owed = [claim, asClaimed(claim, stated)]
      .map((candidate) => owedOn(netOfCredit(candidate, on, covered[i]!), on, who))
      .find((one) => givesFigures(one, stated, covered[i]!));
    if (owed === undefined) return [];
    const rows = saidOnce(explanationToRows(reserveAsked(owed.explanation)), said);
    return [{ title: labels.annexSection(stated.number), rows }];
  });
  if (sections.length === 0) return null;
  return {
    title: labels.annex,
    intro: labels.annexIntro,
    sections,
  };
}

/** True when a claim, computed again, is worth what the letter says of it. */
function givesFigures(owed: Owed, stated: StatedClaim, coveredCents: number): boolean {
  return (
    owed.penaltyCents === stated.penaltyCents &&
    owed.indemnityCents === stated.indemnityCents &&
    owed.principalCents + coveredCents === stated.openCents
  );
}

/** The claim as the notice asks for it: what it does not ask is left out of its explanation, what it does is in. */
function asClaimed(claim: ClaimFacts, stated: { penaltyCents: number; indemnityCents: number }): ClaimFacts {
  const keep = (cents: number, choice: ClaimFacts['penalties']) => (cents > 0 ? choice : 'waived');
  return {
    ...claim,
    penalties: keep(stated.penaltyCents, claim.penalties),
    indemnity: keep(stated.indemnityCents, claim.indemnity),
  };
}
