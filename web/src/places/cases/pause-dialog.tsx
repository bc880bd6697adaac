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

const text = t.cases.pauseDialog;

export function PauseDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { session } = useSigned();
  const [until, setUntil] = useState(addDays(session.today, 15));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: { until: string; reason: string }, key) => change<CaseView>('POST', `/cases/${caseId}/pause`, body, key),
    () => {
      say(text.done);
      onClose();
    },
  );
  const untilWrong = !isDay(until) || until <= session.today;
  const submit = () => {
    setTried(true);
    if (!untilWrong && reason.trim()) act.mutate({ until, reason: reason.trim() });
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft">{text.text}</p>
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
      <ActError error={act.error} />
    </Dialog>
  );
}
