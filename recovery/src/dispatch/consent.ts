import { type Day, type DebtorKind, frenchDate, isProfessional } from '@acquit/law';
import { fr } from '../texts/typography.ts';

/** A debtor's consent to electronic registered letters, as it is on record. */
export interface ElectronicConsent {
  givenOn: Day;
  withdrawnOn: Day | null;
}

/**
 * Why a registered letter may not go electronically to this debtor; null when it may. Whoever is no professional must
 * have consented beforehand (art. L100 and R53-3 CPCE), and a debtor of unknown kind is read as one. A professional need
 * not have.
 */
export function electronicRefusal(
  kind: DebtorKind | null,
  consents: readonly ElectronicConsent[],
  on: Day,
): { code: string; message: string } | null {
  if (kind !== null && isProfessional(kind)) return null;
  const held = consents.some(({ givenOn, withdrawnOn }) => givenOn <= on && (withdrawnOn === null || withdrawnOn > on));
  if (held) return null;
  const taken = consents.filter(({ withdrawnOn }) => withdrawnOn !== null).at(-1);
  const why =
    taken?.withdrawnOn != null
      ? fr`Le consentement a été retiré le ${frenchDate(taken.withdrawnOn)}.`
      : kind === null
        ? fr`La qualité de ce débiteur n’est pas connue : il est traité comme un non-professionnel.`
        : fr`Ce débiteur n’est pas un professionnel.`;
  return {
    code: 'ElectronicConsentNeeded',
    message: fr`${why} La lettre recommandée électronique exige son consentement préalable (articles L100 et R53-3 du code des postes et des communications électroniques). Enregistrez ce consentement avec sa date et sa preuve, ou envoyez une lettre recommandée sur papier.`,
  };
}
