import { euros, frenchDate } from '@acquit/law';
import { sumInWords } from '../../commitments/index.ts';
import { statedName } from '../../texts/parties.ts';
import { fr } from '../../texts/typography.ts';
import { centsOf } from '../account.ts';
import { field, hand, orMissing, paper, recall, section, table, text } from '../blocks.ts';
import type { Composer } from '../made.ts';
import { agentOf, answer, answeredDay, creditorSection, debtorSection } from '../parties.ts';
import { claimTable } from '../sums.ts';

/** A draft settlement: what is in dispute, what each side concedes, what ends with it (art. 2044 and 2052 C. civ.). */
export const composeSettlement: Composer = (made) => {
  const { facts, account } = made;
  const agreed = centsOf(answer(facts, 'settlementCents'));
  return {
    ...paper(facts, {
      key: 'settlement',
      title: 'Protocole transactionnel',
      basis: fr`Articles 2044 à 2052 du code civil`,
    }),
    lead: [
      'Une transaction suppose des concessions réciproques et un écrit ; elle fait obstacle à toute action ayant le même objet.',
    ],
    sections: [
      creditorSection(facts, 'Entre le créancier', null),
      debtorSection(facts, 'Et le débiteur', false),
      section('Ce qui oppose les parties', [
        text(
          fr`${statedName(facts.company)} demande ${euros(account.totalCents)}, arrêtés au ${frenchDate(facts.on)} :`,
        ),
        table(null, claimTable(account)),
      ]),
      section('Concessions réciproques', [
        field('Le créancier', answer(facts, 'settlementCreditor'), 'art. 2044 C. civ.'),
        field('Le débiteur', answer(facts, 'settlementDebtor'), 'art. 2044 C. civ.'),
      ]),
      section('Accord', [
        field(
          'Somme à payer pour solde de tout compte',
          agreed === null ? null : fr`${euros(agreed)} (${sumInWords(agreed)})`,
          null,
        ),
        field('Au plus tard le', answeredDay(facts, 'settlementOn'), null),
        text(
          'À défaut de paiement complet à cette date et après une mise en demeure restée sans effet dans le délai qu’elle fixe, la transaction est résolue de plein droit : la créance redevient exigible, sous déduction des sommes reçues.',
        ),
        text(
          'Sous réserve de ce paiement, les parties se déclarent remplies de leurs droits au titre des factures ci-dessus et renoncent à toute action à leur sujet.',
        ),
        text(
          'Pour donner force exécutoire à cet accord : homologation par le juge, ou acte contresigné par les avocats des parties et formule apposée par le greffe (art. L111-3 CPCE).',
        ),
      ]),
    ],
    ending: {
      recall: recall(facts, 'Protocole transactionnel'),
      placeAndDate: fr`Fait en deux originaux, à ${orMissing(null)}, le ${orMissing(null)}`,
      fields: [hand('Le créancier : nom, qualité, signature', 4), hand('Le débiteur : nom, qualité, signature', 4)],
    },
  };
};

/**
 * An acknowledgement of debt: the sum is written by the debtor himself, in words and figures (art. 1376 C. civ.), on the
 * sheet that he signs.
 */
export const composeAcknowledgementOfDebt: Composer = (made) => {
  const { facts, account } = made;
  return {
    ...paper(facts, {
      key: 'acknowledgement',
      title: 'Reconnaissance de dette',
      basis: fr`Articles 1376 et 2240 du code civil`,
    }),
    lead: [],
    sections: [
      debtorSection(facts, 'Le débiteur soussigné', false),
      creditorSection(facts, 'Reconnaît devoir à', null),
      section('Cause de la dette', [
        text(fr`Factures ci-dessous, pour ${euros(account.totalCents)} arrêtés au ${frenchDate(facts.on)} :`),
        table(null, claimTable(account)),
      ]),
      section('Effet', [
        text(
          'Signée sans réserve, cette reconnaissance interrompt la prescription (art. 2240 C. civ.). Elle n’est pas un titre exécutoire.',
        ),
      ]),
      section('Mention à écrire de la main du débiteur, au-dessus de sa signature', [
        text(
          'La somme est écrite par le débiteur lui-même, en toutes lettres et en chiffres ; en cas de différence, la somme en toutes lettres l’emporte (art. 1376 C. civ.).',
        ),
        text(
          fr`Modèle à recopier : « Je reconnais devoir la somme de ${sumInWords(account.totalCents)} (${euros(account.totalCents)}). »`,
        ),
      ]),
    ],
    ending: {
      recall: recall(facts, 'Reconnaissance de dette'),
      placeAndDate: fr`À ${orMissing(null)}, le ${orMissing(null)}`,
      fields: [
        hand('Mention manuscrite, en toutes lettres et en chiffres', 3, false),
        hand('Nom et qualité du signataire', 2),
        hand('Signature du débiteur', 4),
      ],
    },
  };
};

/** The special power of whoever acts for the creditor and is no lawyer. */
export const composePower: Composer = ({ facts, account }) => ({
  ...paper(facts, {
    key: 'power',
    title: 'Pouvoir spécial',
    basis: fr`Articles 416, 762, 853 et 1407 du code de procédure civile`,
  }),
  lead: [],
  sections: [
    creditorSection(facts, 'Le mandant', null),
    section('Le mandataire', [field('Nom, qualité, adresse', agentOf(facts), null)]),
    section('Pouvoir', [
      text(
        facts.procedure === 'insolvency-claim'
          ? fr`Donne pouvoir spécial au mandataire de déclarer et de signer, en son nom, sa créance sur ${facts.case.debtor.name}, de répondre à toute contestation et de recevoir les dividendes. Ce pouvoir est donné avant l’expiration du délai de déclaration.`
          : fr`Donne pouvoir spécial au mandataire de demander en justice, en son nom, le paiement des sommes dues par ${facts.case.debtor.name} (${euros(account.totalCents)} au ${frenchDate(facts.on)}), de signer la demande et d’accomplir les actes de cette procédure.`,
      ),
    ]),
  ],
  ending: {
    recall: recall(facts, 'Pouvoir spécial'),
    placeAndDate: fr`À ${orMissing(null)}, le ${orMissing(null)}`,
    fields: [
      hand('Le mandant : nom, qualité, « bon pour pouvoir », signature', 4),
      hand('Le mandataire : « bon pour acceptation », signature', 4),
    ],
  },
});
