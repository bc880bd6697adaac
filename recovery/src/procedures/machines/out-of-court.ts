import { fr } from '../../texts/typography.ts';
import { clocksOf, eventDay } from '../engine/clocks.ts';
import { cents, event, machine, state } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import type { TitleFacts } from '../model.ts';

/** Titles without a judge: small claims, uncontested commercial claims, cheque (L125-1, L126-1 CPCE, L131-73 CMF). */

const ENFORCE = ['saisie-attribution', 'saisie-des-remunerations', 'saisie-vente'] as const;
const JUDGE = ['injonction-de-payer', 'requete', 'assignation'] as const;

/** A title of a commissaire or of a registrar: enforceable from the day it is issued, or served when it must be. */
function issued(seen: Seen, kind: string, served: string | null = null): TitleFacts | null {
  const on = seen.on(kind);
  if (on === null) return null;
  const servedOn = served === null ? null : seen.on(served);
  const enforceableFrom = served === null ? on : servedOn;
  return {
    on,
    enforceableFrom,
    servedOn,
    grantedCents: seen.cents(kind, 'grantedCents'),
    lateOppositionPossible: false,
  };
}

const AGREED = cents('grantedCents', 'Montant du titre (en principal)', false);

export const SMALL_CLAIMS = machine({
  kind: 'small-claims',
  states: [
    state('draft', ['À confier', 'Saisissez un commissaire de justice du ressort de la cour d’appel du débiteur.']),
    state('invited', [
      'Débiteur invité',
      'Attendez sa réponse : aucun paiement avant que le commissaire n’en constate l’issue.',
    ]),
    state('accepted', [
      'Procédure acceptée',
      'Cherchez l’accord sur le montant et les modalités ; la prescription est suspendue.',
    ]),
    state(
      'title',
      ['Titre délivré', 'Faites exécuter par un autre commissaire que celui qui l’a délivré (art. R125-8 CPCE).'],
      {
        end: 'title',
        follows: ENFORCE,
      },
    ),
    state(
      'refused',
      ['Refus du débiteur', 'Saisissez le juge : cette tentative dispense d’un autre préalable (art. 750-1 CPC).'],
      {
        end: 'refused',
        follows: JUDGE,
      },
    ),
    state(
      'silent',
      ['Refus par silence', 'Le silence vaut refus : saisissez le juge, cette tentative vaut préalable amiable.'],
      {
        end: 'refused',
        follows: JUDGE,
      },
    ),
  ],
  events: [
    event('invited', ['commissaire', 'Invitation envoyée au débiteur'], ['draft'], {
      to: 'invited',
      proof: 'La preuve d’envoi',
    }),
    event('accepted', ['debtor', 'Procédure acceptée'], ['invited'], {
      to: 'accepted',
      proof: 'Le formulaire d’acceptation',
      limitation: 'small-claims-consent',
    }),
    event('refused', ['debtor', 'Refus, ou désaccord sur le montant'], ['invited', 'accepted'], {
      to: 'refused',
      proof: 'L’attestation du commissaire',
    }),
    event('title-issued', ['commissaire', 'Titre exécutoire délivré'], ['accepted'], {
      to: 'title',
      fields: [AGREED],
      proof: 'Le titre',
    }),
  ],
  moves: [{ from: ['invited'], clock: 'refused-by-silence', to: 'silent' }],
  clocks: (seen) =>
    clocksOf(seen, 'small-claims', { sent: eventDay('invited') }, [
      { what: 'accept', startedBy: 'invited', whose: 'theirs', doneBy: ['accepted'], mootBy: ['refused'] },
      { what: 'refused-by-silence', startedBy: 'invited', whose: 'wait', mootBy: ['accepted', 'refused'] },
    ]),
  warnings: ({ facts }) => [
    ...(facts.debtorKind === 'company' || facts.debtorKind === 'trader'
      ? [
          fr`Créance facturée entre commerçants : cette voie est fermée depuis la loi n° 2026-307 du 23 avril 2026 (art. L125-1 CPCE).`,
        ]
      : []),
    fr`Tous les frais restent au créancier (art. L125-1 CPCE) : demandez un devis.`,
  ],
  title: (seen) => issued(seen, 'title-issued'),
});

export const UNCONTESTED_COMMERCIAL = machine({
  kind: 'uncontested-commercial',
  states: [
    state('draft', ['À confier', 'Vérifiez auprès du commissaire que le décret d’application est paru.']),
    state('commanded', [
      'Commandement signifié',
      'Attendez : toute contestation, même mal fondée, met fin à la procédure.',
    ]),
    state('record-open', ['Constat possible', 'Demandez au commissaire le procès-verbal de non-contestation.']),
    state('recorded', ['Non-contestation constatée', 'Le greffe du tribunal de commerce vérifie et rend exécutoire.']),
    state('to-serve', ['Exécutoire, à signifier', 'Faites signifier le procès-verbal dans le délai.']),
    state('title', ['Titre signifié', 'Confiez l’exécution au commissaire de justice.'], {
      end: 'title',
      follows: ENFORCE,
    }),
    state('lapsed', ['Procès-verbal perdu', 'Il n’a pas été signifié à temps : choisissez une autre voie.'], {
      end: 'lapsed',
      follows: ['injonction-de-payer', 'assignation'],
    }),
    state('contested', ['Contestée', 'La contestation met fin à la procédure : saisissez le juge.'], {
      end: 'refused',
      follows: ['refere-provision', 'assignation', 'injonction-de-payer'],
    }),
  ],
  events: [
    event('command-served', ['commissaire', 'Commandement de payer signifié'], ['draft'], {
      to: 'commanded',
      proof: 'L’acte de commandement',
    }),
    event('contested', ['debtor', 'Contestation du débiteur'], ['commanded', 'record-open'], {
      to: 'contested',
      proof: 'La contestation reçue',
    }),
    event('recorded', ['commissaire', 'Procès-verbal de non-contestation'], ['record-open'], {
      to: 'recorded',
      proof: 'Le procès-verbal',
    }),
    event('made-enforceable', ['court', 'Procès-verbal rendu exécutoire'], ['recorded'], {
      to: 'to-serve',
      fields: [AGREED],
      proof: 'Le procès-verbal exécutoire',
    }),
    event('record-served', ['commissaire', 'Procès-verbal signifié'], ['to-serve', 'lapsed'], {
      to: 'title',
      proof: 'L’acte de signification',
      idleIn: ['lapsed'],
    }),
  ],
  moves: [
    { from: ['commanded'], clock: 'record', to: 'record-open' },
    { from: ['to-serve'], clock: 'serve-record', to: 'lapsed' },
  ],
  clocks: (seen) =>
    clocksOf(
      seen,
      'uncontested-commercial',
      { 'command-served': eventDay('command-served'), 'made-enforceable': eventDay('made-enforceable') },
      [
        { what: 'contest', startedBy: 'command-served', whose: 'theirs', doneBy: ['contested'] },
        { what: 'record', startedBy: 'command-served', whose: 'wait', doneBy: ['recorded'], mootBy: ['contested'] },
        { what: 'serve-record', startedBy: 'made-enforceable', whose: 'ours', doneBy: ['record-served'] },
      ],
    ),
  warnings: () => [
    fr`Décret d’application non publié à la date des textes connus : procédure pas encore praticable, dates données à titre d’indication. À vérifier.`,
  ],
  title: (seen) => issued(seen, 'made-enforceable', 'record-served'),
});

export const CHEQUE_TITLE = machine({
  kind: 'cheque-title',
  states: [
    state('draft', ['Chèque rejeté', 'Notez la première présentation ; gardez l’avis de rejet.']),
    state('presented', [
      'Présenté sans paiement',
      'Représentez le chèque ou attendez : le certificat viendra ensuite.',
    ]),
    state('certificate-open', ['Certificat possible', 'Demandez le certificat de non-paiement à la banque du tireur.']),
    state('certificate-asked', ['Certificat demandé', 'La banque doit le délivrer dans le délai.']),
    state('certificate', [
      'Certificat délivré',
      'Faites-le notifier ou signifier au tireur : cela vaut commandement de payer.',
    ]),
    state('notified', [
      'Certificat notifié',
      'Attendez : le tireur doit justifier du paiement du chèque et des frais.',
    ]),
    state('title-open', [
      'Titre possible',
      'Demandez le titre exécutoire au commissaire de justice, sans autre acte ni frais.',
    ]),
    state('title', ['Titre exécutoire', 'Confiez l’exécution au commissaire de justice.'], {
      end: 'title',
      follows: ENFORCE,
    }),
  ],
  events: [
    event('first-presented', ['garnishee', 'Première présentation, chèque rejeté'], ['draft'], {
      to: 'presented',
      proof: 'L’avis de rejet',
    }),
    event('certificate-asked', ['us', 'Certificat de non-paiement demandé'], ['certificate-open'], {
      to: 'certificate-asked',
      proof: 'La demande et sa date',
    }),
    event(
      'certificate-issued',
      ['garnishee', 'Certificat de non-paiement délivré'],
      ['certificate-open', 'certificate-asked'],
      {
        to: 'certificate',
        proof: 'Le certificat',
      },
    ),
    event('certificate-notified', ['commissaire', 'Certificat notifié ou signifié au tireur'], ['certificate'], {
      to: 'notified',
      proof: 'L’accusé ou l’acte',
    }),
    event('title-issued', ['commissaire', 'Titre exécutoire délivré'], ['title-open'], {
      to: 'title',
      fields: [AGREED],
      proof: 'Le titre',
    }),
  ],
  moves: [
    { from: ['presented'], clock: 'ask-certificate', to: 'certificate-open' },
    { from: ['notified'], clock: 'title', to: 'title-open' },
  ],
  clocks: (seen) =>
    clocksOf(
      seen,
      'cheque-title',
      {
        'first-presented': eventDay('first-presented'),
        'certificate-asked': eventDay('certificate-asked'),
        'certificate-notified': eventDay('certificate-notified'),
      },
      [
        {
          what: 'ask-certificate',
          startedBy: 'first-presented',
          whose: 'wait',
          doneBy: ['certificate-asked', 'certificate-issued'],
        },
        { what: 'certificate-issued', startedBy: 'certificate-asked', whose: 'theirs', doneBy: ['certificate-issued'] },
        { what: 'prove-payment', startedBy: 'certificate-notified', whose: 'theirs', doneBy: ['paid'] },
        { what: 'title', startedBy: 'certificate-notified', whose: 'wait', doneBy: ['title-issued'] },
      ],
    ),
  warnings: (_seen, name) =>
    name === 'title'
      ? []
      : [
          fr`Le recours sur le chèque se prescrit vite (art. L131-59 C. mon. fin.) ; la créance de fond demeure. À vérifier.`,
        ],
  title: (seen) => issued(seen, 'title-issued'),
});
