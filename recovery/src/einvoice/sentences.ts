import { type Day, euros, frenchDate } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import type { EInvoiceStatus, EInvoiceTask } from './standing.ts';
import type { Ground, Proof } from './statuses.ts';

/** The French sentences of the standing of an e-invoice: why its claim is held back, what to do, what is proved. */

/** Longest piece of a message repeated in a sentence: a platform's text belongs to somebody else. */
const LONGEST_REASON = 160;

/** What the issuer wrote, on one line; empty when he wrote nothing. */
function wordsOf({ reasons }: EInvoiceStatus): string {
  const words = reasons
    .flatMap(({ text, code, actionText, notes }) => [text ?? code, actionText, ...(notes ?? [])])
    .filter((one): one is string => one !== undefined && one.trim() !== '')
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .join(', ');
  return words.length > LONGEST_REASON ? `${words.slice(0, LONGEST_REASON - 1)}…` : words;
}

const because = (status: EInvoiceStatus) => {
  const words = wordsOf(status);
  return words === '' ? '' : fr` (« ${words} »)`;
};

interface HoldFacts {
  on: Day;
  until: Day | null;
  unrecordedCents: number;
}

/** The end of « Facture F-1 : … » for a claim held back. */
export function holdReason(
  ground: Exclude<Ground, 'completed'>,
  status: EInvoiceStatus,
  { on, until, unrecordedCents }: HoldFacts,
): string {
  const date = frenchDate(on);
  const why = because(status);
  switch (ground) {
    case 'rejected':
      return fr`rejetée par la plateforme le ${date}${why} : le client ne l’a pas reçue ; elle n’est pas relancée.`;
    case 'refused':
      return fr`refusée par le client sur sa plateforme le ${date}${why} ; elle n’est pas relancée.`;
    case 'disputed':
      return status.code === '206'
        ? fr`approuvée en partie seulement le ${date}${contested(status)}${why} ; elle n’est pas relancée tant que le désaccord n’est pas réglé.`
        : fr`mise en litige par le client sur sa plateforme le ${date}${why} ; elle n’est pas relancée.`;
    case 'suspended':
      return fr`suspendue par le client le ${date}${why} : il attend une pièce de votre part ; elle n’est pas relancée.`;
    case 'collected':
      return fr`encaissement de ${euros(unrecordedCents)} déclaré à votre plateforme le ${date}, mais pas enregistré ici ; elle n’est pas relancée.`;
    case 'announced':
      return fr`paiement${status.amountCents === null ? '' : ` de ${euros(status.amountCents)}`} annoncé par le client le ${date} ; elle n’est pas relancée jusqu’au ${frenchDate(until!)}.`;
  }
}

function contested({ contestedCents, approvedCents }: EInvoiceStatus): string {
  if (contestedCents !== null) return fr`, ${euros(contestedCents)} contestés`;
  return approvedCents === null ? '' : fr`, ${euros(approvedCents)} approuvés`;
}

/** What a person has to do about a ground; null for an announced payment, which waits by itself. */
export function taskOf(ground: Ground, status: EInvoiceStatus, unrecordedCents: number): EInvoiceTask | null {
  const said = sayTask(ground, status, unrecordedCents);
  return said === null ? null : { ground, statusId: status.statusId, title: said[0], message: said[1] };
}

function sayTask(ground: Ground, status: EInvoiceStatus, unrecordedCents: number): [string, string] | null {
  const why = because(status);
  switch (ground) {
    case 'rejected':
      return [
        'Facture rejetée par la plateforme',
        fr`Le client n’a pas reçu cette facture${why} : corrigez-la et déposez-la de nouveau. Tant qu’il ne l’a pas, rien ne peut lui être reproché.`,
      ];
    case 'refused':
      return [
        'Facture refusée par le client',
        fr`Le client a refusé cette facture${why} : émettez une facture rectificative ou un avoir, ou répondez-lui. La relance reprendra quand vous l’aurez dit.`,
      ];
    case 'disputed':
      if (status.code === '206')
        return [
          'Facture approuvée en partie',
          fr`Le client n’approuve qu’une partie de cette facture${contested(status)}${why} : émettez un avoir de la part contestée si vous êtes d’accord, sinon répondez-lui. La relance reprendra quand vous l’aurez dit.`,
        ];
      return [
        'Facture en litige',
        fr`Le client conteste cette facture sur sa plateforme${why} : répondez-lui. La relance reprendra quand il l’approuvera, ou quand vous direz le litige réglé.`,
      ];
    case 'suspended':
      return [
        'Pièce demandée par le client',
        fr`Le client suspend cette facture en attendant une pièce${why} : envoyez-la par votre plateforme. La relance reprendra dès que votre plateforme l’aura dite complétée.`,
      ];
    case 'collected':
      return [
        'Encaissement à enregistrer',
        fr`Votre plateforme déclare un encaissement de ${euros(unrecordedCents)} qui n’est pas enregistré ici : enregistrez-le, ou dites que cette facture n’est pas payée.`,
      ];
    case 'completed':
      return [
        'Complément transmis',
        fr`Vous avez complété cette facture : assurez-vous que le client a repris son traitement. Elle peut de nouveau être relancée.`,
      ];
    case 'announced':
      return null;
  }
}

const PROOFS: Readonly<Record<Proof, string>> = {
  received: 'Facture reçue par la plateforme de l’acheteur',
  available: 'Facture mise à disposition de l’acheteur',
  'taken-in-charge': 'Facture prise en charge par l’acheteur',
  'approved-in-part': 'Facture approuvée en partie par l’acheteur',
  approved: 'Facture approuvée par l’acheteur',
};

/** A proof as a sentence for a file: « Facture approuvée par l’acheteur le 15 mars 2026. » */
export function evidenceText(proof: Proof, on: Day): string {
  return fr`${PROOFS[proof]} le ${frenchDate(on)}.`;
}
