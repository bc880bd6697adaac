import { type AttachmentDocument, protectiveAttachment, type Refusal } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { answered, type ClockRule, clocksFrom, clocksOf, eventDay, together } from '../engine/clocks.ts';
import type { Clock, Closed, MachineEvent } from '../engine/machine.ts';
import { cents, choice, event, machine, state } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import { seizable, titleNeeded } from './title-needed.ts';

/** Protective attachment: with a judge's leave or without, and its steps each of which makes it lapse (L511-1 ff CPCE). */

const BILLS: readonly (AttachmentDocument | null)[] = ['accepted-bill', 'bill', 'promissory-note'];

/** What the law says of the attachment by the events told. */
function attachment(seen: Seen) {
  const { claimKind, hasTitle, document } = seen.facts;
  return protectiveAttachment({
    claimKind,
    hasTitle,
    document: document ?? 'none',
    ...seen.dated({
      leaveOn: seen.on('leave-granted'),
      doneOn: seen.on('seized'),
      suedOn: seen.on('sued'),
      paymentOrderRefusedOn: seen.on('payment-order-refused'),
      suedAgainOn: seen.on('sued-again'),
    }),
  });
}

/** An attachment without leave is refused where the law asks for one: an invoice alone is never enough. */
function leaveNeeded(seen: Seen): Closed | null {
  const noSeizure = seizable(seen);
  if (noSeizure !== null) return noSeizure;
  if (seen.has('leave-granted') || attachment(seen).value?.leaveNeeded === false) return null;
  const message = fr`Cette saisie demande l’autorisation du juge (art. L511-1 et L511-2 CPCE) : demandez-la, puis notez l’ordonnance.`;
  return { code: 'LeaveNeeded', message };
}

function billOnly({ facts }: Seen): Closed | null {
  if (BILLS.includes(facts.document)) return null;
  const message = fr`Le protêt ne concerne qu’un effet de commerce : notez d’abord au dossier que la créance repose sur un effet.`;
  return { code: 'NotABill', message };
}

/** What follows another act, and is told after it. */
function after(kind: string, code: string, said: string): NonNullable<MachineEvent['refuses']> {
  const message = fr`Notez d’abord ${said} : cet acte en est la suite.`;
  return (seen) => (seen.has(kind) ? null : { code, message });
}

/** Only a payment order that was asked for is refused. */
function orderAsked(seen: Seen): Closed | null {
  if (seen.text('sued', 'by') === 'order') return null;
  const message = fr`Notez d’abord la requête en injonction de payer : ce rejet y répond.`;
  return { code: 'OrderNotAsked', message };
}

/** Movables seized at the debtor's have no third party to give the copy to. */
const hasThirdParty = (seen: Seen) => seen.text('seized', 'asset') !== 'movables';

const STEP = { whose: 'ours', mootBy: ['converted', 'released'] } as const;

function steps(seen: Seen): readonly ClockRule[] {
  const isSuitOlder = seen.has('sued', 'seized') && (seen.on('sued') ?? 0) < (seen.on('seized') ?? 0);
  return [
    { ...STEP, what: 'execute', startedBy: 'leave-granted', doneBy: ['seized'] },
    { ...STEP, what: 'notify-debtor', startedBy: 'seized', doneBy: ['debtor-notified'] },
    { ...STEP, what: 'start-suit', startedBy: 'seized', doneBy: ['sued', 'title-obtained'] },
    {
      ...STEP,
      what: 'copy-to-garnishee',
      startedBy: isSuitOlder ? 'seized' : 'sued',
      doneBy: ['garnishee-copied'],
      when: (told) => told.has('seized') && hasThirdParty(told),
    },
    {
      ...STEP,
      what: 'start-suit-again',
      startedBy: 'payment-order-refused',
      doneBy: ['sued-again', 'title-obtained'],
    },
    {
      ...STEP,
      what: 'copy-again-to-garnishee',
      startedBy: 'sued-again',
      doneBy: ['garnishee-copied-again'],
      when: hasThirdParty,
    },
  ];
}

function clocks(seen: Seen): readonly Clock[] | Refusal {
  return together(
    answered(attachment(seen), (value, tree) => clocksFrom(seen, steps(seen), value.steps, tree)),
    clocksOf(seen, 'bill-protest', { due: eventDay('bill-unpaid') }, [
      { what: 'protest', startedBy: 'bill-unpaid', whose: 'ours', doneBy: ['protested'] },
    ]),
  );
}

const BEFORE_SEIZURE = ['draft', 'leave-asked', 'leave'];
const LIVE = [...BEFORE_SEIZURE, 'seized'];

export const SAISIE_CONSERVATOIRE = machine({
  kind: 'saisie-conservatoire',
  states: [
    state('draft', [
      'À préparer',
      'Montrez une créance fondée en son principe et un recouvrement menacé ; demandez l’autorisation s’il en faut une.',
    ]),
    state('leave-asked', ['Autorisation demandée', 'Attendez la décision du juge.']),
    state('leave', ['Autorisation donnée', 'Faites pratiquer la saisie dans le délai de l’autorisation.']),
    state('leave-refused', ['Autorisation refusée', 'Agissez au fond ou en référé sans attendre.'], {
      end: 'refused',
      follows: ['refere-provision', 'injonction-de-payer', 'assignation'],
    }),
    state(
      'leave-lapsed',
      ['Autorisation caduque', 'La saisie n’a pas été pratiquée à temps : demandez une nouvelle autorisation.'],
      {
        end: 'lapsed',
        follows: ['saisie-conservatoire'],
      },
    ),
    state('seized', [
      'Saisie pratiquée',
      'Dénoncez-la au débiteur, agissez au fond et remettez la copie au tiers, chacun dans son délai.',
    ]),
    state(
      'lapsed',
      ['Saisie caduque', 'Un acte manque : la saisie ne tient plus, donnez-en mainlevée ou recommencez.'],
      {
        end: 'lapsed',
        follows: ['saisie-conservatoire', 'injonction-de-payer'],
      },
    ),
    state('released', ['Mainlevée', 'Les biens sont libérés ; la créance suit son cours.'], { end: 'done' }),
    state('converted', ['Convertie en saisie définitive', 'Suivez le paiement par le tiers saisi.'], {
      end: 'done',
      follows: ['saisie-attribution', 'saisie-vente'],
    }),
  ],
  events: [
    event('leave-asked', ['us', 'Autorisation demandée au juge'], ['draft'], {
      to: 'leave-asked',
      proof: 'La requête',
    }),
    event('leave-granted', ['court', 'Autorisation donnée'], ['draft', 'leave-asked'], {
      to: 'leave',
      fields: [cents('securedCents', 'Somme garantie', false)],
      proof: 'L’ordonnance',
    }),
    event('leave-refused', ['court', 'Autorisation refusée'], ['leave-asked'], {
      to: 'leave-refused',
      proof: 'L’ordonnance',
    }),
    event('seized', ['commissaire', 'Saisie conservatoire pratiquée'], [...BEFORE_SEIZURE, 'leave-lapsed'], {
      to: 'seized',
      fields: [
        choice('asset', 'Bien saisi', {
          account: 'Compte bancaire',
          receivable: 'Créance chez un tiers',
          movables: 'Biens meubles chez le débiteur',
        }),
        cents('heldCents', 'Somme bloquée', false),
      ],
      proof: 'Le procès-verbal de saisie',
      limitation: 'seizure',
      refuses: leaveNeeded,
      idleIn: ['leave-lapsed'],
    }),
    event('sued', ['us', 'Procès engagé ou injonction demandée'], [...LIVE, 'lapsed'], {
      fields: [choice('by', 'Par', { suit: 'Assignation ou requête', order: 'Requête en injonction de payer' })],
      proof: 'L’acte ou l’accusé de dépôt',
      idleIn: ['lapsed'],
    }),
    event('payment-order-refused', ['court', 'Injonction de payer rejetée'], ['seized'], {
      proof: 'Le rejet',
      refuses: orderAsked,
    }),
    event('sued-again', ['us', 'Nouvelle action après le rejet'], ['seized', 'lapsed'], {
      proof: 'L’acte',
      refuses: after('payment-order-refused', 'OrderNotRefused', 'le rejet de l’injonction de payer'),
      idleIn: ['lapsed'],
    }),
    event('garnishee-copied', ['commissaire', 'Copie remise au tiers saisi'], ['seized', 'lapsed'], {
      proof: 'L’acte',
      refuses: after('sued', 'SuitNeeded', 'le procès engagé ou l’injonction demandée'),
      idleIn: ['lapsed'],
    }),
    event(
      'garnishee-copied-again',
      ['commissaire', 'Copie de la nouvelle action remise au tiers saisi'],
      ['seized', 'lapsed'],
      {
        proof: 'L’acte',
        refuses: after('sued-again', 'SuitNeeded', 'la nouvelle action'),
        idleIn: ['lapsed'],
      },
    ),
    event('debtor-notified', ['commissaire', 'Saisie dénoncée au débiteur'], ['seized', 'lapsed'], {
      proof: 'L’acte de dénonciation',
      idleIn: ['lapsed'],
    }),
    event('title-obtained', ['court', 'Titre exécutoire obtenu'], ['seized'], { proof: 'Le titre' }),
    event('converted', ['commissaire', 'Conversion en saisie définitive'], ['seized'], {
      to: 'converted',
      proof: 'L’acte de conversion',
      refuses: (seen) => (seen.has('title-obtained') ? null : titleNeeded(seen)),
    }),
    event('released', ['us', 'Mainlevée donnée ou ordonnée'], ['seized'], {
      to: 'released',
      proof: 'L’acte de mainlevée',
    }),
    event('bill-unpaid', ['garnishee', 'Effet impayé à l’échéance'], LIVE, {
      proof: 'L’avis de la banque',
      refuses: billOnly,
    }),
    event('protested', ['commissaire', 'Protêt dressé'], LIVE, { proof: 'Le protêt' }),
  ],
  moves: [
    { from: ['leave'], clock: 'execute', to: 'leave-lapsed' },
    ...['notify-debtor', 'start-suit', 'copy-to-garnishee', 'start-suit-again', 'copy-again-to-garnishee'].map(
      (clock) => ({
        from: ['seized'],
        clock,
        to: 'lapsed',
      }),
    ),
  ],
  clocks,
  warnings: (seen, name) => {
    if (!LIVE.includes(name)) return [];
    const isLeaveNeeded = attachment(seen).value?.leaveNeeded !== false;
    const leave = isLeaveNeeded
      ? fr`Autorisation du juge nécessaire : une facture seule ne suffit jamais (art. L511-2 CPCE).`
      : fr`Pas d’autorisation à demander (art. L511-2 CPCE) ; le recouvrement doit tout de même être menacé (art. L511-1).`;
    return [leave];
  },
});
