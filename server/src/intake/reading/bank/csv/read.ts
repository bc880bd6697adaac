/** Bank statements in CSV: the lines of an account, with what stands above and below them. */

import { ibanText, isIban } from '../../identifiers.ts';
import { CsvFeed } from '../../pieces/csv-feed.ts';
import type { Head } from '../../pieces/head.ts';
import type { PieceContext, PieceReader } from '../../pieces/piece-reader.ts';
import { TextFeed } from '../../pieces/text-feed.ts';
import { Refused } from '../../refused.ts';
import type { BankField, BankTable } from '../../result.ts';
import { fingerprint } from '../../table/columns.ts';
import { findDelimiter } from '../../table/csv.ts';
import { type Cell, cellText, type Grid, type Row } from '../../table/grid.ts';
import { type StatementFacts, Statements } from '../entries.ts';
import { isMasked } from '../ofx/values.ts';
import { type BankLayout, findBankLayout } from './layout.ts';
import { readAside } from './preamble.ts';
import { readBankRow } from './row.ts';

/** Rows shown to a person who has to say what the columns are. */
const PREVIEW_ROWS = 20;

/** The rows of a bank table, from a text or from a workbook, to statements. */
export class BankTableReader {
  private readonly context: PieceContext;
  private readonly layout: BankLayout;
  private readonly statements: Statements;
  private position = -1;
  private account: string | undefined;
  /** What stands above the header holds for every account of the file. */
  private readonly above: StatementFacts = {};
  private first: { on: string; balanceCents?: number; amountCents: number } | undefined;
  private last: typeof this.first;
  private failed = 0;

  constructor(context: PieceContext, layout: BankLayout) {
    this.context = context;
    this.layout = layout;
    this.statements = new Statements(context);
    if (layout.guessed) context.doubt('BankLayoutGuessed', { columns: columnsOf(layout).map(({ header }) => header) });
  }

  row(cells: readonly Cell[], line: number): void {
    this.position += 1;
    if (this.position < this.layout.position) readAside(cells, this.above, this.context.limits);
    else if (this.position > this.layout.position) this.data(cells, line);
  }

  end(): void {
    if (!this.statements.opened) this.openStatement(undefined);
    this.closeStatement();
    if (this.failed > 0) this.context.doubt('RowsNotSettled', { count: this.failed });
    this.statements.end();
  }

  private data(cells: readonly Cell[], line: number): void {
    if (cells.every((cell) => cellText(cell) === '')) return;
    if (!this.statements.opened) this.openStatement(undefined);
    const read = readBankRow(cells, this.layout, this.context.limits);
    if (read === 'failed') this.failed += 1;
    else if (read === 'aside') this.aside(cells, line);
    else if ('problem' in read) this.statements.leaveOut(read.problem, read.text, line);
    else {
      if (read.account !== undefined && read.account !== this.account) this.changeAccount(read.account);
      if (read.badDay !== undefined)
        this.context.doubt('BankDateInvalid', { line, text: read.badDay, used: read.entry.on });
      const { on, amountCents, status } = read.entry;
      const seen = { on, amountCents, ...(read.balanceCents === undefined ? {} : { balanceCents: read.balanceCents }) };
      if (status === 'booked') {
        this.first ??= seen;
        this.last = seen;
      }
      this.statements.add(read.entry);
    }
  }

  private aside(cells: readonly Cell[], line: number): void {
    if (!readAside(cells, this.statements.facts, this.context.limits))
      this.context.doubt('UnknownRecord', { line, text: cells.map(cellText).join(' ').slice(0, 60) });
  }

  private changeAccount(account: string): void {
    if (this.account !== undefined) {
      this.closeStatement();
      this.openStatement(account);
    }
    this.account = account;
    name(this.statements.facts, account);
  }

  private openStatement(account: string | undefined): void {
    // Balances above the header are those of the only account; a second one has none.
    this.statements.open(this.statements.told === 0 ? { ...this.above } : {});
    if (account !== undefined) name(this.statements.facts, account);
    this.first = undefined;
    this.last = undefined;
  }

  private closeStatement(): void {
    const { facts } = this.statements;
    const { first, last } = this;
    if (first !== undefined && last !== undefined) {
      // Some banks give the newest line first: the balances at both ends follow from the order of days.
      const [oldest, newest] = first.on <= last.on ? [first, last] : [last, first];
      if (newest.balanceCents !== undefined) facts.closingCents ??= newest.balanceCents;
      if (oldest.balanceCents !== undefined && facts.closingCents === newest.balanceCents)
        facts.openingCents ??= oldest.balanceCents - oldest.amountCents;
    }
    if (facts.iban === undefined && facts.account === undefined) this.context.doubt('MaskedAccount');
    this.statements.close();
  }
}

function name(facts: StatementFacts, account: string): void {
  const iban = ibanText(account);
  if (isIban(iban)) facts.iban = iban;
  else if (!isMasked(account)) facts.account = account;
}

function columnsOf({ columns, words, headers }: BankLayout): { index: number; header: string; field: BankField }[] {
  const named = [...columns].map(([field, index]): { field: BankField; index: number } => ({ field, index }));
  return [...named, ...words.map((index) => ({ field: 'words' as const, index }))]
    .sort((a, b) => a.index - b.index)
    .map(({ field, index }) => ({ index, field, header: headers[index] ?? `colonne ${index + 1}` }));
}

/** The layout as a person sees and corrects it. */
export function describeBankTable(layout: BankLayout, delimiter: string): BankTable {
  const fields = new Map(columnsOf(layout).map(({ index, field }) => [index, field]));
  return {
    ...(layout.bank === undefined ? {} : { bank: layout.bank }),
    columns: layout.headers.map((header, index) => ({ index, header, field: fields.get(index) ?? null })),
    delimiter,
    mapping: {
      columns: { ...Object.fromEntries(layout.columns), ...(layout.words.length > 0 ? { words: layout.words } : {}) },
      headerRow: layout.position + 1,
      ...(layout.dateFormat === undefined ? {} : { dateFormat: layout.dateFormat }),
      ...(layout.decimal === undefined ? {} : { decimal: layout.decimal }),
      headerFingerprint: fingerprint(layout.headers),
    },
  };
}

/** A statement in a workbook, all its rows at hand. Refuses `BankColumnsNotFound`. */
export function readBankTable({ rows, delimiter }: Grid, context: PieceContext): void {
  const layout = layoutOf(rows, context);
  context.describe({ bankTable: describeBankTable(layout, delimiter) });
  const table = new BankTableReader(context, layout);
  for (const { line, cells } of rows) table.row(cells, line);
  table.end();
}

function layoutOf(rows: readonly Row[], context: PieceContext): BankLayout {
  const layout = findBankLayout(rows, context.options);
  if (layout !== undefined) return layout;
  throw new Refused('BankColumnsNotFound', { columns: rows[0]?.cells.map(cellText).slice(0, 12) ?? [] });
}

/** A text fed by pieces. Refuses `BankColumnsNotFound` when the columns mean nothing, and what `CsvFeed` refuses. */
export class BankCsvReader implements PieceReader {
  private readonly text: TextFeed;
  private readonly csv: CsvFeed;
  private readonly table: BankTableReader;

  constructor(context: PieceContext, head: Head) {
    const rows = head.rows();
    const preview = rows
      .slice(0, PREVIEW_ROWS)
      .map(({ line, cells }) => ({ line, cells: cells.slice(0, 50).map((cell) => cellText(cell).slice(0, 200)) }));
    context.describe({ preview });
    const layout = layoutOf(rows, context);
    const delimiter = findDelimiter(head.text().replace(/^sep=.\n/i, ''));
    context.describe({ bankTable: describeBankTable(layout, delimiter) });
    this.table = new BankTableReader(context, layout);
    this.csv = new CsvFeed(delimiter, context.limits, (cells, line) => this.table.row(cells, line));
    this.text = new TextFeed((text) => this.csv.feed(text));
  }

  feed(bytes: Uint8Array): void {
    this.text.feed(bytes);
  }

  end(): void {
    this.text.end();
    this.csv.end();
    this.table.end();
  }
}
