/** CAMT.052, 053 and 054, in every version from 02 on, with or without a namespace: element names tell, not places. */

import { toCents } from '../../decimals.ts';
import { currencyDecimals } from '../../french.ts';
import { ibanText } from '../../identifiers.ts';
import type { PieceContext, PieceReader } from '../../pieces/piece-reader.ts';
import { Refused } from '../../refused.ts';
import { type XmlDecoder, xmlDecoder } from '../../xml/decode-xml.ts';
import type { XmlElement } from '../../xml/parse-xml.ts';
import { XmlScanner } from '../../xml/scan-xml.ts';
import { text } from '../../xml/select.ts';
import { type StatementFacts, Statements } from '../entries.ts';
import { child, dayIn, signedAmount } from './amounts.ts';
import { entryDays, isReversal, readEntry } from './entry.ts';
import { readTransaction, type Transaction } from './transaction.ts';

/** Statement, intraday report, notification. */
const STATEMENTS = new Set(['Stmt', 'Rpt', 'Ntfctn']);
/** Transactions of one entry: a batch of direct debits has thousands. */
const MOST_TRANSACTIONS = 100_000;
/** Characters decoded at a time. */
const STEP = 65_536;

export class CamtReader implements PieceReader {
  private readonly context: PieceContext;
  private readonly statements: Statements;
  private readonly scanner: XmlScanner;
  private decoder: XmlDecoder | undefined;
  private statement: XmlElement | undefined;
  private statementDepth = 0;
  private entry: XmlElement | undefined;
  private entryDepth = 0;
  private transactions: Transaction[] = [];
  private createdOn: string | undefined;
  private factsKnown = false;
  private started = false;

  constructor(context: PieceContext) {
    this.context = context;
    this.statements = new Statements(context);
    this.scanner = new XmlScanner({
      limits: context.limits,
      onOpen: (element, depth) => this.opened(element, depth),
      onClose: (element, depth) => this.closed(element, depth),
    });
  }

  feed(bytes: Uint8Array): void {
    this.decoder ??= xmlDecoder(bytes);
    const { decode, markLength } = this.decoder;
    const from = this.started ? 0 : markLength;
    this.started = true;
    for (let at = from; at < bytes.length; at += STEP) this.scanner.feed(decode(bytes.subarray(at, at + STEP), false));
  }

  end(): void {
    this.scanner.feed(this.decoder?.decode(new Uint8Array(0), true) ?? '');
    this.scanner.end();
    this.statements.end();
  }

  private opened(element: XmlElement, depth: number): void {
    if (this.statement === undefined && STATEMENTS.has(element.name)) {
      this.statement = element;
      this.statementDepth = depth;
      this.factsKnown = false;
      this.statements.open({});
    } else if (element.name === 'Ntry' && this.statement !== undefined && depth === this.statementDepth + 1) {
      if (!this.factsKnown) this.readFacts();
      this.entry = element;
      this.entryDepth = depth;
      this.transactions = [];
    }
  }

  /** True for what has been taken: entries, their transactions and whole statements are never kept. */
  private closed(element: XmlElement, depth: number): boolean {
    if (this.entry !== undefined) {
      if (element === this.entry) return this.closeEntry(element);
      if (element.name !== 'TxDtls' || depth !== this.entryDepth + 2) return false;
      return this.closeTransaction(element, this.entry);
    }
    if (element === this.statement) {
      this.readFacts();
      this.checkAnnounced(element);
      this.statements.close();
      this.statement = undefined;
      return true;
    }
    if (element.name === 'CreDtTm' && this.statement === undefined) this.createdOn ??= dayIn(element).day;
    return false;
  }

  private closeTransaction(element: XmlElement, entry: XmlElement): boolean {
    if (this.transactions.length >= MOST_TRANSACTIONS)
      throw new Refused('XmlTooManyElements', { limit: MOST_TRANSACTIONS });
    const { facts } = this.statements;
    const side = {
      incoming: child(entry, 'CdtDbtInd')?.text !== 'DBIT',
      reversal: isReversal(entry),
      ownAccount: facts.iban ?? facts.account,
    };
    this.transactions.push(readTransaction(element, side, this.context.limits.amountCents));
    return true;
  }

  private closeEntry(element: XmlElement): true {
    this.entry = undefined;
    const days = entryDays(element);
    const on = days.on ?? this.statementDay();
    for (const bad of days.bad) this.context.doubt('BankDateInvalid', { text: bad, used: on });
    if (on === undefined) {
      this.statements.leaveOut('MissingDate', text(element, ['AddtlNtryInf', 'Amt']) ?? '');
      return true;
    }
    if (days.on === undefined && days.bad.length === 0) this.context.doubt('BankDateMissing', { used: on });
    const read = readEntry(
      element,
      this.transactions,
      { on, ...(days.valueOn === undefined ? {} : { valueOn: days.valueOn }) },
      { limit: this.context.limits.amountCents, usual: this.statements.facts.currency },
    );
    if ('problem' in read) this.statements.leaveOut(read.problem, read.written);
    else {
      this.checkDetails(read.amountCents, read.currency ?? this.statements.facts.currency);
      this.statements.add(read);
    }
    this.transactions = [];
    return true;
  }

  /** The sum of grouped transactions, when each says its own, is that of the entry. */
  private checkDetails(entryCents: number, currency: string | undefined): void {
    if (this.transactions.length < 2) return;
    let detailsCents = 0;
    for (const { amountCents } of this.transactions) {
      if (amountCents === undefined) return;
      detailsCents += amountCents;
    }
    if (detailsCents !== entryCents) this.context.doubt('DetailsDisagree', { detailsCents, entryCents, currency });
  }

  /** Account, currency, period and balances; read before the first entry and again at the end of the statement. */
  private readFacts(): void {
    const { statement } = this;
    if (statement === undefined) return;
    this.factsKnown = true;
    const { facts } = this.statements;
    const account = child(statement, 'Acct');
    const iban = account === undefined ? undefined : text(account, ['Id/IBAN']);
    const other =
      account === undefined ? undefined : text(account, ['Id/Othr/Id', 'Id/PrtryAcct/Id', 'Id/BBAN', 'Id/UPIC']);
    if (iban !== undefined) facts.iban = ibanText(iban);
    else if (other !== undefined) facts.account = other;
    fill(facts, 'currency', account === undefined ? undefined : text(account, ['Ccy']));
    fill(facts, 'number', text(statement, ['Id', 'ElctrncSeqNb', 'LglSeqNb']));
    const period = child(statement, 'FrToDt');
    if (period !== undefined) {
      fill(facts, 'from', dayIn(child(period, 'FrDtTm') ?? child(period, 'FrDt')).day);
      fill(facts, 'until', dayIn(child(period, 'ToDtTm') ?? child(period, 'ToDt')).day);
    }
    this.readBalances(statement, facts);
  }

  private readBalances(statement: XmlElement, facts: StatementFacts): void {
    const order = ['OPBD', 'PRCD', 'CLBD'];
    for (const kind of order) {
      const balance = statement.children.find(
        (one) => one.name === 'Bal' && text(one, ['Tp/CdOrPrtry/Cd', 'Tp/Cd']) === kind,
      );
      if (balance === undefined) continue;
      const { cents, currency } = signedAmount(balance, this.context.limits.amountCents);
      // A balance without side is positive: banks leave the side out of a balance that is not overdrawn.
      const value = cents === 'MissingSign' ? this.plainAmount(balance) : cents;
      if (typeof value !== 'number') continue;
      fill(facts, 'currency', currency);
      const { day } = dayIn(child(balance, 'Dt'));
      if (kind === 'CLBD') {
        facts.closingCents = value;
        fill(facts, 'until', day);
      } else if (facts.openingCents === undefined) {
        facts.openingCents = value;
        if (kind === 'OPBD') fill(facts, 'from', day);
      }
    }
  }

  private plainAmount(balance: XmlElement): number | undefined {
    const amount = child(balance, 'Amt');
    const decimals = currencyDecimals(amount?.attributes.get('Ccy') ?? 'EUR') ?? 2;
    const cents = toCents(amount?.text ?? '', decimals, this.context.limits.amountCents);
    return typeof cents === 'number' ? cents : undefined;
  }

  /** Sums that the message itself announces, against those of the entries it holds. */
  private checkAnnounced(statement: XmlElement): void {
    const summary = child(statement, 'TxsSummry');
    if (summary === undefined) return;
    const { facts, sums } = this.statements;
    const decimals = currencyDecimals(facts.currency ?? 'EUR') ?? 2;
    for (const [side, name] of [
      ['credits', 'TtlCdtNtries'],
      ['debits', 'TtlDbtNtries'],
    ] as const) {
      const announced = toCents(text(summary, [`${name}/Sum`]) ?? '', decimals, this.context.limits.amountCents);
      if (typeof announced !== 'number' || announced === sums[side]) continue;
      const { iban, account = iban, currency } = facts;
      const figures = { announcedCents: announced, foundCents: sums[side] };
      this.context.doubt('AnnouncedSumDisagrees', { account, currency, side, ...figures });
    }
  }

  private statementDay(): string | undefined {
    const { facts } = this.statements;
    return facts.until ?? facts.from ?? this.createdOn;
  }
}

function fill<K extends 'currency' | 'number' | 'from' | 'until'>(
  facts: StatementFacts,
  field: K,
  value: string | undefined,
): void {
  if (value !== undefined && value !== '') facts[field] ??= value;
}
