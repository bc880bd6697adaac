import type { BankLineView, MatchPartView, MatchView } from '@acquit/recovery';
import { Link } from '@tanstack/react-router';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText, Reasons } from '../../ui/bits.tsx';
import { confidenceWords } from './confidence.ts';

const text = t.matching;

/** What stays due of a claim once its part is paid. */
function leftOf(part: MatchPartView, applied: boolean): number {
  return applied ? part.openCents : part.openCents - part.amountCents - part.differenceCents;
}

function Part({ part, applied }: { part: MatchPartView; applied: boolean }) {
  const after = leftOf(part, applied);
  return (
    <tr>
      <th scope="row" className="wrap-anywhere">
        <Link to="/dossiers/$caseId" params={{ caseId: part.caseId }} className="plain-link">
          {part.number}
        </Link>
        <div className="small soft">{part.debtorName}</div>
        {part.differenceKind && (
          <div className="small soft">{text.difference[part.differenceKind](euros(part.differenceCents))}</div>
        )}
      </th>
      <td className="col-due">
        <DayText day={part.dueOn} />
      </td>
      <td className="number soft col-before">
        <Amount cents={applied ? part.openCents + part.amountCents + part.differenceCents : part.openCents} />
      </td>
      <td className="number">
        <strong>
          <Amount cents={part.amountCents} />
        </strong>
      </td>
      <td className="number">{after <= 0 ? <span className="paid">{text.settled}</span> : <Amount cents={after} />}</td>
    </tr>
  );
}

function Parts({ match }: { match: MatchView }) {
  const { columns } = text;
  const applied = match.state === 'applied';
  return (
    <table className="table part-table" aria-label={text.found}>
      <thead>
        <tr>
          <th scope="col">{columns.claim}</th>
          <th scope="col" className="col-due">
            {columns.due}
          </th>
          <th scope="col" className="number col-before">
            {columns.before}
          </th>
          <th scope="col" className="number">
            {columns.paid}
          </th>
          <th scope="col" className="number">
            {columns.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {match.parts.map((part) => (
          <Part key={part.claimId} part={part} applied={applied} />
        ))}
      </tbody>
    </table>
  );
}

/** Too much, too little or exact, in one sentence. */
function Balance({ match }: { match: MatchView }) {
  const missing = match.parts.reduce((sum, part) => sum + Math.max(0, leftOf(part, match.state === 'applied')), 0);
  if (match.leftCents > 0) return <p className="small warn-text">{text.over(euros(match.leftCents))}</p>;
  if (missing > 0) return <p className="small">{text.under(euros(missing))}</p>;
  return match.parts.length > 0 ? <p className="small soft">{text.exact}</p> : null;
}

/** One match, proposed or applied: how sure, why, and what it changes for each claim. */
export function Proposal({ match, line }: { match: MatchView; line: BankLineView }) {
  const { reverses } = match;
  return (
    <div className="stack-tight">
      {match.state === 'proposed' && (
        <div>
          <Badge {...(match.confidence >= 80 ? { kind: 'accent' as const } : { kind: 'warn' as const })}>
            {confidenceWords(match.confidence)}
          </Badge>
        </div>
      )}
      <Reasons reasons={match.reasons} />
      {reverses ? (
        <div>
          <p>{text.reverses(shortDay(reverses.receivedOn), euros(reverses.amountCents))}</p>
          {reverses.claimNumbers.length > 0 && <p>{text.reversesClaims(reverses.claimNumbers.join(', '))}</p>}
        </div>
      ) : match.parts.length > 0 ? (
        <>
          <Parts match={match} />
          <Balance match={match} />
        </>
      ) : (
        line.amountCents > 0 && <p>{text.knownReceipt}</p>
      )}
    </div>
  );
}
