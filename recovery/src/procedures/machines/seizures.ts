import { fr } from '../../texts/typography.ts';
import { clocksOf, eventDay } from '../engine/clocks.ts';
import { cents, event, machine, state, text } from '../engine/parts.ts';
import { titleNeeded } from './title-needed.ts';

/** With a title: bank account or receivable, then movables (L211-1 ff and L221-1 ff CPCE). */

export const SAISIE_ATTRIBUTION = machine({
  kind: 'saisie-attribution',
  states: [
    state('draft', ['À confier', 'Remettez le titre et le décompte au commissaire de justice.']),
    state('seized', ['Saisie pratiquée', 'La somme est attribuée aussitôt ; veillez à la dénonciation au débiteur.']),
    state(
      'lapsed',
      ['Saisie caduque', 'Elle n’a pas été dénoncée à temps : la somme est libérée, saisissez de nouveau.'],
      {
        end: 'lapsed',
        follows: ['saisie-attribution', 'saisie-vente'],
      },
    ),
    state('notified', ['Dénoncée au débiteur', 'Le débiteur peut contester : attendez la fin du délai.']),
    state('contested', ['Contestée', 'Le juge de l’exécution tranche ; le paiement attend.']),
    state('payable', ['À payer par le tiers', 'Demandez le certificat de non-contestation, puis le paiement.']),
    state(
      'done',
      ['Paiement reçu du tiers', 'Imputez la somme reçue ; s’il reste un solde, choisissez une autre mesure.'],
      {
        end: 'done',
        follows: ['saisie-des-remunerations', 'saisie-vente', 'saisie-attribution'],
      },
    ),
    state('fruitless', ['Compte sans provision', 'Rien n’a été saisi : cherchez un autre bien.'], {
      end: 'done',
      follows: ['saisie-des-remunerations', 'saisie-vente'],
    }),
    state('released', ['Mainlevée', 'La saisie est levée ; la créance demeure si elle n’est pas payée.'], {
      end: 'done',
    }),
  ],
  events: [
    event('seized', ['commissaire', 'Saisie-attribution pratiquée'], ['draft'], {
      to: 'seized',
      fields: [cents('heldCents', 'Somme attribuée', false), text('garnishee', 'Tiers saisi')],
      proof: 'Le procès-verbal de saisie',
      limitation: 'seizure',
      refuses: titleNeeded,
    }),
    event('fruitless', ['garnishee', 'Compte clos ou sans provision'], ['seized', 'notified'], {
      to: 'fruitless',
      proof: 'La réponse du tiers',
    }),
    event('debtor-notified', ['commissaire', 'Saisie dénoncée au débiteur'], ['seized', 'lapsed'], {
      to: 'notified',
      proof: 'L’acte de dénonciation',
      idleIn: ['lapsed'],
    }),
    event('contested', ['debtor', 'Contestation devant le juge de l’exécution'], ['notified'], {
      to: 'contested',
      proof: 'L’assignation reçue',
    }),
    event('contest-copied', ['debtor', 'Contestation dénoncée au commissaire'], ['contested'], {
      proof: 'Le courrier',
    }),
    event('contest-rejected', ['court', 'Contestation rejetée'], ['contested'], {
      to: 'payable',
      proof: 'Le jugement',
    }),
    event('contest-upheld', ['court', 'Mainlevée ordonnée'], ['contested'], { to: 'released', proof: 'Le jugement' }),
    event('acquiesced', ['debtor', 'Acquiescement du débiteur'], ['notified'], {
      to: 'payable',
      proof: 'La déclaration écrite',
    }),
    event('garnishee-paid', ['garnishee', 'Paiement par le tiers saisi'], ['payable'], {
      to: 'done',
      fields: [cents('paidCents', 'Somme reçue')],
      proof: 'Le décompte du commissaire',
    }),
    event('released', ['us', 'Mainlevée donnée'], ['seized', 'notified', 'contested', 'payable'], {
      to: 'released',
      proof: 'L’acte de mainlevée',
    }),
  ],
  moves: [
    { from: ['seized'], clock: 'notify-debtor', to: 'lapsed' },
    { from: ['notified'], clock: 'payment', to: 'payable' },
  ],
  clocks: (seen) =>
    clocksOf(
      seen,
      'saisie-attribution',
      { seized: eventDay('seized'), notified: eventDay('debtor-notified'), contested: eventDay('contested') },
      [
        {
          what: 'notify-debtor',
          startedBy: 'seized',
          whose: 'ours',
          doneBy: ['debtor-notified'],
          mootBy: ['fruitless'],
        },
        {
          what: 'contest',
          startedBy: 'debtor-notified',
          whose: 'theirs',
          doneBy: ['contested'],
          mootBy: ['acquiesced'],
        },
        {
          what: 'payment',
          startedBy: 'debtor-notified',
          whose: 'wait',
          doneBy: ['garnishee-paid'],
          mootBy: ['contested', 'acquiesced'],
        },
        { what: 'contest-copy', startedBy: 'contested', whose: 'theirs', doneBy: ['contest-copied'] },
      ],
    ),
  warnings: (seen, name) => [
    ...(name === 'seized' || name === 'notified'
      ? [
          fr`Un jugement d’ouverture postérieur ne défait pas la saisie (art. L211-2 CPCE) : notez-le sans donner mainlevée.`,
        ]
      : []),
    ...(seen.facts.debtorKind === 'company'
      ? []
      : [fr`Une somme égale au solde bancaire insaisissable reste au débiteur (art. L162-2 CPCE).`]),
  ],
  stops: false,
});

export const SAISIE_VENTE = machine({
  kind: 'saisie-vente',
  states: [
    state('draft', ['À confier', 'Remettez le titre au commissaire de justice, qui signifie un commandement.']),
    state('commanded', ['Commandement signifié', 'Attendez le délai : le débiteur peut encore payer.']),
    state('seizable', ['Saisie possible', 'Faites pratiquer la saisie si le commandement reste sans effet.']),
    state('seized', ['Biens saisis', 'Le débiteur peut vendre lui-même dans le délai.']),
    state('sale-open', [
      'Vente forcée possible',
      'Demandez la vente aux enchères si aucune vente amiable n’a eu lieu.',
    ]),
    state('sold', ['Biens vendus', 'Imputez le prix reçu ; s’il reste un solde, choisissez une autre mesure.'], {
      end: 'done',
    }),
    state('fruitless', ['Carence constatée', 'Rien à saisir : gardez le procès-verbal de carence.'], {
      end: 'done',
      follows: ['saisie-attribution', 'saisie-des-remunerations'],
    }),
  ],
  events: [
    event('commandement', ['commissaire', 'Commandement de payer signifié'], ['draft'], {
      to: 'commanded',
      proof: 'L’acte de commandement',
      refuses: titleNeeded,
    }),
    event('seized', ['commissaire', 'Saisie pratiquée'], ['seizable'], {
      to: 'seized',
      proof: 'Le procès-verbal de saisie',
      limitation: 'seizure',
    }),
    event('fruitless', ['commissaire', 'Procès-verbal de carence'], ['seizable'], {
      to: 'fruitless',
      proof: 'Le procès-verbal de carence',
    }),
    event('sold', ['commissaire', 'Vente, amiable ou forcée'], ['seized', 'sale-open'], {
      to: 'sold',
      fields: [cents('paidCents', 'Somme reçue')],
      proof: 'Le décompte du commissaire',
    }),
  ],
  moves: [
    { from: ['commanded'], clock: 'seize', to: 'seizable' },
    { from: ['seized'], clock: 'forced-sale', to: 'sale-open' },
  ],
  clocks: (seen) =>
    clocksOf(seen, 'saisie-vente', { commandement: eventDay('commandement'), seized: eventDay('seized') }, [
      { what: 'seize', startedBy: 'commandement', whose: 'wait', doneBy: ['seized', 'fruitless'] },
      { what: 'amicable-sale', startedBy: 'seized', whose: 'theirs', doneBy: ['sold'] },
      { what: 'forced-sale', startedBy: 'seized', whose: 'wait', doneBy: ['sold'] },
    ]),
  warnings: (seen, name) =>
    seen.facts.debtorKind !== 'company' && (name === 'commanded' || name === 'seizable')
      ? [
          fr`Au domicile, pour un petit principal, il faut l’autorisation du juge ou une autre saisie tentée d’abord (art. L221-2 et R221-2 CPCE).`,
        ]
      : [],
});
