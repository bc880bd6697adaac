import { day, explanationToRows, frenchDate } from '@acquit/law';
import type { DocumentParty, LetterDocument } from '../../documents/document.ts';
import { saidOnce } from '../annex.ts';
import { fr } from '../typography.ts';
import { interestAccount, lateAccount } from './account.ts';
import { deadlinePage, limitationPage, plainPage } from './dates.ts';
import type { CalculationFacts, Statement } from './facts.ts';

/** What is printed of each rule; the others give their result and their tree. */
const PAGES: Record<string, (facts: CalculationFacts) => Statement> = {
  'late-penalties': lateAccount,
  'legal-interest': interestAccount,
  limitation: limitationPage,
  deadline: deadlinePage,
};

/**
 * The statement of a calculation made by hand: the account or the dates, and how each figure is made, in an annex. What
 * the person typed (names, reference, place) is set as data. Nothing here belongs to a company of the installation.
 */
export function composeCalculation(facts: CalculationFacts): LetterDocument {
  const { title, subject, opening, table, details, closing } = (PAGES[facts.rule] ?? plainPage)(facts);
  const date = frenchDate(day(facts.on));
  return {
    kind: 'statement',
    mode: 'live',
    title,
    sender: partyOf(facts.creditor) ?? { name: '', lines: [], contact: [] },
    recipient: partyOf(facts.debtor),
    placeAndDate: facts.place === null ? fr`Le ${date}` : fr`${facts.place}, le ${date}`,
    on: facts.on,
    sentBy: null,
    subject,
    references: facts.reference === null ? [] : [{ label: 'Référence', value: facts.reference }],
    opening,
    table,
    details,
    closing,
    payment: null,
    signature: null,
    enclosures: [],
    footer: [...facts.creditor.slice(0, 1), fr`${title} établi le ${date}`].join(' – '),
    annex: {
      title: fr`Annexe : détail du calcul`,
      intro: fr`Chaque montant ou chaque date est suivi de ce qui le compose, et chaque chiffre de la loi de son texte, cité la première fois qu’il sert.`,
      sections: [{ title: 'Pas à pas', rows: saidOnce(explanationToRows(facts.explanation), new Set()) }],
    },
  };
}

const ADDRESS_LINES = 5;

function partyOf([name, ...lines]: readonly string[]): DocumentParty | null {
  return name === undefined ? null : { name, lines: lines.slice(0, ADDRESS_LINES), contact: [] };
}
