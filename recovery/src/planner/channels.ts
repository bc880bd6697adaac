import type { Reason } from '../model/decision.ts';
import type { Address, Channel, DebtorFacts } from '../model/facts.ts';
import type { Step } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';

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
 * The channels of a step for this debtor; null when he cannot be reached in writing at all. A letter stands in for a
 * missing e-mail address, and a formal notice goes with the one of its two channels that is possible.
 */
export function routeOf(step: Step, debtor: DebtorFacts): Route | null {
  if (step.channels.includes('phone')) return { channels: ['phone'], reason: phoneReason(debtor) };
  const email = hasEmail(debtor);
  const post = hasPostalAddress(debtor.address);
  const possible = step.channels.filter((channel) => (channel === 'email' ? email : post));
  if (possible.length === step.channels.length) return { channels: possible, reason: null };
  if (possible.length > 0) return { channels: possible, reason: partialReason(email) };
  if (email) return { channels: ['email'], reason: partialReason(email) };
  if (!post) return null;
  return {
    channels: ['letter'],
    reason: {
      code: 'LetterInstead',
      message: fr`Adresse e-mail inconnue : une lettre est préparée à la place.`,
    },
  };
}

function partialReason(email: boolean): Reason {
  return email
    ? { code: 'EmailOnly', message: fr`Adresse postale incomplète : l’envoi se fait par e-mail seulement.` }
    : { code: 'LetterOnly', message: fr`Adresse e-mail inconnue : l’envoi se fait par lettre seulement.` };
}

function phoneReason(debtor: DebtorFacts): Reason | null {
  if (debtor.phone !== null && debtor.phone.trim() !== '') return null;
  return { code: 'MissingPhone', message: fr`Numéro de téléphone inconnu : à chercher avant l’appel.` };
}
