import type { Channel, PassView, Reason } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Reasons } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ActError, Loaded, Notice } from '../../ui/states.tsx';

interface RunAnswer {
  pass: PassView;
  decisions: { debtorName: string; stepName: string; channel: Channel; totalCents: number; reasons: Reason[] }[];
}

const text = t.today.pass;

function Decisions({ decisions }: { decisions: RunAnswer['decisions'] }) {
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{text.columns.debtor}</th>
            <th scope="col">{text.columns.step}</th>
            <th scope="col" className="number">
              {text.columns.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the answer is drawn once and never reordered.
            <tr key={index}>
              <th scope="row" className="wrap-anywhere">
                {decision.debtorName}
              </th>
              <td>
                {decision.stepName} · <span className="nowrap">{t.words.channel[decision.channel]}</span>
                <Reasons reasons={decision.reasons} />
              </td>
              <td className="number">
                <Amount cents={decision.totalCents} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Shows what the pass would do first; only then offers to do it. */
export function RunDialog({ onClose }: { onClose: () => void }) {
  const company = useCompany();
  const path = `/companies/${company.companyId}/run`;
  const rehearsal = useQuery({
    queryKey: ['rehearsal', company.companyId],
    queryFn: () => change<RunAnswer>('POST', path, { dryRun: true }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const run = useAct((_: null, key) => change<RunAnswer>('POST', path, { dryRun: false }, key));
  const count = rehearsal.data?.decisions.length ?? 0;
  const live = company.mode === 'live';
  return (
    <Dialog
      title={text.dialog}
      shape="wide"
      onClose={onClose}
      foot={
        run.isSuccess ? (
          <Button kind="primary" onClick={onClose}>
            {t.common.close}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t.common.cancel}</Button>
            {rehearsal.isSuccess && (
              <Button kind="primary" busy={run.isPending} onClick={() => run.mutate(null)}>
                {run.isPending ? text.going : live && count > 0 ? text.goLive(count) : text.go}
              </Button>
            )}
          </>
        )
      }
    >
      {run.isSuccess ? (
        <Notice title={text.done}>
          <p>{text.line(run.data.pass.decisions, run.data.pass.messages, run.data.pass.tasks)}</p>
          {run.data.pass.parked > 0 && <p>{text.parked(run.data.pass.parked)}</p>}
          <p className="soft">{text.again}</p>
        </Notice>
      ) : (
        <Loaded from={rehearsal} lines={5}>
          {(answer) => (
            <>
              <p>{text.wouldDo(answer.decisions.length)}</p>
              {answer.decisions.length > 0 && (
                <>
                  {live ? <Notice kind="warn">{text.liveMode}</Notice> : <p className="soft">{text.testMode}</p>}
                  <Decisions decisions={answer.decisions} />
                </>
              )}
            </>
          )}
        </Loaded>
      )}
      <ActError error={run.error} />
    </Dialog>
  );
}
