import { fr } from '../../texts/typography.ts';
import { afterHearing, clocksOf, eventDay, hearingClock, together } from '../engine/clocks.ts';
import type { Clock, Closed } from '../engine/machine.ts';
import { cents, choice, dayField, event, machine, state } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import type { ProcedureFacts } from '../model.ts';

/** A public body as debtor: written claim, mandatory expense, administrative courts (CCP, CGCT, CJA). */

function publicOnly({ debtorKind }: ProcedureFacts): Closed | null {
  if (debtorKind === 'public-body' || debtorKind === 'public-enterprise') return null;
  const message = fr`Cette voie ne concerne qu’un débiteur public : choisissez une voie devant le juge civil ou commercial.`;
  return { code: 'PublicBodyOnly', message };
}

export const ADMINISTRATIVE_CLAIM = machine({
  kind: 'administrative-claim',
  states: [
    state('draft', [
      'À réclamer',
      'Vérifiez l’état de la facture sur Chorus Pro, puis écrivez à l’ordonnateur avec copie au comptable.',
    ]),
    state('claimed', [
      'Réclamation envoyée',
      'La réclamation écrite interrompt la déchéance de quatre ans : gardez-en la preuve.',
    ]),
    state('refused', ['Réclamation rejetée', 'Saisissez le médiateur des entreprises ou le juge administratif.'], {
      end: 'refused',
      follows: ['administrative-refere', 'administrative-suit', 'mandatement-d-office'],
    }),
    state('principal-paid', ['Principal payé', 'Intérêts et indemnité sont dus sans demande : attendez leur délai.']),
    state('interest-overdue', [
      'Intérêts en retard',
      'Réclamez les intérêts et l’indemnité : toute renonciation est sans effet.',
    ]),
  ],
  events: [
    event('claimed', ['us', 'Réclamation écrite à l’ordonnateur'], ['draft', 'claimed'], {
      to: 'claimed',
      proof: 'La lettre et l’accusé de réception',
      limitation: 'written-claim',
      repeats: true,
    }),
    event('refused', ['authority', 'Réclamation rejetée'], ['claimed'], { to: 'refused', proof: 'La décision' }),
    event('principal-paid', ['debtor', 'Principal payé'], ['claimed'], {
      to: 'principal-paid',
      fields: [cents('paidCents', 'Somme reçue')],
      proof: 'Le relevé bancaire',
    }),
  ],
  moves: [{ from: ['principal-paid'], clock: 'pay-interest', to: 'interest-overdue' }],
  clocks: (seen) =>
    clocksOf(seen, 'public-buyer', { 'principal-paid': eventDay('principal-paid') }, [
      { what: 'pay-interest', startedBy: 'principal-paid', whose: 'theirs', doneBy: ['paid'] },
    ]),
  warnings: (_seen, name) =>
    name === 'claimed'
      ? [fr`Silence de l’administration : un refus peut en naître et faire courir un recours. À vérifier.`]
      : [],
  closedTo: publicOnly,
  stops: false,
});

export const MANDATEMENT_D_OFFICE = machine({
  kind: 'mandatement-d-office',
  states: [
    state('draft', [
      'À préparer',
      'La dépense doit être obligatoire et non contestée ; réservée aux collectivités et à leurs établissements.',
    ]),
    state('noticed', ['Mise en demeure de mandater', 'Attendez le délai qu’elle laisse à la collectivité.']),
    state('prefect-open', [
      'Mandatement d’office possible',
      'Demandez au préfet d’inscrire et de mandater la dépense.',
    ]),
    state('prefect-asked', ['Préfet saisi', 'Attendez l’arrêté.']),
    state('ordered', ['Mandatée d’office', 'Le comptable paie : suivez le virement.'], { end: 'done' }),
    state('refused', ['Refusée par le préfet', 'Saisissez le juge administratif.'], {
      end: 'refused',
      follows: ['administrative-refere', 'administrative-suit'],
    }),
  ],
  events: [
    event('formal-notice', ['us', 'Mise en demeure de mandater'], ['draft'], {
      to: 'noticed',
      proof: 'La lettre et l’accusé de réception',
      limitation: 'written-claim',
    }),
    event('prefect-asked', ['us', 'Préfet saisi'], ['prefect-open'], { to: 'prefect-asked', proof: 'La saisine' }),
    event('ordered', ['authority', 'Mandatement d’office'], ['prefect-asked'], { to: 'ordered', proof: 'L’arrêté' }),
    event('refused', ['authority', 'Refus du préfet'], ['prefect-asked'], { to: 'refused', proof: 'La décision' }),
  ],
  moves: [{ from: ['noticed'], clock: 'ask-mandatory-expense', to: 'prefect-open' }],
  clocks: (seen) =>
    clocksOf(seen, 'public-buyer', { 'formal-notice': eventDay('formal-notice') }, [
      { what: 'ask-mandatory-expense', startedBy: 'formal-notice', whose: 'wait', doneBy: ['prefect-asked'] },
    ]),
  closedTo: publicOnly,
  stops: false,
});

/** The administrative courts, which differ by the time to appeal: interim payment, or suit. */
function administrative(kind: 'administrative-refere' | 'administrative-suit') {
  const refere = kind === 'administrative-refere';
  const notified = refere ? 'order-notified' : 'first-judgment-notified';
  const debtorAppeal = refere ? 'debtor-refere-appeal' : 'debtor-appeal';
  const creditorAppeal = refere ? 'creditor-refere-appeal' : 'creditor-appeal';
  const decision = refere ? 'Ordonnance' : 'Jugement';
  return machine({
    kind,
    states: [
      state('draft', ['À préparer', 'Réunissez le marché, les factures et la réclamation préalable.']),
      state('filed', ['Requête déposée', 'Le juge administratif instruit : répondez à ses demandes.']),
      state('granted', [`${decision} favorable`, 'Attendez la notification, qui fait courir les recours.'], {
        end: 'title',
      }),
      state('notified', [`${decision} notifié${refere ? 'e' : ''}`, 'Attendez la fin du délai d’appel.'], {
        end: 'title',
      }),
      state(
        'final',
        ['Condamnation définitive', 'La personne publique doit payer dans le délai, sans autre démarche.'],
        {
          end: 'title',
        },
      ),
      state(
        'forced-open',
        ['Paiement forcé possible', 'Présentez la décision au comptable de l’État, ou saisissez le préfet.'],
        {
          end: 'title',
          follows: ['mandatement-d-office'],
        },
      ),
      state(
        'dismissed',
        ['Demande rejetée', 'L’appel est ouvert pour un temps ; le fond reste ouvert après un référé.'],
        {
          end: 'refused',
          follows: refere ? ['administrative-suit'] : [],
        },
      ),
      state('appealed', ['En appel', 'La cour administrative d’appel juge ; vérifiez si un avocat est obligatoire.']),
    ],
    events: [
      event('filed', ['us', 'Requête déposée au tribunal administratif'], ['draft'], {
        to: 'filed',
        proof: 'L’accusé de dépôt',
        limitation: 'court-claim',
      }),
      event('hearing-set', ['court', 'Audience fixée'], ['filed'], {
        fields: [dayField('hearingOn', 'Jour de l’audience')],
        proof: 'L’avis d’audience',
        repeats: true,
      }),
      event('granted', ['court', `${decision} de condamnation`], ['filed'], {
        to: 'granted',
        fields: [cents('grantedCents', 'Montant accordé')],
        proof: 'La décision',
        refuses: afterHearing,
      }),
      event('dismissed', ['court', 'Demande rejetée'], ['filed'], {
        to: 'dismissed',
        proof: 'La décision',
        refuses: afterHearing,
      }),
      event('notified', ['court', 'Décision notifiée aux parties'], ['granted', 'dismissed'], {
        leads: (_seen, _event, here) => (here === 'granted' ? 'notified' : here),
        proof: 'La notification',
      }),
      event('appealed', ['debtor', 'Appel formé'], ['granted', 'notified', 'dismissed'], {
        to: 'appealed',
        fields: [choice('by', 'Formé par', { debtor: 'La personne publique', us: 'Nous' })],
        proof: 'La requête d’appel',
      }),
      event('appeal-decided', ['court', 'Décision sur l’appel'], ['appealed'], {
        fields: [
          choice('outcome', 'Décision', { granted: 'Condamnation', dismissed: 'Demande rejetée' }),
          cents('grantedCents', 'Montant accordé', false),
        ],
        proof: 'L’arrêt',
        leads: (_seen, { values }) => (values.outcome === 'granted' ? 'notified' : 'dismissed'),
      }),
      event('final-notified', ['court', 'Condamnation définitive notifiée'], ['notified'], {
        to: 'final',
        proof: 'La notification',
      }),
    ],
    moves: [{ from: ['final'], clock: 'ask-forced-payment', to: 'forced-open' }],
    clocks: (seen) =>
      together(
        administrativeHearing(seen),
        clocksOf(
          seen,
          'public-buyer',
          { [notified]: eventDay('notified'), 'judgment-notified': eventDay('final-notified') },
          [
            {
              what: debtorAppeal,
              startedBy: 'notified',
              whose: 'theirs',
              doneBy: ['appealed'],
              when: (told) => told.has('granted'),
            },
            {
              what: creditorAppeal,
              startedBy: 'notified',
              whose: 'ours',
              doneBy: ['appealed'],
              mootBy: ['final-notified'],
              when: (told) => told.has('dismissed') || grantedLess(told),
            },
            { what: 'pay-judgment', startedBy: 'final-notified', whose: 'theirs', doneBy: ['paid'] },
            { what: 'pay-judgment-without-credits', startedBy: 'final-notified', whose: 'theirs', doneBy: ['paid'] },
            { what: 'ask-forced-payment', startedBy: 'final-notified', whose: 'wait', doneBy: ['paid'] },
          ],
        ),
      ),
    title: (seen) => {
      const on = seen.on('appeal-decided') ?? seen.on('granted');
      if (on === null) return null;
      const grantedCents = seen.cents('appeal-decided', 'grantedCents') ?? seen.cents('granted', 'grantedCents');
      const servedOn = seen.on('final-notified') ?? seen.on('notified');
      return { on, enforceableFrom: servedOn, servedOn, grantedCents, lateOppositionPossible: false };
    },
    warnings: (_seen, name) => [
      ...(name === 'draft'
        ? [fr`Litige d’un contrat administratif seulement : sinon, le juge civil ou commercial. À vérifier.`]
        : []),
      ...(name === 'forced-open'
        ? [fr`Les biens publics ne se saisissent pas : seul le paiement forcé est ouvert (art. L911-9 CJA).`]
        : []),
    ],
    closedTo: publicOnly,
    stops: false,
  });
}

/** The hearing of a written procedure: nothing is lost by not being there. */
function administrativeHearing(seen: Seen): readonly Clock[] {
  return hearingClock(seen, { article: 'R711-2 CJA', confidence: 'C' }, []).map((clock) => ({
    ...clock,
    what: 'hearing',
    label: 'Audience, procédure écrite',
    effect: 'Procédure écrite → l’absence à l’audience ne fait rien perdre',
    whose: 'wait',
    before: null,
    notBefore: clock.before,
  }));
}

/** Whether the decision grants less than what was asked. */
function grantedLess(told: Seen): boolean {
  const granted = told.cents('granted', 'grantedCents');
  return granted !== null && granted < told.facts.amountCents;
}

export const ADMINISTRATIVE_REFERE = administrative('administrative-refere');
export const ADMINISTRATIVE_SUIT = administrative('administrative-suit');
