import type { BankLineView } from '@acquit/recovery';
import { useRef } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.matching.done;

/** What a clerk does with a line. Parts are cents per claim; a reason is his own words. */
export type LineAct =
  | { kind: 'apply' | 'decline' | 'undo'; matchId: string }
  | { kind: 'match'; lineId: string; parts: { claimId: string; amountCents: number }[] }
  | { kind: 'set-aside'; lineId: string; reason: string }
  | { kind: 'restore'; lineId: string };

function send(act: LineAct, key: string): Promise<BankLineView> {
  switch (act.kind) {
    case 'match':
      return change('POST', `/bank-lines/${act.lineId}/match`, { parts: act.parts }, key);
    case 'set-aside':
      return change('POST', `/bank-lines/${act.lineId}/set-aside`, { reason: act.reason }, key);
    case 'restore':
      return change('POST', `/bank-lines/${act.lineId}/restore`, {}, key);
    default:
      return change('POST', `/bank-matches/${act.matchId}/${act.kind}`, {}, key);
  }
}

/** The act that takes this one back; null when there is nothing to take back. */
function inverseOf(act: LineAct, line: BankLineView): LineAct | null {
  const applied = line.matches.find((match) => match.state === 'applied');
  if ((act.kind === 'apply' || act.kind === 'match') && applied) return { kind: 'undo', matchId: applied.matchId };
  if (act.kind === 'set-aside') return { kind: 'restore', lineId: act.lineId };
  return null;
}

function saidOf(act: LineAct, line: BankLineView): string {
  if (act.kind === 'decline') return text.declined;
  if (act.kind === 'set-aside') return text.setAside;
  if (act.kind === 'undo' || act.kind === 'restore') return text.undone;
  const name = line.counterparty;
  return name ? text.applied(euros(line.amountCents), name) : text.matched(euros(line.amountCents));
}

/**
 * The acts on bank lines, each said in one sentence with its undo. `onDone` receives the line as it is afterwards, and
 * whether it still waits for somebody.
 */
export function useMatching(onDone: (line: BankLineView, act: LineAct) => void) {
  const say = useSay();
  const last = useRef<LineAct | null>(null);
  const act = useAct(send, (line: BankLineView, done: LineAct) => {
    const inverse = inverseOf(done, line);
    last.current = inverse;
    say(saidOf(done, line), inverse ? () => perform(inverse) : undefined);
    onDone(line, done);
  });
  const perform = (input: LineAct) => {
    // Until this act is answered there is nothing to take back: the one before it is no longer the last.
    last.current = null;
    // What was asked in a dialog is refused in the dialog, where it stays in sight.
    const inDialog = input.kind === 'match' || input.kind === 'set-aside';
    act.mutate(input, inDialog ? {} : { onError: (error) => say(tellError(error).title) });
  };
  const undoLast = () => {
    if (last.current) perform(last.current);
    else if (!act.isPending) say(text.nothingToUndo);
  };
  return { perform, undoLast, busy: act.isPending, error: act.error, forgetError: act.reset };
}
