import { addDays, addMonths, type Day, type DebtorKind } from '@acquit/law';
import { firms, legalForms, people, publicBodies, streets, towns } from './names.ts';
import { type Random, seeded } from './random.ts';

/**
 * The demo's book: who owes what, when each invoice was made, and when money came in. It is drawn from a seed and a last
 * day only, so that two installations with the same arguments show the same story.
 */
export interface DemoBook {
  debtors: DemoDebtor[];
}

export interface DemoDebtor {
  name: string;
  kind: DebtorKind;
  legalId: string | null;
  vat: string | null;
  email: string | null;
  phone: string;
  contactName: string | null;
  address: { lines: string[]; postcode: string; city: string; country: string };
  insolvencyOpenedOn: Day | null;
  invoices: DemoInvoice[];
}

export interface DemoInvoice {
  number: string;
  issuedOn: Day;
  dueOn: Day;
  totalCents: number;
  /** Money received for it, in order. */
  receipts: { on: Day; amountCents: number }[];
  /** A credit note that corrects it. */
  credit: { number: string; on: Day; amountCents: number } | null;
}

/** How a debtor behaves; the shares are those of an ordinary French book of small firms. */
type Habit = 'punctual' | 'late' | 'slow' | 'bad';

const MONTHS = 18;
const INVOICES = 300;

/** Draws the book of `seed` whose last day is `on`. Nothing in it is dated after that day. */
export function drawBook(seed: number, on: Day): DemoBook {
  const random = seeded(seed);
  const first = addMonths(on, -MONTHS);
  const debtors = [
    ...firms.map((name) => drawDebtor(random, name, 'company')),
    ...people.map((name) => drawDebtor(random, name, 'consumer')),
    ...publicBodies.map((name) => drawDebtor(random, name, 'public-body')),
  ];
  const habits = new Map(debtors.map((debtor) => [debtor, drawHabit(random, debtor.kind)]));
  const days = Array.from({ length: INVOICES }, () => addDays(first, random.between(0, on - first))).sort(
    (a, b) => a - b,
  );
  days.forEach((issuedOn, index) => {
    // Every debtor has one invoice, then the regular customers take the rest.
    const debtor =
      index < debtors.length
        ? (debtors[index] as DemoDebtor)
        : random.pick(random.chance(0.75) ? debtors.slice(0, 30) : debtors);
    const number = `F${String(index + 1).padStart(5, '0')}`;
    debtor.invoices.push(drawInvoice(random, debtor, habits.get(debtor) as Habit, number, issuedOn, on));
  });
  const insolvent = debtors.find(
    (debtor) => habits.get(debtor) === 'bad' && debtor.kind === 'company' && debtor.invoices.length > 1,
  );
  if (insolvent) insolvent.insolvencyOpenedOn = addDays(on, -20);
  return { debtors };
}

function drawDebtor(random: Random, name: string, kind: DebtorKind): DemoDebtor {
  const [postcode, city] = random.pick(towns);
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const legalId =
    kind === 'consumer' ? null : drawSiren(random, kind === 'public-body' ? '2' : String(random.between(3, 9)));
  return {
    name: kind === 'company' && random.chance(0.8) ? `${name} ${random.pick(legalForms)}` : name,
    kind,
    legalId,
    vat: legalId === null ? null : frenchVat(legalId),
    // A few addresses are unknown, as in any real book.
    email: random.chance(0.07)
      ? null
      : kind === 'consumer'
        ? `${slug}@courriel.example`
        : `comptabilite@${slug.slice(0, 40)}.example`,
    phone: `0${random.between(1, 7)} ${Array.from({ length: 4 }, () => String(random.between(10, 99))).join(' ')}`,
    contactName: kind === 'consumer' ? null : random.pick(people.filter((one) => !one.includes(' et '))),
    address: { lines: [`${random.between(1, 180)} ${random.pick(streets)}`], postcode, city, country: 'FR' },
    insolvencyOpenedOn: null,
    invoices: [],
  };
}

function drawHabit(random: Random, kind: DebtorKind): Habit {
  const draw = random.next();
  if (kind === 'public-body') return draw < 0.5 ? 'punctual' : draw < 0.8 ? 'late' : 'slow';
  return draw < 0.5 ? 'punctual' : draw < 0.76 ? 'late' : draw < 0.9 ? 'slow' : 'bad';
}

function drawInvoice(
  random: Random,
  debtor: DemoDebtor,
  habit: Habit,
  number: string,
  issuedOn: Day,
  on: Day,
): DemoInvoice {
  const term = debtor.kind === 'consumer' ? 15 : debtor.kind === 'public-body' ? 30 : random.pick([30, 30, 45, 60]);
  const dueOn = addDays(issuedOn, term);
  // Amounts spread over two orders of magnitude, many small ones and a few large.
  const net = Math.round(9_000 * 10 ** (random.next() * (debtor.kind === 'consumer' ? 1.1 : 2.1)));
  const totalCents = net + Math.round(net / 5);
  const credit =
    random.chance(0.03) && addDays(issuedOn, 12) <= on
      ? { number: `A${number.slice(1)}`, on: addDays(issuedOn, 12), amountCents: Math.round(totalCents / 5) }
      : null;
  const owed = totalCents - (credit?.amountCents ?? 0);
  return {
    number,
    issuedOn,
    dueOn,
    totalCents,
    credit,
    receipts: drawReceipts(random, habit, dueOn, owed).filter((one) => one.on > issuedOn && one.on <= on),
  };
}

function drawReceipts(random: Random, habit: Habit, dueOn: Day, owed: number): DemoInvoice['receipts'] {
  const after = (least: number, most: number) => addDays(dueOn, random.between(least, most));
  switch (habit) {
    case 'punctual':
      return [{ on: after(-6, 2), amountCents: owed }];
    case 'late':
      return [{ on: after(4, 24), amountCents: owed }];
    case 'slow': {
      const on = after(25, 80);
      if (!random.chance(0.35)) return [{ on, amountCents: owed }];
      const part = Math.round(owed / 2);
      return [
        { on, amountCents: part },
        { on: addDays(on, random.between(20, 45)), amountCents: owed - part },
      ];
    }
    case 'bad':
      return random.chance(0.3) ? [{ on: after(40, 120), amountCents: Math.round(owed / 3) }] : [];
  }
}

/** A SIREN of the right form: the ninth figure makes Luhn's sum a multiple of ten. */
function drawSiren(random: Random, first: string): string {
  const eight = first + Array.from({ length: 7 }, () => String(random.between(0, 9))).join('');
  const sum = [...eight].reduce((total, figure, index) => {
    const value = Number(figure) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return eight + String((10 - (sum % 10)) % 10);
}

/** French VAT number of a SIREN: the key is (12 + 3 × SIREN mod 97) mod 97. */
export function frenchVat(siren: string): string {
  return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;
}
