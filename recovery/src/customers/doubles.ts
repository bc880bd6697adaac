import type { DebtorKind } from '@acquit/law';
import { profileOf } from '../profile/profile.ts';
import { fr } from '../texts/typography.ts';
import type { CustomerRefusal } from '../views/customers.ts';

/** What two customers have in common that makes them look like one. The surest first. */
export type DoubleSign = 'siren' | 'vat' | 'account' | 'name-and-town' | 'name' | 'mail-domain' | 'close-name';

/** The confidence is the share, in percent, of such pairs that we expect to be one customer; none is merged by itself. */
const SIGNS: Readonly<Record<DoubleSign, { message: string; confidence: number }>> = {
  siren: { message: 'Même SIREN', confidence: 99 },
  vat: { message: 'Même numéro de TVA', confidence: 98 },
  account: { message: 'Même compte client, écrit de deux façons', confidence: 90 },
  'name-and-town': { message: 'Même nom, même ville', confidence: 88 },
  name: { message: 'Même nom, à la forme juridique près', confidence: 75 },
  'mail-domain': { message: 'Même domaine d’e-mail, noms proches', confidence: 70 },
  'close-name': { message: 'Noms très proches', confidence: 55 },
};

/** The sign as the screen says it, and how much it is worth. */
export function doubleReason(sign: DoubleSign): { reason: string; confidence: number } {
  const { message, confidence } = SIGNS[sign];
  return { reason: message, confidence };
}

/** What tells whether two customers may be one person in law. */
export interface Identity {
  name: string;
  kind: DebtorKind | null;
  legalId: string | null;
}

/**
 * Why two customers may not be merged, or null. Refuses `DifferentLegalPersons`: two SIREN are two persons, and one does
 * not owe the debts of the other; and `DifferentKinds`: what may be asked of a consumer may not be asked as of a company.
 */
export function mergeRefusal(into: Identity, from: Identity): CustomerRefusal | null {
  const facts = { into: into.name, from: from.name };
  const [one, other] = [sirenOf(into.legalId), sirenOf(from.legalId)];
  if (one !== null && other !== null && one !== other) {
    return {
      code: 'DifferentLegalPersons',
      message: fr`${into.name} (${one}) et ${from.name} (${other}) sont deux personnes différentes : l’une ne doit pas les dettes de l’autre. Gardez deux dossiers, ou corrigez le numéro qui est faux.`,
      facts: { ...facts, sirens: [one, other] },
    };
  }
  if (into.kind === null || from.kind === null) return null;
  if (profileOf(into.kind).profile === profileOf(from.kind).profile) return null;
  return {
    code: 'DifferentKinds',
    message: fr`${into.name} et ${from.name} n’ont pas la même nature (particulier, professionnel ou acheteur public) : la loi ne permet pas de leur demander la même chose. Corrigez d’abord la nature de l’un des deux.`,
    facts,
  };
}

const SIREN_FIGURES = 9;

/** The SIREN in a SIREN or a SIRET; any other number of a company as it is. */
function sirenOf(legalId: string | null): string | null {
  if (legalId === null) return null;
  const digits = legalId.replace(/\s/g, '');
  return /^(\d{9}|\d{14})$/.test(digits) ? digits.slice(0, SIREN_FIGURES) : digits;
}
