import { euros, frenchDate } from '@acquit/law';
import { supplyName } from '../../commitments/index.ts';
import { addressLines } from '../../texts/parties.ts';
import { fr } from '../../texts/typography.ts';
import { field, paper, section, table, text } from '../blocks.ts';
import { capital } from '../common.ts';
import type { Composer } from '../made.ts';
import { answer, answeredDay } from '../parties.ts';
import { claimTable } from '../sums.ts';
import { suppliedOf } from '../supply-check.ts';

/** A notice that deliveries or services stop until payment: what, of which contract, from when (art. 1219 and 1220 C. civ.). */
export const composeSuspension: Composer = (made) => {
  const { facts, account } = made;
  const supply = suppliedOf(made);
  const warned = answeredDay(facts, 'warnedOn');
  return {
    ...paper(facts, {
      key: 'suspension-letter',
      title: 'Notification de suspension de nos prestations',
      basis: fr`Articles 1219 et 1220 du code civil`,
    }),
    addressee: [facts.case.debtor.name, ...addressLines(facts.case.debtor.address)],
    lead: ['Par lettre recommandée avec accusé de réception.'],
    sections: [
      section('Inexécution', [
        field('Contrat', answer(facts, 'suspendedContract'), 'art. 1219 C. civ.'),
        text(
          fr`À ce jour, ${euros(account.totalCents)} restent dus, arrêtés au ${frenchDate(facts.on)}, sur les factures suivantes :`,
        ),
        table(null, claimTable(account)),
        ...(warned === null ? [] : [text(fr`Nous vous en avons averti par écrit le ${warned}.`)]),
      ]),
      section('Suspension', [
        field(
          'Ce qui est suspendu',
          answer(facts, 'suspendedWhat') ?? (supply === null ? null : capital(supplyName(supply))),
          'art. 1219 C. civ.',
        ),
        field('À partir du', answeredDay(facts, 'suspendedOn'), 'art. 1220 C. civ.'),
        text(
          'Nos prestations reprendront dès le paiement complet. La suspension ne vaut ni résiliation du contrat, ni renonciation à nos droits.',
        ),
      ]),
    ],
  };
};
