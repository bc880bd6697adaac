import {
  day,
  type Explanation,
  euros,
  frenchDate,
  frenchShortDate,
  type LatePenaltiesInput,
  type LatePenaltiesValue,
  type LegalInterestInput,
  type LegalInterestValue,
  type ReceiptInput,
  type Segment,
} from '@acquit/law';
import type { DocumentTable } from '../../documents/document.ts';
import { fr } from '../typography.ts';
import { type CalculationFacts, NO_TABLE, type Statement } from './facts.ts';
import { allocationTable } from './moves.ts';
import { exactAmount, percent } from './written.ts';

/** One line of the account: what made the debt larger or smaller, and when. */
interface Line {
  on: string;
  label: string;
  cents: number;
}

interface Account {
  subject: string;
  opening: string;
  lines: Line[];
  totals: DocumentTable['totals'];
  interestName: string;
  accruedCents: number;
  segments: readonly Segment[];
}

/**
 * The account of one invoice with its late penalties (L441-10 II and D441-5 C. com.; R2192-31 CCP): the lines sum to
 * the total due less what was paid too much.
 */
export function lateAccount({ input, value, explanation }: CalculationFacts): Statement {
  const asked = input as LatePenaltiesInput;
  const found = value as LatePenaltiesValue;
  const interestName = asked.regime === 'public' ? 'Intérêts moratoires' : 'Pénalités de retard';
  const dues = asked.installments ?? [];
  const principal: Line[] =
    dues.length > 0
      ? dues.map((due) => ({ on: due.dueOn, label: 'Échéance, en principal', cents: due.amountCents }))
      : [{ on: asked.dueOn!, label: 'Créance échue, en principal', cents: asked.amountCents }];
  // A correction says that the sum was never owed, so it counts whatever its date (see the rule).
  const credits = (asked.creditNotes ?? []).filter(({ on, effect }) => effect === 'correction' || on <= asked.until);
  return accountOf(explanation, {
    subject: fr`Relevé de compte au ${frenchDate(day(asked.until))}`,
    opening: fr`Compte arrêté au ${frenchDate(day(asked.until))}, pénalités et indemnité forfaitaire de recouvrement comprises.`,
    lines: [
      ...byDay([
        ...principal,
        ...receiptLines(asked.receipts ?? [], asked.until),
        ...credits.map(({ on, amountCents }) => ({ on, label: 'Avoir', cents: -amountCents })),
      ]),
      { on: asked.until, label: interestName, cents: found.penaltyCents },
      ...(found.indemnityCents > 0
        ? [{ on: asked.until, label: 'Indemnité forfaitaire pour frais de recouvrement', cents: found.indemnityCents }]
        : []),
      ...(found.waivedCents > 0
        ? [{ on: asked.until, label: 'Accessoires abandonnés', cents: -found.waivedCents }]
        : []),
    ],
    totals: [
      line('Principal restant dû', found.principalLeftCents),
      line(fr`${interestName} restant à payer`, found.penaltyLeftCents),
      ...(found.indemnityCents > 0 ? [line('Indemnité forfaitaire restant à payer', found.indemnityLeftCents)] : []),
      ...ending(found, asked.until),
    ],
    interestName,
    accruedCents: found.penaltyCents,
    segments: found.segments,
  });
}

/** The account of a sum with interest at the legal rate (1231-6 C. civ., L313-2 and L313-3 C. mon. fin.). */
export function interestAccount({ input, value, explanation }: CalculationFacts): Statement {
  const asked = input as LegalInterestInput;
  const found = value as LegalInterestValue;
  const interestName = 'Intérêts au taux légal';
  return accountOf(explanation, {
    subject: fr`Relevé de compte au ${frenchDate(day(asked.until))}`,
    opening: fr`Compte arrêté au ${frenchDate(day(asked.until))}, intérêts au taux légal compris.`,
    lines: [
      ...byDay([
        { on: asked.from, label: 'Somme due, en principal', cents: asked.amountCents },
        ...receiptLines(asked.receipts ?? [], asked.until),
      ]),
      { on: asked.until, label: interestName, cents: found.interestCents },
    ],
    totals: [
      line('Principal restant dû', found.principalLeftCents),
      line(fr`${interestName} restant à payer`, found.interestLeftCents),
      ...ending(found, asked.until),
    ],
    interestName,
    accruedCents: found.interestCents,
    segments: found.segments,
  });
}

function line(label: string, cents: number): DocumentTable['totals'][number] {
  return { label, value: euros(cents), strong: false };
}

function ending(found: { totalDueCents: number; overpaidCents: number }, until: string): DocumentTable['totals'] {
  const total = { label: fr`Total dû au ${frenchDate(day(until))}`, value: euros(found.totalDueCents), strong: true };
  return found.overpaidCents > 0 ? [line('Trop-perçu, à rendre', found.overpaidCents), total] : [total];
}

function movesUntil<M extends { on: string }>(moves: readonly M[], until: string): M[] {
  return moves.filter(({ on }) => on <= until);
}

function receiptLines(receipts: readonly ReceiptInput[], until: string): Line[] {
  return movesUntil(receipts, until).map(({ on, amountCents }) => ({ on, label: 'Encaissement', cents: -amountCents }));
}

function byDay(lines: Line[]): Line[] {
  return lines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function accountOf(explanation: Explanation, account: Account): Statement {
  const allocation = allocationTable(explanation);
  return {
    title: 'Relevé de compte',
    subject: account.subject,
    opening: [account.opening],
    table: {
      columns: [
        { label: 'Date', align: 'left' },
        { label: 'Opération', align: 'left' },
        { label: 'Montant', align: 'right' },
      ],
      rows: account.lines.map(({ on, label, cents }) => ({
        cells: [frenchShortDate(day(on)), label, euros(cents)],
        muted: false,
      })),
      totals: account.totals,
    },
    details: [
      ...(allocation === NO_TABLE ? [] : [{ title: 'Imputation des paiements et des avoirs', table: allocation }]),
      ...(account.segments.length === 0
        ? []
        : [{ title: fr`${account.interestName} par période`, table: periodsTable(account) }]),
    ],
    closing: [fr`Sommes établies sous réserve des paiements non encore comptés à cette date.`],
  };
}

/** One line per half-year and per change of base; the total is rounded once, after the sum. */
function periodsTable({ segments, accruedCents }: Account): DocumentTable {
  const byInstallment = segments.some(({ installment }) => installment !== undefined);
  return {
    columns: [
      { label: 'Du', align: 'left' },
      { label: 'Au', align: 'left' },
      ...(byInstallment ? [{ label: 'Échéance', align: 'right' as const }] : []),
      { label: 'Jours', align: 'right' },
      { label: 'Taux', align: 'right' },
      { label: 'Base', align: 'right' },
      { label: 'Montant', align: 'right' },
    ],
    rows: segments.map((segment) => ({
      cells: [
        frenchShortDate(day(segment.from)),
        frenchShortDate(day(segment.to)),
        ...(byInstallment ? [fr`n°\u00a0${(segment.installment ?? 0) + 1}`] : []),
        String(segment.days),
        percent(segment.ratePercent),
        euros(segment.baseCents),
        exactAmount(segment.penalty),
      ],
      muted: false,
    })),
    totals: [{ label: 'Total, arrondi au centime', value: euros(accruedCents), strong: true }],
  };
}
