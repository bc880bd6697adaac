import type { Refusal } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { clocksOf, eventDay } from '../engine/clocks.ts';
import { isLegalPerson } from '../engine/individual.ts';
import type { Clock, Closed } from '../engine/machine.ts';
import { cents, event, machine, state, text } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import type { ProcedureFacts } from '../model.ts';
import { titleNeeded } from './title-needed.ts';

/** Wage attachment since 1 July 2025: commandement, register, seizure by the employer (L212-1 ff, R212-1-1 ff CPCE). */

function distributorNeeded(seen: Seen): Closed | null {
  if (seen.has('distributor-appointed')) return null;
  const message = fr`Aucun commissaire répartiteur n’est désigné : demandez-le à la chambre nationale avant de saisir l’employeur.`;
  return { code: 'DistributorNeeded', message };
}

/** A contest made in its time suspends the whole: no time to seize runs out while the judge decides. */
function suspended(seen: Seen, clocks: readonly Clock[] | Refusal): readonly Clock[] | Refusal {
  if ('code' in clocks) return clocks;
  const contested = seen.on('contested');
  const last = clocks.find(({ what }) => what === 'contest')?.before ?? null;
  if (contested === null || last === null || contested > last) return clocks;
  return clocks.map((clock) => {
    const waits = clock.what === 'seize-from' || clock.what === 'seize-until';
    return waits ? { ...clock, mootBy: [...clock.mootBy, 'contested'] } : clock;
  });
}

const BEFORE_SEIZURE = ['registered', 'seizable'];
const RULE = { startedBy: 'commandement', mootBy: ['agreed-plan'] } as const;

/** Only a natural person is paid wages. */
function closedTo(facts: ProcedureFacts): Closed | null {
  if (!isLegalPerson(facts)) return null;
  const message = fr`Seule une personne physique perçoit un salaire : choisissez une saisie des comptes ou des biens.`;
  return { code: 'IndividualOnly', message };
}

export const SAISIE_DES_REMUNERATIONS = machine({
  kind: 'saisie-des-remunerations',
  states: [
    state('draft', ['À confier', 'Remettez le titre au commissaire de justice, qui signifie un commandement.']),
    state('commanded', [
      'Commandement signifié',
      'L’inscription au registre se fait le jour même ou le jour ouvrable suivant.',
    ]),
    state('registered', [
      'Inscrit au registre',
      'Le débiteur peut payer, s’accorder ou contester ; demandez un répartiteur.',
    ]),
    state('lapsed', ['Commandement ou saisie caducs', 'Un acte manque : recommencez par un nouveau commandement.'], {
      end: 'lapsed',
      follows: ['saisie-des-remunerations'],
    }),
    state('contested', ['Contesté', 'La contestation formée dans le délai suspend : le juge de l’exécution tranche.']),
    state('agreement', ['Accord constaté', 'Le procès-verbal suspend la procédure tant que l’accord est tenu.']),
    state('seizable', ['Saisie possible', 'Faites signifier la saisie à l’employeur avant la fin du délai.']),
    state('seized', ['Saisie signifiée à l’employeur', 'Veillez à la dénonciation au débiteur dans le délai.']),
    state('running', ['Retenues en cours', 'Notez chaque versement du répartiteur jusqu’au solde.']),
    state('fruitless', ['Employeur sans salaire à verser', 'Cherchez un autre employeur ou un autre bien.'], {
      end: 'done',
      follows: ['saisie-attribution', 'saisie-vente'],
    }),
    state('done', ['Saisie achevée', 'La créance est soldée par les retenues.'], { end: 'done' }),
  ],
  events: [
    event('commandement', ['commissaire', 'Commandement de payer signifié'], ['draft'], {
      to: 'commanded',
      proof: 'L’acte de commandement',
      refuses: titleNeeded,
    }),
    event('registered', ['commissaire', 'Inscription au registre'], ['commanded', 'lapsed'], {
      to: 'registered',
      proof: 'L’attestation d’inscription',
      idleIn: ['lapsed'],
    }),
    event('distributor-appointed', ['authority', 'Commissaire répartiteur désigné'], BEFORE_SEIZURE, {
      proof: 'La désignation',
    }),
    event('agreed-plan', ['debtor', 'Procès-verbal d’accord'], BEFORE_SEIZURE, {
      to: 'agreement',
      proof: 'Le procès-verbal d’accord',
    }),
    event('plan-broken', ['debtor', 'Accord non tenu'], ['agreement'], { to: 'seizable', proof: 'Le décompte' }),
    event('contested', ['debtor', 'Contestation devant le juge de l’exécution'], BEFORE_SEIZURE, {
      proof: 'L’assignation reçue',
      leads: (_seen, _event, here) => (here === 'registered' ? 'contested' : here),
    }),
    event('contest-copied', ['debtor', 'Contestation dénoncée au commissaire'], ['contested', 'seizable'], {
      proof: 'Le courrier',
    }),
    event('contest-rejected', ['court', 'Contestation rejetée'], ['contested'], {
      to: 'seizable',
      proof: 'Le jugement',
    }),
    event('contest-upheld', ['court', 'Commandement annulé'], ['contested'], { to: 'lapsed', proof: 'Le jugement' }),
    event('seized', ['commissaire', 'Saisie signifiée à l’employeur'], ['seizable', 'lapsed'], {
      to: 'seized',
      fields: [text('employer', 'Employeur')],
      proof: 'Le procès-verbal de saisie',
      limitation: 'seizure',
      refuses: distributorNeeded,
      idleIn: ['lapsed'],
    }),
    event('debtor-notified', ['commissaire', 'Saisie dénoncée au débiteur'], ['seized', 'lapsed'], {
      to: 'running',
      proof: 'L’acte de dénonciation',
      idleIn: ['lapsed'],
    }),
    event('paid-over', ['representative', 'Versement du répartiteur'], ['running'], {
      fields: [cents('paidCents', 'Somme reçue')],
      proof: 'Le décompte',
      repeats: true,
    }),
    event('fruitless', ['garnishee', 'Plus d’emploi ou rien à retenir'], ['seized', 'running'], {
      to: 'fruitless',
      proof: 'La réponse de l’employeur',
    }),
    event('completed', ['representative', 'Solde versé'], ['running'], { to: 'done', proof: 'Le dernier décompte' }),
  ],
  moves: [
    { from: ['commanded'], clock: 'register', to: 'lapsed' },
    { from: ['registered'], clock: 'seize-from', to: 'seizable' },
    { from: ['seizable'], clock: 'seize-until', to: 'lapsed' },
    { from: ['seized'], clock: 'notify-debtor', to: 'lapsed' },
  ],
  clocks: (seen) =>
    suspended(
      seen,
      clocksOf(
        seen,
        'saisie-des-remunerations',
        {
          commandement: eventDay('commandement'),
          contested: eventDay('contested'),
          seized: eventDay('seized'),
        },
        [
          { what: 'register', startedBy: 'commandement', whose: 'ours', doneBy: ['registered'] },
          { ...RULE, what: 'contest', whose: 'theirs', doneBy: ['contested'] },
          { what: 'contest-copy', startedBy: 'contested', whose: 'theirs', doneBy: ['contest-copied'] },
          { ...RULE, what: 'seize-from', whose: 'wait', doneBy: ['seized'] },
          {
            ...RULE,
            what: 'seize-until',
            whose: 'ours',
            doneBy: ['seized'],
            mootBy: ['agreed-plan', 'contest-rejected'],
          },
          { what: 'notify-debtor', startedBy: 'seized', whose: 'ours', doneBy: ['debtor-notified'] },
        ],
      ),
    ),
  warnings: (seen, name) => [
    ...(seen.has('contest-rejected', 'plan-broken') && name === 'seizable'
      ? [
          fr`Délai pour saisir après une contestation rejetée ou un accord rompu : demandez-le au commissaire. À vérifier.`,
        ]
      : []),
    ...(name === 'seizable' && seen.has('contested') && !seen.has('contest-rejected')
      ? [fr`Contestation formée après le délai : elle ne suspend pas la saisie.`]
      : []),
    ...(name === 'running'
      ? [fr`La part saisissable suit le barème de l’art. R3252-2 C. trav., revu chaque 1er janvier.`]
      : []),
  ],
  closedTo,
});
