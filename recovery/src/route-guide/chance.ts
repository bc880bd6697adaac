import { type Explanation, euros } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import type { Chance } from './model.ts';

/**
 * What a way is worth (rule book: `p × recoverable − cost`). Whole cents; percentages are whole; a share is rounded once,
 * half up. The probability is the user's: nothing stands in for it.
 */

const WHOLE = 100;
const TENTHS = 10;
const EURO_DIGITS = 4;
const CENTS_TIMES_PERCENT = 10_000;

function node(
  operation: Explanation['operation'],
  label: string,
  value: Explanation['value'],
  unit: Explanation['unit'],
  inputs: readonly Explanation[] = [],
): Explanation {
  return { label, value, unit, operation, inputs };
}

/** A whole percentage of a sum, rounded half up to the cent, with its tree. */
function shareNode(label: string, what: Explanation, percentLabel: string, percent: number): Explanation {
  const exact = Number(what.value) * percent;
  const written = `${Math.floor(exact / CENTS_TIMES_PERCENT)}.${String(exact % CENTS_TIMES_PERCENT).padStart(EURO_DIGITS, '0')}`;
  const share = node('percent-of', `${label}, avant arrondi`, written, 'euros', [
    what,
    node('given', percentLabel, String(percent), 'percent'),
  ]);
  return node('round-half-up', label, Math.floor((exact + WHOLE / 2) / WHOLE), 'cents', [share]);
}

/** The sum that the user thinks recoverable, with its tree. */
export interface Recoverable {
  cents: number;
  tree: Explanation;
}

/** What is asked, lowered by the part that the debtor can pay according to the user. */
export function recoverableOf(
  asked: { principalCents: number; interestCents: number; indemnityCents: number },
  percent: number,
): Recoverable {
  const parts = [
    node('given', 'Principal demandé', asked.principalCents, 'cents'),
    node('given', 'Intérêts ou pénalités demandés', asked.interestCents, 'cents'),
    node('given', 'Indemnité forfaitaire demandée', asked.indemnityCents, 'cents'),
  ].filter(({ value }) => value !== 0);
  const cents = asked.principalCents + asked.interestCents + asked.indemnityCents;
  const sum = node('sum', 'Somme demandée', cents, 'cents', parts);
  if (percent === WHOLE) return { cents, tree: sum };
  const tree = shareNode('Somme récupérable', sum, 'Part que le débiteur peut payer, selon vous', percent);
  return { cents: Number(tree.value), tree };
}

/** The smallest probability, in tenths of a percent rounded up, at which a cost is covered; null when none is. */
export function breakEven(recoverableCents: number, costCents: number): string | null {
  if (costCents >= recoverableCents) return null;
  const tenths = Math.ceil((costCents * WHOLE * TENTHS) / recoverableCents);
  return `${Math.floor(tenths / TENTHS)}.${tenths % TENTHS}`;
}

/** « 8,5 % » */
export function percentWords(percent: string): string {
  return fr`${percent.replace(/\.0$/, '').replace('.', ',')} %`;
}

const money = (cents: number) => euros(BigInt(cents));

export interface Priced {
  costCents: number;
  /** Lines of the cost and quotes, by their names. */
  lines: readonly { label: string; cents: number }[];
  isCostPartial: boolean;
}

function verdictOf(recoverableCents: number, costCents: number, expectedCents: number | null): Chance['verdict'] {
  if (costCents >= recoverableCents) return 'never-worth';
  if (expectedCents === null) return 'to-estimate';
  return expectedCents > 0 ? 'worth' : 'not-worth';
}

function sentenceOf(chance: Omit<Chance, 'sentence' | 'explanation'>, successPercent: number | null): string {
  const { recoverableCents, costCents, isCostPartial, breakEvenPercent, expectedCents, verdict } = chance;
  const cost = money(costCents);
  const more = isCostPartial ? fr` Un coût sans tarif s’y ajoute.` : '';
  if (verdict === 'never-worth') {
    return fr`Ne vaut pas la peine : ${cost} de frais connus pour ${money(recoverableCents)} récupérables, quelles que soient les chances.${more}`;
  }
  if (expectedCents === null) {
    return costCents === 0
      ? fr`Aucun frais connu d’avance.${more}`
      : fr`Couvre ses frais connus à partir de ${percentWords(breakEvenPercent!)} de chances.${more}`;
  }
  const p = percentWords(String(successPercent));
  if (verdict === 'not-worth') {
    return fr`Ne vaut pas la peine à ${p} de chances : ${money(expectedCents)} attendus, frais connus déduits.${more}`;
  }
  return fr`Gain espéré à ${p} de chances : ${money(expectedCents)}, frais connus déduits.${more}`;
}

/** Weighs a way: what it may bring by the user's own probability, less what it costs. */
export function chanceOf(recoverable: Recoverable, priced: Priced, successPercent: number | null): Chance {
  const { costCents, lines, isCostPartial } = priced;
  const costs = node(
    'sum',
    'Frais connus et devis',
    costCents,
    'cents',
    lines.map(({ label, cents }) => node('given', label, cents, 'cents')),
  );
  const won =
    successPercent === null
      ? null
      : shareNode('Somme espérée', recoverable.tree, 'Chances de réussite, selon vous', successPercent);
  const expectedCents = won === null ? null : Number(won.value) - costCents;
  const figures = {
    recoverableCents: recoverable.cents,
    costCents,
    isCostPartial,
    breakEvenPercent: breakEven(recoverable.cents, costCents),
    expectedCents,
    verdict: verdictOf(recoverable.cents, costCents, expectedCents),
  };
  const explanation =
    won === null
      ? node('list', 'Somme récupérable et frais', null, 'text', [recoverable.tree, costs])
      : node('subtract', 'Gain espéré', expectedCents, 'cents', [won, costs]);
  return { ...figures, sentence: sentenceOf(figures, successPercent), explanation };
}

/** What is left to the creditor when a share of what is received goes to somebody else. */
export function lessFee(recoverable: Recoverable, feePercent: number): Recoverable {
  const fee = shareNode('Honoraires au résultat', recoverable.tree, 'Part convenue', feePercent);
  const cents = recoverable.cents - Number(fee.value);
  return {
    cents,
    tree: node('subtract', 'Somme récupérable, honoraires déduits', cents, 'cents', [
      recoverable.tree,
      node('detail', 'Honoraires déduits', Number(fee.value), 'cents', [fee]),
    ]),
  };
}
