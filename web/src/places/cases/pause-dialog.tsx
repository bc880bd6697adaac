import type { CaseView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { addDays, isDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { ClaimChoice, openClaims } from '../commitments/claim-choice.tsx';

const text = t.cases.pauseDialog;
const more = t.commitments.pause;

/** Days on which a case, or some of its invoices, are left alone; a beginning in the past is said, and undoes nothing. */
export function PauseDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { session } = useSigned();
  const [from, setFrom] = useState(session.today);
  const [until, setUntil] = useState(addDays(session.today, 15));
  const [claimIds, setClaimIds] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<object>('POST', `/cases/${view.caseId}/pauses`, body, key),
    () => {
      say(text.done);
      onClose();
    },
  );
  const untilWrong = !isDay(until) || until <= session.today;
  const submit = () => {
    setTried(true);
    if (!untilWrong && isDay(from) && reason.trim()) act.mutate({ claimIds, from, until, reason: reason.trim() });
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft">{text.text}</p>
      <TextField
        label={more.from}
        type="date"
        max={until}
        hint={more.fromHint}
        value={from}
        onValue={setFrom}
        error={tried && !isDay(from) ? t.common.dayMissing : null}
      />
      <div className="stack-tight">
        <TextField
          label={text.until}
          type="date"
          min={addDays(session.today, 1)}
          value={until}
          onValue={setUntil}
          error={tried && untilWrong ? text.untilWrong : null}
        />
        <div className="row">
          {[7, 15, 30].map((days) => (
            <Button key={days} kind="quiet" small onClick={() => setUntil(addDays(session.today, days))}>
              {t.common.days(days)}
            </Button>
          ))}
        </div>
      </div>
      <TextField
        label={text.reason}
        maxLength={500}
        hint={text.reasonHint}
        value={reason}
        onValue={setReason}
        error={tried && !reason.trim() ? text.reasonMissing : null}
      />
      {openClaims(view).length > 1 && (
        <ClaimChoice view={view} legend={more.claims} hint={more.claimsHint} chosen={claimIds} onChosen={setClaimIds} />
      )}
      <ActError error={act.error} />
    </Dialog>
  );
}
