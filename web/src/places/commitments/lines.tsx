import type { DisputeView, InstalmentPlanView, PauseView, PromiseView } from '@acquit/recovery';
import { type ReactNode, useState } from 'react';
import { fullDate } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { DisputeEndDialog } from './dispute-dialog.tsx';
import { FileButton } from './file-button.tsx';
import { ActButton, Line } from './line.tsx';
import { CancelPlanDialog, PresentedDialog, SignDialog } from './plan-acts.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';

const text = t.commitments;

const numbers = (claims: readonly { number: string }[]) =>
  claims.length === 0 ? text.allAccount : claims.map((claim) => claim.number).join(', ');

export function PromiseLine({
  promise,
  name,
  onReplace,
}: {
  promise: PromiseView;
  name?: ReactNode;
  onReplace?: (promise: PromiseView) => void;
}) {
  const { state } = promise;
  const warns = state === 'broken';
  return (
    <Line
      head={name ?? text.promise.for(euros(promise.amountCents), fullDate(promise.promisedOn))}
      badge={<Badge {...(warns ? { kind: 'warn' as const } : {})}>{text.promise.states[state]}</Badge>}
      acts={
        (state === 'running' || state === 'broken') && (
          <>
            {onReplace && (
              <Button kind="quiet" small onClick={() => onReplace(promise)}>
                {text.promise.replace}
              </Button>
            )}
            <ActButton
              path={`/promises/${promise.promiseId}/withdraw`}
              label={text.promise.undo}
              done={text.promise.undone}
            />
          </>
        )
      }
    >
      {name && <span>{text.promise.for(euros(promise.amountCents), fullDate(promise.promisedOn))}</span>}
      <span className="wrap-anywhere">
        {numbers(promise.claims)} · {text.promise.channels[promise.channel].toLowerCase()}
        {promise.madeBy && ` · ${promise.madeBy}`}
      </span>
      {state === 'running' && <span>{text.promise.waits(fullDate(promise.untilOn))}</span>}
      {promise.receivedCents > 0 && <span>{text.promise.received(euros(promise.receivedCents))}</span>}
      {promise.brokenBefore > 0 && <span>{text.promise.nth(promise.brokenBefore)}</span>}
      {promise.note && <span className="wrap-anywhere">« {promise.note} »</span>}
    </Line>
  );
}

export function DisputeLine({
  dispute,
  name,
  onTake,
}: {
  dispute: DisputeView;
  name?: ReactNode;
  onTake?: ((claimId: string) => void) | undefined;
}) {
  const [open, setOpen] = useState<'end' | 'reassign' | null>(null);
  const told = dispute.source === 'e-invoice';
  const isOpen = dispute.outcome === null;
  const state = told
    ? text.dispute.toTake
    : isOpen
      ? dispute.isLate
        ? text.dispute.late
        : text.dispute.open
      : (dispute.outcomeName ?? '');
  return (
    <Line
      head={name ?? dispute.reasonName}
      badge={<Badge {...(isOpen && (dispute.isLate || told) ? { kind: 'warn' as const } : {})}>{state}</Badge>}
      acts={
        told ? (
          onTake && (
            <Button kind="quiet" small onClick={() => onTake(dispute.disputeId)}>
              {text.dispute.take}
            </Button>
          )
        ) : (
          <>
            {isOpen ? (
              <>
                <Button kind="quiet" small onClick={() => setOpen('end')}>
                  {text.dispute.end}
                </Button>
                <Button kind="quiet" small onClick={() => setOpen('reassign')}>
                  {text.dispute.reassign}
                </Button>
              </>
            ) : (
              <ActButton
                path={`/disputes/${dispute.disputeId}/reopen`}
                label={text.dispute.reopen}
                done={text.dispute.reopened}
              />
            )}
            <FileButton
              path={`/disputes/${dispute.disputeId}/files`}
              label={text.dispute.attach}
              done={text.dispute.attached}
            />
          </>
        )
      }
    >
      {name && <span className="wrap-anywhere">{dispute.reasonName}</span>}
      <span className="wrap-anywhere">
        {dispute.claims
          .map(
            ({ number, contestedCents }) =>
              `${number} ${contestedCents === null ? text.dispute.whole : text.dispute.part(euros(contestedCents))}`,
          )
          .join(', ')}
      </span>
      {dispute.frozenCents > 0 && <span>{text.dispute.frozen(euros(dispute.frozenCents))}</span>}
      {isOpen && dispute.owner && dispute.deadlineOn && (
        <span className="wrap-anywhere">{text.dispute.owner(dispute.owner, fullDate(dispute.deadlineOn))}</span>
      )}
      {isOpen && dispute.creditedSinceCents > 0 && (
        <span>{text.dispute.credited(euros(dispute.creditedSinceCents))}</span>
      )}
      {dispute.details && <span className="wrap-anywhere">« {dispute.details} »</span>}
      {dispute.files.map((file) => (
        <a
          key={file.sha256}
          href={`/api/disputes/${dispute.disputeId}/files/${file.sha256}`}
          target="_blank"
          rel="noreferrer"
        >
          {file.name}
        </a>
      ))}
      {open === 'end' && <DisputeEndDialog dispute={dispute} onClose={() => setOpen(null)} />}
      {open === 'reassign' && <ReassignDialog dispute={dispute} onClose={() => setOpen(null)} />}
    </Line>
  );
}

type PlanOpen = 'sign' | 'presented' | 'cancel' | null;

export function PlanLine({ plan, name }: { plan: InstalmentPlanView; name?: ReactNode }) {
  const [open, setOpen] = useState<PlanOpen>(null);
  const close = () => setOpen(null);
  const waits = plan.status === 'draft' || plan.status === 'proposed';
  const followed = plan.status === 'signed' && plan.state !== 'kept' && plan.state !== 'broken';
  const warns = plan.state === 'missed' || plan.state === 'warned' || plan.state === 'broken';
  const state = plan.state === null ? text.plan.statuses[plan.status] : text.plan.states[plan.state];
  const button = (label: string, what: PlanOpen) => (
    <Button kind="quiet" small onClick={() => setOpen(what)}>
      {label}
    </Button>
  );
  return (
    <Line
      head={name ?? text.plan.progress(euros(plan.receivedCents), euros(plan.totalCents))}
      badge={<Badge {...(warns ? { kind: 'warn' as const } : {})}>{state}</Badge>}
      acts={
        <>
          {plan.status === 'draft' && (
            <ActButton path={`/plans/${plan.planId}/propose`} label={text.plan.propose} done={text.plan.proposed} />
          )}
          {waits && button(text.plan.sign, 'sign')}
          {plan.state === 'warned' && button(text.plan.presented, 'presented')}
          {plan.status === 'signed' && (
            <FileButton path={`/plans/${plan.planId}/proof`} label={text.plan.keepProof} done={text.plan.kept} />
          )}
          {(waits || followed) && button(text.plan.cancel, 'cancel')}
        </>
      }
    >
      {name && <span>{text.plan.progress(euros(plan.receivedCents), euros(plan.totalCents))}</span>}
      <span className="wrap-anywhere">{numbers(plan.claims)}</span>
      <details>
        <summary>{text.plan.see}</summary>
        <ol className="instalments">
          {plan.instalments.map((one) => (
            <li key={one.dueOn} className="row-between">
              <span>
                <DayText day={one.dueOn} /> · {text.plan.instalment[one.state]}
              </span>
              <Amount cents={one.cents} />
            </li>
          ))}
        </ol>
      </details>
      {(['plan', 'acknowledgement'] as const).map((paper) => (
        <a key={paper} href={`/api/plans/${plan.planId}/papers/${paper}`} target="_blank" rel="noreferrer">
          {text.plan.papers[paper]}
        </a>
      ))}
      {plan.hasProof && (
        <a href={`/api/plans/${plan.planId}/proof`} target="_blank" rel="noreferrer">
          {text.plan.proof}
        </a>
      )}
      {plan.status === 'signed' && <span>{text.plan.limitation}</span>}
      {open === 'sign' && <SignDialog plan={plan} onClose={close} />}
      {open === 'presented' && <PresentedDialog plan={plan} onClose={close} />}
      {open === 'cancel' && <CancelPlanDialog plan={plan} onClose={close} />}
    </Line>
  );
}

export function PauseLine({ pause }: { pause: PauseView }) {
  return (
    <Line
      head={pause.claim ? `${text.pause.kinds[pause.kind]}\u00a0: ${pause.claim.number}` : text.pause.kinds[pause.kind]}
      badge={<Badge>{text.pause.states[pause.state]}</Badge>}
      acts={
        (pause.state === 'running' || pause.state === 'coming') && (
          <ActButton path={`/pauses/${pause.pauseId}/end`} label={text.pause.end} done={text.pause.ended} />
        )
      }
    >
      {pause.until && <span>{text.pause.days(fullDate(pause.from), fullDate(pause.until))}</span>}
      <span className="wrap-anywhere">{pause.reason}</span>
      {pause.isBackDated && <span>{text.pause.backDated(fullDate(pause.enteredOn))}</span>}
      {pause.sentMeanwhile.map((sent) => (
        <span key={`${sent.on}${sent.channel}`}>{text.pause.sent(sent.stepName, fullDate(sent.on))}</span>
      ))}
    </Line>
  );
}
