import type { SuspensionView } from '@acquit/recovery';
import { Link } from '@tanstack/react-router';
import { fullDate } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { ActButton, Line } from './line.tsx';

const text = t.commitments.suspension;

/** A decision to stop delivering: from when, whether its announcement has gone, and how it ends. */
export function SuspensionLine({ suspension }: { suspension: SuspensionView }) {
  const { state, suspensionId, letterActionId } = suspension;
  const toAnnounce = state !== 'lifted' && letterActionId === null;
  return (
    <Line
      head={text.of(suspension.supplyName.toLowerCase())}
      badge={
        <Badge {...(toAnnounce ? { kind: 'warn' as const } : {})}>
          {toAnnounce ? text.toAnnounce : text.states[state]}
        </Badge>
      }
      acts={
        state !== 'lifted' && (
          <>
            {toAnnounce && <ActButton path={`/suspensions/${suspensionId}/send`} label={text.send} done={text.sent} />}
            <ActButton path={`/suspensions/${suspensionId}/lift`} label={text.lift} done={text.lifted} />
          </>
        )
      }
    >
      <span>
        {suspension.liftedOn === null
          ? text.from(fullDate(suspension.effectiveOn))
          : text.until(fullDate(suspension.liftedOn))}
      </span>
      <span className="wrap-anywhere">
        {suspension.reason} · {suspension.owner}
      </span>
      {letterActionId === null ? (
        <a href={`/api/suspensions/${suspensionId}/letter`} target="_blank" rel="noreferrer">
          {text.letter}
        </a>
      ) : (
        <Link to="/envois">{text.queued}</Link>
      )}
    </Line>
  );
}
