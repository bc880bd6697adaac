import type { HandOverView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { handOvers } from '../../texts/fr/hand-overs.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { TermsFields, termsWrong } from './terms-fields.tsx';

const text = handOvers.page;

interface Props {
  view: HandOverView;
  onClose: () => void;
}

/** The end of a hand-over, with its result. */
export function EndDialog({ view, onClose }: Props) {
  const { session } = useSigned();
  const [on, setOn] = useState(session.today);
  const [outcome, setOutcome] = useState('paid');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const wrong = !isDay(on) || on > session.today || on < view.openedOn;
  const act = useAct(
    (body: object, key) => change('POST', `/hand-overs/${view.handOverId}/end`, body, key),
    () => {
      say(text.endDone);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (!wrong) act.mutate({ on, outcome, note: note.trim() || null });
  };
  return (
    <Dialog
      title={text.endTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.end} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft">{text.endText}</p>
      <div className="form-grid">
        <SelectField
          label={text.outcome}
          value={outcome}
          onValue={setOutcome}
          options={Object.entries(text.outcomes).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          label={text.endOn}
          type="date"
          min={view.openedOn}
          max={session.today}
          value={on}
          onValue={setOn}
          error={tried && wrong ? text.endOnWrong : null}
        />
        <TextAreaField wide optional label={text.endNote} maxLength={2000} value={note} onValue={setNote} />
      </div>
      <ActError error={act.error} />
    </Dialog>
  );
}

/** What is agreed, changed: the draft follows. */
export function AmendDialog({ view, onClose }: Props) {
  const [terms, setTerms] = useState(view.terms);
  const [remittance, setRemittance] = useState(view.terms.remittanceDays?.toString() ?? '');
  const [reference, setReference] = useState(view.reference ?? '');
  const [note, setNote] = useState(view.note ?? '');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change('PUT', `/hand-overs/${view.handOverId}`, body, key),
    () => {
      say(text.saved);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (termsWrong(remittance)) return;
    const remittanceDays = remittance.trim() === '' ? null : Number(remittance);
    act.mutate({
      terms: { ...terms, remittanceDays },
      reference: reference.trim() || null,
      note: note.trim() || null,
    });
  };
  return (
    <Dialog
      title={text.edit}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={handOvers.open.save} busy={act.isPending} onClose={onClose} />}
    >
      <TermsFields
        terms={terms}
        onTerms={setTerms}
        remittance={remittance}
        onRemittance={setRemittance}
        reference={reference}
        onReference={setReference}
        tried={tried}
      />
      <TextAreaField optional label={handOvers.open.note} maxLength={2000} value={note} onValue={setNote} />
      <ActError error={act.error} />
    </Dialog>
  );
}
