import type { WorkItem } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Amount, Reasons } from '../../ui/bits.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.today.decide;

/** A step that only a person can settle: the facts, then the decision in the person's own words. */
export function DecideDialog({ item, onClose, onDone }: { item: WorkItem; onClose: () => void; onDone: () => void }) {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const record = useAct(
    (body: { result: string; note: string }, key) =>
      change<{ ok: true }>('POST', `/actions/${item.actionId}/done`, body, key),
    () => {
      say(text.recorded(item.debtorName));
      onDone();
    },
  );
  const submit = () => {
    setTried(true);
    if (note.trim()) record.mutate({ result: 'decided', note: note.trim() });
  };
  return (
    <Dialog
      title={text.title(item.debtorName)}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={record.isPending} onClose={onClose} />}
    >
      <p>
        {item.stepName} · <Amount cents={item.totalCents} />
      </p>
      <Reasons reasons={item.reasons} />
      {item.script.length > 0 && (
        <ul className="script">
          {item.script.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <TextAreaField
        label={text.note}
        maxLength={2_000}
        hint={text.noteHint}
        value={note}
        onValue={setNote}
        error={tried && !note.trim() ? text.missing : null}
      />
      <ActError error={record.error} />
    </Dialog>
  );
}
