import { euros, frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { field, paper, section, text, written } from '../blocks.ts';
import { courtLines, exhibitNumber, exhibitsSection, orderFields } from '../common.ts';
import type { Composer } from '../made.ts';
import { answer, answeredDay, creditorSection, debtorLine, debtorSection } from '../parties.ts';

/** To the registry: what was ordered and served, and the certificate that nobody opposed it (art. 1422 CPC). */
export const composeNonOpposition: Composer = (made) => {
  const { facts } = made;
  return {
    ...paper(facts, {
      key: 'non-opposition-request',
      title: 'Demande de certificat de non-opposition',
      basis: fr`Articles 1416 et 1422 du code de procédure civile`,
    }),
    addressee: courtLines(made, 'registry'),
    lead: [
      fr`Nous vous prions de bien vouloir nous délivrer un certificat attestant qu’aucune opposition n’a été formée contre l’ordonnance portant injonction de payer ci-dessous.`,
    ],
    sections: [
      section('Ordonnance', [
        ...orderFields(made),
        field('Signifiée le', answeredDay(facts, 'servedOn'), 'art. 1411 CPC'),
        field('Débiteur', debtorLine(facts), null),
      ]),
      section('Pièces jointes', [
        text('Copie de l’ordonnance ; copie de l’acte de signification ; enveloppe affranchie pour le retour.'),
      ]),
    ],
  };
};

/** To the court seised by an opposition: the debt and its evidence again, and an answer to what is opposed. */
export const composeOppositionAnswer: Composer = (made) => {
  const { facts, account } = made;
  return {
    ...paper(facts, {
      key: 'opposition-answer',
      title: 'Réponse à l’opposition à injonction de payer',
      basis: fr`Articles 1415 à 1420 du code de procédure civile`,
    }),
    addressee: courtLines(made),
    lead: [
      fr`L’opposition saisit le tribunal de la demande et de tout le litige ; le jugement se substitue à l’ordonnance (art. 1417 et 1420 CPC).`,
    ],
    sections: [
      creditorSection(facts),
      debtorSection(facts, 'Défendeur, auteur de l’opposition'),
      section('Ordonnance et opposition', [
        ...orderFields(made),
        field('Signifiée le', answeredDay(facts, 'servedOn'), 'art. 1418 CPC'),
        text('L’acte de signification est à produire à l’audience (art. 1418 CPC).'),
        field('Opposition formée le', answeredDay(facts, 'opposedOn'), 'art. 1416 CPC'),
      ]),
      section('Réponse', [field('Aux moyens de l’opposition', answer(facts, 'oppositionReasons'), null)]),
      section('Demandes', [
        {
          kind: 'list',
          items: [
            fr`Condamner ${facts.case.debtor.name} à payer la somme de ${euros(account.totalCents)} arrêtée au ${frenchDate(facts.on)} selon le décompte joint ;`,
            fr`Condamner ${facts.case.debtor.name} aux dépens, ceux de l’injonction de payer compris.`,
          ],
        },
      ]),
      exhibitsSection(facts, 'Pièces'),
    ],
  };
};

/** To the commissaire de justice: the title to enforce, the sums, and what is known of the debtor's assets. */
export const composeAttachmentInstructions: Composer = (made) => {
  const { facts, account } = made;
  const title = exhibitNumber(facts, 'title');
  const owed = facts.title ?? null;
  return {
    ...paper(facts, {
      key: 'attachment-instructions',
      title: 'Instructions au commissaire de justice : exécution',
      basis: fr`Articles L111-2, L111-3, L152-1 et L211-1 du code des procédures civiles d’exécution`,
    }),
    addressee: written(answer(facts, 'commissaire')),
    lead: [
      fr`Nous vous remettons le titre ci-dessous aux fins d’exécution. La remise du titre vaut pouvoir pour les mesures d’exécution qui n’en demandent pas un spécial.`,
    ],
    sections: [
      section('Titre', [
        ...orderFields(made),
        field('Signifié le', answeredDay(facts, 'servedOn'), 'art. 503 CPC'),
        field('Pièce', title === null ? null : fr`n°\u00a0${title}`, null),
      ]),
      section('Débiteur', [
        field('Identité', debtorLine(facts), null),
        field('Autres adresses connues', answer(facts, 'debtorAddresses'), null),
        field(
          'Banque',
          answer(facts, 'debtorBank') ?? 'Non connue : recherche auprès des administrations demandée.',
          'art. L152-1 CPCE',
        ),
      ]),
      section('Sommes dues', [
        ...(owed === null
          ? [
              field(fr`Somme arrêtée au ${frenchDate(facts.on)}`, euros(account.totalCents), null),
              text('Ce que le titre accorde n’est pas enregistré : sa condamnation prévaut sur ce décompte.'),
            ]
          : [
              field('Principal restant dû au titre', euros(owed.principalLeftCents), null),
              field('Intérêts au taux légal', euros(owed.interestLeftCents), 'art. L313-3 CMF'),
              ...(owed.costsCents === 0 ? [] : [field('Frais et dépens', euros(owed.costsCents), 'art. L111-8 CPCE')]),
              field(fr`Total arrêté au ${frenchDate(facts.on)}`, euros(owed.totalDueCents), null),
            ]),
      ]),
      section('Mesures demandées', [
        {
          kind: 'choice',
          label: 'Cochez ce que vous demandez',
          options: [
            { label: 'Saisie-attribution des comptes bancaires', chosen: facts.procedure === 'saisie-attribution' },
            { label: 'Saisie des rémunérations', chosen: facts.procedure === 'saisie-des-remunerations' },
            { label: 'Saisie-vente', chosen: facts.procedure === 'saisie-vente' },
            { label: 'Conversion de la saisie conservatoire', chosen: facts.procedure === 'saisie-conservatoire' },
          ],
        },
      ]),
    ],
  };
};
