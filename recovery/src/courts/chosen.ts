import { fr } from '../texts/typography.ts';
import type { CourtAnswerView } from '../views/courts.ts';

/**
 * The doubt to keep with a court that a person chose, or null when the files name that very court: art. 1406 CPC makes
 * the debtor's place a matter of public order, so that a court of another place refuses the request by itself.
 */
export function chosenCourtDoubt(
  answer: CourtAnswerView,
  chosen: { courtId: string | null; name: string },
): string | null {
  const among = answer.courts.some(({ courtId }) => courtId === chosen.courtId);
  if (answer.status === 'found') {
    if (among) return null;
    return fr`Choisi par vous : ${chosen.name}. Les fichiers désignent ${answer.courts[0]!.name}. Le tribunal du lieu du débiteur est seul compétent : le juge peut refuser la demande.`;
  }
  if (among) return fr`Choisi par vous parmi les tribunaux du département : à vérifier avec la commune du débiteur.`;
  return fr`Saisi par vous, sans fichier pour le confirmer : ${chosen.name}. À vérifier avant tout dépôt.`;
}
