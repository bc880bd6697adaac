import { type Day, explanationToRows, parseDay } from '@acquit/law';
import type { LetterDocument } from '../documents/document.ts';
import type { MessageFacts } from '../model/decision.ts';
import type { ClaimFacts, CompanyFacts } from '../model/facts.ts';
import { coverOldestFirst, netOfCredit } from '../owed/credits.ts';
import { owedOn } from '../owed/owed.ts';
import { reserveAsked } from '../owed/tree.ts';
import { saidOnce } from './annex.ts';
import { textFor } from './catalogue/index.ts';
import { alsoListed } from './email.ts';
import { lawfulFacts } from './lawful.ts';
import { companyParty, debtorParty, identityLine } from './parties.ts';
import { owedTable, paymentOf } from './tables.ts';
import { fr } from './typography.ts';
import { type Correspondents, longDate, wordsOf } from './words.ts';

export interface LetterOptions {
  mode: 'test' | 'live';
  /** The claims as they were on the day of the facts, to show in an annex how each figure is made. */
  claims?: readonly ClaimFacts[];
  /** How the letter is sent; a formal notice is registered unless said otherwise, null says nothing. */
  sentBy?: string | null;
}

/** « Lyon, le 21 novembre 2026 » */
export function placeAndDate(company: CompanyFacts, iso: string): string {
  const city = company.address.city?.trim() ?? '';
  return city === '' ? fr`Le ${longDate(iso)}` : fr`${city}, le ${longDate(iso)}`;
}

/**
 * Writes the letter of a step. A formal notice says that it is one, what is asked and made of what, by when counted from
 * its reception, and what may follow (art. 1344 and 1231-6 C. civ.); nothing in it threatens. The annex shows each
 * claim's tree, and only when it still gives the figure that the letter asks.
 */
export function composeLetter(frozen: MessageFacts, who: Correspondents, options: LetterOptions): LetterDocument {
  const facts = lawfulFacts(frozen, who);
  const { company, debtor } = who;
  const words = { ...wordsOf(facts, who), payBefore: null };
  const text = textFor(facts);
  const formal = facts.tone === 'formal';
  const annex = annexOf(facts, who, options.claims ?? []);
  return {
    kind: formal ? 'mise-en-demeure' : 'reminder',
    mode: options.mode,
    title: formal ? 'Mise en demeure' : facts.stepName,
    sender: companyParty(company),
    recipient: debtorParty(debtor),
    placeAndDate: placeAndDate(company, facts.on),
    on: facts.on,
    sentBy:
      options.sentBy === undefined && formal
        ? 'Par lettre recommandée avec avis de réception'
        : (options.sentBy ?? null),
    subject: text.subject(words),
    references: references(facts),
    opening: ['Madame, Monsieur,', ...text.opening(words)],
    table: owedTable(facts),
    details: [],
    closing: [...alsoListed(facts), ...text.closing(words), letterSalutation(text.salutation)],
    payment: paymentOf(facts, company),
    signature: company.settings.signatory ?? company.name,
    enclosures: annex === null ? [] : [annex.title],
    footer: identityLine(company),
    annex,
  };
}

/** A letter never ends on the « Cordialement, » of an e-mail. */
function letterSalutation(salutation: string): string {
  return salutation.startsWith('Cordialement')
    ? fr`Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`
    : salutation;
}

function references(facts: MessageFacts): LetterDocument['references'] {
  const orders = [...new Set(facts.claims.map((claim) => claim.orderReference).filter((order) => order !== null))];
  return [
    { label: 'Arrêté au', value: longDate(facts.on) },
    ...(orders.length === 0 ? [] : [{ label: 'Vos références', value: orders.join(', ') }]),
  ];
}

function annexOf(facts: MessageFacts, who: Correspondents, claims: readonly ClaimFacts[]): LetterDocument['annex'] {
  if (facts.penaltyCents + facts.indemnityCents === 0) return null;
  const on: Day = parseDay(facts.on)!;
  const covered = coverOldestFirst(
    facts.claims.map((stated) => stated.openCents),
    facts.creditCents,
  );
  const said = new Set<string>();
  const sections = facts.claims.flatMap((stated, i) => {
    const claim = claims.find((candidate) => candidate.claimId === stated.claimId);
    if (claim === undefined || stated.penaltyCents + stated.indemnityCents === 0) return [];
    const owed = owedOn(netOfCredit(asClaimed(claim, stated), on, covered[i]!), on, who);
    const same = owed.penaltyCents === stated.penaltyCents && owed.indemnityCents === stated.indemnityCents;
    if (!same || owed.principalCents + covered[i]! !== stated.openCents) return [];
    const rows = saidOnce(explanationToRows(reserveAsked(owed.explanation)), said);
    return [{ title: fr`Facture ${stated.number}`, rows }];
  });
  if (sections.length === 0) return null;
  return {
    title: fr`Annexe : détail du calcul`,
    intro: fr`Chaque montant est suivi de ce qui le compose, et chaque taux de son texte, cité la première fois qu’il sert.`,
    sections,
  };
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
