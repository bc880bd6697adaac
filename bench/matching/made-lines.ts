import { addDays, formatDay } from '@acquit/law';
import type { Random } from '../../server/src/jobs/demo/random.ts';
import { introduction, madeIban, type Told, told, typedNumber } from './bank-habits.ts';
import type { MadeBook, MadeClaim, MadeDebtor, Truth } from './made-book.ts';
import { otherLine, rejectLine } from './made-others.ts';

/** What a payer decided to pay and what he wrote; the line follows. */
export interface Payment {
  debtor: MadeDebtor;
  parts: { claim: MadeClaim; cents: number }[];
  cents: number;
  text: string;
  story: string;
  payer?: string;
  endToEndId?: string;
}

type Story = (debtor: MadeDebtor, random: Random, book: MadeBook) => Payment | null;

/** What a debtor has received an invoice for by the day of the line. */
let paidOn = 0;
const openOf = (debtor: MadeDebtor) =>
  debtor.claims.filter((claim) => !claim.isCredit && claim.left > 0 && claim.issuedOn <= paidOn);
const whole = (claims: readonly MadeClaim[]) => claims.map((claim) => ({ claim, cents: claim.left }));
const sum = (parts: readonly { cents: number }[]) => parts.reduce((total, part) => total + part.cents, 0);
const first = (claims: readonly MadeClaim[]) => claims[0] ?? null;
const typed = (claims: readonly MadeClaim[], random: Random) =>
  claims.map((claim) => typedNumber(claim.number, random)).join(random.pick([' ', ', ', ' - ', ' + ', '/', ' ET ']));

/** One invoice, any open one, with its number. */
const named: Story = (debtor, random) => {
  const open = openOf(debtor);
  if (open.length === 0) return null;
  const claim = random.chance(0.7) ? open[0]! : random.pick(open);
  const date = random.chance(0.15) ? ` DU ${formatDay(claim.issuedOn).split('-').reverse().join('/')}` : '';
  const text = `${introduction(random)}${typedNumber(claim.number, random)}${date}`;
  return { debtor, parts: whole([claim]), cents: claim.left, text, story: 'named' };
};

/** Nothing said: among equal amounts the law gives it to the oldest, and so does the truth. */
const unnamed: Story = (debtor, random) => {
  const open = openOf(debtor);
  if (open.length === 0) return null;
  const chosen = random.chance(0.8) ? open[0]! : random.pick(open);
  const claim = open.find((one) => one.left === chosen.left)!;
  const text = random.pick([
    '',
    '',
    'VIREMENT',
    'REGLEMENT',
    'Paiement facture',
    `CLIENT ${debtor.account}`,
    'VIR SEPA',
  ]);
  return { debtor, parts: whole([claim]), cents: claim.left, text, story: 'unnamed' };
};

const several: Story = (debtor, random) => {
  const open = openOf(debtor);
  if (open.length < 2) return null;
  const count = random.between(2, Math.min(open.length, 6));
  const dice = random.next();
  const inRow = random.chance(0.75);
  const some = inRow ? open.slice(0, count) : shuffled(open, random).slice(0, count);
  const claims = dice < 0.6 ? some : oldestOf(some, open);
  const text =
    dice < 0.5 || (dice < 0.6 && !inRow)
      ? `${introduction(random)}${typed(claims, random)}`
      : dice < 0.6 && inRow
        ? `FACTURES ${typedNumber(claims[0]!.number, random)} A ${typedNumber(claims.at(-1)!.number, random)}`
        : dice < 0.7
          ? `${introduction(random)}${typedNumber(claims[0]!.number, random)} ET AUTRES`
          : random.pick(['', 'SOLDE', 'REGLEMENT FACTURES', 'VOTRE RELEVE']);
  return {
    debtor,
    parts: whole(claims),
    cents: sum(whole(claims)),
    text,
    story: dice < 0.6 ? 'several-named' : 'several',
  };
};

/** Unless the payer names them, the law takes the oldest of those that are worth the same. */
function oldestOf(chosen: readonly MadeClaim[], open: readonly MadeClaim[]): MadeClaim[] {
  const left = [...open];
  return chosen.map(
    ({ left: cents }) =>
      left.splice(
        left.findIndex((claim) => claim.left === cents),
        1,
      )[0]!,
  );
}

const everything: Story = (debtor, random) => {
  const open = openOf(debtor);
  if (open.length < 2) return null;
  return {
    debtor,
    parts: whole(open),
    cents: sum(whole(open)),
    text: random.pick(['SOLDE COMPTE', 'SOLDE', '', 'RELEVE']),
    story: 'everything',
  };
};

/** Invoices less a credit note; said or not. */
const lessCredit: Story = (debtor, random) => {
  const credit = debtor.claims.find((claim) => claim.isCredit && claim.left > 0);
  const claim = credit && openOf(debtor).find((one) => one.left > credit.left);
  if (!credit || !claim) return null;
  const cents = claim.left - credit.left;
  const text = random.chance(0.6)
    ? `${introduction(random)}${typedNumber(claim.number, random)} AVOIR ${typedNumber(credit.number, random)}`
    : `${introduction(random)}${typedNumber(claim.number, random)}${random.chance(0.5) ? ' MOINS AVOIR' : ''}`;
  return {
    debtor,
    parts: [
      { claim, cents: claim.left },
      { claim: credit, cents: credit.left },
    ],
    cents,
    text,
    story: 'credit',
  };
};

const inPart: Story = (debtor, random) => {
  const claim = first(openOf(debtor));
  if (!claim || claim.left < 100_00) return null;
  const cents = Math.round(claim.left / random.pick([2, 3, 4]) / 100) * 100;
  const text = random.chance(0.85)
    ? `ACOMPTE ${introduction(random)}${typedNumber(claim.number, random)}`
    : random.pick(['ACOMPTE', '1/3', '']);
  return { debtor, parts: [{ claim, cents }], cents, text, story: 'part' };
};

/** More than is owed: the fixed indemnity of late payers, a figure badly typed, an invoice paid to the next euro. */
const tooMuch: Story = (debtor, random) => {
  const claim = first(openOf(debtor));
  if (!claim) return null;
  const more = random.pick([40_00, 40_00, 9_00, 1_00, 100_00, 100 - (claim.left % 100)]);
  const text = `${introduction(random)}${typedNumber(claim.number, random)}`;
  return { debtor, parts: whole([claim]), cents: claim.left + more, text, story: 'more' };
};

/** Some cents less, or what banks on the way of a foreign transfer kept. */
const tooLittle: Story = (debtor, random) => {
  const claim = first(openOf(debtor));
  const less = debtor.country === 'FR' ? random.between(1, 90) : random.between(8_00, 30_00);
  if (!claim || claim.left < less * 4) return null;
  const text = `${introduction(random)}${typedNumber(claim.number, random)}`;
  return { debtor, parts: [{ claim, cents: claim.left - less }], cents: claim.left - less, text, story: 'less' };
};

/** The number of another invoice, of the order, or one with a slip of the finger. */
const wrong: Story = (debtor, random, book) => {
  const claim = first(openOf(debtor));
  if (!claim) return null;
  const slipped = claim.number.replace(/\d(?=\d?$)/, (figure) => String((Number(figure) + random.between(1, 9)) % 10));
  const text = random.pick([slipped, slipped, `CDE ${random.between(1_000, 99_999)}`, random.pick(book.claims).number]);
  return { debtor, parts: whole([claim]), cents: claim.left, text: `${introduction(random)}${text}`, story: 'wrong' };
};

/** Somebody else's account: the manager's own, a spouse's, a factor's. */
const byAnother: Story = (debtor, random) => {
  const payment = named(debtor, random, {} as MadeBook);
  return (
    payment && {
      ...payment,
      story: 'another',
      payer: random.pick(['M LEFORT YANN', 'MME ABADIE CLAIRE', 'SARL KELMED', 'BPIFRANCE']),
    }
  );
};

/** Our own payment reference in the end-to-end identifier, as a link or a QR code fills it. */
const byReference: Story = (debtor, random) => {
  const claim = first(openOf(debtor));
  return (
    claim && {
      debtor,
      parts: whole([claim]),
      cents: claim.left,
      text: random.pick(['', claim.number]),
      endToEndId: claim.number,
      story: 'reference',
    }
  );
};

/** A town's bills: the treasury writes the mandate, sometimes the invoice. */
const mandate: Story = (debtor, random) => {
  const claim = first(openOf(debtor));
  if (!claim || debtor.name.sort !== 'town') return named(debtor, random, {} as MadeBook);
  const text = `MANDAT ${random.between(100, 9_999)} BORD ${random.between(1, 400)} ${random.chance(0.7) ? `FACT ${typedNumber(claim.number, random)}` : ''}`;
  return { debtor, parts: whole([claim]), cents: claim.left, text, story: 'mandate' };
};

const STORIES: readonly [share: number, story: Story][] = [
  [0.44, named],
  [0.12, unnamed],
  [0.14, several],
  [0.03, everything],
  [0.03, lessCredit],
  [0.05, inPart],
  [0.025, tooMuch],
  [0.025, tooLittle],
  [0.02, wrong],
  [0.015, byAnother],
  [0.06, byReference],
  [0.045, mandate],
];

/** Share of the lines that customers pay; rejects; the rest has nothing to do with invoices. */
const [PAYMENTS, REJECTS] = [0.76, 0.04];

/** Fills the book with lines, day after day, and with the receipts that the rejects take back. */
export function madeLines(book: MadeBook, random: Random, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const on = addDays(book.on, -Math.floor(((count - n) / count) * 30));
    paidOn = on;
    const dice = random.next();
    const line =
      dice < PAYMENTS
        ? payment(book, random)
        : dice < PAYMENTS + REJECTS
          ? rejectLine(book, random, on)
          : otherLine(random, book);
    book.lines.push({ id: `l${n + 1}`, on, isReversal: false, rejectReason: null, ...line });
  }
}

function payment(book: MadeBook, random: Random): Told & { cents: number; truth: Truth } {
  for (;;) {
    const debtor = random.pick(book.debtors);
    const made = pickStory(random)(debtor, random, book);
    if (made) return written(made, random);
  }
}

function pickStory(random: Random): Story {
  let dice = random.next();
  for (const [share, story] of STORIES) {
    if (dice < share) return story;
    dice -= share;
  }
  return named;
}

function written(made: Payment, random: Random): Told & { cents: number; truth: Truth } {
  for (const { claim, cents } of made.parts) claim.left -= cents;
  // What is some cents short is let go, as everybody does.
  for (const { claim } of made.parts) if (made.story === 'less') claim.left = 0;
  const own =
    made.endToEndId ??
    (random.chance(0.5)
      ? null
      : random.pick([`${random.between(1, 1e9)}`, `VIR${random.between(1, 1e6)}`, 'E2E-SCT-0001']));
  const transfer = {
    payer: made.payer ?? made.debtor.payer,
    iban: made.payer === undefined ? made.debtor.iban : madeIban(random, 'FR'),
    endToEndId: own,
    text: made.text,
  };
  const parts = made.parts.map(({ claim, cents }) => ({ claimId: claim.id, cents }));
  return { ...told(transfer, random), cents: made.cents, truth: { kind: 'claims', parts, story: made.story } };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
