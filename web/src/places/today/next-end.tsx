import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import type { Handled } from './handled.ts';

const text = t.today.next;

/** What was done on these screens, latest last, each with its way back. */
export function NextEnd({
  done,
  undone,
  left,
  onUndo,
  onBack,
}: {
  done: readonly Handled[];
  undone: ReadonlySet<Handled>;
  /** Debtors passed over. */
  left: number;
  onUndo: (handled: Handled) => void;
  /** Null when there was no screen at all. */
  onBack: (() => void) | null;
}) {
  return (
    <div className="stack-loose">
      <div className="stack-tight" role="status">
        <h2>{left > 0 ? text.leftTitle(left) : text.doneTitle}</h2>
        <p className="soft">{left > 0 ? text.leftText : text.doneText}</p>
      </div>
      {onBack && (
        <Section title={text.did}>
          {done.length === 0 && <p className="soft">{text.nothingDone}</p>}
          <ul className="one-done">
            {done.map((handled) => {
              const what = `${text.acts[handled.what]} – ${handled.item.debtorName}`;
              return (
                <li key={`${handled.item.caseId} ${handled.item.actionId ?? handled.item.objectId} ${handled.what}`}>
                  <span className="wrap-anywhere">{what}</span>
                  {undone.has(handled) ? (
                    <Badge>{text.undone}</Badge>
                  ) : (
                    handled.undo && (
                      <Button small kind="quiet" aria-label={text.undoOf(what)} onClick={() => onUndo(handled)}>
                        {text.undo}
                      </Button>
                    )
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      <div className="row">
        {onBack && <Button onClick={onBack}>{text.previous}</Button>}
        <ButtonLink kind="primary" to="/">
          {text.leave}
        </ButtonLink>
      </div>
    </div>
  );
}
