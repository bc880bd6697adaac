import { type Day, day, mayClaimFixedIndemnity, parseDay } from '@acquit/law';
import type { MessageFacts, StatedClaim } from '../model/decision.ts';
import type { MessageSubject } from '../model/subject.ts';
import { englishRateSentence, ratePercent } from '../owed/rate-sentence.ts';
import type { TemplateKey, TemplateValues } from '../templates/model.ts';
import { TABLE_MARK, variablesOf } from '../templates/variables.ts';
import { citation, englishCitation } from './citation.ts';
import { greetingOf, messageWord, salutationOf } from './courtesies.ts';
import { type Writing, writingOf } from './language.ts';
import { fr } from './typography.ts';
import { type Correspondents, NAMED_AT_MOST, oldestDue, spokenClaims } from './words.ts';

/** Control codes, line ends and direction marks: no value may break a line, a header, or the order of what is read. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;

/** A value on one line, free of what the outputs could obey. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ').trim();
}

/** Marks that turn the order of reading round; they come along with numbers copied from a directory, and show nothing. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text whose order of reading nothing turns round: an amount beside a name never reads backwards. */
export function withoutTurningMarks(text: string): string {
  return text.replace(TURNING, '');
}

/** Longest name and number of a text message; more would push it beyond one message. */
const SHORT_NAME = 30;
const SHORT_NUMBER = 24;
const SHORT_PHONE = 20;
const SHORT_EMAIL = 40;

function shortened(text: string, length: number): string {
  const tidy = oneLine(text);
  return tidy.length <= length ? tidy : `${tidy.slice(0, length - 1).trim()}.`;
}

/** How to answer a text message: the telephone, else the e-mail address when it is short enough, else the usual ways. */
function answerTo({ company }: Correspondents, english: boolean): string {
  const { phone, email } = company.collector ?? company;
  const number = phone?.trim();
  const address = email?.trim();
  if (number)
    return english
      ? `Call ${shortened(number, SHORT_PHONE)}.`
      : `Répondez au ${shortened(number, SHORT_PHONE)}. Merci.`;
  if (address && address.length <= SHORT_EMAIL)
    return english ? `Reply to ${address}.` : `Répondez à ${address}. Merci.`;
  return english ? 'Please reply.' : 'Merci de nous répondre.';
}

/** « facture F-1 », « factures F-1 et F-2 » or « 5 factures », for a subject. */
function named(claims: readonly StatedClaim[], { language }: TemplateKey, writing: Writing): string {
  const numbers = numbersOf(claims, writing);
  if (claims.length > NAMED_AT_MOST) return numbers;
  if (language === 'en') return `${claims.length > 1 ? 'invoices' : 'invoice'} ${numbers}`;
  return `${claims.length > 1 ? 'factures' : 'facture'} ${numbers}`;
}

function numbersOf(claims: readonly StatedClaim[], writing: Writing): string {
  if (claims.length > NAMED_AT_MOST) return writing.labels.invoices(claims.length);
  return writing.list(claims.map((claim) => claim.number));
}

/** The rate and its article; with them, when an indemnity is asked, the article it rests on. */
function accessoriesSentence(facts: MessageFacts, { company, debtor }: Correspondents, english: boolean): string {
  if (facts.rateSentence === null) return '';
  const on: Day = day(facts.on);
  const rate = english ? englishRateSentence(facts.regime, company, on) : facts.rateSentence;
  if (facts.indemnityCents === 0 || debtor.kind === null) return rate;
  const { article } = mayClaimFixedIndemnity(debtor.kind, on);
  return english
    ? `${rate} A fixed sum for recovery costs is due for each invoice paid late (${englishCitation(article)}).`
    : fr`${rate} Une indemnité forfaitaire pour frais de recouvrement est due pour chaque facture payée en retard (${citation(article)}).`;
}

const RATE_IN_WORDS = {
  fr: 'prévu par la loi ou par nos conditions générales',
  en: 'set by law or by our general terms',
};

function rateOf(facts: MessageFacts, { company }: Correspondents, { language }: TemplateKey): string {
  const found = ratePercent(facts.regime, company, parseDay(facts.on)!);
  if (found === null) return RATE_IN_WORDS[language];
  return language === 'en' ? `${found}%` : fr`${found.replace('.', ',')} %`;
}

function subjectValues(about: MessageSubject | undefined, writing: Writing): TemplateValues {
  const { money, longDate } = writing;
  switch (about?.kind) {
    case 'thanks':
      return { recu_montant: money(about.receivedCents), recu_le: longDate(about.receivedOn) };
    case 'promise-broken':
      return {
        promesse_faite_le: longDate(about.madeOn),
        promesse_date: longDate(about.promisedOn),
        promesse_montant: money(about.promisedCents),
      };
    case 'plan-missed':
      return {
        plan_signe_le: longDate(about.signedOn),
        plan_manquee_le: longDate(about.missedOn),
        plan_manquee: money(about.missedCents),
        plan_solde: money(about.balanceCents),
        delai: writing.days(about.noticeDays),
      };
    case 'suspension':
      return {
        suspension_le: longDate(about.suspendedOn),
        suspension_objet: about.what,
        suspension_contrat: about.contract ?? '',
      };
    case 'call-confirmed':
      return {
        appel_le: longDate(about.calledOn),
        appel_avec: about.spokeWith ?? '',
        appel_montant: about.promisedCents === null ? '' : money(about.promisedCents),
        appel_date: about.promisedOn === null ? '' : longDate(about.promisedOn),
      };
    case undefined:
      return {};
  }
}

/** What each variable of a text stands for in one message, written out in the customer's language. */
export function valuesOf(
  facts: MessageFacts,
  who: Correspondents,
  key: TemplateKey,
  caseReference: string,
): TemplateValues {
  const writing = writingOf(key.language);
  const english = key.language === 'en';
  const spoken = spokenClaims(facts);
  const several = spoken.length > 1;
  const oldest = oldestDue(spoken);
  const invoices = english
    ? `the invoice${several ? 's' : ''} below`
    : several
      ? 'les factures ci-dessous'
      : 'la facture ci-dessous';
  const all: TemplateValues = {
    societe: who.company.name,
    client: who.debtor.name,
    date: writing.longDate(facts.on),
    dossier: caseReference,
    societe_courte: shortened(who.company.name, SHORT_NAME),
    repondre: answerTo(who, english),
    premiere: shortened(spoken[0]?.number ?? '', SHORT_NUMBER),
    echeance_courte: oldest === null ? '' : writing.shortDate(oldest),
    appel: greetingOf(key),
    salutation: salutationOf(key),
    ce_message: messageWord(key),
    nombre: spoken.length,
    plusieurs: several,
    numeros: numbersOf(spoken, writing),
    factures: invoices,
    des_factures: english ? `of ${invoices}` : several ? 'des factures ci-dessous' : 'de la facture ci-dessous',
    objet: named(spoken, key, writing),
    total: writing.money(facts.totalCents),
    echeance: oldest === null ? '' : writing.longDate(oldest),
    retard: writing.days(Math.max(0, ...spoken.map((claim) => claim.daysLate))),
    accessoires: accessoriesSentence(facts, who, english),
    principal_seul: facts.penaltyCents + facts.indemnityCents === 0,
    taux: rateOf(facts, who, key),
    delai: facts.graceDays === null ? '' : writing.days(facts.graceDays),
    date_limite: facts.payBefore === null || key.channel !== 'email' ? '' : writing.longDate(facts.payBefore),
    ...subjectValues(facts.about, writing),
  };
  const values: TemplateValues = { tableau: TABLE_MARK };
  for (const { name } of variablesOf(key.kind)) {
    const value = all[name];
    if (value !== undefined) values[name] = typeof value === 'string' ? oneLine(value) : value;
  }
  return values;
}
