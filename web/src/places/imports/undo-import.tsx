import type { ImportJobView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { countsText } from './counts.ts';

const text = t.imports.undo;

/** Takes the last import back, after saying what that takes away. */
export function UndoImport({ job, onUndone }: { job: ImportJobView; onUndone?: (job: ImportJobView) => void }) {
  const [asking, setAsking] = useState(false);
  const say = useSay();
  const act = useAct(
    (_: null, key) => change<ImportJobView>('POST', `/imports/${job.importId}/undo`, {}, key),
    (undone) => {
      say(text.done(job.fileName));
      setAsking(false);
      onUndone?.(undone);
    },
  );
  if (!job.canUndo) return null;
  return (
    <>
      <Button small aria-label={text.name(job.fileName)} onClick={() => setAsking(true)}>
        {text.action}
      </Button>
      {asking && (
        <Dialog
          title={text.title}
          onClose={() => setAsking(false)}
          onSubmit={() => act.mutate(null)}
          foot={
            <SubmitFoot label={text.submit} busy={act.isPending} cancel={text.keep} onClose={() => setAsking(false)} />
          }
        >
          <p className="wrap-anywhere">{text.what(job.fileName, countsText(job.changes))}</p>
          <p className="soft">{text.text}</p>
          <ActError error={act.error} />
        </Dialog>
      )}
    </>
  );
}
