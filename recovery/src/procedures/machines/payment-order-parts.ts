import { day, frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { afterHearing } from '../engine/clocks.ts';
import type { Closed, MachineEvent, MachineState, TimedMove } from '../engine/machine.ts';
import { cents, dayField, earlierDay, event, flag, MANNER, state, text } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import type { ProcedureEvent } from '../model.ts';
import { JUDGMENT_MOVES, JUDGMENT_STATES, judgmentEvents } from './judgment.ts';
import { orderDates } from './payment-order-dates.ts';

/** The states and events of a payment order (1405 to 1422 CPC), those of the opposition included. */

const OWN_STATES: readonly MachineState[] = [
  state('draft', ['À préparer', 'Réunissez les pièces et déposez la requête au greffe du débiteur.']),
  state('filed', ['Requête déposée', 'Attendez la décision du juge, rendue sur pièces et sans audience.']),
  state(
    'fee-lapsed',
    ['Requête caduque, frais non versés', 'Demandez le relevé de caducité, ou déposez une nouvelle requête.'],
    { end: 'lapsed', follows: ['injonction-de-payer'] },
  ),
  state('rejected', ['Requête rejetée', 'Ce rejet n’a pas d’appel : le procès ordinaire reste ouvert.'], {
    end: 'refused',
    follows: ['assignation', 'refere-provision', 'requete'],
  }),
  state('partial', [
    'Ordonnance partielle',
    'La faire signifier vaut accepter la réduction ; sinon renoncez-y et agissez au fond (art. 1409 CPC).',
  ]),
  state(
    'abandoned',
    ['Ordonnance partielle abandonnée', 'Non signifiée, elle laisse le procès ordinaire ouvert pour le tout.'],
    {
      end: 'refused',
      follows: ['assignation', 'refere-provision', 'requete'],
    },
  ),
  state('granted', ['Ordonnance accordée', 'Retirez l’ordonnance au greffe et confiez-la au commissaire de justice.']),
  state('to-serve', [
    'À signifier',
    'Veillez à la signification dans le délai : passé ce jour, l’ordonnance est non avenue.',
  ]),
  state(
    'void-not-served',
    ['Ordonnance non avenue', 'Elle n’a pas été signifiée à temps : la dette demeure, déposez une nouvelle requête.'],
    { end: 'lapsed', follows: ['injonction-de-payer'] },
  ),
  state('served-person', ['Signifiée à personne', 'Le débiteur peut former opposition dans le délai : attendez.']),
  state('served-other', [
    'Signifiée autrement qu’à personne',
    'Le débiteur peut former opposition dans le délai, et encore après un premier acte à personne ou une saisie.',
  ]),
  state('wait', [
    'Attente avant exécution',
    'Aucune exécution avant la date : un avis d’opposition peut encore arriver.',
  ]),
  state(
    'enforceable',
    ['Exécutoire', 'Interrogez le greffe sur une opposition, puis confiez l’exécution au commissaire.'],
    {
      end: 'title',
      follows: ['saisie-attribution', 'saisie-des-remunerations', 'saisie-vente'],
    },
  ),
  state('opposed', [
    'Frappée d’opposition',
    'Rien ne s’exécute : le tribunal juge toute l’affaire, suivez le courrier du greffe.',
  ]),
  state('hearing', ['Audience fixée', 'Préparez le dossier ; produisez l’acte de signification à l’audience.']),
  state(
    'request-lapsed',
    ['Demande caduque', 'Demandez le relevé de caducité dans le délai, sinon agissez de nouveau.'],
    { end: 'lapsed', follows: ['assignation', 'injonction-de-payer'] },
  ),
  state('extinct', ['Instance éteinte', 'L’ordonnance est non avenue (art. 1419 CPC) : il faut agir de nouveau.'], {
    end: 'lapsed',
    follows: ['assignation', 'injonction-de-payer'],
  }),
];

const REQUEST = ['filed', 'fee-lapsed'];
const DECIDED = ['granted', 'to-serve', 'partial'];
/** An order handed over in person has nothing to gain from a later act in person. */
const SERVED_OTHERWISE = ['served-other', 'wait', 'enforceable'];
const SERVED = ['served-person', 'served-other', 'wait', 'enforceable'];
const SUIT = ['opposed', 'hearing'];
const LAPSED = ['fee-lapsed', 'request-lapsed'];

/** An order given by the court shows that the request had not lapsed, unless a court said that it had. */
function ordered(to: string): MachineEvent['leads'] {
  return (seen, _event, here) => (seen.has('lapse-decided') && !seen.has('lapse-lifted') ? here : to);
}

/** The registry's own word on the fee comes before what the silence of the file made believe. */
function lapseOf(_seen: Seen, _event: unknown, here: string): string {
  return REQUEST.includes(here) ? 'fee-lapsed' : 'request-lapsed';
}

/** No registry certifies that there is no opposition while there is time for one. */
function oppositionOver(seen: Seen, { on }: ProcedureEvent): Closed | null {
  const until = orderDates(seen)?.value?.ordinaryOppositionUntil ?? null;
  const last = until === null ? null : day(until);
  if (last === null || on > last) return null;
  const message = fr`L’opposition est possible jusqu’au ${frenchDate(last)} : le greffe ne certifie son absence qu’ensuite. Corrigez la date.`;
  return { code: 'CertificateTooEarly', message };
}

const REQUEST_EVENTS: readonly MachineEvent[] = [
  event('filed', ['us', 'Requête déposée au greffe'], ['draft'], {
    to: 'filed',
    fields: [
      flag('feePaid', 'Frais de greffe versés avec la requête'),
      text('caseNumber', 'Numéro donné par le greffe'),
    ],
    proof: 'L’accusé de dépôt',
    limitation: 'payment-order-filed',
  }),
  event('fee-paid', ['us', 'Frais de greffe versés'], REQUEST, {
    proof: 'Le reçu du greffe',
    idleIn: ['fee-lapsed'],
  }),
  event('granted', ['court', 'Ordonnance accordée (date de l’ordonnance)'], REQUEST, {
    leads: ordered('granted'),
    fields: [cents('grantedCents', 'Montant accordé (en principal)', false)],
    proof: 'L’ordonnance',
  }),
  event('partly-granted', ['court', 'Ordonnance partielle (date de l’ordonnance)'], REQUEST, {
    leads: ordered('partial'),
    fields: [cents('grantedCents', 'Montant accordé (en principal)')],
    proof: 'L’ordonnance',
  }),
  event('rejected', ['court', 'Requête rejetée'], REQUEST, { to: 'rejected', proof: 'L’ordonnance de rejet' }),
  event('lapse-decided', ['court', 'Caducité prononcée'], [...REQUEST, ...SUIT, 'request-lapsed'], {
    leads: lapseOf,
    proof: 'La décision du greffe',
  }),
  event('relief-asked', ['us', 'Relevé de caducité demandé'], LAPSED, { proof: 'La demande et sa date' }),
  event('lapse-lifted', ['court', 'Caducité rapportée'], LAPSED, {
    leads: (_seen, _event, here) => (here === 'fee-lapsed' ? 'filed' : 'opposed'),
    proof: 'La décision',
  }),
];

const SERVICE_EVENTS: readonly MachineEvent[] = [
  event('partial-accepted', ['us', 'Réduction acceptée'], ['partial'], { to: 'to-serve' }),
  event('partial-abandoned', ['us', 'Ordonnance partielle non signifiée, par choix'], ['partial'], { to: 'abandoned' }),
  event('copy-received', ['court', 'Copie exécutoire reçue du greffe'], DECIDED, {
    leads: (_seen, _event, here) => (here === 'granted' ? 'to-serve' : here),
    proof: 'La copie de la requête et de l’ordonnance',
  }),
  event('instructed', ['us', 'Ordonnance confiée au commissaire de justice'], DECIDED, {
    leads: (_seen, _event, here) => (here === 'granted' ? 'to-serve' : here),
    proof: 'L’envoi au commissaire',
  }),
  event('served', ['commissaire', 'Ordonnance signifiée au débiteur'], [...DECIDED, 'void-not-served'], {
    leads: (_seen, { values }) => (values.manner === 'person' ? 'served-person' : 'served-other'),
    idleIn: ['void-not-served'],
    fields: [MANNER],
    proof: 'L’acte de signification',
    limitation: 'payment-order-served',
  }),
  event(
    'certificate',
    ['court', 'Certificat de non-opposition'],
    ['served-person', 'served-other', 'wait', 'enforceable'],
    {
      proof: 'Le certificat',
      refuses: oppositionOver,
    },
  ),
  event('act-in-person', ['commissaire', 'Premier acte signifié à personne'], SERVED_OTHERWISE, { proof: 'L’acte' }),
  event('seizure-notified', ['commissaire', 'Première saisie notifiée au débiteur'], SERVED, {
    proof: 'L’acte de dénonciation',
  }),
];

const SUIT_EVENTS: readonly MachineEvent[] = [
  event('opposed', ['debtor', 'Opposition reçue au greffe'], SERVED, {
    fields: [earlierDay('postedOn', 'Postée le (cachet de la poste)')],
    leads: (seen, _event, here) => (orderDates(seen)?.value?.enforceableFrom === null ? 'opposed' : here),
    proof: 'L’avis du greffe',
  }),
  event('opposition-notice', ['court', 'Avis d’opposition reçu par nous'], [...SUIT, 'enforceable'], {
    proof: 'L’avis et son enveloppe',
  }),
  event('opposition-fee-asked', ['court', 'Frais d’opposition demandés (cachet de la poste)'], SUIT, {
    fields: [dayField('receivedOn', 'Lettre reçue le', false), cents('feeCents', 'Somme demandée', false)],
    proof: 'La lettre et son enveloppe',
  }),
  event('opposition-fee-paid', ['us', 'Frais d’opposition consignés'], [...SUIT, 'request-lapsed'], {
    proof: 'Le reçu du greffe',
    idleIn: ['request-lapsed'],
  }),
  event('lawyer-asked', ['court', 'Opposition notifiée, avocat à constituer'], SUIT, {
    proof: 'La notification du greffe',
  }),
  event('lawyer-appointed', ['us', 'Avocat constitué'], [...SUIT, 'extinct'], {
    proof: 'L’acte de constitution',
    idleIn: ['extinct'],
  }),
  event('hearing-set', ['court', 'Audience fixée'], SUIT, {
    to: 'hearing',
    fields: [dayField('hearingOn', 'Jour de l’audience')],
    proof: 'La convocation',
    repeats: true,
  }),
  event('deed-filed', ['us', 'Acte de signification produit'], SUIT, { proof: 'Le bordereau de pièces' }),
  event('heard', ['court', 'Audience tenue, affaire en délibéré'], ['hearing'], {
    repeats: true,
    refuses: afterHearing,
  }),
  event('nobody-appeared', ['court', 'Extinction constatée, aucune partie présente'], SUIT, {
    to: 'extinct',
    proof: 'La décision',
  }),
  event('opposition-withdrawn', ['debtor', 'Opposition retirée par le débiteur'], SUIT, {
    to: 'wait',
    proof: 'L’acte de désistement',
  }),
];

export const ORDER_STATES = [...OWN_STATES, ...JUDGMENT_STATES];
export const ORDER_EVENTS = [...REQUEST_EVENTS, ...SERVICE_EVENTS, ...SUIT_EVENTS, ...judgmentEvents(SUIT)];

/** What changes by itself on a day; the end of the wait first, so that no state lasts less than a day. */
export const ORDER_MOVES: readonly TimedMove[] = [
  { from: ['filed'], clock: 'pay-registry-fee', to: 'fee-lapsed' },
  { from: DECIDED, clock: 'serve', to: 'void-not-served' },
  { from: ['served-person', 'served-other', 'wait'], clock: 'wait', to: 'enforceable' },
  { from: ['served-person', 'served-other'], clock: 'oppose', to: 'wait' },
  { from: SUIT, clock: 'pay-opposition-fee', to: 'request-lapsed' },
  { from: SUIT, clock: 'appoint-lawyer', to: 'extinct' },
  ...JUDGMENT_MOVES,
];
