import { type Day, day, frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import type { Clock, Closed } from '../engine/machine.ts';
import { machine } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import type { ProcedureFacts, TitleFacts } from '../model.ts';
import { judgmentTitle, judgmentWarnings } from './judgment.ts';
import { askOrder, orderClocks, orderDates, paysFee } from './payment-order-dates.ts';
import { ORDER_EVENTS, ORDER_MOVES, ORDER_STATES } from './payment-order-parts.ts';

/** A judgment replaces the order (1420 CPC); without opposition the order itself is the title. */
function titleOf(seen: Seen, clocks: readonly Clock[], on: Day): TitleFacts | null {
  if (seen.has('judgment')) return judgmentTitle(seen, clocks);
  const order = seen.last('granted') ?? seen.last('partly-granted');
  const value = askOrder(seen, { on })?.value;
  if (order === null || value === undefined) return null;
  return {
    on: order.on,
    enforceableFrom: value.enforceableFrom === null ? null : day(value.enforceableFrom),
    servedOn: seen.on('served'),
    grantedCents: seen.cents(order.kind, 'grantedCents'),
    lateOppositionPossible: value.lateOppositionPossible,
  };
}

/** Doubts on the court and on the amicable attempt, while the request can still be put right. */
function requestDoubts({ facts }: Seen): readonly string[] {
  const { court, debtorPlace } = facts;
  if (debtorPlace === 'abroad') {
    return [
      fr`Débiteur à l’étranger : voyez d’abord l’injonction européenne ou un avocat ; l’ordonnance française s’y signifie mal. À vérifier.`,
    ];
  }
  if (court === null)
    return [
      fr`Juridiction non précisée : devant un tribunal de commerce, des frais sont à verser sous peine de caducité.`,
    ];
  if (court === 'commercial-chamber')
    return [fr`Frais de greffe devant la chambre commerciale d’Alsace-Moselle : à vérifier auprès du greffe.`];
  if (paysFee(court)) return [];
  return [
    fr`Tentative amiable préalable (art. 750-1 CPC) : les avis divergent pour l’injonction de payer ; joignez une tentative ou dites la dispense. À vérifier.`,
  ];
}

/** An opposition that the registry told of after the wait: the text lets enforcement go on, the opposition stops it. */
function lateNotice(seen: Seen): readonly string[] {
  const notice = seen.on('opposition-notice');
  const free = askOrder(seen, { withoutOpposition: true })?.value?.enforceableFrom ?? null;
  if (notice === null || free === null || notice < day(free)) return [];
  return [
    fr`L’avis d’opposition est arrivé le ${frenchDate(notice)}, après la première date d’exécution (${frenchDate(day(free))}) : le texte permettait d’exécuter, l’opposition suspend. Ne faites rien sans l’avis d’un professionnel. À vérifier.`,
  ];
}

function oppositionDoubts(seen: Seen): readonly string[] {
  const doubts = [...lateNotice(seen)];
  const value = orderDates(seen)?.value;
  if (seen.has('opposed') && value?.oppositionInTime === false) {
    doubts.push(
      fr`L’opposition est reçue après son délai : seul le tribunal peut le dire. Interrogez le greffe avant tout acte.`,
    );
  }
  if (seen.has('opposition-withdrawn')) {
    doubts.push(
      fr`Opposition retirée : faites confirmer par le greffe que l’ordonnance reprend ses effets. À vérifier.`,
    );
  }
  if (seen.has('opposition-fee-asked')) {
    doubts.push(
      fr`Les frais d’opposition sont comptés du cachet de la poste, la date la plus proche ; la règle générale retient la réception.`,
    );
  }
  if (seen.has('opposed') && paysFee(seen.facts.court)) {
    doubts.push(
      fr`Au-delà du seuil de l’art. 853 CPC, un avocat est en principe obligatoire devant le tribunal de commerce.`,
    );
  }
  return doubts;
}

function enforcementDoubts(seen: Seen): readonly string[] {
  const doubts = [
    fr`Avant tout acte, demandez au greffe s’il a reçu une opposition : un avis peut arriver après l’attente.`,
    fr`Durée d’exécution d’une ordonnance non frappée d’opposition : aucune date de fin n’est sûre (art. L111-3 et L111-4 CPCE). À vérifier.`,
  ];
  if (seen.text('served', 'manner') !== 'person') {
    doubts.push(
      fr`Ordonnance non signifiée à personne : l’opposition reste possible après un premier acte à personne ou une première saisie (art. 1416 CPC).`,
    );
  }
  return doubts;
}

/** An order made although no fee was noted: the court had it, the file lacks it. */
function unpaidDoubt(clocks: readonly Clock[], seen: Seen): readonly string[] {
  const fee = clocks.find(({ what }) => what === 'pay-registry-fee');
  if (fee === undefined || seen.has(...fee.doneBy, ...fee.forgivenBy)) return [];
  return [fr`L’ordonnance montre que les frais de greffe ont été versés : notez leur paiement à sa date.`];
}

/** What an insolvency finds of the order: a title, an order that may still be opposed, or a suit (L622-21, L622-22 C. com.). */
function stopDoubts(seen: Seen, clocks: readonly Clock[]): readonly string[] {
  if (seen.text('stopped', 'cause') !== 'insolvency') return [];
  if (seen.has('opposed') && !seen.has('opposition-withdrawn')) {
    return [
      fr`Opposition en cours : l’instance est suspendue ; elle reprend après la déclaration, pour fixer seulement la créance.`,
    ];
  }
  const ordinary = clocks.find(({ what }) => what === 'oppose')?.before ?? null;
  const isClosed = ordinary !== null && ordinary < seen.on('stopped')! && seen.text('served', 'manner') === 'person';
  if (isClosed)
    return [fr`Délai d’opposition expiré avant le jugement : déclarez la créance avec le titre, sans certification.`];
  return [
    fr`Opposition encore possible au jour du jugement : déclarez la créance comme non titrée, certifiée sincère. À vérifier.`,
  ];
}

function warningsOf(seen: Seen, name: string, clocks: readonly Clock[]): readonly string[] {
  if (name === 'stopped') return stopDoubts(seen, clocks);
  if (name === 'draft' || name === 'filed') return requestDoubts(seen);
  if (name === 'granted' || name === 'partial' || name === 'to-serve') return unpaidDoubt(clocks, seen);
  if (name === 'enforceable') return [...enforcementDoubts(seen), ...oppositionDoubts(seen)];
  if (seen.has('opposed')) return [...oppositionDoubts(seen), ...judgmentWarnings(seen, name)];
  return judgmentWarnings(seen, name);
}

function closedTo({ debtorKind }: ProcedureFacts): Closed | null {
  if (debtorKind === 'public-body') {
    const message = fr`Pas d’injonction de payer contre une personne publique pour un contrat administratif : réclamez à l’ordonnateur, puis saisissez le juge administratif.`;
    return { code: 'ProcedureNotAgainstPublicBody', message };
  }
  return null;
}

/** Payment order: request, order, service, opposition, wait, title (1405 to 1425 CPC). */
export const PAYMENT_ORDER = machine({
  kind: 'injonction-de-payer',
  states: ORDER_STATES,
  events: ORDER_EVENTS,
  moves: ORDER_MOVES,
  clocks: orderClocks,
  warnings: warningsOf,
  title: titleOf,
  closedTo,
});
