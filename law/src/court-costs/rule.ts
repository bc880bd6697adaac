import { frenchDate } from '../calendar/index.ts';
import { type Outcome, once } from '../explain/index.ts';
import { quoted, refuse } from '../refusal.ts';
import { type CourtCostsInput, readCase } from './input.ts';
import { COST_NAMES } from './items.ts';
import { type CostLine, sheetOf, type UnknownCost } from './sheet.ts';

export interface CourtCostsValue {
  /** Sum of the lines, taxes included; what has no known price is not in it. */
  readonly costCents: number;
  /** The part of it that is at the debtor's charge in the end. */
  readonly recoverableCents: number;
  readonly costLines: readonly CostLine[];
  readonly unknownCosts: readonly UnknownCost[];
  /** Whether every cost of the step is in the sum. */
  readonly complete: boolean;
}

/**
 * The costs of a step of recovery for an amount on a day (A444-11, A444-46 and A444-48 C. com.; 1635 bis P and Q CGI; art.
 * 27 of loi 2023-1059; postage). Refuses a malformed input (see `readCase`) and a day that a tariff does not cover
 * (`TariffNotPublished`): a price is never carried from one period to the next.
 */
export function courtCosts(input: CourtCostsInput): Outcome<CourtCostsValue> {
  const costCase = readCase(input);
  if ('code' in costCase) return { refusal: costCase };
  const { step, facts } = costCase;
  const { costCents, lines, unknown, gaps, sum } = sheetOf(step, facts);
  const [gap] = gaps;
  if (gap !== undefined) {
    const on = frenchDate(facts.on);
    const message = `Le tarif de ${quoted(COST_NAMES[gap])} n’est pas connu pour le ${on}\u00a0: choisissez une date couverte ou demandez un devis.`;
    return { refusal: refuse('TariffNotPublished', message, { what: gap, on: input.on }) };
  }
  const recoverable = lines.filter((line) => line.recoverable);
  return {
    value: {
      costCents,
      recoverableCents: recoverable.reduce((total, { cents }) => total + cents, 0),
      costLines: lines,
      unknownCosts: unknown,
      complete: unknown.length === 0,
    },
    explanation: once(sum),
  };
}
