import type { InstalmentPlanView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.commitments.plan;

interface Props {
  plan: InstalmentPlanView;
  onClose: () => void;
}

/** The day the debtor signed, and who signed for him: from that day the plan is followed. */
export function SignDialog({ plan, onClose }: Props) {
  const { session } = useSigned();
  const [signedOn, setSignedOn] = useState(session.today);
  const [signedBy, setSignedBy] = useState(plan.debtorSignatory ?? '');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<InstalmentPlanView>('POST', `/plans/${plan.planId}/sign`, body, key),
    () => {
      say(text.signed);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (isDay(signedOn) && signedBy.trim()) act.mutate({ signedOn, signedBy: signedBy.trim() });
  };
  return (
    <Dialog
      title={text.signTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.signSubmit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft">{text.signText}</p>
      <div className="form-grid">
        <TextField
          label={text.signedOn}
          type="date"
          min={plan.madeOn}
          max={session.today}
          value={signedOn}
          onValue={setSignedOn}
          error={tried && !isDay(signedOn) ? t.common.dayMissing : null}
        />
        <TextField
          label={text.signedBy}
          maxLength={200}
          value={signedBy}
          onValue={setSignedBy}
          error={tried && !signedBy.trim() ? text.signedByMissing : null}
        />
      </div>
      <ActError error={act.error} />
    </Dialog>
  );
}

/** The day the notice of a missed instalment was first presented. */
export function PresentedDialog({ plan, onClose }: Props) {
  const { session } = useSigned();
  const [on, setOn] = useState(session.today);
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<InstalmentPlanView>('POST', `/plans/${plan.planId}/presented`, body, key),
    () => {
      say(text.presentedDone);
      onClose();
    },
  );
  return (
    <Dialog
      title={text.presented}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (isDay(on)) act.mutate({ on });
      }}
      foot={<SubmitFoot label={t.common.save} busy={act.isPending} onClose={onClose} />}
    >
      <TextField
        label={text.presentedOn}
        type="date"
        max={session.today}
        value={on}
        onValue={setOn}
        error={tried && !isDay(on) ? t.common.dayMissing : null}
      />
      <ActError error={act.error} />
    </Dialog>
  );
}

/** Ends a plan, with the reason that the journal keeps. */
export function CancelPlanDialog({ plan, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<InstalmentPlanView>('POST', `/plans/${plan.planId}/cancel`, body, key),
    () => {
      say(text.cancelled);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (reason.trim()) act.mutate({ reason: reason.trim() });
  };
  return (
    <Dialog
      title={text.cancel}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.cancel} busy={act.isPending} cancel={t.common.back} onClose={onClose} />}
    >
      <TextField
        label={text.cancelReason}
        maxLength={1000}
        value={reason}
        onValue={setReason}
        error={tried && !reason.trim() ? text.cancelMissing : null}
      />
      <ActError error={act.error} />
    </Dialog>
  );
}
