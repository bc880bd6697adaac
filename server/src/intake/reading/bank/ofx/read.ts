/** OFX 1.x and 2.x to statements: bank accounts and credit cards. */

import { currencyDecimals } from '../../french.ts';
import { ibanText, isIban } from '../../identifiers.ts';
import type { PieceContext, PieceReader } from '../../pieces/piece-reader.ts';
import { TextFeed } from '../../pieces/text-feed.ts';
import { type BankEntry, withDefined } from '../../result.ts';
import { SeenIds, Statements } from '../entries.ts';
import { isNotProvided, labelWords } from '../words.ts';
import { OfxTags } from './tags.ts';
import { isMasked, ofxAmount, ofxDay } from './values.ts';

/** Statements of an account and of a card. */
const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS']);
const USUAL_DECIMALS = 2;
/** Values of one transaction that are kept: the norm has some twenty. */
const MOST_VALUES = 60;

export class OfxReader implements PieceReader {
  private readonly context: PieceContext;
  private readonly statements: Statements;
  private readonly text: TextFeed;
  private readonly tags: OfxTags;
  private transaction: Map<string, string> | undefined;
  private pendingList = false;
  private balance: Map<string, string> | undefined;
  private account: Map<string, string> | undefined;
  private ids = new SeenIds();
  private lastDay: string | undefined;
  private finished = false;

  constructor(context: PieceContext) {
    this.context = context;
    this.statements = new Statements(context);
    this.tags = new OfxTags({
      open: (name) => this.opened(name),
      value: (name, text) => this.value(name, text),
      close: (name) => this.closed(name),
    });
    this.text = new TextFeed((text) => this.tags.feed(text));
  }

  feed(bytes: Uint8Array): void {
    this.text.feed(bytes);
  }

  end(): void {
    this.text.end();
    this.tags.end();
    this.endTransaction();
    if (!this.finished) this.context.doubt('FileEndsEarly');
    this.statements.end();
  }

  private opened(name: string): void {
    if (STATEMENTS.has(name)) {
      this.statements.open({});
      this.ids = new SeenIds();
      this.lastDay = undefined;
      this.pendingList = false;
    }
    if (!this.statements.opened) return;
    if (name === 'STMTTRN' || name === 'STMTTRNP') {
      // A transaction that nothing closed ends where the next one begins.
      this.endTransaction();
      this.transaction = new Map();
    } else if (name === 'BANKTRANLISTP') this.pendingList = true;
    else if (name === 'LEDGERBAL') {
      this.endTransaction();
      this.balance = new Map();
    } else if (name === 'AVAILBAL') this.balance = undefined;
    else if (name === 'BANKACCTFROM' || name === 'CCACCTFROM') this.account = new Map();
  }

  private value(name: string, text: string): void {
    if (!this.statements.opened) return;
    const { facts } = this.statements;
    if (this.transaction !== undefined) {
      if (this.transaction.size < MOST_VALUES && !this.transaction.has(name)) this.transaction.set(name, text);
    } else if (this.balance !== undefined) this.takeBalance(name, text);
    else if (name === 'CURDEF') facts.currency ??= text.toUpperCase();
    else if (name === 'DTSTART' || name === 'DTEND') {
      const day = ofxDay(text);
      if (day !== undefined) facts[name === 'DTSTART' ? 'from' : 'until'] ??= day;
    } else if (this.account !== undefined) this.takeAccount(name, text);
  }

  private closed(name: string): void {
    if (name === 'STMTTRN' || name === 'STMTTRNP' || name === 'BANKTRANLIST') this.endTransaction();
    else if (name === 'LEDGERBAL') this.balance = undefined;
    else if (name === 'BANKTRANLISTP') this.pendingList = false;
    else if (name === 'BANKACCTFROM' || name === 'CCACCTFROM') this.account = undefined;
    else if (STATEMENTS.has(name)) {
      this.endTransaction();
      this.endStatement();
    } else if (name === 'OFX') this.finished = true;
  }

  private endStatement(): void {
    if (!this.statements.opened) return;
    const { facts } = this.statements;
    if (facts.iban === undefined && (facts.account === undefined || isMasked(facts.account)))
      this.context.doubt('MaskedAccount', { account: facts.account });
    this.statements.close();
  }

  private takeAccount(name: string, text: string): void {
    const { facts } = this.statements;
    if (name === 'BANKID') facts.bankCode ??= text;
    else if (name === 'BRANCHID') facts.branchCode ??= text;
    else if (name === 'ACCTID') {
      if (isIban(ibanText(text))) facts.iban ??= ibanText(text);
      else facts.account ??= text;
    }
  }

  private takeBalance(name: string, text: string): void {
    const { facts } = this.statements;
    const day = name === 'DTASOF' ? ofxDay(text) : undefined;
    if (day !== undefined) facts.until ??= day;
    if (name !== 'BALAMT') return;
    const cents = ofxAmount(text, this.decimals(), this.context.limits.amountCents);
    if (typeof cents === 'number') facts.closingCents ??= cents;
  }

  private endTransaction(): void {
    const values = this.transaction;
    if (values === undefined) return;
    this.transaction = undefined;
    const written = values.get('TRNAMT');
    const cents =
      written === undefined
        ? 'MissingAmount'
        : ofxAmount(written, this.decimals(values), this.context.limits.amountCents);
    const name = values.get('NAME') ?? values.get('PAYEE');
    if (typeof cents !== 'number') {
      this.statements.leaveOut(cents, written ?? name ?? '');
      return;
    }
    const on = this.dayOf(values);
    if (on === undefined) {
      this.statements.leaveOut('MissingDate', name ?? written ?? '');
      return;
    }
    this.lastDay = on;
    this.statements.add(this.entry(values, cents, on));
  }

  private entry(values: ReadonlyMap<string, string>, cents: number, on: string): BankEntry {
    const name = values.get('NAME') ?? values.get('PAYEE');
    const memo = values.get('MEMO');
    const label = [name, memo !== undefined && memo !== name ? memo : undefined].filter((one) => one !== undefined);
    const fromName = labelWords(name ?? '');
    const fromMemo = labelWords(memo ?? '');
    const transfer = fromName.counterparty !== undefined;
    const kind = values.get('TRNTYPE');
    return withDefined<BankEntry>({
      on,
      valueOn: ofxDay(values.get('DTAVAIL') ?? ''),
      amountCents: cents,
      currency: values.get('CURSYM')?.toUpperCase(),
      status: this.pendingList ? 'pending' : 'booked',
      label: label.join(' '),
      counterparty: transfer ? fromName.counterparty : (this.nameOf(name, memo, kind) ?? fromMemo.counterparty),
      bankReference: this.reference(values),
      endToEndId: fromName.endToEndId,
      mandateId: fromName.mandateId ?? fromMemo.mandateId,
      remittance: remittance(fromName.remittance, memo === name ? undefined : memo),
      reversal: fromName.reversal === true || fromMemo.reversal === true ? true : undefined,
      rejectReason: fromName.rejectReason ?? fromMemo.rejectReason,
      operation: kind,
    });
  }

  /** A name of its own is the other party; the bank's words for an operation (« REMISE CHEQUE ») name nobody. */
  private nameOf(name: string | undefined, memo: string | undefined, kind: string | undefined): string | undefined {
    if (name === undefined || memo === undefined || kind === 'CHECK' || kind === 'FEE' || kind === 'SRVCHG')
      return undefined;
    return /^(?:REMISE|CHEQUE|CHQ|FRAIS|COTIS|COM|INT|VIR|PRLV|PRELEVEMENT|VIREMENT|CARTE|CB|RETRAIT)\b/i.test(name)
      ? undefined
      : name;
  }

  /** The bank's identifier makes a line the same in two files; one given twice identifies neither. */
  private reference(values: ReadonlyMap<string, string>): string | undefined {
    const id = values.get('FITID');
    if (id === undefined || isNotProvided(id)) return undefined;
    if (!this.ids.again(id)) return id;
    this.context.doubt('RepeatedEntryId', { id });
    return undefined;
  }

  private dayOf(values: ReadonlyMap<string, string>): string | undefined {
    const written = values.get('DTPOSTED');
    const day = ofxDay(written ?? '');
    if (day !== undefined) return day;
    const { facts } = this.statements;
    const used =
      ofxDay(values.get('DTUSER') ?? '') ??
      ofxDay(values.get('DTAVAIL') ?? '') ??
      this.lastDay ??
      facts.until ??
      facts.from;
    if (used === undefined) return undefined;
    if (written === undefined) this.context.doubt('BankDateMissing', { used });
    else this.context.doubt('BankDateInvalid', { text: written, used });
    return used;
  }

  private decimals(values?: ReadonlyMap<string, string>): number {
    const currency = values?.get('CURSYM') ?? this.statements.facts.currency ?? 'EUR';
    return currencyDecimals(currency.toUpperCase()) ?? USUAL_DECIMALS;
  }
}

/** The words of the payer: the memo, else what the name holds beside a name. */
function remittance(fromName: readonly string[], memo: string | undefined): string[] {
  const words = memo === undefined || isNotProvided(memo) ? [] : [memo];
  return [...fromName.filter((one) => one !== memo), ...words];
}
