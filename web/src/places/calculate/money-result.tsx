import type { LatePenaltiesValue, LegalInterestValue, Segment } from '@acquit/law';
import type { Calculation } from '../../api/queries.ts';
import { fullDate } from '../../format/days.ts';
import { exactEuros, percent } from '../../format/money.ts';
import { Amount, AmountLine, DayText } from '../../ui/bits.tsx';
import { words } from './words.ts';

const text = words.result;

interface Line {
  label: string;
  cents: number;
}

interface Money {
  totalCents: number;
  lines: Line[];
  interestName: string;
  accruedCents: number;
  segments: readonly Segment[];
}

function lateMoney(value: LatePenaltiesValue, isPublic: boolean): Money {
  const interestName = isPublic ? text.publicInterest : text.penalties;
  const isPartPaid = value.penaltyLeftCents !== value.penaltyCents;
  return {
    totalCents: value.totalDueCents,
    lines: [
      { label: text.principalLeft, cents: value.principalLeftCents },
      { label: isPartPaid ? text.left(interestName) : interestName, cents: value.penaltyLeftCents },
      {
        label: value.indemnityLeftCents === value.indemnityCents ? text.indemnity : text.left(text.indemnity),
        cents: value.indemnityLeftCents,
      },
    ],
    interestName,
    accruedCents: value.penaltyCents,
    segments: value.segments,
  };
}

function interestMoney(value: LegalInterestValue, isCapitalised: boolean): Money {
  const isPartPaid = value.interestLeftCents !== value.interestCents;
  return {
    totalCents: value.totalDueCents,
    lines: [
      { label: isCapitalised ? text.capitalLeft : text.principalLeft, cents: value.principalLeftCents },
      { label: isPartPaid ? text.left(text.interest) : text.interest, cents: value.interestLeftCents },
    ],
    interestName: text.interest,
    accruedCents: value.interestCents,
    segments: value.segments,
  };
}

/** One line per half-year and per change of base: every line can be computed again by hand. */
function Segments({ money }: { money: Money }) {
  const byInstallment = money.segments.some(({ installment }) => installment !== undefined);
  const columns = [text.from, text.to, ...(byInstallment ? [text.installment] : [])];
  const figures = [text.days, text.rate, text.base, text.amount];
  return (
    <div className="table-wrap">
      <table className="table calc-segments">
        <thead>
          <tr>
            {columns.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            {figures.map((label) => (
              <th key={label} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {money.segments.map((segment) => (
            <tr key={`${segment.from} ${segment.installment}`}>
              <th scope="row">
                <DayText day={segment.from} />
              </th>
              <td data-label={text.to}>
                <DayText day={segment.to} />
              </td>
              {byInstallment && <td data-label={text.installment}>{(segment.installment ?? 0) + 1}</td>}
              <td className="number" data-label={text.days}>
                {segment.days}
              </td>
              <td className="number" data-label={text.rate}>
                {percent(segment.ratePercent)}
              </td>
              <td className="number" data-label={text.base}>
                <Amount cents={segment.baseCents} />
              </td>
              <td className="number" data-label={text.amount}>
                {exactEuros(segment.penalty)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={columns.length + figures.length - 1}>
              {text.rounded}
            </th>
            <td className="number">
              <Amount cents={money.accruedCents} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** A sum owed on a day: the total large, what it is made of, and the periods behind it. */
export function MoneyResult({
  rule,
  input,
  calculation,
}: {
  rule: string;
  input: Record<string, unknown>;
  calculation: Calculation;
}) {
  const value: unknown = calculation.value;
  const money =
    rule === 'legal-interest'
      ? interestMoney(value as LegalInterestValue, input.capitalisation !== undefined)
      : lateMoney(value as LatePenaltiesValue, input.regime === 'public');
  const { overpaidCents, waivedCents = 0 } = value as { overpaidCents: number; waivedCents?: number };
  const besides = [
    { label: text.waived, cents: waivedCents },
    { label: text.overpaid, cents: overpaidCents },
  ];
  return (
    <>
      <div className="stack">
        <div>
          <p className="soft">{text.total(fullDate(String(input.until)))}</p>
          <p className="calc-figure">
            <Amount cents={money.totalCents} />
          </p>
        </div>
        <dl className="sum calc-sum">
          {money.lines.map(({ label, cents }) => (
            <AmountLine key={label} label={label} cents={cents} />
          ))}
          {besides
            .filter(({ cents }) => cents > 0)
            .map(({ label, cents }) => (
              <AmountLine key={label} label={label} cents={cents} className="sum-besides" />
            ))}
        </dl>
      </div>
      <section className="stack-tight">
        <h3>{text.segments(money.interestName)}</h3>
        {money.segments.length > 0 ? <Segments money={money} /> : <p className="soft">{text.none}</p>}
      </section>
    </>
  );
}
