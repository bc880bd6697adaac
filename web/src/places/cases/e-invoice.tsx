import type { ClaimView, EInvoiceView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.cases.eInvoice;

interface Answer {
  answer: 'settled' | 'record-receipt';
  note?: string;
}

/** What the buyer's platform last said of a claim, and what it asks of the reader. */
export function EInvoiceStanding({ claim, eInvoice }: { claim: ClaimView; eInvoice: EInvoiceView }) {
  const [answering, setAnswering] = useState(false);
  const waits = eInvoice.task !== null && claim.status === 'open';
  return (
    <>
      <div className="small" data-e-invoice={eInvoice.status}>
        <span className={waits ? 'warn-text' : 'soft'} title={eInvoice.evidence.join('\n') || undefined}>
          {text.standing(
            eInvoice.label.charAt(0).toLowerCase() + eInvoice.label.slice(1),
            shortDay(eInvoice.at.slice(0, 10)),
          )}
        </span>{' '}
        {waits && (
          <button
            type="button"
            className="link-button"
            onClick={() => setAnswering(true)}
            aria-label={text.actionOn(claim.number)}
          >
            {text.action}
          </button>
        )}
      </div>
      {answering && <EInvoiceDialog claim={claim} eInvoice={eInvoice} onClose={() => setAnswering(false)} />}
    </>
  );
}

/** One question at a time: the platform's words, what they ask, and the two ways to answer. */
function EInvoiceDialog({
  claim,
  eInvoice,
  onClose,
}: {
  claim: ClaimView;
  eInvoice: EInvoiceView;
  onClose: () => void;
}) {
  const [note, setNote] = useState('');
  const say = useSay();
  const { task, unrecordedCents, evidence } = eInvoice;
  const act = useAct(
    (body: Answer, key) => change<ClaimView>('POST', `/claims/${claim.claimId}/e-invoice`, body, key),
    (_, { answer }) => {
      say(answer === 'settled' ? text.settled(claim.number) : text.recorded(euros(unrecordedCents)));
      onClose();
    },
  );
  const settle = () => act.mutate({ answer: 'settled', ...(note.trim() === '' ? {} : { note: note.trim() }) });
  const record = () => act.mutate({ answer: 'record-receipt' });
  const declared = unrecordedCents > 0;
  return (
    <Dialog
      title={task?.title ?? text.title(claim.number)}
      onClose={onClose}
      onSubmit={declared ? record : settle}
      foot={
        <>
          {declared && (
            <>
              <Button kind="quiet" busy={act.isPending} onClick={settle}>
                {text.notPaid}
              </Button>
              <span className="grow" />
            </>
          )}
          <SubmitFoot
            label={declared ? text.record(euros(unrecordedCents)) : text.settle}
            busy={act.isPending}
            onClose={onClose}
          />
        </>
      }
    >
      <p>{task?.message}</p>
      {evidence.length > 0 && (
        <ul className="small soft">
          {evidence.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <TextAreaField label={text.note} hint={text.noteHint} value={note} onValue={setNote} />
      <ActError error={act.error} />
    </Dialog>
  );
}
