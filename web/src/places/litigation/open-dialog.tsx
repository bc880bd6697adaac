import { COURT_NAMES, COURTS } from '@acquit/law';
import { type CaseView, PROCEDURE_KINDS, type ProcedureView, procedureName } from '@acquit/recovery';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isDay } from '../../format/days.ts';
import { isSumWrong, parseEuros } from '../../format/money.ts';
import { useSigned } from '../../shell/session.tsx';
import { litigation } from '../../texts/fr/litigation.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { type ChosenCourt, CourtChooser } from '../courts/court-chooser.tsx';

const text = litigation.openIt;
const kinds = PROCEDURE_KINDS.map((value) => ({ value, label: procedureName(value) }));
const USUAL = 'injonction-de-payer';
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const courtKinds = [
  { value: '', label: text.unsaid },
  ...COURTS.map((value) => ({ value, label: capital(COURT_NAMES[value]) })),
];

/** Opens a procedure that was engaged, or is about to be: nothing leaves for a court from here. */
export function OpenDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { session } = useSigned();
  const [kind, setKind] = useState<string>(USUAL);
  const [on, setOn] = useState(session.today);
  const [courtKind, setCourtKind] = useState('');
  const [court, setCourt] = useState<ChosenCourt | null>(null);
  const [caseNumber, setCaseNumber] = useState('');
  const [amount, setAmount] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const navigate = useNavigate();
  const cents = parseEuros(amount);
  const amountWrong = isSumWrong(amount);
  const onWrong = !isDay(on) || on > session.today;
  const act = useAct(
    (body: object, key) => change<ProcedureView>('POST', `/cases/${view.caseId}/procedures`, body, key),
    ({ procedureId }) => {
      say(text.done);
      void navigate({ to: '/contentieux/procedures/$procedureId', params: { procedureId } });
    },
  );
  const submit = () => {
    setTried(true);
    if (amountWrong || onWrong) return;
    act.mutate({
      kind,
      openedOn: on,
      courtKind: courtKind || null,
      courtName: court?.name ?? null,
      courtId: court?.courtId ?? null,
      caseNumber: caseNumber.trim() || null,
      ...(cents === null ? {} : { amountCents: cents }),
    });
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft">{text.text}</p>
      <div className="form-grid">
        <SelectField wide label={text.kind} value={kind} onValue={setKind} options={kinds} />
        <TextField
          label={text.on}
          type="date"
          max={session.today}
          value={on}
          onValue={setOn}
          error={tried && onWrong ? text.onWrong : null}
        />
        <SelectField
          label={text.courtKind}
          value={courtKind}
          onValue={(value) => {
            setCourtKind(value);
            setCourt(null);
          }}
          options={courtKinds}
        />
        {courtKind !== '' && (
          <div className="wide">
            <CourtChooser
              key={courtKind}
              place={{
                court: courtKind,
                postcode: view.debtor.postcode,
                city: view.debtor.city,
                amountCents: cents ?? view.owed.principalCents,
              }}
              onChoose={setCourt}
            />
          </div>
        )}
        <TextField optional label={text.caseNumber} maxLength={60} value={caseNumber} onValue={setCaseNumber} />
        <TextField
          optional
          label={text.amount}
          suffix="€"
          inputMode="decimal"
          hint={text.amountHint}
          value={amount}
          onValue={setAmount}
          error={tried && amountWrong ? text.amountWrong : null}
        />
      </div>
      <ActError error={act.error} />
    </Dialog>
  );
}
