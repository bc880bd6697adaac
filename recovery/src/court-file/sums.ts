import { addDays, type CostLine, type Day, euros, frenchDate, frenchShortDate, type Route } from '@acquit/law';
import type { DocumentTable } from '../documents/document.ts';
import { ratePercent, rateSentence } from '../owed/rate-sentence.ts';
import { writingOf } from '../texts/language.ts';
import { enumerated, fr, s } from '../texts/typography.ts';
import { type CourtAccount, recoverableCosts } from './account.ts';
import { field, section, table, text } from './blocks.ts';
import type { CourtCost, CourtFileFacts } from './facts.ts';
import type { CourtBlock, CourtSection } from './model.ts';

/** What delay adds, as each regime names it. */
export function interestName({ regime }: CourtAccount): string {
  return writingOf('fr').labels.penaltyLine[regime];
}

/** The breakdown of what is asked, whose lines sum to its total. */
export function breakdown(account: CourtAccount): DocumentTable['totals'] {
  const lines: DocumentTable['totals'] = [];
  const add = (label: string, cents: number) => lines.push({ label, value: euros(cents), strong: false });
  add('Principal', account.principalCents);
  add(interestName(account), account.penaltyCents);
  if (account.regime !== 'civil') add(indemnityLabel(account), account.indemnityCents);
  if (account.penaltyClauseCents > 0) add('Clause pénale', account.penaltyClauseCents);
  if (account.creditCents > 0) add('Avoirs et règlements non affectés, à déduire', -account.creditCents);
  lines.push({ label: 'Total', value: euros(account.totalCents), strong: true });
  return lines;
}

/** « Indemnité forfaitaire pour frais de recouvrement (3 factures) » */
export function indemnityLabel({ indemnities }: CourtAccount): string {
  return indemnities === 0
    ? 'Indemnité forfaitaire pour frais de recouvrement'
    : fr`Indemnité forfaitaire pour frais de recouvrement (${indemnities} facture${s(indemnities)})`;
}

/**
 * What set interest running first: the oldest due date, or the oldest notice where the law waits for one. Interest counts
 * from the next day.
 */
function startingEvent(account: CourtAccount): Day | null {
  const starts = account.due
    .filter(({ penaltyCents }) => penaltyCents > 0)
    .map(({ claim }) => (account.regime === 'civil' ? claim.noticeOn : claim.dueOn))
    .filter((day) => day !== null)
    .sort((a, b) => a - b);
  return starts[0] ?? null;
}

/** The first day that bears interest, with the event it follows, as the form wants it. */
export function interestStart(account: CourtAccount): string | null {
  const event = startingEvent(account);
  if (event === null) return null;
  const after = account.regime === 'civil' ? 'de la mise en demeure' : 'de l’échéance';
  return fr`${frenchDate(addDays(event, 1))}, lendemain ${after} la plus ancienne`;
}

/** The rate with its base and its article, as a sentence. */
export function interestSentence(facts: CourtFileFacts, account: CourtAccount): string {
  const event = startingEvent(account);
  if (account.penaltyCents === 0 || event === null)
    return fr`Aucun intérêt n’est demandé pour la période arrêtée au ${frenchDate(facts.on)}.`;
  const isCivil = account.regime === 'civil';
  const on = stoppedOn(facts) ?? facts.on;
  const sentence = isCivil ? legalRateSentence(facts, on) : rateSentence(account.regime, facts.company, on);
  const from = isCivil
    ? 'depuis le lendemain de la présentation de la mise en demeure, la plus ancienne étant du'
    : 'depuis le lendemain de l’échéance, la plus ancienne étant du';
  return fr`${sentence} Le calcul porte sur le principal restant dû de chaque facture, ${from} ${frenchDate(event)}. Le détail par période, avec le taux de chacune, est au décompte.`;
}

/** In a letter the rate follows « cette mise en demeure »; before a judge the notice is a fact of the past. */
function legalRateSentence({ company }: CourtFileFacts, on: Day): string {
  const figure = ratePercent('civil', company, on);
  return fr`Intérêts au taux légal (article 1231-6 du code civil)${figure === null ? '' : fr`, soit ${figure.replace('.', ',')} % par an au ${frenchDate(on)}`}.`;
}

/** Interest of an insolvent debtor is stated at the rate of its last day (art. L622-28 C. com.). */
function stoppedOn({ case: { debtor }, on }: CourtFileFacts): Day | null {
  const { insolvencyOpenedOn } = debtor;
  return insolvencyOpenedOn === null || insolvencyOpenedOn > on ? null : addDays(insolvencyOpenedOn, -1);
}

/** Claims one by one: what is left of each and what delay adds. */
export function claimTable(account: CourtAccount): DocumentTable {
  const withIndemnity = account.regime !== 'civil';
  const date = (day: number | null) => (day === null ? '–' : frenchShortDate(day as never));
  return {
    columns: [
      { label: 'Facture', align: 'left' },
      { label: 'Émise le', align: 'left' },
      { label: 'Échéance', align: 'left' },
      { label: 'Montant', align: 'right' },
      { label: 'Principal dû', align: 'right' },
      { label: account.regime === 'business' ? 'Pénalités' : 'Intérêts', align: 'right' },
      ...(withIndemnity ? [{ label: 'Indemnité', align: 'right' as const }] : []),
      { label: 'Total', align: 'right' },
    ],
    rows: account.due.map(({ claim, principalCents, penaltyCents, indemnityCents, askedCents }) => ({
      muted: false,
      cells: [
        claim.number,
        date(claim.issuedOn),
        date(claim.dueOn),
        euros(claim.amountCents),
        euros(principalCents),
        euros(penaltyCents),
        ...(withIndemnity ? [euros(indemnityCents)] : []),
        euros(askedCents),
      ],
    })),
    totals: breakdown(account),
  };
}

/** The costs that the loser bears in the end, with their source; what has no known price is said so. */
export function costBlocks(found: Route | null, spent: readonly CourtCost[] = []): CourtBlock[] {
  const inSuit = spent.filter(({ bearer }) => bearer !== 'creditor');
  // What was paid takes the place of what would be: the same fee is never shown twice.
  if (inSuit.length > 0) return [table(null, spentTable(inSuit))];
  // Without the facts that choose the court, nothing is said of its fees: none would be a guess.
  if (found === null) return [text(fr`Frais : non calculés, il manque de quoi désigner la juridiction.`)];
  const lines = recoverableCosts(found);
  const unknown = found.unknownCosts;
  if (lines.length === 0 && unknown.length === 0)
    return [text('Aucun frais de greffe n’est à avancer pour cette voie.')];
  return [
    ...(lines.length === 0 ? [] : [table(null, costTable(lines))]),
    ...(unknown.length === 0
      ? []
      : [
          text(
            fr`Pour mémoire, sans montant connu à ce jour : ${enumerated(unknown.map((one) => one.label.toLowerCase()))}.`,
          ),
        ]),
  ];
}

function spentTable(costs: readonly CourtCost[]): DocumentTable {
  const total = costs.reduce((sum, cost) => sum + cost.amountCents, 0);
  return {
    columns: [
      { label: 'Frais avancés', align: 'left' },
      { label: 'Payé le', align: 'left' },
      { label: 'Nature', align: 'left' },
      { label: 'Montant TTC', align: 'right' },
    ],
    rows: costs.map((cost) => ({
      muted: false,
      cells: [
        cost.what,
        frenchShortDate(cost.on),
        cost.bearer === 'enforcement' ? 'Exécution (art. L111-8 CPCE)' : 'Dépens (art. 695 CPC)',
        euros(cost.amountCents),
      ],
    })),
    totals: [{ label: 'Total des frais avancés', value: euros(total), strong: true }],
  };
}

function costTable(lines: readonly CostLine[]): DocumentTable {
  return {
    columns: [
      { label: 'Dépens', align: 'left' },
      { label: 'Texte', align: 'left' },
      { label: 'Montant TTC', align: 'right' },
    ],
    rows: lines.map((line) => ({
      muted: false,
      cells: [line.label, line.confidence === 'C' ? fr`${line.article} (à vérifier)` : line.article, euros(line.cents)],
    })),
    totals: [],
  };
}

/** Invoices that a line names one by one; beyond, the table is read. */
const MOST_NAMED = 8;

/** The sums as the form asks for them, one field a line. */
export function sumsSection(facts: CourtFileFacts, account: CourtAccount, found: Route | null): CourtSection {
  const numbers = account.due.map(({ claim }) => claim.number);
  const spent = (facts.costs ?? []).filter(({ bearer }) => bearer === 'suit');
  const expected = recoverableCosts(found).reduce((total, line) => total + line.cents, 0);
  const costs = spent.length === 0 ? expected : spent.reduce((total, cost) => total + cost.amountCents, 0);
  const start = interestStart(account);
  return section('Sommes demandées', [
    field(
      'Principal',
      fr`${euros(account.principalCents)} (${numbers.length} facture${s(numbers.length)}${numbers.length > MOST_NAMED ? ', dans le tableau ci-dessous' : fr` : ${enumerated(numbers)}`})`,
      'art. 1407 CPC',
    ),
    field(fr`${interestName(account)}, au ${frenchDate(facts.on)}`, euros(account.penaltyCents), 'art. 1407 CPC'),
    ...(start === null ? [] : [field('À compter du', start, null)]),
    field('Taux et base', interestSentence(facts, account), null),
    field(
      'Clause pénale',
      account.penaltyClauseCents === 0 ? 'Néant' : euros(account.penaltyClauseCents),
      'art. 1405 CPC',
    ),
    ...(account.regime === 'civil'
      ? []
      : [field(indemnityLabel(account), euros(account.indemnityCents), 'art. D441-5 C. com.')]),
    ...(account.creditCents === 0
      ? []
      : [field('Avoirs et règlements non affectés, déduits', euros(-account.creditCents), null)]),
    field('Total demandé', euros(account.totalCents), 'art. 1407 CPC'),
    field(
      'Dépens, en sus',
      costs === 0
        ? 'Ceux de la procédure'
        : fr`${euros(costs)} ${spent.length === 0 ? 'à avancer' : 'avancés'}, et ceux de la suite de la procédure`,
      'art. 695 CPC',
    ),
    table(null, claimTable(account)),
    ...costBlocks(found, spent),
  ]);
}
