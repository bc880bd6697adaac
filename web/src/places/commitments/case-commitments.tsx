import type { CaseView, CommitmentsView, PromiseView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { commitmentsQuery } from '../../api/commitments.ts';
import { useKeys } from '../../shell/keys.ts';
import { t } from '../../texts/index.ts';
import { Key } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { PauseDialog } from '../cases/pause-dialog.tsx';
import { DisputeDialog } from './dispute-dialog.tsx';
import { DisputeLine, PauseLine, PlanLine, PromiseLine } from './lines.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import { SuspensionDialog } from './suspension-dialog.tsx';
import { SuspensionLine } from './suspension-line.tsx';
import '../../styles/commitments.css';

const text = t.commitments;

type Open = 'promise' | 'dispute' | 'plan' | 'pause' | 'suspension' | null;

/** Keys of a case's page, beside those that work everywhere. */
const KEYS: Record<string, Exclude<Open, null>> = {
  p: 'promise',
  l: 'dispute',
  m: 'plan',
  z: 'pause',
  b: 'suspension',
};

/** What still does something, then what is over, each with its key. */
function linesOf(
  view: CommitmentsView,
  onTake: (claimId: string) => void,
  onReplace: (promise: PromiseView) => void,
): { now: ReactNode[]; past: ReactNode[] } {
  const [now, past]: [ReactNode[], ReactNode[]] = [[], []];
  for (const promise of view.promises)
    (promise.state === 'running' || promise.state === 'broken' ? now : past).push(
      <PromiseLine key={promise.promiseId} promise={promise} onReplace={onReplace} />,
    );
  for (const dispute of view.disputes)
    (dispute.outcome === null || dispute.outcome === 'we-accept' ? now : past).push(
      <DisputeLine key={dispute.disputeId} dispute={dispute} onTake={onTake} />,
    );
  for (const plan of view.plans)
    (plan.status === 'cancelled' || plan.state === 'kept' ? past : now).push(
      <PlanLine key={plan.planId} plan={plan} />,
    );
  for (const pause of view.pauses)
    (pause.state === 'running' || pause.state === 'coming' ? now : past).push(
      <PauseLine key={pause.pauseId} pause={pause} />,
    );
  for (const suspension of view.suspensions)
    (suspension.state === 'lifted' ? past : now).push(
      <SuspensionLine key={suspension.suspensionId} suspension={suspension} />,
    );
  return { now, past };
}

/** What was promised, contested, agreed or put off in a case, with a key for each thing to add. */
export function CaseCommitments({ view }: { view: CaseView }) {
  const commitments = useQuery(commitmentsQuery(view.caseId));
  const [open, setOpen] = useState<Open>(null);
  const [taken, setTaken] = useState<string>();
  const [replaced, setReplaced] = useState<PromiseView>();
  const close = () => {
    setOpen(null);
    setReplaced(undefined);
    setTaken(undefined);
  };
  useKeys((key, event) => {
    const asked = KEYS[key];
    if (asked === undefined) return;
    event.preventDefault();
    setOpen(asked);
  });
  const take = (claimId: string) => {
    setTaken(claimId);
    setOpen('dispute');
  };
  const { data } = commitments;
  const replace = (promise: PromiseView) => {
    setReplaced(promise);
    setOpen('promise');
  };
  const lines = data && linesOf(data, take, replace);
  return (
    <section className="stack" aria-labelledby="commitments-title">
      <h2 id="commitments-title">{text.title}</h2>
      <div className="row">
        {Object.entries(KEYS).map(([key, what]) => (
          <Button key={what} small onClick={() => setOpen(what)}>
            {text.add[what]} <Key>{key}</Key>
          </Button>
        ))}
      </div>
      {data?.promiseRate && <p className="small soft">{text.rate(data.promiseRate.kept, data.promiseRate.judged)}</p>}
      {commitments.isError && !data && (
        <ErrorNotice error={commitments.error} onRetry={() => void commitments.refetch()} />
      )}
      {lines && lines.now.length > 0 && <ul className="commitments">{lines.now}</ul>}
      {lines && lines.now.length + lines.past.length === 0 && <p className="soft">{text.none}</p>}
      {lines && lines.past.length > 0 && (
        <details>
          <summary>{text.past(lines.past.length)}</summary>
          <ul className="commitments">{lines.past}</ul>
        </details>
      )}
      {open === 'promise' && <PromiseDialog view={view} replaces={replaced} onClose={close} />}
      {open === 'dispute' && <DisputeDialog view={view} claimId={taken} onClose={close} />}
      {open === 'plan' && <PlanDialog view={view} onClose={close} />}
      {open === 'suspension' && <SuspensionDialog view={view} onClose={close} />}
      {open === 'pause' && <PauseDialog view={view} onClose={close} />}
    </section>
  );
}
