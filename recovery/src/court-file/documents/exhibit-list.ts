import { fr } from '../../texts/typography.ts';
import { paper } from '../blocks.ts';
import { courtLines, exhibitsSection } from '../common.ts';
import { contentsOf } from '../contents.ts';
import type { Composer } from '../made.ts';
import { debtorLine } from '../parties.ts';
import { ACTS_OF_COURT } from '../questions/definition.ts';

/** The numbered list of exhibits that goes with the act; each bears its number on every page. */
export const composeExhibitList: Composer = (made) => {
  const { facts } = made;
  // A declaration goes to the representative, instructions to a commissaire: only an act of court has a court to go to.
  const toCourt =
    contentsOf(facts.procedure)?.documents.some((key) => ACTS_OF_COURT.some((act) => act === key)) === true;
  return {
    ...paper(facts, { key: 'exhibit-list', title: 'Bordereau des pièces', basis: fr`Dossier ${facts.reference}` }),
    draft: null,
    addressee: toCourt ? courtLines(made) : [],
    lead: [fr`Débiteur : ${debtorLine(facts)}.`],
    sections: [exhibitsSection(facts, 'Pièces communiquées')],
    ending: null,
  };
};
