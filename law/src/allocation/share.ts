/** What one debt takes of a sum shared in proportion. */
export interface Share {
  readonly id: string;
  readonly cents: number;
  /** Place of what the rounding down left aside, 1 for the largest: the cents that are missing go to the first places. */
  readonly remainderRank: number;
}

/**
 * Shares a sum in proportion of what each debt owes, exact to the cent: shares are rounded down and the missing cents go
 * to the largest remainders. Equal remainders follow the order of the ids, so that the order in which the debts are
 * listed never moves a cent. The sum must not exceed what is owed.
 */
export function sharesOf(
  sumCents: number,
  debts: readonly { readonly id: string; readonly totalCents: number }[],
): readonly Share[] {
  const wantedCents = BigInt(debts.reduce((sum, { totalCents }) => sum + totalCents, 0));
  const floors = debts.map(({ id, totalCents }) => {
    const product = BigInt(sumCents) * BigInt(totalCents);
    return { id, cents: Number(product / wantedCents), remainder: product % wantedCents };
  });
  const missing = floors.reduce((left, { cents }) => left - cents, sumCents);
  const ranked = [...floors].sort((a, b) => {
    const isFirst = a.remainder === b.remainder ? a.id < b.id : a.remainder > b.remainder;
    return isFirst ? -1 : 1;
  });
  const ranks = new Map(ranked.map(({ id }, place) => [id, place + 1]));
  return floors.map(({ id, cents }) => {
    const remainderRank = ranks.get(id)!;
    return { id, cents: remainderRank <= missing ? cents + 1 : cents, remainderRank };
  });
}
