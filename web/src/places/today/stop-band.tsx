import type { VolumeStop } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { shortDay } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ActError, Notice, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.today.stop;

/** Repeats what letting them go does: a message that has left is not called back. */
function GoDialog({ stop, onClose }: { stop: VolumeStop; onClose: () => void }) {
  const say = useSay();
  const act = useAct(
    (_: null, key) => change('POST', `/volume-stops/${stop.stopId}/let-go`, {}, key),
    () => {
      say(text.went);
      onClose();
    },
  );
  return (
    <Dialog
      title={text.goTitle}
      onClose={onClose}
      onSubmit={() => act.mutate(null)}
      foot={<SubmitFoot label={text.go} busy={act.isPending} onClose={onClose} />}
    >
      <p>{text.goText(stop.messages)}</p>
      <ActError error={act.error} />
    </Dialog>
  );
}

/** A day whose messages are held back because they are too many: let them go, or keep them. */
export function StopBand({ stop }: { stop: VolumeStop }) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const keep = useAct(
    (_: null, key) => change<{ messages: number }>('POST', `/volume-stops/${stop.stopId}/keep`, {}, key),
    ({ messages }) => say(text.kept(messages)),
  );
  return (
    <>
      <Notice
        kind="warn"
        title={text.title(shortDay(stop.onDay), stop.messages)}
        actions={
          <>
            <Button small onClick={() => setAsking(true)}>
              {text.go}
            </Button>
            <Button
              small
              kind="quiet"
              busy={keep.isPending}
              onClick={() => keep.mutate(null, { onError: (error) => say(tellError(error).title) })}
            >
              {text.keep}
            </Button>
          </>
        }
      >
        <p>{text[stop.reason](stop.allowed)}</p>
      </Notice>
      {asking && <GoDialog stop={stop} onClose={() => setAsking(false)} />}
    </>
  );
}
