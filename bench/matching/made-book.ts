import { addDays, type Day, day } from '@acquit/law';
import { type Random, seeded } from '../../server/src/jobs/demo/random.ts';
import { madeIban, type Told } from './bank-habits.ts';
import { madeLines } from './made-lines.ts';
import { groupName, type MadeName, madeName } from './made-names.ts';

/** A made creditor's book and his bank lines, with what each line truly pays. The same seed always makes the same one. */
export interface MadeBook {
  on: Day;
  debtors: MadeDebtor[];
  claims: MadeClaim[];
  /** Direct debits and transfers already received, before the lines. */
  receipts: MadeReceipt[];
  lines: MadeLine[];
}

export interface MadeDebtor {
  id: string;
  name: MadeName;
  country: string;
  account: string;
  /** Who pays for it: the bank's name of the account, or of its group. */
  payer: string;
  iban: string;
  /** Whether its IBAN was learnt in the past. */
  known: boolean;
  /** How the branch that serves it numbers its invoices. */
  series: (n: number) => string;
  claims: MadeClaim[];
}

export interface MadeClaim {
  id: string;
  debtor: MadeDebtor;
  number: string;
  isCredit: boolean;
  issuedOn: Day;
  dueOn: Day;
  cents: number;
  /** What is still open as the lines go by, for the generator alone. */
  left: number;
}

export interface MadeReceipt {
  id: string;
  claim: MadeClaim;
  on: Day;
  cents: number;
  endToEndId: string;
}

/** What a line truly is. `stated`: the payer gave a way to tell, be it badly typed. */
export type Truth =
  | { kind: 'claims'; parts: { claimId: string; cents: number }[]; story: string }
  | { kind: 'reject'; receiptId: string; story: string }
  | { kind: 'none'; story: string };

export interface MadeLine extends Told {
  id: string;
  on: Day;
  cents: number;
  isReversal: boolean;
  rejectReason: string | null;
  truth: Truth;
}

const ON = day('2026-11-20');
const PRICES = [29_90, 49_90, 49_90, 99_00, 120_00, 240_00];
const SERIES: ((n: number) => string)[] = [
  (n) => `FA-2026-${String(n).padStart(6, '0')}`,
  (n) => `F2026/${String(n).padStart(6, '0')}`,
  (n) => `26${String(10 + (n % 3))}${String(n).padStart(6, '0')}`,
];

/** A book of about `claims` open claims and exactly `lines` bank lines. */
export function makeMatchingBook(seed: number, claims: number, lines: number): MadeBook {
  const random = seeded(seed);
  const book: MadeBook = { on: ON, debtors: [], claims: [], receipts: [], lines: [] };
  const groups = Array.from({ length: Math.ceil(claims / 2_000) }, () => ({
    payer: groupName(random),
    iban: madeIban(random, 'FR'),
  }));
  for (let n = 1; book.claims.length < claims; n += 1) addDebtor(book, n, random, groups);
  for (const [n, claim] of book.claims.entries()) claim.number = claim.debtor.series(n + 1);
  madeLines(book, random, lines);
  return book;
}

function addDebtor(
  book: MadeBook,
  n: number,
  random: Random,
  groups: readonly { payer: string; iban: string }[],
): void {
  const country = random.chance(0.05) ? random.pick(['DE', 'BE', 'GB', 'US', 'CH', 'MA']) : 'FR';
  const name = madeName(random, country);
  const group = name.sort === 'firm' && random.chance(0.06) ? random.pick(groups) : null;
  const debtor: MadeDebtor = {
    id: `d${n}`,
    name,
    country,
    account: `411${String(n).padStart(5, '0')}`,
    payer: group?.payer ?? name.bank,
    iban: group?.iban ?? madeIban(random, country),
    known: random.chance(0.4),
    series: SERIES[n % 20 < 12 ? 0 : n % 20 < 17 ? 1 : 2]!,
    claims: [],
  };
  book.debtors.push(debtor);
  const price = random.chance(0.3) ? random.pick(PRICES) : null;
  const count = random.between(1, 9);
  for (let k = 0; k < count; k += 1) {
    const issuedOn = addDays(ON, price === null ? -random.between(5, 220) : -30 * (count - k) - (n % 9));
    const isCredit = price === null && random.chance(0.05);
    const claim: MadeClaim = {
      id: `k${book.claims.length + 1}`,
      debtor,
      number: '',
      isCredit,
      issuedOn,
      dueOn: addDays(issuedOn, 30),
      cents: isCredit ? random.between(10_00, 200_00) : (price ?? amount(random)),
      left: 0,
    };
    claim.left = claim.cents;
    debtor.claims.push(claim);
    book.claims.push(claim);
  }
  debtor.claims.sort((a, b) => a.dueOn - b.dueOn);
}

/** From 30 € to 15 000 €, more small ones than large ones; one in five is round, as prices are. */
function amount(random: Random): number {
  const cents = Math.round(30_00 * 500 ** random.next());
  return random.chance(0.2) ? Math.max(Math.round(cents / 5_000) * 5_000, 5_000) : cents;
}
