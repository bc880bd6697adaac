import { fr } from '../../texts/typography.ts';
import type { Closed } from '../engine/machine.ts';
import type { Seen } from '../engine/seen.ts';

/** Nothing is seized without a title (L111-2 CPCE), and nothing of a public body (L2311-1 CG3P). */

/** A public debtor's goods are out of reach, whatever the title. */
export function seizable({ facts }: Seen): Closed | null {
  if (facts.debtorKind === 'public-body' || facts.debtorKind === 'public-enterprise') {
    const message = fr`Les biens publics ne se saisissent pas : demandez le paiement forcé de la condamnation ou le mandatement d’office.`;
    return { code: 'EnforcementNotAgainstPublicBody', message };
  }
  return null;
}

/** An enforcement needs a title, and goods that may be seized. */
export function titleNeeded(seen: Seen): Closed | null {
  const closed = seizable(seen);
  if (closed !== null) return closed;
  if (seen.facts.hasTitle) return null;
  const message = fr`Aucun titre exécutoire n’est noté au dossier : obtenez-le, ou notez la procédure qui l’a donné, avant toute exécution.`;
  return { code: 'EnforcementNeedsTitle', message };
}
