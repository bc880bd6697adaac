import type { DisputeView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.commitments.dispute;

/** Gives a dispute to somebody else, or more time. */
export function ReassignDialog({ dispute, onClose }: { dispute: DisputeView; onClose: () => void }) {
  const { session } = useSigned();
  const [owner, setOwner] = useState(dispute.owner ?? session.user?.name ?? '');
  const [deadlineOn, setDeadlineOn] = useState(dispute.deadlineOn ?? session.today);
  const [details, setDetails] = useState(dispute.details ?? '');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<DisputeView>('PATCH', `/disputes/${dispute.disputeId}`, body, key),
    () => {
      say(text.reassigned(owner.trim()));
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (owner.trim() && isDay(deadlineOn))
      act.mutate({ owner: owner.trim(), deadlineOn, details: details.trim() || null });
  };
  return (
    <Dialog
      title={text.reassignTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={t.common.save} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft wrap-anywhere">{dispute.reasonName}</p>
      <div className="form-grid">
        <TextField
          label={text.ownerLabel}
          maxLength={200}
          value={owner}
          onValue={setOwner}
          error={tried && !owner.trim() ? text.ownerMissing : null}
        />
        <TextField
          label={text.deadline}
          type="date"
          value={deadlineOn}
          onValue={setDeadlineOn}
          error={tried && !isDay(deadlineOn) ? t.common.dayMissing : null}
        />
        <TextAreaField wide optional label={text.details} maxLength={2000} value={details} onValue={setDetails} />
      </div>
      <ActError error={act.error} />
    </Dialog>
  );
}
