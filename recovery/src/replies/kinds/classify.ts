import type { Day } from '@acquit/law';
import { frenchDate } from '@acquit/law';
import type { Reason } from '../../model/decision.ts';
import { fr } from '../../texts/typography.ts';
import type { Bounce, IncomingMessage, Verdict } from '../model.ts';
import { ownText } from '../words/own-text.ts';
import { absenceOf, acknowledgementOf, isChallenge, isMadeByMachine } from './automatic.ts';
import { bounceOf } from './bounce.ts';
import { dispositionOf, reportedRecipients } from './report.ts';
import { type Signs, signsOf } from './signs.ts';

/**
 * What a message is: by its standard parts and headers first, then by the words of the systems that follow no standard.
 * `on` is the day it was written, from which a return date without its year is read. In doubt it is a person's, for
 * that only makes somebody read it.
 */
export function classify(message: IncomingMessage, on: Day): Verdict {
  const signs = signsOf(message, ownText(message.text));
  const receipt = receiptOf(signs);
  if (receipt !== null) return { kind: 'receipt', why: receipt };
  const bounce = bounceOf(signs);
  if (bounce !== null) return { kind: 'bounce', why: bounceReason(bounce), bounce };
  if (isChallenge(signs)) return { kind: 'challenge', why: CHALLENGE };
  const machine = isMadeByMachine(signs);
  const absence = absenceOf(signs, machine, on);
  if (absence !== null) {
    const { gone, returnOn } = absence;
    const message = gone
      ? fr`Réponse automatique : cette personne est partie, ou cette adresse n’est plus lue.`
      : returnOn === null
        ? fr`Réponse automatique d’absence.`
        : fr`Réponse automatique d’absence : retour le ${frenchDate(returnOn)}.`;
    return { kind: 'absence', why: { code: gone ? 'PersonGone' : 'Absence', message }, absence };
  }
  const acknowledged = acknowledgementOf(signs, machine);
  if (acknowledged !== null) {
    const { ticket, ground } = acknowledged;
    const why =
      ticket === null
        ? MACHINES[ground]
        : { code: 'TicketOpened', message: fr`Accusé de réception automatique : demande ${ticket}.` };
    return { kind: 'acknowledgement', why, ...(ticket === null ? {} : { ticket }) };
  }
  return { kind: 'human', why: HUMAN };
}

const HUMAN: Reason = { code: 'Human', message: fr`Aucun signe d’un message automatique : une personne a écrit.` };
const CHALLENGE: Reason = {
  code: 'Challenge',
  message: fr`Un filtre retient votre message jusqu’à ce que quelqu’un ouvre le lien de ce courriel : ouvrez-le depuis votre messagerie, ou demandez une autre adresse.`,
};
const MACHINES: Readonly<Record<'helpdesk' | 'received' | 'machine', Reason>> = {
  helpdesk: { code: 'Helpdesk', message: fr`Accusé de réception automatique d’un service de suivi des demandes.` },
  received: { code: 'Received', message: fr`Accusé de réception automatique.` },
  machine: {
    code: 'Machine',
    message: fr`Message automatique : ses en-têtes disent qu’aucune personne ne l’a envoyé.`,
  },
};

/** A read receipt (RFC 8098), or a report that says a message arrived; null when it is neither. */
function receiptOf({ message, subject, header }: Signs): Reason | null {
  for (const report of message.reports) {
    const done = dispositionOf(report);
    if (done !== null) return done === 'read' ? READ : DELETED;
  }
  const recipients = message.reports.flatMap(reportedRecipients);
  if (recipients.length > 0 && recipients.every((one) => /^(?:delivered|relayed|expanded)$/.test(one.action)))
    return DELIVERED;
  const isReceipt = /disposition-notification/.test(header('content-type'));
  if (!isReceipt && !(RECEIPT_SUBJECT.test(subject) && RECEIPT_TEXT.test(message.text))) return null;
  return /^(?:non lu|not read|supprime)/.test(subject) ? DELETED : READ;
}

const RECEIPT_SUBJECT =
  /^(?:lu ?:|read ?:|non lu ?:|not read ?:|accuse de lecture|confirmation de lecture|read receipt|return receipt|gelesen ?:|accuse de remise|relaye ?:|remis ?:|delivered ?:|supprime ?:)/;
const RECEIPT_TEXT =
  /(?:a été|was|were|ont été) (?:lus?|read|affichée?s?|displayed|deleted|supprimée?s?|ouverte?s?|opened|remise?s?|delivered)|return receipt|accusé de (?:lecture|remise)|confirme la lecture|confirmation de lecture|s’est affiché|s'est affiché|no guarantee that the/i;

const READ: Reason = {
  code: 'Read',
  message: fr`Accusé de lecture : votre message a été affiché chez son destinataire.`,
};
const DELETED: Reason = { code: 'DeletedUnread', message: fr`Votre message a été supprimé sans être lu.` };
const DELIVERED: Reason = {
  code: 'Delivered',
  message: fr`Accusé de remise : le serveur du destinataire a reçu votre message.`,
};

function bounceReason({ severity, status, recipients }: Bounce): Reason {
  const whom = recipients.length === 0 ? 'Une adresse' : recipients.join(', ');
  const code = status === null ? '' : ` (${status})`;
  switch (severity) {
    case 'hard':
      return {
        code: 'HardBounce',
        message: fr`${whom} ne reçoit plus de courrier${code} : il faut une autre adresse.`,
      };
    case 'soft':
      return {
        code: 'SoftBounce',
        message: fr`${whom} n’a pas pu recevoir le message cette fois${code} ; l’adresse reste utilisée.`,
      };
    case 'blocked':
      return {
        code: 'BlockedMessage',
        message: fr`Le serveur de ${whom} a refusé le message${code}, sans mettre l’adresse en cause : lisez pourquoi.`,
      };
    case 'delayed':
      return { code: 'DelayedMessage', message: fr`Le message à ${whom} tarde${code} ; les serveurs essaient encore.` };
  }
}
