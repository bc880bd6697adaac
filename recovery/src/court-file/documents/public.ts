import { euros, frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { field, orMissing, paper, section, table, text, written } from '../blocks.ts';
import { basisSection, courtLines, exhibitsSection } from '../common.ts';
import type { Composer } from '../made.ts';
import { agentSection, answer, answeredDay, creditorSection, debtorLine, debtorSection } from '../parties.ts';
import { claimTable, interestSentence } from '../sums.ts';

/** The written claim to a public body: it interrupts the four-year bar (art. 2, loi 68-1250). */
export const composeAdministrativeClaim: Composer = (made) => {
  const { facts, account } = made;
  return {
    ...paper(facts, {
      key: 'administrative-claim',
      title: 'Réclamation préalable',
      basis: fr`Articles L2192-10 à L2192-14 et R2192-31 à R2192-36 du code de la commande publique ; article 2 de la loi n° 68-1250`,
    }),
    addressee: written(answer(facts, 'orderingParty') ?? debtorLine(facts)),
    lead: [
      'Par lettre recommandée avec accusé de réception.',
      fr`Copie au comptable public : ${orMissing(answer(facts, 'accountant'))}.`,
    ],
    sections: [
      creditorSection(facts, 'Créancier', null),
      section('Réclamation', [
        text(
          fr`Nous demandons le paiement de ${euros(account.totalCents)}, arrêtés au ${frenchDate(facts.on)}, au titre des factures ci-dessous, dont le délai de paiement est expiré.`,
        ),
        table(null, claimTable(account)),
        text(interestSentence(facts, account)),
        text(
          'Les intérêts moratoires et l’indemnité forfaitaire sont dus de plein droit et sans autre formalité ; toute renonciation est réputée non écrite.',
        ),
        text('La présente réclamation interrompt la prescription quadriennale.'),
      ]),
      basisSection(made),
      exhibitsSection(facts, 'Pièces jointes'),
    ],
  };
};

/** To the prefect: enter and pay a mandatory expense of a local body that does not. */
export const composeMandatement: Composer = (made) => {
  const { facts, account } = made;
  return {
    ...paper(facts, {
      key: 'mandatement-request',
      title: 'Demande de mandatement d’office',
      basis: fr`Articles L1612-15 à L1612-17 du code général des collectivités territoriales (à vérifier)`,
    }),
    addressee: written(answer(facts, 'prefect')),
    lead: ['Par lettre recommandée avec accusé de réception.'],
    sections: [
      creditorSection(facts, 'Créancier', null),
      debtorSection(facts, 'Collectivité ou établissement', false),
      section('Demande', [
        field('Réclamation écrite restée sans effet, du', answeredDay(facts, 'claimedOn'), null),
        text(
          fr`Nous vous demandons de mettre en demeure ${facts.case.debtor.name} de mandater cette dépense obligatoire, et à défaut d’y procéder d’office, pour ${euros(account.totalCents)} arrêtés au ${frenchDate(facts.on)}.`,
        ),
        table(null, claimTable(account)),
      ]),
      basisSection(made, 'Caractère obligatoire de la dépense'),
      exhibitsSection(facts, 'Pièces jointes'),
    ],
  };
};

/** To the president of the court: somebody to receive acts for a company struck off the register, which still owes. */
export const composeAdHoc: Composer = (made) => {
  const { facts, account } = made;
  return {
    ...paper(facts, {
      key: 'ad-hoc-request',
      title: 'Requête en désignation d’un mandataire ad hoc',
      basis: fr`Articles 493 et suivants du code de procédure civile`,
    }),
    addressee: courtLines(made, 'president'),
    lead: ['Requête présentée en double exemplaire, avec ses pièces (art. 494 CPC).'],
    sections: [
      creditorSection(facts, 'Requérant'),
      agentSection(facts),
      debtorSection(facts, 'Société radiée'),
      section('Exposé', [
        field('Radiée le', answeredDay(facts, 'struckOffOn'), null),
        text(
          fr`La personnalité morale subsiste tant que des droits et obligations à caractère social ne sont pas liquidés. Le créancier, à qui sont dus ${euros(account.totalCents)} au ${frenchDate(facts.on)}, n’a plus d’organe à qui signifier ses actes.`,
        ),
      ]),
      basisSection(made, 'Créance'),
      section('Demande', [
        text(
          fr`Désigner un mandataire ad hoc avec mission de représenter ${facts.case.debtor.name} dans les procédures de recouvrement de cette créance, et fixer la provision à consigner.`,
        ),
      ]),
      exhibitsSection(facts),
    ],
  };
};
