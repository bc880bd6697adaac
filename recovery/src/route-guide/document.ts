import { day, euros, frenchDate } from '@acquit/law';
import type { LetterDocument } from '../documents/document.ts';
import type { CompanyFacts, DebtorFacts } from '../model/facts.ts';
import { placeAndDate } from '../texts/letter.ts';
import { identityLine, senderParty } from '../texts/parties.ts';
import { enumerated, fr } from '../texts/typography.ts';
import type { GuideRoute, RouteGuide, RouteQuestion } from './model.ts';
import { answerWords } from './words.ts';

/** What the page of a guide is made from. */
export interface RouteGuidePaper {
  company: CompanyFacts;
  debtor: DebtorFacts;
  reference: string;
  questions: readonly RouteQuestion[];
  guide: RouteGuide;
  /** What was chosen and when; null: nothing yet. */
  choice: { name: string; on: string } | null;
}

const NONE = '–';

function costCell({ chance }: GuideRoute): string {
  const { costCents, isCostPartial } = chance!;
  const cost = euros(BigInt(costCents));
  if (!isCostPartial) return cost;
  return costCents === 0 ? 'à demander' : fr`${cost} + devis`;
}

function worthCell({ chance }: GuideRoute): string {
  const { verdict, expectedCents, breakEvenPercent, costCents } = chance!;
  if (verdict === 'never-worth') return 'ne vaut pas la peine';
  if (expectedCents !== null) return euros(BigInt(expectedCents));
  return costCents === 0 ? NONE : fr`dès ${breakEvenPercent!.replace('.', ',')} %`;
}

function durationCell({ usualDuration }: GuideRoute): string {
  if (usualDuration === null) return NONE;
  return usualDuration.reference.confidence === 'C' ? fr`${usualDuration.text} (à vérifier)` : usualDuration.text;
}

/** A name within a sentence. */
const uncapital = (name: string) => `${name[0]!.toLowerCase()}${name.slice(1)}`;

/**
 * The guide of a case on paper, for the file of the creditor: the facts it rests on, the open routes with their court,
 * cost and worth, the names of the ways that are closed, and what was chosen: one page for most cases. It is addressed to nobody and claims nothing.
 */
export function composeRouteGuide(paper: RouteGuidePaper): LetterDocument {
  const { company, debtor, reference, questions, guide, choice } = paper;
  const open = guide.routes.filter((route) => route.open);
  const closed = guide.routes.filter((route) => !route.open);
  // What is only supposed, and what nobody answered, would fill the page and say nothing.
  const told = questions.filter(
    ({ group, value, status, answered }) =>
      group !== 'exits' && value !== null && value !== '' && (answered || status !== 'assumed'),
  );
  const p = guide.successPercent;
  return {
    kind: 'statement',
    mode: company.mode,
    title: 'Voies de recouvrement',
    sender: senderParty(company),
    recipient: null,
    placeAndDate: placeAndDate(company, guide.on),
    on: guide.on,
    sentBy: null,
    subject: fr`Voies de recouvrement au ${frenchDate(day(guide.on))} : ${debtor.name}`,
    references: [{ label: 'Dossier', value: reference }],
    opening: [
      fr`Somme récupérable retenue : ${euros(BigInt(guide.recoverableCents))}. ${p === null ? 'Aucune chance de réussite n’a été estimée.' : fr`Chances de réussite selon le créancier : ${p} %.`}`,
      ...(choice === null ? [] : [fr`Voie choisie le ${frenchDate(day(choice.on))} : ${choice.name}.`]),
      'Ce document calcule et montre ; le créancier, ou son conseil, qualifie et décide.',
      ...guide.warnings,
    ],
    table: {
      columns: [
        { label: 'Voie ouverte', align: 'left' },
        { label: 'Devant', align: 'left' },
        { label: 'Durée usuelle', align: 'left' },
        { label: 'Frais connus', align: 'right' },
        { label: p === null ? 'Vaut son coût' : 'Gain, avant devis', align: 'right' },
      ],
      rows: open.map((route) => ({
        cells: [route.name, route.court ?? NONE, durationCell(route), costCell(route), worthCell(route)],
        muted: route.chance!.verdict === 'never-worth',
      })),
      totals: [],
    },
    details: [
      {
        title: 'Ce qui a été retenu',
        table: {
          columns: [
            { label: 'Question', align: 'left' },
            { label: 'Réponse', align: 'left' },
            { label: 'Source', align: 'left' },
          ],
          rows: told.map((question) => ({
            cells: [
              question.label,
              answerWords(question, question.value),
              question.answered ? 'votre réponse' : (question.from ?? NONE),
            ],
            muted: question.waits,
          })),
          totals: [],
        },
      },
    ],
    closing: [
      ...(guide.notWorth === null ? [] : [guide.notWorth]),
      fr`Voies fermées ce jour, leur motif dans le guide : ${enumerated(closed.map(({ name }) => uncapital(name)))}.`,
      ...guide.exits
        .filter((exit) => exit.chance !== null)
        .map(({ name, chance }) => fr`${name} : ${chance!.sentence}`),
    ],
    payment: null,
    signature: null,
    enclosures: [],
    footer: identityLine(company),
    annex: null,
  };
}
