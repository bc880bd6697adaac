import type { BankLineView } from '@acquit/recovery';
import { Link } from '@tanstack/react-router';
import { euros } from '../../format/money.ts';
import type { MatchingSearch } from '../../router.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { UndoLine } from './handled-line.tsx';

const text = t.matching;

function Pays({ line }: { line: BankLineView }) {
  const match = line.matches.find((one) => one.state === 'applied' || one.state === 'proposed');
  if (line.setAsideReason) return <span className="soft">{line.setAsideReason}</span>;
  if (!match) return null;
  return (
    <>
      {match.parts.map((part) => (
        <div key={part.claimId} className="wrap-anywhere">
          {part.number} · <Amount cents={part.amountCents} /> <span className="small soft">{part.debtorName}</span>
        </div>
      ))}
      {match.parts.length === 0 && <span className="soft">{match.reasons[0]?.message}</span>}
      {match.leftCents > 0 && <div className="small warn-text">{text.list.credit(euros(match.leftCents))}</div>}
    </>
  );
}

function Line({
  line,
  index,
  measure,
}: {
  line: BankLineView;
  index: number;
  measure: (node: Element | null) => void;
}) {
  const waits = line.state === 'to-match' || line.state === 'proposed';
  const said = line.remittance.join(' ') || line.label;
  const { state } = line;
  return (
    <tr data-index={index} ref={measure} aria-rowindex={index + 2}>
      <td className="col-on">
        <DayText day={line.bookedOn} />
      </td>
      <th scope="row" className="col-words wrap-anywhere">
        {line.counterparty ?? said}
        {line.counterparty && said && <div className="small soft">{said}</div>}
      </th>
      <td className="col-pays">
        <Pays line={line} />
      </td>
      <td className="col-state">
        <Badge
          {...(state === 'proposed'
            ? { kind: 'warn' as const }
            : state === 'matched'
              ? { kind: 'accent' as const }
              : {})}
        >
          {text.state[state]}
        </Badge>
      </td>
      <td className="number col-open">
        <Amount cents={line.amountCents} />
      </td>
      <td className="number col-act">
        {waits ? (
          <Link
            to="/encaissements/rapprochement"
            search={(_: MatchingSearch) => ({ ligne: line.lineId })}
            className="button button-small"
            aria-label={`${text.open} ${euros(line.amountCents)}`}
          >
            {text.open}
          </Link>
        ) : (
          <UndoLine line={line} />
        )}
      </td>
    </tr>
  );
}

/** The bank's lines as a list, whatever became of them. */
export function LineList({ lines, onEnd }: { lines: readonly BankLineView[]; onEnd: () => void }) {
  const { columns } = text.list;
  return (
    <LongTable
      label={text.list.label}
      className="bank-table"
      columns={6}
      rows={lines}
      rowHeight={62}
      onEnd={onEnd}
      head={
        <tr>
          <th scope="col">{columns.on}</th>
          <th scope="col">{columns.words}</th>
          <th scope="col">{columns.pays}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col" className="number">
            {columns.amount}
          </th>
          <th scope="col">
            <span className="hidden-visually">{columns.actions}</span>
          </th>
        </tr>
      }
      line={(line, index, measure) => <Line key={line.lineId} line={line} index={index} measure={measure} />}
    />
  );
}
