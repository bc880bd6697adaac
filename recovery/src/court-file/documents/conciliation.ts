import { euros, frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { field, paper, section, table, text, written } from '../blocks.ts';
import { basisSection, exhibitsSection } from '../common.ts';
import type { Composer } from '../made.ts';
import { agentSection, answer, creditorSection, debtorSection } from '../parties.ts';
import { claimTable } from '../sums.ts';

/**
 * The referral to a conciliateur de justice (free; art. 750-1 CPC): who claims what from whom, on what, and what is
 * proposed. It says what suspends limitation, because sending it does not (art. 2238 C. civ.).
 */
export const composeConciliation: Composer = (made) => {
  const { facts, account } = made;
  const { debtor } = facts.case;
  return {
    ...paper(facts, {
      key: 'conciliation-referral',
      title: 'Saisine du conciliateur de justice',
      basis: fr`Décret n° 78-381 du 20 mars 1978 ; article 750-1 du code de procédure civile ; article 2238 du code civil`,
    }),
    addressee: written(answer(facts, 'conciliator')),
    lead: [
      fr`Nous vous demandons de bien vouloir réunir les parties désignées ci-dessous, en vue d’un accord sur le paiement de ${euros(account.totalCents)}, arrêtés au ${frenchDate(facts.on)}.`,
    ],
    sections: [
      creditorSection(facts, 'Demandeur', null),
      agentSection(facts),
      debtorSection(facts, 'Autre partie', false),
      section('Moyens de la joindre', [
        field('Téléphone', debtor.phone ?? 'Non connu', null),
        field('Adresse électronique', debtor.email ?? 'Non connue', null),
      ]),
      section('Objet du différend', [table(null, claimTable(account))]),
      basisSection(made, 'Origine de la créance'),
      section('Accord proposé', [
        field(
          'Proposition',
          answer(facts, 'conciliationOffer') ?? 'Paiement de la somme due, au besoin en plusieurs échéances.',
          null,
        ),
      ]),
      section('Pour mémoire', [
        text(
          fr`La prescription n’est suspendue qu’à compter de l’accord écrit des parties pour recourir à la conciliation ou, à défaut, de la première réunion (art. 2238 C. civ.) : l’envoi de cette demande ne la suspend pas.`,
          true,
        ),
        text(
          fr`Gardez la preuve du jour de cet envoi : faute de réunion dans le délai de l’article 750-1 CPC, il en dispense.`,
        ),
      ]),
      exhibitsSection(facts, 'Pièces jointes'),
    ],
  };
};
