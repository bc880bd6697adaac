import type { Day } from '@acquit/law';
import { allocateReceipt } from '../allocation/allocate.ts';
import type { Reason } from '../model/decision.ts';
import { awaitsAnother, type BookClaim, bookClaim, isPrice, type MatchingBook, payable } from './book.ts';
import { type Evidence, isBegun, isOne, type Named, namesUnknown, recognised } from './evidence.ts';
import { isForeign } from './foreign.ts';
import type { MatchingLine, Proposal } from './model.ts';
import { amountReason, endToEndReason, namedReason, part, payerReason, propose, say, wholePart } from './proposal.ts';
import { setsThatAddUp } from './sums.ts';

/** A surplus of at most this many thousandths beside the named invoices is a slip, not another payment. */
const SLIP_PER_MILLE = 20;
/** No discount for early payment is larger, in thousandths. */
const DISCOUNT_PER_MILLE = 30;
const ROUND_CENTS = 10_00;

const sumOf = (claims: readonly BookClaim[]) =>
  claims.reduce((total, claim) => total + (claim.isCredit ? -claim.left : claim.left), 0);

/** What a line pays by the numbers it names, best first. Nothing when it names none that can be believed. */
export function byReference(book: MatchingBook, line: MatchingLine, evidence: Evidence): Proposal[] {
  const named = believed(book, line, evidence);
  if (named.length === 0) return [];
  const open = named.filter(({ claim }) => claim.left > 0);
  if (open.length === 0) return paidAlready(book, line, named);
  const context = contextOf(book, line, evidence, open);
  const ends = evidence.ranges.length === 0 ? [] : open.filter(({ words }) => !words.includes(RANGE));
  if (ends.length > 0 && ends.length < open.length && sumOf(ends.map(({ claim }) => claim)) === line.amountCents)
    return [exact(contextOf(book, line, evidence, ends))];
  const total = sumOf(context.claims);
  if (total === line.amountCents) return [exact(context)];
  const short = total - line.amountCents;
  if (short > 0 && short <= book.settings.toleranceCents) return [shortBy(context, short, 'tolerance')];
  const others = withOthers(context);
  if (others.length > 0) return others;
  if (
    context.agrees &&
    short > 0 &&
    short <= book.settings.bankFeeCents &&
    isForeign(line, book.debtors.get(context.caseId))
  )
    return [shortBy(context, short, 'bank-fee')];
  return short > 0 ? [inPart(context, short)] : [withSurplus(context, -short)];
}

interface Context {
  book: MatchingBook;
  line: MatchingLine;
  evidence: Evidence;
  claims: BookClaim[];
  caseId: string;
  oneCase: boolean;
  /** Every number was typed well enough to be no coincidence. */
  strong: boolean;
  /** Every number is said to be an invoice's. */
  introduced: boolean;
  /** The payer is recognised and is the debtor of what is named. */
  agrees: boolean;
  /** The payer is recognised as somebody else, who owes that amount too. */
  differs: boolean;
  /** The payer is recognised as somebody else, whatever he owes. */
  isOther: boolean;
  reasons: Reason[];
}

function contextOf(book: MatchingBook, line: MatchingLine, evidence: Evidence, named: readonly Named[]): Context {
  const { identity } = evidence;
  const claims = named.map(({ claim }) => claim);
  const cases = new Set(claims.map((claim) => claim.caseId));
  const agrees = recognised(identity) && [...cases].every((caseId) => identity.caseIds.includes(caseId));
  const isOther = recognised(identity) && ![...cases].some((caseId) => identity.caseIds.includes(caseId));
  // A name that agrees with another debtor only counts against a rare amount when he owes it too.
  const differs =
    isOther &&
    identity.caseIds.some((caseId) => payable(book, caseId, line.on).some((claim) => claim.left === line.amountCents));
  const byEnd = named.length === 1 && evidence.readings.some((one) => one.endToEnd && one.claims.includes(claims[0]!));
  const reasons = [
    byEnd
      ? endToEndReason(named[0]!.words, claims[0]!)
      : namedReason(
          named.map((one) => one.words),
          claims,
        ),
  ];
  if (agrees) reasons.push(payerReason(book, line, identity));
  if (differs) reasons.push(say.otherName(book.debtors.get(identity.caseIds[0]!)?.name ?? ''));
  return {
    book,
    line,
    evidence,
    claims,
    caseId: claims[0]!.caseId,
    oneCase: cases.size === 1,
    strong: named.every((one) => one.strength !== 'tail'),
    introduced: named.every((one) => one.introduced),
    agrees,
    differs,
    isOther,
    reasons,
  };
}

/** Numbers that may be believed: well typed ones, and short ones that the payer or the amount confirms. */
function believed(book: MatchingBook, line: MatchingLine, evidence: Evidence): Named[] {
  const { identity, readings } = evidence;
  const amount = line.amountCents;
  const known = new Set(identity.caseIds);
  const strongCases = new Set(
    readings.flatMap(({ strength, claims }) => (strength !== 'tail' && claims.length === 1 ? [claims[0]!.caseId] : [])),
  );
  const chosen = readings.map(({ words, strength, introduced, claims }): Named | null => {
    const confirmed = claims.filter((claim) => known.has(claim.caseId) || strongCases.has(claim.caseId));
    const fitting = claims.filter((claim) => !claim.isCredit && claim.left > 0 && near(claim.left, amount, book));
    const pool = confirmed.length > 0 ? confirmed : fitting.length > 0 ? fitting : strength === 'tail' ? [] : claims;
    const alive = pool.filter((claim) => claim.left > 0);
    const [one] = alive.length > 0 ? alive : pool;
    return one && (alive.length || pool.length) === 1 ? { claim: one, words, strength, introduced } : null;
  });
  const found = chosen.filter((one) => one !== null);
  for (const [from, to] of evidence.ranges) addRange(book, line.on, found, chosen[from], chosen[to]);
  return dropStrays(found, evidence);
}

const near = (left: number, amount: number, { settings }: MatchingBook) =>
  left - amount >= 0 && left - amount <= settings.toleranceCents;

/** Between the two numbers of a range. */
const RANGE = ' A ';

/** « F-101 à F-103 »: the open invoices of that customer between the two numbers. */
function addRange(
  book: MatchingBook,
  on: Day,
  found: Named[],
  from: Named | null | undefined,
  to: Named | null | undefined,
): void {
  if (!from || !to || from.claim.caseId !== to.claim.caseId) return;
  const [low, high] = [from.claim.number, to.claim.number].sort();
  for (const listed of book.byCase.get(from.claim.caseId) ?? []) {
    const claim = bookClaim(book, listed, on);
    const { number } = claim;
    if (claim.left <= 0 || claim.isCredit || number.length !== low!.length || number <= low! || number >= high!)
      continue;
    if (!found.some((one) => one.claim === claim))
      found.push({
        claim,
        words: `${from.words}${RANGE}${to.words}`,
        strength: from.strength,
        introduced: from.introduced,
      });
  }
}

/** When the numbers are of several debtors and the payer is one of them, only his are meant. */
function dropStrays(found: Named[], { identity }: Evidence): Named[] {
  const cases = new Set(found.map(({ claim }) => claim.caseId));
  if (cases.size < 2 || !recognised(identity)) return found;
  const his = found.filter(({ claim }) => identity.caseIds.includes(claim.caseId));
  return his.length > 0 && isOne(identity) ? his : found;
}

/** Whether a sum that fits is proof enough, given how the numbers were typed and who pays. */
function provesItself({
  book,
  line,
  evidence,
  claims,
  strong,
  introduced,
  agrees,
  differs,
  isOther,
}: Context): boolean {
  const rare = claims.length > 1 || !isPrice(book, line.amountCents);
  if (agrees) return true;
  if (differs) return strong && rare;
  // A slip of one figure leads to a neighbour who pays the same price: between his number and another's name, nobody knows.
  if (isOther && !rare && !paysForMany(evidence)) return false;
  return strong || rare || introduced;
}

/** Who is known to pay for several, a group or a treasury, may pay for one more. */
const paysForMany = ({ identity }: Evidence) =>
  identity.caseIds.length > 1 && (identity.how === 'iban' || identity.how === 'known-name');

function exact(context: Context): Proposal {
  const { book, line, claims, reasons, strong, agrees, oneCase } = context;
  const sure = provesItself(context) && (oneCase || strong);
  const byEnd = reasons[0]!.code === 'EndToEndFound';
  return propose(book, line, {
    rule: byEnd ? 'end-to-end' : 'reference',
    confidence: strong || agrees ? 99 : 96,
    sure,
    reasons: [...reasons, amountReason(line, claims)],
    parts: claims.map(wholePart),
    teaches: sure && oneCase && (strong || agrees),
  });
}

function shortBy(context: Context, short: number, kind: 'tolerance' | 'bank-fee'): Proposal {
  const { book, line, claims, reasons, strong, agrees, differs, oneCase } = context;
  const last = claims.findLast((claim) => !claim.isCredit && claim.left > short);
  if (!last) return inPart(context, short);
  return propose(book, line, {
    rule: 'reference',
    confidence: 96,
    sure: oneCase && (agrees || (strong && !differs)),
    reasons: [...reasons, kind === 'tolerance' ? say.short(short) : say.fees(short)],
    parts: claims.map((claim) => (claim === last ? part(claim, claim.left - short, kind) : wholePart(claim))),
    teaches: oneCase && agrees,
  });
}

/** The named invoices with others of the same customer, or less his credit notes, when only one such set fits. */
function withOthers({
  book,
  line,
  evidence,
  claims,
  caseId,
  oneCase,
  strong,
  agrees,
  differs,
  reasons,
}: Context): Proposal[] {
  if (!oneCase) return [];
  const items = payable(book, caseId, line.on);
  const kept = claims.map((claim) => items.indexOf(claim));
  if (kept.includes(-1)) return [];
  const sets = setsThatAddUp(
    items.map((claim) => ({ cents: claim.isCredit ? -claim.left : claim.left })),
    line.amountCents,
    kept,
  );
  if (sets === null || sets.length === 0) return [];
  return sets.map((set) => {
    const chosen = set.map((place) => items[place]!);
    const added = chosen.filter((claim) => !claims.includes(claim));
    // Of two invoices of one amount the text may mean either: it named some, so the oldest is not the law's answer.
    const begun = added.every((claim) => isBegun(evidence, claim));
    const open = items.some(
      (claim) =>
        !chosen.includes(claim) && added.some((one) => one.left === claim.left) && (!begun || isBegun(evidence, claim)),
    );
    // A round surplus may be a slip as well as another round invoice.
    const round =
      added.every((claim) => !claim.isCredit && claim.left % ROUND_CENTS === 0) && !evidence.saysMore && !begun;
    // A number that no invoice bears yet is what completes the sum, not another invoice of the same price.
    const unknown = claims.some((claim) => namesUnknown(evidence, claim));
    // A credit note of an invoice that is to come takes off that one, unless the text names it among what it pays.
    const astray = added.filter((claim) => claim.ofUnknown);
    const sure =
      sets.length === 1 && !open && !round && !unknown && astray.length === 0 && (agrees || (strong && !differs));
    return propose(book, line, {
      rule: 'reference-others',
      confidence: sets.length === 1 ? 95 : 70,
      sure,
      reasons: [
        ...reasons,
        say.others(added),
        ...(astray.length > 0 ? [say.astray(astray)] : []),
        ...(sets.length > 1 ? [say.sameAmount(sets.length)] : []),
      ],
      parts: chosen.map(wholePart),
      teaches: sure && agrees,
    });
  });
}

function inPart(context: Context, short: number): Proposal {
  const { book, line, evidence, claims, reasons, strong, agrees, differs } = context;
  const [only] = claims;
  const early = only!.dueOn !== null && line.on <= only!.dueOn;
  if (claims.length === 1 && early && short * 1000 <= only!.left * DISCOUNT_PER_MILLE)
    return propose(book, line, {
      rule: 'discount',
      confidence: 80,
      sure: false,
      reasons: [...reasons, say.discount(short)],
      parts: [part(only!, line.amountCents, 'tolerance')],
    });
  const invoices = claims.filter((claim) => !claim.isCredit);
  const shares = allocateReceipt(
    line.amountCents,
    invoices.map((claim) => ({ ...claim, openCents: claim.left })),
    line.on,
    invoices.map((claim) => claim.claimId),
  );
  return propose(book, line, {
    rule: 'reference-part',
    confidence: agrees ? 95 : 75,
    sure:
      claims.length === 1 &&
      !only!.isCredit &&
      (strong || agrees) &&
      !differs &&
      // Short and without a word of it, it is as often a deduction: a credit note to come, a penalty, a dispute. But for
      // the very sum that a list says was paid by then.
      (evidence.saysPart || line.amountCents === only!.toldLeft) &&
      !awaitsAnother(book, only!.claimId, line),
    reasons: [...reasons, say.partly(short)],
    parts: shares.parts.map(({ claimId, amountCents }) => part(book.claims.get(claimId)!, amountCents)),
    caseId: context.caseId,
    teaches: false,
  });
}

function withSurplus(context: Context, surplus: number): Proposal {
  const { book, line, evidence, claims, caseId, reasons, strong, agrees, differs, oneCase } = context;
  const { toleranceCents, indemnityCents } = book.settings;
  const invoices = claims.filter((claim) => !claim.isCredit).length;
  const isIndemnity = indemnityCents !== null && surplus === indemnityCents * invoices;
  const slip = Math.max(toleranceCents, Math.floor((sumOf(claims) * SLIP_PER_MILLE) / 1000));
  const alone = oneCase && payable(book, caseId, line.on).every((claim) => claims.includes(claim));
  const small = surplus <= slip || isIndemnity;
  return propose(book, line, {
    rule: 'reference-surplus',
    confidence: small ? 95 : 80,
    // What is left over is the price of another invoice that the text names and nobody has imported yet.
    sure:
      oneCase && (agrees || (strong && !differs && small)) && (small || (alone && !namesUnknown(evidence, claims[0]!))),
    reasons: [...reasons, isIndemnity ? say.indemnity(surplus) : say.surplus(surplus)],
    parts: claims.map(wholePart),
  });
}

function paidAlready(book: MatchingBook, line: MatchingLine, named: readonly Named[]): Proposal[] {
  const claims = named.map(({ claim }) => claim);
  const invoices = claims.filter((claim) => !claim.isCredit);
  if (invoices.length === 0) return [];
  return [
    propose(book, line, {
      rule: 'paid-already',
      confidence: 60,
      sure: false,
      reasons: [
        namedReason(
          named.map((one) => one.words),
          claims,
        ),
        say.already(invoices),
      ],
      parts: [],
      caseId: invoices[0]!.caseId,
    }),
  ];
}
