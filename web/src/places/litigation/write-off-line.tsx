import type { WriteOffView } from '@acquit/recovery';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { writeOffs as text } from '../../texts/fr/write-offs.ts';
import { Badge } from '../../ui/bits.tsx';
import { ActButton, Line } from '../commitments/line.tsx';
import { AccountingShown } from './write-off-accounting.tsx';

/** Claims given up, with what was shown then; taken back by one act as long as nobody did. */
export function WriteOffLine({ one }: { one: WriteOffView }) {
  const amount = euros(one.amountCents);
  return (
    <Line
      head={one.undone ? <s>{text.line(amount)}</s> : text.line(amount)}
      badge={<Badge>{one.undone ? text.wasUndone(shortDay(one.undone.on)) : shortDay(one.on)}</Badge>}
      acts={
        !one.undone && (
          <ActButton
            path={`/write-offs/${one.writeOffId}/undo`}
            label={text.undo}
            spoken={text.undoLabel(amount)}
            done={text.undone}
          />
        )
      }
    >
      <span className="wrap-anywhere">
        {one.reasonName} · {one.claims.map(({ number }) => number).join(', ')} · {text.by(one.enteredBy)}
      </span>
      {one.note && <span className="wrap-anywhere">«&nbsp;{one.note}&nbsp;»</span>}
      {one.later && (
        <span className="warn-text">
          {text.later(euros(one.later.receivedCents))}{' '}
          {one.later.vatDueAgainCents !== null && text.dueAgain(euros(one.later.vatDueAgainCents))}
        </span>
      )}
      {one.accounting && (
        <details>
          <summary>{text.shown}</summary>
          <AccountingShown accounting={one.accounting} />
        </details>
      )}
    </Line>
  );
}
