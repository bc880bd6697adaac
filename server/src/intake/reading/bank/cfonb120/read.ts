/** CFONB 120 to statements: opening balance (01), movements (04) with their details (05), closing balance (07). */

import { toCents } from '../../decimals.ts';
import { currencyDecimals } from '../../french.ts';
import { LineFeed } from '../../pieces/line-feed.ts';
import type { PieceContext, PieceReader } from '../../pieces/piece-reader.ts';
import { TextFeed } from '../../pieces/text-feed.ts';
import { Refused } from '../../refused.ts';
import type { BankEntry } from '../../result.ts';
import { type StatementFacts, Statements } from '../entries.ts';
import { labelWords } from '../words.ts';
import { readDetails } from './details.ts';
import {
  type BalanceRecord,
  cfonbDay,
  type DetailRecord,
  type MovementRecord,
  overpunched,
  RECORD_LENGTH,
  readRecord,
} from './records.ts';

/** Details kept for one movement: the norm sets no number, a hostile file would. */
const MOST_DETAILS = 200;
/** Decimals of an amount when the bank leaves the zone blank. */
const USUAL_DECIMALS = 2;
/** Longest line that may still be records put end to end. */
const LONGEST_LINE = 1_000_000;

export class Cfonb120Reader implements PieceReader {
  private readonly statements: Statements;
  private readonly lines: LineFeed;
  private readonly text: TextFeed;
  private readonly context: PieceContext;
  private movement: { record: MovementRecord; line: number; details: DetailRecord[] } | undefined;
  /** Decimals of the last record that said them. */
  private decimals = USUAL_DECIMALS;
  private records = 0;

  /** `fixed` for a file without line ends, which only its fixed width cuts into records. */
  constructor(context: PieceContext, fixed: boolean) {
    this.context = context;
    this.statements = new Statements(context);
    this.lines = new LineFeed((line, number) => this.line(line, number), LONGEST_LINE);
    this.text = new TextFeed(fixed ? this.fixedWidth() : (text) => this.lines.feed(text));
  }

  feed(bytes: Uint8Array): void {
    this.text.feed(bytes);
  }

  end(): void {
    this.text.end();
    this.lines.end();
    this.endMovement();
    if (this.statements.opened) this.notClosed();
    this.statements.end();
  }

  /** Gives the lines feed a line end after each 120 characters. */
  private fixedWidth(): (text: string) => void {
    let rest = '';
    return (text) => {
      rest += text;
      let at = 0;
      for (; at + RECORD_LENGTH <= rest.length; at += RECORD_LENGTH)
        this.lines.feed(`${rest.slice(at, at + RECORD_LENGTH)}\n`);
      rest = rest.slice(at);
    };
  }

  private line(line: string, number: number): void {
    // White space and the end mark of old systems.
    if (line.trim() === '' || line === '\u001a') return;
    const record = readRecord(line.padEnd(RECORD_LENGTH));
    if (record === undefined) {
      if (/^3[149]/.test(line) && this.records === 0) throw new Refused('Cfonb240');
      this.context.doubt('UnknownRecord', { line: number, text: line.slice(0, 60) });
      return;
    }
    this.records += 1;
    if (line.length < RECORD_LENGTH && record.kind !== '05')
      this.context.doubt('RecordCutShort', { line: number, found: line.length, expected: RECORD_LENGTH });
    if (record.kind === '05') this.detail(record, number);
    else if (record.kind === '04') this.startMovement(record, number);
    else this.balance(record, number);
  }

  private balance(record: BalanceRecord, line: number): void {
    this.endMovement();
    const cents = this.amount(record);
    const day = cfonbDay(record.date);
    if (day === undefined && record.date !== '') this.context.doubt('BankDateInvalid', { line, text: record.date });
    if (record.kind === '01') {
      if (this.statements.opened) this.notClosed(line);
      this.statements.open(factsOf(record));
      if (cents !== undefined) this.statements.facts.openingCents = cents;
      if (day !== undefined) this.statements.facts.from = day;
      return;
    }
    if (!this.statements.opened) this.openWithout(record, line);
    const { facts } = this.statements;
    if (record.currency !== '') facts.currency ??= record.currency;
    if (cents !== undefined) facts.closingCents = cents;
    if (day !== undefined) facts.until = day;
    this.statements.close();
  }

  private startMovement(record: MovementRecord, line: number): void {
    this.endMovement();
    if (!this.statements.opened) this.openWithout(record, line);
    this.movement = { record, line, details: [] };
  }

  private detail(record: DetailRecord, line: number): void {
    if (this.movement === undefined) this.context.doubt('UnknownRecord', { line, text: record.text.slice(0, 60) });
    else if (this.movement.details.length < MOST_DETAILS) this.movement.details.push(record);
  }

  private endMovement(): void {
    if (this.movement === undefined) return;
    const { record, line, details } = this.movement;
    this.movement = undefined;
    const cents = this.amount(record);
    if (cents === undefined) {
      this.statements.leaveOut('InvalidAmount', record.amount.trim() || record.label, line);
      return;
    }
    const { facts } = this.statements;
    if (record.currency !== '') facts.currency ??= record.currency;
    const on = this.dayOf(record, line);
    if (on === undefined) {
      this.statements.leaveOut('MissingDate', record.label, line);
      return;
    }
    const valueOn = cfonbDay(record.valueDate);
    if (valueOn === undefined && record.valueDate !== '')
      this.context.doubt('BankDateInvalid', { line, text: record.valueDate });
    const words = labelWords(record.label);
    const entry: BankEntry = {
      on,
      amountCents: cents,
      status: 'booked',
      label: record.label,
      ...readDetails(details, cents > 0, words),
    };
    if (valueOn !== undefined) entry.valueOn = valueOn;
    if (record.currency !== '') entry.currency = record.currency;
    if (record.operation !== '') entry.operation = record.operation;
    this.statements.add(markReject(entry, record.reject, words));
  }

  /** Day of booking; the value day, then that of the statement, stand in for one that does not exist. */
  private dayOf(record: MovementRecord, line: number): string | undefined {
    const day = cfonbDay(record.date);
    if (day !== undefined) return day;
    const used = cfonbDay(record.valueDate) ?? this.statements.facts.from;
    if (used !== undefined) this.context.doubt('BankDateInvalid', { line, text: record.date, used });
    return used;
  }

  private amount({ amount, decimals, currency }: BalanceRecord | MovementRecord): number | undefined {
    if (/^\d$/.test(decimals)) this.decimals = Number(decimals);
    const scale = /^\d$/.test(decimals) ? Number(decimals) : this.decimals;
    const text = overpunched(amount, scale);
    if (text === undefined) return undefined;
    const cents = toCents(text, currencyDecimals(currency || 'EUR') ?? scale, this.context.limits.amountCents);
    return typeof cents === 'number' ? cents : undefined;
  }

  private openWithout(record: BalanceRecord | MovementRecord, line: number): void {
    this.context.doubt('StatementNotOpened', { line });
    this.statements.open(factsOf(record));
  }

  private notClosed(line?: number): void {
    this.context.doubt('StatementNotClosed', { account: this.statements.facts.account, line });
  }
}

function factsOf({ account, bank, branch, currency }: BalanceRecord | MovementRecord): StatementFacts {
  return {
    ...(account === '' ? {} : { account }),
    ...(bank === '' ? {} : { bankCode: bank }),
    ...(branch === '' ? {} : { branchCode: branch }),
    ...(currency === '' ? {} : { currency }),
  };
}

/** A reject code says that the movement takes an earlier one back; so may the words of the bank. */
function markReject(entry: BankEntry, code: string, words: { reversal?: boolean; rejectReason?: string }): BankEntry {
  const coded = code !== '' && code !== '00';
  if (coded || words.reversal === true) entry.reversal = true;
  if (coded) entry.rejectReason = `motif ${code}`;
  else if (words.rejectReason !== undefined) entry.rejectReason = words.rejectReason;
  return entry;
}
