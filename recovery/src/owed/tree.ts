import { type Day, type Explanation, frenchDate } from '@acquit/law';
import type { AccessoryChoice, ClaimFacts } from '../model/facts.ts';
import type { AccrualWithTree } from './accrual.ts';
import type { OwedAmounts } from './owed.ts';

function cents(label: string, value: number, operation: Explanation['operation'], inputs: Explanation[]): Explanation {
  return { label, value, unit: 'cents', operation, inputs };
}

/** A value defined elsewhere in the law's tree, by its label. */
function carried(node: Explanation): Explanation {
  return { label: node.label, value: node.value, unit: node.unit, operation: 'carried', inputs: [] };
}

/** The two nodes of the law's total that are not principal, as the law's tree ends with them. */
function accessoryNodes(tree: Explanation): { penalty: Explanation | undefined; indemnity: Explanation | undefined } {
  const total = tree.operation === 'detail' ? tree.inputs[0]! : tree;
  const accessories = total.inputs.filter((node) => !/^(Principal|Capital)/.test(node.label));
  return { penalty: accessories[0], indemnity: accessories[1] };
}

const RESERVED = 'Accessoires gardés en réserve par le créancier';

/**
 * The law's tree when everything is claimed; otherwise the same tree less what the creditor keeps in reserve and what he
 * waives, so that the figure asked and the figure due by law stand in one tree.
 */
export function demandTree(claim: ClaimFacts, on: Day, accrual: AccrualWithTree, amounts: OwedAmounts): Explanation {
  const { penalty, indemnity } = accessoryNodes(accrual.explanation);
  const parts: Explanation[] = [];
  const leave = (choice: AccessoryChoice, label: string) => {
    const nodes: Explanation[] = [];
    if (claim.penalties === choice && accrual.penaltyCents > 0) nodes.push(carried(penalty!));
    if (claim.indemnity === choice && accrual.indemnityCents > 0) nodes.push(carried(indemnity!));
    const sum = nodes.reduce((total, node) => total + Number(node.value), 0);
    if (nodes.length > 0) parts.push(cents(label, sum, 'sum', nodes));
  };
  leave('reserved', RESERVED);
  leave('waived', 'Accessoires auxquels le créancier a renoncé');
  if (parts.length === 0) return accrual.explanation;
  const label = `Somme demandée au ${frenchDate(on)}`;
  return cents(label, amounts.totalDueCents, 'subtract', [accrual.explanation, ...parts]);
}

/**
 * The same tree once the creditor asks for what he kept in reserve, as a formal notice does: the reserve is no longer
 * taken off, and what he waived still is.
 */
export function reserveAsked(tree: Explanation): Explanation {
  const reserve = tree.inputs.find((node) => node.label === RESERVED);
  if (reserve === undefined) return tree;
  const inputs = tree.inputs.filter((node) => node !== reserve);
  return inputs.length === 1 ? inputs[0]! : { ...tree, value: Number(tree.value) + Number(reserve.value), inputs };
}

/** The tree of a claim to which nothing is added: amount less what was received and credited. */
export function principalTree(claim: ClaimFacts, on: Day, amounts: OwedAmounts): Explanation {
  const given = (label: string, value: number) => cents(label, value, 'given', []);
  const inputs = [given('Principal TTC', claim.amountCents)];
  for (const receipt of claim.receipts) {
    if (receipt.on <= on) inputs.push(given(`Encaissement du ${frenchDate(receipt.on)}`, receipt.amountCents));
  }
  for (const credit of claim.credits) {
    if (credit.on <= on) inputs.push(given(`Avoir du ${frenchDate(credit.on)}`, credit.amountCents));
  }
  const [amount, ...taken] = inputs.map((input) => Number(input.value));
  const left = taken.reduce((rest, part) => rest - part, amount!);
  if (left < 0) inputs.push(given('Trop-perçu, traité à part', left));
  return cents(`Principal restant dû au ${frenchDate(on)}`, amounts.principalCents, 'subtract', inputs);
}
