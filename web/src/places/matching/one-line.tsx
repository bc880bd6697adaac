import type { BankLineView, MatchView } from '@acquit/recovery';
import { useState } from 'react';
import { useKeys } from '../../shell/keys.ts';
import { t } from '../../texts/index.ts';
import { Key } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Chooser } from './chooser.tsx';
import { confidenceWords } from './confidence.ts';
import { quotedWords } from './highlight.ts';
import { LineWords } from './line-words.tsx';
import { Proposal } from './proposal.tsx';
import { SetAsideDialog } from './set-aside-dialog.tsx';
import type { LineAct } from './use-matching.ts';

const text = t.matching;

const strokes = [
  ['Entrée', text.keyNames.apply],
  ['n', text.keyNames.next],
  ['p', text.keyNames.previous],
  ['c', text.keyNames.choose],
  ['d', text.keyNames.decline],
  ['s', text.keyNames.setAside],
  ['u', text.keyNames.undo],
  ['?', text.keyNames.help],
] as const;

function applyLabel(match: MatchView): string {
  if (match.reverses) return text.applyReverse;
  return match.parts.length === 0 ? text.applyKnown : text.apply;
}

/** The other proposals, each a way to look at it instead. */
function Others({
  proposals,
  shown,
  onShow,
}: {
  proposals: readonly MatchView[];
  shown: MatchView;
  onShow: (match: MatchView) => void;
}) {
  if (proposals.length < 2) return null;
  return (
    <fieldset className="proposal-choice">
      <legend className="small soft">{text.others(proposals.length - 1)}</legend>
      {proposals.map((match, n) => (
        <label className="choice" key={match.matchId}>
          <input
            type="radio"
            name="proposal"
            checked={match.matchId === shown.matchId}
            onChange={() => onShow(match)}
          />
          <span>
            {match.parts.length > 0
              ? match.parts.map((part) => part.number).join(', ')
              : (match.reasons[0]?.message ?? text.proposal(n + 1))}{' '}
            <span className="small soft">{confidenceWords(match.confidence)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What Acquit proposes for a line, or that it found nothing sure. */
function Findings({
  line,
  proposals,
  shown,
  onShow,
}: {
  line: BankLineView;
  proposals: readonly MatchView[];
  shown: MatchView | null;
  onShow: (match: MatchView) => void;
}) {
  if (!shown)
    return (
      <section className="stack-tight">
        <h2>{text.nothingFound}</h2>
        <p className="soft">{text.nothingFoundText}</p>
      </section>
    );
  return (
    <section className="stack-tight" aria-label={text.found}>
      <h2>{text.found}</h2>
      <Proposal match={shown} line={line} />
      <Others proposals={proposals} shown={shown} onShow={onShow} />
    </section>
  );
}

/** One line of the bank, what was found for it and what to do with it; worked by keys as well as by buttons. */
export function OneLine({
  line,
  busy,
  error,
  onForget,
  onAct,
  onStep,
}: {
  line: BankLineView;
  busy: boolean;
  /** Why what a dialog asked was refused, until it is closed. */
  error: unknown;
  onForget: () => void;
  onAct: (act: LineAct) => void;
  onStep: (by: 1 | -1) => void;
}) {
  const proposals = line.matches.filter((match) => match.state === 'proposed');
  const [shownId, setShownId] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'choose' | 'aside' | null>(null);
  const closeDialog = () => {
    setDialog(null);
    onForget();
  };
  const shown = proposals.find((match) => match.matchId === shownId) ?? proposals[0] ?? null;
  const credit = line.amountCents > 0;
  const apply = () => {
    if (shown) onAct({ kind: 'apply', matchId: shown.matchId });
    else if (credit) setDialog('choose');
  };
  const decline = () => shown && onAct({ kind: 'decline', matchId: shown.matchId });
  useKeys((key, event) => {
    const onControl = event.target instanceof HTMLElement && event.target.closest('button, a, summary, label');
    if (busy) return;
    if (key === 'Enter' && !onControl) apply();
    else if (key === 'n' || key === 'j' || key === 'ArrowRight') onStep(1);
    else if (key === 'p' || key === 'k' || key === 'ArrowLeft') onStep(-1);
    else if (key === 'd') decline();
    else if (key === 'c' && credit) {
      event.preventDefault();
      setDialog('choose');
    } else if (key === 's') {
      event.preventDefault();
      setDialog('aside');
    }
  });
  return (
    <article className="match-one">
      <LineWords line={line} words={quotedWords(shown?.reasons ?? [])} />
      <Findings line={line} proposals={proposals} shown={shown} onShow={(match) => setShownId(match.matchId)} />
      <div className="match-acts">
        {shown && (
          <Button kind="primary" busy={busy} onClick={apply}>
            {applyLabel(shown)}
          </Button>
        )}
        {credit && (
          <Button kind={shown ? 'plain' : 'primary'} onClick={() => setDialog('choose')}>
            {text.choose}
          </Button>
        )}
        {shown && (
          <Button busy={busy} onClick={decline}>
            {text.decline}
          </Button>
        )}
        <Button onClick={() => setDialog('aside')}>{text.setAside}</Button>
      </div>
      <dl className="match-keys" aria-label={text.keys}>
        {strokes.map(([stroke, what]) => (
          <div key={stroke}>
            <dt>
              <Key>{stroke}</Key>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {dialog === 'choose' && (
        <Chooser
          line={line}
          busy={busy}
          error={error}
          onClose={closeDialog}
          onMatch={(parts) => onAct({ kind: 'match', lineId: line.lineId, parts })}
        />
      )}
      {dialog === 'aside' && (
        <SetAsideDialog
          busy={busy}
          error={error}
          onClose={closeDialog}
          onAside={(reason) => onAct({ kind: 'set-aside', lineId: line.lineId, reason })}
        />
      )}
    </article>
  );
}
