import type { ProcedureView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { editableEuros, parseEuros } from '../../format/money.ts';
import { litigation } from '../../texts/fr/litigation.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = litigation.procedure;

interface Props {
  view: ProcedureView;
  onClose: () => void;
}

/** Closes a procedure; it may be opened again. */
export function CloseDialog({ view, onClose }: Props) {
  const [reason, setReason] = useState('');
  const say = useSay();
  const act = useAct(
    (body: object, key) => change('POST', `/procedures/${view.procedureId}/close`, body, key),
    () => {
      say(text.closeDone);
      onClose();
    },
  );
  return (
    <Dialog
      title={text.closeTitle}
      onClose={onClose}
      onSubmit={() => act.mutate({ reason: reason.trim() || null })}
      foot={<SubmitFoot label={text.close} busy={act.isPending} onClose={onClose} />}
    >
      <p>{text.closeText}</p>
      <TextField optional label={text.closeReason} maxLength={500} value={reason} onValue={setReason} />
      <ActError error={act.error} />
    </Dialog>
  );
}

/** Puts right what a procedure says of itself: court, number, sum, note. */
export function CorrectDialog({ view, onClose }: Props) {
  const [courtName, setCourtName] = useState(view.courtName ?? '');
  const [caseNumber, setCaseNumber] = useState(view.caseNumber ?? '');
  const [amount, setAmount] = useState(editableEuros(view.amountCents));
  const [note, setNote] = useState(view.note ?? '');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const cents = parseEuros(amount);
  const act = useAct(
    (body: object, key) => change('PATCH', `/procedures/${view.procedureId}`, body, key),
    () => {
      say(text.editDone);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (cents === null) return;
    const court = courtName.trim() || null;
    act.mutate({
      // Another name is another court than the one of the imported files.
      ...(court === view.courtName ? {} : { courtName: court, courtId: null }),
      caseNumber: caseNumber.trim() || null,
      amountCents: cents,
      note: note.trim() || null,
    });
  };
  return (
    <Dialog
      title={text.edit}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.save} busy={act.isPending} onClose={onClose} />}
    >
      <div className="form-grid">
        <TextField wide optional label={text.facts.court} maxLength={200} value={courtName} onValue={setCourtName} />
        <TextField optional label={text.facts.number} maxLength={60} value={caseNumber} onValue={setCaseNumber} />
        <TextField
          label={text.facts.amount}
          suffix="€"
          inputMode="decimal"
          value={amount}
          onValue={setAmount}
          error={tried && cents === null ? litigation.event.amountWrong : null}
        />
        <TextAreaField wide optional label={text.facts.note} maxLength={2000} value={note} onValue={setNote} />
      </div>
      <ActError error={act.error} />
    </Dialog>
  );
}
