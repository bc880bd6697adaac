import type { AccessoryChoice, ClaimView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isDay } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.cases.claimEdit;
const choices = (['claimed', 'reserved', 'waived'] as const).map((value) => ({
  value,
  label: t.words.accessory[value],
  hint: text.hints[value],
}));

interface ClaimChange {
  penalties?: AccessoryChoice;
  indemnity?: AccessoryChoice;
  dueOn?: string;
  status?: 'cancelled';
}

/** The creditor's choices about one claim. Taking it out cannot be undone, so it repeats its consequence first. */
export function ClaimDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }) {
  const [penalties, setPenalties] = useState<string>(claim.penalties);
  const [indemnity, setIndemnity] = useState<string>(claim.indemnity);
  const [dueOn, setDueOn] = useState(claim.dueOn ?? '');
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: ClaimChange, key) => change<ClaimView>('PATCH', `/claims/${claim.claimId}`, body, key),
    (_, body) => {
      say(body.status ? text.removed(claim.number) : text.saved(claim.number));
      onClose();
    },
  );
  // Half a date is not the date left as it was.
  const dueWrong = dueOn !== (claim.dueOn ?? '') && !isDay(dueOn);
  const save = () => {
    setTried(true);
    if (dueWrong) return;
    const body: ClaimChange = {
      ...(penalties === claim.penalties ? {} : { penalties: penalties as AccessoryChoice }),
      ...(indemnity === claim.indemnity ? {} : { indemnity: indemnity as AccessoryChoice }),
      ...(dueOn === (claim.dueOn ?? '') ? {} : { dueOn }),
    };
    if (Object.keys(body).length === 0) onClose();
    else act.mutate(body);
  };
  if (removing) {
    return (
      <Dialog
        title={text.removeTitle(claim.number)}
        onClose={onClose}
        onSubmit={() => act.mutate({ status: 'cancelled' })}
        foot={
          <SubmitFoot
            label={text.removeConfirm}
            busy={act.isPending}
            cancel={t.common.back}
            onClose={() => setRemoving(false)}
          />
        }
      >
        <p>{text.removeText}</p>
        <ActError error={act.error} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={text.title(claim.number)}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button kind="quiet" onClick={() => setRemoving(true)}>
            {text.remove}
          </Button>
          <span className="grow" />
          <SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />
        </>
      }
    >
      <p className="soft">{text.lead}</p>
      <ChoiceField legend={text.penalties} value={penalties} onValue={setPenalties} options={choices} />
      <ChoiceField legend={text.indemnity} value={indemnity} onValue={setIndemnity} options={choices} />
      <TextField
        label={text.due}
        hint={text.dueHint}
        type="date"
        value={dueOn}
        onValue={setDueOn}
        error={tried && dueWrong ? t.common.dayMissing : null}
      />
      <ActError error={act.error} />
    </Dialog>
  );
}
