import type { BankLinesView, BankLineView } from '@acquit/recovery';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../shell/keys.ts';
import { t } from '../../texts/index.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/states.tsx';
import { HandledLine } from './handled-line.tsx';
import { OneLine } from './one-line.tsx';
import { useMatching } from './use-matching.ts';

const text = t.matching;
const waits = (line: BankLineView) => line.state === 'to-match' || line.state === 'proposed';

/**
 * The lines that wait, one at a time. They keep the order of arrival and stay in place once handled, so that « previous »
 * shows what was just done; lines that come meanwhile are added at the end.
 */
export function Queue({
  lines,
  counts,
  start,
  onNearEnd,
}: {
  lines: readonly BankLineView[];
  counts: BankLinesView['counts'];
  /** The line asked by the address; the first one otherwise. */
  start: string | undefined;
  onNearEnd: () => void;
}) {
  const [order, setOrder] = useState<readonly string[]>(() => lines.map((line) => line.lineId));
  const known = useRef(new Map<string, BankLineView>());
  const [, redraw] = useState(0);
  for (const line of lines) known.current.set(line.lineId, line);
  useEffect(() => {
    setOrder((before) => [...before, ...lines.map((line) => line.lineId).filter((id) => !before.includes(id))]);
  }, [lines]);
  const [index, setIndex] = useState(() => Math.max(0, order.indexOf(start ?? '')));
  useEffect(() => {
    if (index >= order.length - 5) onNearEnd();
  }, [index, order.length, onNearEnd]);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (index >= 0) heading.current?.focus({ preventScroll: true });
  }, [index]);
  const step = (by: 1 | -1) => setIndex((at) => Math.max(0, Math.min(order.length, at + by)));
  const line = known.current.get(order[index] ?? '');
  const handled = order.filter((id) => !waits(known.current.get(id)!)).length;
  const done = (after: BankLineView) => {
    known.current.set(after.lineId, after);
    redraw((n) => n + 1);
    const at = order.indexOf(after.lineId);
    // An undo brings its line back in sight; anything else that still waits (declined) stays, what is handled passes on.
    if (waits(after)) setIndex(at < 0 ? index : at);
    else step(1);
  };
  // The last act belongs to the queue, not to the line it was done on: that line is out of sight when it is taken back.
  const { perform, undoLast, busy, error, forgetError } = useMatching(done);
  useKeys((key) => {
    if (key === 'u') undoLast();
  });
  if (!line) {
    return (
      <Empty
        title={text.allDone.title}
        text={text.allDone.text(counts.matched)}
        action={
          <div className="row">
            {order.length > 0 && <Button onClick={() => step(-1)}>{text.previous}</Button>}
            <ButtonLink kind="primary" to="/encaissements/rapprochement" search={{ filtre: 'rapprochees' }}>
              {text.allDone.list}
            </ButtonLink>
          </div>
        }
      />
    );
  }
  return (
    <>
      <div className="row-between match-place">
        <p className="soft" role="status" ref={heading} tabIndex={-1}>
          {text.position(index + 1, order.length)}
          {handled > 0 && <> · {text.handled(handled)}</>}
        </p>
        <div className="row">
          <Button small disabled={index === 0} onClick={() => step(-1)}>
            {text.previous}
          </Button>
          <Button small onClick={() => step(1)}>
            {text.next}
          </Button>
        </div>
      </div>
      {waits(line) ? (
        <OneLine
          key={`${line.lineId} ${line.state}`}
          line={line}
          busy={busy}
          error={error}
          onForget={forgetError}
          onAct={perform}
          onStep={step}
        />
      ) : (
        <HandledLine key={line.lineId} line={line} onDone={done} onStep={step} />
      )}
    </>
  );
}
