import type { WorkItem } from '@acquit/recovery';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Amount, Reasons } from '../../ui/bits.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ChoiceField, TextAreaField } from '../../ui/field.tsx';
import { ActError, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.today.call;
const outcomes = ['promised', 'reached', 'disputed', 'left-message', 'no-answer', 'wrong-number'] as const;
const results = outcomes.map((value) => ({ value, label: t.words.result[value] ?? value }));

/** The number to call, what to say by objective, and what came out of the call. */
export function CallDialog({ item, onClose, onDone }: { item: WorkItem; onClose: () => void; onDone: () => void }) {
  const [result, setResult] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const record = useAct(
    (body: { result: string; note?: string }, key) =>
      change<{ ok: true }>('POST', `/actions/${item.actionId}/done`, body, key),
    () => {
      say(text.recorded(item.debtorName));
      onDone();
    },
  );
  const submit = () => {
    setTried(true);
    if (result) record.mutate({ result, ...(note.trim() ? { note: note.trim() } : {}) });
  };
  return (
    <Dialog
      title={text.title(item.debtorName)}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={record.isPending} onClose={onClose} />}
    >
      <CallSheet item={item} />
      <ChoiceField legend={text.result} value={result} onValue={setResult} options={results} />
      {tried && !result && <Notice kind="warn">{text.missing}</Notice>}
      <TextAreaField label={text.note} hint={text.noteHint} optional maxLength={2_000} value={note} onValue={setNote} />
      <ActError error={record.error} />
    </Dialog>
  );
}

/** The number and the script alone, for the dialog and for the one-by-one screen. */
export function CallSheet({ item }: { item: WorkItem }) {
  return (
    <>
      <div className="stack-tight">
        {item.phone ? (
          <a className="phone" href={`tel:${item.phone.replace(/\s/g, '')}`}>
            {item.phone}
          </a>
        ) : (
          <p>
            {text.noPhone}{' '}
            <Link to="/dossiers/$caseId" params={{ caseId: item.caseId }}>
              {text.addPhone}
            </Link>
          </p>
        )}
        <p className="soft">
          {item.stepName} · <Amount cents={item.totalCents} />
        </p>
        <Reasons reasons={item.reasons} />
      </div>
      {item.script.length > 0 && (
        <section className="stack-tight">
          <h3>{text.script}</h3>
          <ul className="script">
            {item.script.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
