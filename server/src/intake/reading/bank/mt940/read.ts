/** MT940 (end of day) and MT942 (in the day) to statements. */

import { isoDay } from '../../calendar.ts';
import { toCents } from '../../decimals.ts';
import { currencyDecimals } from '../../french.ts';
import { ibanText, isIban } from '../../identifiers.ts';
import { LineFeed } from '../../pieces/line-feed.ts';
import type { PieceContext, PieceReader } from '../../pieces/piece-reader.ts';
import { TextFeed } from '../../pieces/text-feed.ts';
import { type BankEntry, withDefined } from '../../result.ts';
import { Statements } from '../entries.ts';
import { isoReason } from '../reject-reasons.ts';
import { provided } from '../words.ts';
import { readInformation } from './details.ts';
import { type SwiftField, SwiftFields } from './fields.ts';

/**
 * `:61:` — value day, day of entry, mark, third letter of the currency, amount, type, reference of the payer, and of the
 * bank after `//`.
 */
const MOVEMENT = /^(\d{6})(\d{4})?\s?(R?[CD]|E[CD])\s?([A-Z])?\s?(\d[\d.]*(?:,\d*)?)\s?([A-Z][A-Z0-9]{3})?(.*)$/s;
const BALANCE = /^([CD])(\d{6})\s?([A-Z]{3})\s?(\d[\d.]*(?:,\d*)?)/;
const USUAL_DECIMALS = 2;
const LONGEST_LINE = 100_000;

export class Mt940Reader implements PieceReader {
  private readonly context: PieceContext;
  private readonly statements: Statements;
  private readonly text: TextFeed;
  private readonly lines: LineFeed;
  private readonly fields: SwiftFields;
  private movement: SwiftField | undefined;
  private information: string[] = [];
  /** MT942 has no balances: their absence is then no doubt. */
  private interim = false;
  private closing = false;

  constructor(context: PieceContext) {
    this.context = context;
    this.statements = new Statements(context);
    this.fields = new SwiftFields(
      (field) => this.field(field),
      (line, number) => this.context.doubt('UnknownRecord', { line: number, text: line.slice(0, 60) }),
    );
    this.lines = new LineFeed((line, number) => this.fields.line(line, number), LONGEST_LINE);
    this.text = new TextFeed((text) => this.lines.feed(text));
  }

  feed(bytes: Uint8Array): void {
    this.text.feed(bytes);
  }

  end(): void {
    this.text.end();
    this.lines.end();
    this.fields.end();
    this.endStatement();
    this.statements.end();
  }

  private field(field: SwiftField): void {
    const { tag, lines } = field;
    if (tag === '20') {
      this.endStatement();
      this.open();
      return;
    }
    if (!this.statements.opened) this.open();
    const { facts } = this.statements;
    const text = lines[0]!.trim();
    if (tag === '25' || tag === '25P') this.account(text);
    else if (tag === '28' || tag === '28C') facts.number ??= text;
    else if (tag === '34F' || tag === '13D' || tag === '13') this.interimFacts(tag, text);
    else if (tag === '60F' || tag === '60M') this.balance(field, 'opening');
    else if (tag === '62F' || tag === '62M') this.balance(field, 'closing');
    else if (tag === '61') {
      this.endMovement();
      this.movement = field;
    } else if (tag === '86' && this.movement !== undefined) this.information.push(...lines);
  }

  private open(): void {
    this.statements.open({});
    this.interim = false;
    this.closing = false;
  }

  private endStatement(): void {
    this.endMovement();
    if (!this.statements.opened) return;
    const { facts } = this.statements;
    if (!this.closing && !this.interim)
      this.context.doubt('StatementNotClosed', { account: facts.iban ?? facts.account });
    this.statements.close();
  }

  private account(text: string): void {
    const { facts } = this.statements;
    const iban = ibanText(text.replace(/[A-Z]{3}$/, (code) => (currencyDecimals(code) === undefined ? code : '')));
    if (isIban(iban)) facts.iban ??= iban;
    else if (isIban(ibanText(text))) facts.iban ??= ibanText(text);
    else facts.account ??= text;
  }

  private interimFacts(tag: string, text: string): void {
    this.interim = true;
    const { facts } = this.statements;
    if (tag === '34F') facts.currency ??= text.slice(0, 3);
    else {
      const day = dayOf(text);
      if (day !== undefined) facts.until ??= day;
    }
  }

  private balance({ lines, line }: SwiftField, which: 'opening' | 'closing'): void {
    this.endMovement();
    const { facts } = this.statements;
    const found = BALANCE.exec(lines[0]!.trim());
    if (which === 'closing') this.closing = true;
    if (found === null) {
      this.context.doubt('UnknownRecord', { line, text: lines[0]! });
      return;
    }
    const [, side, date = '', currency = '', amount = ''] = found;
    facts.currency ??= currency;
    const day = dayOf(date);
    if (day === undefined) this.context.doubt('BankDateInvalid', { line, text: date });
    else facts[which === 'opening' ? 'from' : 'until'] ??= day;
    const cents = this.cents(amount, currency);
    if (typeof cents === 'number')
      facts[which === 'opening' ? 'openingCents' : 'closingCents'] ??= side === 'D' ? -cents : cents;
  }

  private endMovement(): void {
    const field = this.movement;
    if (field === undefined) return;
    this.movement = undefined;
    const information = this.information;
    this.information = [];
    const [first = '', ...more] = field.lines;
    const found = MOVEMENT.exec(first.trim());
    if (found === null) {
      this.statements.leaveOut('InvalidAmount', first.slice(0, 80), field.line);
      return;
    }
    const [, value = '', entered, mark = '', , amount = '', type, rest = ''] = found;
    const cents = this.cents(amount, this.statements.facts.currency ?? 'EUR');
    if (typeof cents !== 'number') {
      this.statements.leaveOut(cents, amount, field.line);
      return;
    }
    const days = this.days(value, entered, field.line);
    if (days === undefined) {
      this.statements.leaveOut('MissingDate', first.slice(0, 80), field.line);
      return;
    }
    this.statements.add(
      entryOf({ ...days, cents: signOf(mark) * cents, mark, type, rest }, information, more.join(' ')),
    );
  }

  /** The day of entry has no year: it is the one that puts it nearest to the value day. */
  private days(value: string, entered: string | undefined, line: number): { on: string; valueOn?: string } | undefined {
    const valueOn = dayOf(value);
    const year = Number(value.slice(0, 2));
    const on = entered === undefined ? undefined : entryDay(year, Number(value.slice(2, 4)), entered);
    const used = on ?? valueOn ?? this.statements.facts.until ?? this.statements.facts.from;
    if (valueOn === undefined) this.context.doubt('BankDateInvalid', { line, text: value, used });
    else if (entered !== undefined && on === undefined)
      this.context.doubt('BankDateInvalid', { line, text: entered, used });
    return used === undefined ? undefined : { on: used, ...(valueOn === undefined ? {} : { valueOn }) };
  }

  private cents(text: string, currency: string): ReturnType<typeof toCents> {
    const plain = text.replaceAll('.', '').replace(',', '.');
    return toCents(plain, currencyDecimals(currency) ?? USUAL_DECIMALS, this.context.limits.amountCents);
  }
}

/** A credit, or a debit that is taken back, comes in; RC takes a credit back, RD a debit. */
function signOf(mark: string): 1 | -1 {
  return mark === 'C' || mark === 'RD' || mark === 'EC' ? 1 : -1;
}

interface Movement {
  on: string;
  valueOn?: string;
  cents: number;
  mark: string;
  type: string | undefined;
  rest: string;
}

function entryOf(movement: Movement, information: readonly string[], supplement: string): BankEntry {
  const [own = '', bank] = movement.rest.split('//');
  const said = readInformation(information, supplement);
  const reference = own.trim();
  const bankReference = bank?.trim();
  const reversal = movement.mark.startsWith('R') || said.reversal === true;
  return withDefined<BankEntry>({
    on: movement.on,
    valueOn: movement.valueOn,
    amountCents: movement.cents === 0 ? 0 : movement.cents,
    status: movement.mark.startsWith('E') ? 'pending' : 'booked',
    ...said,
    label: said.label || supplement.trim() || reference,
    endToEndId: said.endToEndId ?? provided(reference),
    bankReference: provided(bankReference),
    reversal: reversal ? true : undefined,
    rejectReason: said.rejectReason === undefined ? undefined : isoReason(said.rejectReason),
    operation: movement.type,
  });
}

/** `YYMMDD`; years from 80 on are those of the last century, as old samples have them. */
function dayOf(text: string): string | undefined {
  const found = /^(\d\d)(\d\d)(\d\d)/.exec(text);
  if (found === null) return undefined;
  return isoDay(century(Number(found[1])), Number(found[2]), Number(found[3]));
}

function century(year: number): number {
  return year >= 80 ? 1_900 + year : 2_000 + year;
}

function entryDay(valueYear: number, valueMonth: number, entered: string): string | undefined {
  const month = Number(entered.slice(0, 2));
  // From December to January and back, the year changes between the two days.
  const turn = month - valueMonth > 6 ? -1 : valueMonth - month > 6 ? 1 : 0;
  return isoDay(century(valueYear) + turn, month, Number(entered.slice(2)));
}
