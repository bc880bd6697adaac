import type { ReactNode } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

/** One thing promised, contested or agreed: what it is, where it stands, what can be done. */
export function Line({
  head,
  badge,
  children,
  acts,
}: {
  head: ReactNode;
  badge: ReactNode;
  children?: ReactNode;
  acts?: ReactNode;
}) {
  return (
    <li className="commitment">
      <div className="row-between">
        <strong className="wrap-anywhere">{head}</strong>
        {badge}
      </div>
      <div className="small soft stack-tight">{children}</div>
      {acts && <div className="row">{acts}</div>}
    </li>
  );
}

/** A change without a form: undo, reopen, end. */
export function ActButton({
  path,
  label,
  spoken,
  done,
}: {
  path: string;
  label: string;
  /** What is heard instead of a label that several buttons bear. */
  spoken?: string;
  done: string;
}) {
  const say = useSay();
  const act = useAct(
    (_: null, key) => change<object>('POST', path, {}, key),
    () => say(done),
  );
  return (
    <Button
      kind="quiet"
      small
      busy={act.isPending}
      aria-label={spoken}
      onClick={() => act.mutate(null, { onError: (error) => say(tellError(error).title) })}
    >
      {label}
    </Button>
  );
}
