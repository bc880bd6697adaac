import type { Day } from '@acquit/law';

/** What may become of a letter or a text message once it has left. */
export const DISPATCH_EVENTS = [
  'deposited',
  'first-presentation',
  'delivered',
  'refused',
  'unclaimed',
  'returned',
  'failed',
] as const;

export type DispatchEventKind = (typeof DISPATCH_EVENTS)[number];

/** One piece of news of a sending. */
export interface DispatchEvent {
  kind: DispatchEventKind;
  on: Day;
}

/** After one of these nothing more is to come from the post. */
const LAST: readonly DispatchEventKind[] = ['delivered', 'refused', 'unclaimed', 'returned', 'failed'];

/** True when a sending has come to its end. */
export function isEnded(events: readonly DispatchEvent[]): boolean {
  return events.some(({ kind }) => LAST.includes(kind));
}

const NAMES: Readonly<Record<DispatchEventKind, string>> = {
  deposited: 'Déposée à La Poste',
  'first-presentation': 'Première présentation',
  delivered: 'Remise contre signature',
  refused: 'Refusée par le destinataire',
  unclaimed: 'Non réclamée',
  returned: 'Retournée, adresse à vérifier',
  failed: 'Non distribuée',
};

/** An electronic registered letter is notified, then accepted, refused or left (art. R53-3 CPCE). */
const ELECTRONIC: Readonly<Record<DispatchEventKind, string>> = {
  deposited: 'Déposée chez le prestataire',
  'first-presentation': 'Notification électronique au destinataire',
  delivered: 'Acceptée par le destinataire',
  refused: 'Refusée par le destinataire',
  unclaimed: 'Non réclamée dans les quinze jours',
  returned: 'Adresse électronique en échec',
  failed: 'Non distribuée',
};

const SMS: Readonly<Record<DispatchEventKind, string>> = {
  ...NAMES,
  deposited: 'Confié à l’opérateur',
  delivered: 'Reçu par le téléphone',
  refused: 'Refusé par l’opérateur',
  failed: 'Non distribué',
};

/** The French name of an event, by what was sent. */
export function dispatchEventName(
  kind: DispatchEventKind,
  what: { channel: 'letter' | 'registered' | 'sms'; electronic: boolean },
): string {
  if (what.channel === 'sms') return SMS[kind];
  return (what.electronic ? ELECTRONIC : NAMES)[kind];
}
