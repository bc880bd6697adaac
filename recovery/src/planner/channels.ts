import { frenchDate } from '@acquit/law';
import { isMobile } from '../customers/mobile.ts';
import type { Reason } from '../model/decision.ts';
import type { Address, Channel, DebtorFacts } from '../model/facts.ts';
import type { Step } from '../model/scenario.ts';
import { enumerated, fr } from '../texts/typography.ts';

/** How a step reaches this debtor, and what is said when it is not the way the scenario wanted. */
export interface Route {
  channels: Channel[];
  reason: Reason | null;
}

const FRANCE = 'FR';

/** True when a letter can arrive: a line, a town and, in France, a postcode. */
export function hasPostalAddress(address: Address): boolean {
  const hasLine = address.lines.some((line) => line.trim() !== '');
  const hasTown = address.city !== null && address.city.trim() !== '';
  const hasPostcode = address.postcode !== null && address.postcode.trim() !== '';
  return hasLine && hasTown && (hasPostcode || address.country !== FRANCE);
}

export function hasEmail(debtor: DebtorFacts): boolean {
  return debtor.email !== null && debtor.email.trim() !== '';
}

/**
 * The channels of a step for this debtor; null when he cannot be reached in writing at all. A channel that cannot reach
 * him falls away when another of the step does, so a formal notice goes with the one of its two that is possible. When
 * none does, an e-mail stands in for whatever was wanted and a plain letter for an e-mail or a text message, but a
 * registered letter is never sent where nobody asked for the price of one.
 */
export function routeOf(step: Step, debtor: DebtorFacts): Route | null {
  if (step.channels.includes('phone')) return { channels: ['phone'], reason: phoneReason(debtor) };
  const reach: Partial<Record<Channel, boolean>> = {
    email: hasEmail(debtor),
    letter: hasPostalAddress(debtor.address),
    registered: hasPostalAddress(debtor.address),
    sms: isMobile(debtor.phone),
  };
  const possible = step.channels.filter((channel) => reach[channel] === true);
  const missing = step.channels.filter((channel) => reach[channel] !== true);
  if (missing.length === 0) return { channels: possible, reason: null };
  if (possible.length > 0) return { channels: possible, reason: partialReason(missing, possible, debtor) };
  if (reach.email) return { channels: ['email'], reason: partialReason(missing, ['email'], debtor) };
  if (!reach.letter) return null;
  return {
    channels: ['letter'],
    reason: {
      code: 'LetterInstead',
      message: fr`${missingNames(missing, debtor)} : une lettre est préparée à la place.`,
    },
  };
}

/** What is missing to go by a channel, and how a channel is named in a sentence. */
const WORDS: Partial<Record<Channel, { missing: string; by: string; code: string }>> = {
  email: { missing: 'adresse e-mail inconnue', by: 'par e-mail', code: 'EmailOnly' },
  letter: { missing: 'adresse postale incomplète', by: 'par lettre', code: 'LetterOnly' },
  registered: { missing: 'adresse postale incomplète', by: 'par lettre recommandée', code: 'RegisteredOnly' },
  sms: { missing: 'numéro de téléphone mobile inconnu', by: 'par SMS', code: 'SmsOnly' },
};

function missingNames(missing: readonly Channel[], { refusedEmail }: DebtorFacts): string {
  const nameOf = (channel: Channel) =>
    channel === 'email' && refusedEmail
      ? fr`adresse e-mail refusée le ${frenchDate(refusedEmail.on)} (${refusedEmail.address})`
      : (WORDS[channel]?.missing ?? []);
  const names = [...new Set(missing.flatMap(nameOf))];
  const text = enumerated(names);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function partialReason(missing: readonly Channel[], possible: readonly Channel[], debtor: DebtorFacts): Reason {
  const ways = enumerated(possible.flatMap((channel) => WORDS[channel]?.by ?? []));
  const proof = missing.includes('registered') ? fr` Il n’y aura pas de preuve de présentation.` : '';
  return {
    code: WORDS[possible[0]!]!.code,
    message: `${fr`${missingNames(missing, debtor)} : l’envoi se fait ${ways} seulement.`}${proof}`,
  };
}

function phoneReason(debtor: DebtorFacts): Reason | null {
  if (debtor.phone !== null && debtor.phone.trim() !== '') return null;
  return { code: 'MissingPhone', message: fr`Numéro de téléphone inconnu : à chercher avant l’appel.` };
}
