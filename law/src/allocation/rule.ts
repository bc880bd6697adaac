import type { Outcome } from '../explain/index.ts';
import type { Refusal } from '../refusal.ts';
import { type AllocationPart, type AllocationStep, type Imputation, impute } from './impute.ts';
import { type AllocationInput, readCase } from './input.ts';
import { treeOf } from './tree.ts';

/** What a receipt clears, in whole cents: the parts and what is left make the receipt. */
export interface AllocationAmounts {
  /** In the order in which the debts are cleared; only those that receive something. */
  readonly parts: readonly AllocationPart[];
  readonly unallocatedCents: number;
  readonly step: AllocationStep;
  /** Every step used, in the order of the law. */
  readonly steps: readonly AllocationStep[];
  /** True when the law asks which due debt was the most onerous and nothing given says it. */
  readonly needsUser: boolean;
}

export interface AllocationValue extends AllocationAmounts {
  /** What the user should settle or know, in French. */
  readonly doubts: readonly { readonly code: 'MostOnerousUnknown'; readonly message: string }[];
}

const MOST_ONEROUS_UNKNOWN = {
  code: 'MostOnerousUnknown',
  message:
    'Plusieurs dettes échues se partagent le règlement et rien ne dit laquelle le débiteur avait le plus d’intérêt à acquitter (sûreté, taux plus élevé, titre exécutoire)\u00a0: elles sont tenues pour égales. Si l’une était plus lourde, indiquez-la.',
} as const;

function amountsOf({ parts, unallocatedCents, step, steps, needsUser }: Imputation): AllocationAmounts {
  return { parts, unallocatedCents, step, steps, needsUser };
}

/**
 * Which debts of one debtor a receipt clears (1342-10 C. civ.) and, within each, interest and costs before principal
 * unless the creditor agrees otherwise (1343-1): parts, what no debt can take, the step of the law that decided, and the
 * tree that made them. An empty list of debts leaves the receipt whole. Refuses a malformed input (see `readCase`), two
 * debts of one id (`DuplicateDebt`) and the name of an unknown debt (`UnknownDebt`).
 */
export function allocation(input: AllocationInput): Outcome<AllocationValue> {
  const allocationCase = readCase(input);
  if ('code' in allocationCase) return { refusal: allocationCase };
  const imputation = impute(allocationCase);
  const doubts = imputation.needsUser ? [MOST_ONEROUS_UNKNOWN] : [];
  return { value: { ...amountsOf(imputation), doubts }, explanation: treeOf(allocationCase, imputation) };
}

/** The same imputation and the same refusals without the tree, for the matching of many receipts. */
export function allocationAmounts(input: AllocationInput): AllocationAmounts | { readonly refusal: Refusal } {
  const allocationCase = readCase(input);
  return 'code' in allocationCase ? { refusal: allocationCase } : amountsOf(impute(allocationCase));
}
