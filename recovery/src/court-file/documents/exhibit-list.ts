import { fr } from '../../texts/typography.ts';
import { paper } from '../blocks.ts';
import { courtLines, exhibitsSection } from '../common.ts';
import { bringsToCourt } from '../contents.ts';
import type { Composer } from '../made.ts';
import { debtorLine } from '../parties.ts';

/** The numbered list of exhibits that goes with the act; each bears its number on every page. */
export const composeExhibitList: Composer = (made) => {
  const { facts } = made;
  return {
    ...paper(facts, { key: 'exhibit-list', title: 'Bordereau des pièces', basis: fr`Dossier ${facts.reference}` }),
    draft: null,
    // A declaration goes to the representative, instructions to a commissaire: only an act of court has a court to go to.
    addressee: bringsToCourt(facts.procedure) ? courtLines(made) : [],
    lead: [fr`Débiteur : ${debtorLine(facts)}.`],
    sections: [exhibitsSection(facts, 'Pièces communiquées')],
    ending: null,
  };
};
