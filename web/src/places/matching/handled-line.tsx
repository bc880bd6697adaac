import type { BankLineView } from '@acquit/recovery';
import { euros } from '../../format/money.ts';
import { useKeys } from '../../shell/keys.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { quotedWords } from './highlight.ts';
import { LineWords } from './line-words.tsx';
import { Proposal } from './proposal.tsx';
import { useMatching } from './use-matching.ts';

const text = t.matching;

/** Takes back what was done with a line, in one press. */
export function UndoLine({ line, onDone }: { line: BankLineView; onDone?: (line: BankLineView) => void }) {
  const { perform, busy } = useMatching((after) => onDone?.(after));
  const applied = line.matches.find((match) => match.state === 'applied');
  if (line.state === 'set-aside')
    return (
      <Button small busy={busy} onClick={() => perform({ kind: 'restore', lineId: line.lineId })}>
        {text.restore}
      </Button>
    );
  if (!applied) return null;
  return (
    <Button
      small
      busy={busy}
      aria-label={text.undoLine(euros(line.amountCents))}
      onClick={() => perform({ kind: 'undo', matchId: applied.matchId })}
    >
      {text.undo}
    </Button>
  );
}

/** A line already handled, for a look back: what it paid, and its undo. */
export function HandledLine({
  line,
  onDone,
  onStep,
}: {
  line: BankLineView;
  onDone: (line: BankLineView) => void;
  onStep: (by: 1 | -1) => void;
}) {
  const applied = line.matches.find((match) => match.state === 'applied');
  useKeys((key) => {
    if (key === 'n' || key === 'j' || key === 'ArrowRight') onStep(1);
    if (key === 'p' || key === 'k' || key === 'ArrowLeft') onStep(-1);
  });
  return (
    <article className="match-one">
      <LineWords line={line} words={quotedWords(applied?.reasons ?? [])} />
      <div className="stack-tight">
        <div>
          <Badge kind="accent">{text.state[line.state]}</Badge>
        </div>
        {applied && <Proposal match={applied} line={line} />}
        {line.setAsideReason && <p>{line.setAsideReason}</p>}
      </div>
      <div className="match-acts">
        <UndoLine line={line} onDone={onDone} />
      </div>
    </article>
  );
}
