import { addDays, type Day, daysBetween, type Explanation, formatDay, frenchDate } from '@acquit/law';
import type { ClaimFacts } from '../model/facts.ts';
import { owedAmounts, type Parties } from '../owed/owed.ts';
import { fr } from '../texts/typography.ts';

/** What a customer's lateness cost over a period: the money lent to him, and what the law gave and was not asked. */
export interface LateCost {
  /** Sums kept waiting, each for its days, at the company's own rate of financing; null when it has told none. */
  carryingCents: number | null;
  /** Penalties, interest and indemnities due by law on the day that the creditor keeps in reserve or has waived. */
  unclaimedCents: number;
  /** How the first was made, one node per invoice; null without a rate. */
  explanation: Explanation | null;
  /** Invoices that were late in the period. */
  invoices: number;
}

const YEAR_DAYS = 365;
const BASIS_POINTS = 10_000;

/**
 * What lateness cost from `from` (not counted) to `until` (counted): each part of an invoice, from the day after its due
 * date to the day it was received or credited, at a yearly rate in percent, over 365 days and without compounding,
 * rounded once per invoice. It is a cost of management, owed by nobody; what the law gives is counted beside it.
 */
export function lateCost(
  claims: readonly ClaimFacts[],
  period: { from: Day; until: Day },
  financingRate: string | null,
  parties: Parties,
): LateCost {
  const late = claims
    .filter((claim) => claim.kind !== 'credit-note' && claim.kind !== 'factored')
    .map((claim) => ({ claim, pieces: latePieces(claim, period) }))
    .filter(({ pieces }) => pieces.length > 0);
  const nodes =
    financingRate === null ? [] : late.map(({ claim, pieces }) => invoiceNode(claim, pieces, financingRate));
  const total = nodes.reduce((sum, node) => sum + Number(node.value), 0);
  return {
    carryingCents: financingRate === null ? null : total,
    unclaimedCents: late.reduce((sum, { claim }) => sum + unclaimed(claim, period.until, parties), 0),
    explanation:
      financingRate === null
        ? null
        : cents(
            fr`Coût du retard du ${frenchDate(addDays(period.from, 1))} au ${frenchDate(period.until)}`,
            total,
            'sum',
            nodes,
          ),
    invoices: late.length,
  };
}

/** A sum that waited from a day (not counted) to another (counted). */
interface Piece {
  cents: number;
  from: Day;
  until: Day;
}

function latePieces(claim: ClaimFacts, { from, until }: { from: Day; until: Day }): Piece[] {
  if (claim.dueOn === null) return [];
  const start = Math.max(claim.dueOn, from) as Day;
  const takenOff = [...claim.receipts, ...claim.credits].filter((one) => one.on <= until).sort((a, b) => a.on - b.on);
  const pieces: Piece[] = [];
  let left = claim.amountCents;
  let at = start;
  for (const { on, amountCents } of takenOff) {
    if (on > at && left > 0) pieces.push({ cents: left, from: at, until: on });
    at = Math.max(at, on) as Day;
    left -= amountCents;
  }
  if (left > 0 && until > at) pieces.push({ cents: left, from: at, until });
  return pieces;
}

/** Due by law on the day and not asked, by the creditor's choice. */
function unclaimed(claim: ClaimFacts, on: Day, parties: Parties): number {
  const all = owedAmounts({ ...claim, penalties: 'claimed', indemnity: 'claimed' }, on, parties);
  const asked = owedAmounts(claim, on, parties);
  const accessories = all.penaltyCents + all.indemnityCents;
  return Math.max(accessories - (asked.penaltyCents + asked.indemnityCents - asked.reservedCents), 0);
}

function invoiceNode(claim: ClaimFacts, pieces: readonly Piece[], rate: string): Explanation {
  const exact = pieces.map((piece) => pieceNode(piece, rate));
  const basisPoints = BigInt(Math.round(Number(rate) * 100));
  const numerator = pieces.reduce(
    (sum, piece) => sum + BigInt(piece.cents) * basisPoints * BigInt(daysBetween(piece.from, piece.until)),
    0n,
  );
  const denominator = BigInt(BASIS_POINTS * YEAR_DAYS);
  const rounded = Number((numerator * 2n + denominator) / (denominator * 2n));
  const sum: Explanation =
    exact.length === 1
      ? exact[0]!
      : { label: 'Coût exact', value: euros(numerator, denominator), unit: 'euros', operation: 'sum', inputs: exact };
  return cents(fr`Facture ${claim.number}`, rounded, 'round-half-up', [sum]);
}

function pieceNode({ cents: base, from, until }: Piece, rate: string): Explanation {
  const counted = daysBetween(from, until);
  const numerator = BigInt(base) * BigInt(Math.round(Number(rate) * 100)) * BigInt(counted);
  return {
    label: fr`Du ${frenchDate(addDays(from, 1))} au ${frenchDate(until)}`,
    value: euros(numerator, BigInt(BASIS_POINTS * YEAR_DAYS)),
    unit: 'euros',
    operation: 'interest',
    inputs: [
      given('Somme attendue', base, 'cents'),
      given('Taux de financement de l’entreprise', rate, 'percent'),
      {
        label: 'Jours d’attente',
        value: counted,
        unit: 'days',
        operation: 'days-between',
        inputs: [
          givenDay('Échéance ou dernier mouvement', from),
          givenDay('Encaissement, ou fin de la période', until),
        ],
      },
      given('Jours de l’année', YEAR_DAYS, 'days'),
    ],
  };
}

function cents(
  label: string,
  value: number,
  operation: Explanation['operation'],
  inputs: readonly Explanation[],
): Explanation {
  return { label, value, unit: 'cents', operation, inputs };
}

function given(label: string, value: string | number, unit: Explanation['unit']): Explanation {
  return { label, value, unit, operation: 'given', inputs: [] };
}

const givenDay = (label: string, on: Day) => given(label, formatDay(on), 'date');

/** Cents as a fraction, written in euros with four digits as the law's trees do, half up. */
function euros(numerator: bigint, denominator: bigint): string {
  const tenThousandths = (numerator * 200n + denominator) / (denominator * 2n);
  const text = tenThousandths.toString().padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4)}`;
}
