import { fr } from '../../texts/typography.ts';
import { field, paper, section, text } from '../blocks.ts';
import { amicableSection, basisSection, courtLines, exhibitsSection } from '../common.ts';
import type { Composer, Made } from '../made.ts';
import { agentSection, answer, creditorSection, debtorLine, debtorSection } from '../parties.ts';
import { sumsSection } from '../sums.ts';

/** Courts whose form is that of the commercial court: no amicable attempt is asked there. */
const isCivil = ({ found }: Made): boolean =>
  found?.courtKind !== undefined && ['judicial', 'judicial-or-local', 'protection'].includes(found.courtKind ?? '');

/**
 * The request for a payment order, or the plain request to the judicial court: every content of articles 54, 57 and 1407
 * CPC, in the order of the form's own headings (creditor, agent, debtor, request, sums, basis, documents, signature), so
 * that the form is filled by copying. A draft: the creditor completes and signs it.
 */
export const composeRequest: Composer = (made) => {
  const { facts, account, found } = made;
  const isOrder = facts.procedure === 'injonction-de-payer';
  const form = found?.form;
  return {
    ...paper(facts, {
      key: 'request',
      title: isOrder ? 'Requête en injonction de payer' : 'Requête au tribunal judiciaire',
      basis: isOrder
        ? fr`Articles 54, 57 et 1405 à 1424 du code de procédure civile`
        : fr`Articles 54, 57, 750, 756 et 757 du code de procédure civile`,
    }),
    addressee: courtLines(made, isOrder ? 'president' : 'bench'),
    lead:
      form === undefined
        ? []
        : [
            fr`Les rubriques suivent l’ordre du formulaire Cerfa n°\u00a0${form}, facultatif : chaque ligne se recopie dans la case de même nom.`,
          ],
    sections: [
      creditorSection(facts),
      agentSection(facts),
      debtorSection(facts),
      section('Objet de la demande', [
        field('Juridiction', facts.court?.name ?? null, 'art. 54 CPC'),
        text(
          isOrder
            ? fr`Le créancier soussigné demande que soit rendue contre ${debtorLine(facts)} une ordonnance portant injonction de payer les sommes détaillées ci-dessous, outre les dépens.`
            : fr`Le créancier soussigné demande la condamnation de ${debtorLine(facts)} à lui payer les sommes détaillées ci-dessous, outre les dépens.`,
        ),
        ...(isOrder
          ? [
              field(
                'En cas d’opposition, renvoi demandé devant',
                answer(facts, 'courtOnOpposition') ?? 'Néant : aucune demande à ce titre.',
                'art. 1408 CPC',
              ),
            ]
          : []),
      ]),
      sumsSection(facts, account, found),
      basisSection(made),
      ...(isOrder ? [] : [section('Motifs', [field('Exposé sommaire', answer(facts, 'facts'), 'art. 757 CPC')])]),
      ...(isCivil(made) || answer(facts, 'amicable') !== null ? [amicableSection(made)] : []),
      exhibitsSection(facts),
    ],
  };
};
