import type { CaseView, PromiseView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { promisePreviewQuery } from '../../api/commitments.ts';
import { addDays, fullDate, isDay } from '../../format/days.ts';
import { euros, parseEuros } from '../../format/money.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Reasons } from '../../ui/bits.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { ClaimChoice, openClaims } from './claim-choice.tsx';

const text = t.commitments.promise;
const channels = Object.entries(text.channels).map(([value, label]) => ({ value, label }));
const IN_A_WEEK = 7;

/** A date of payment that somebody gave, with what it will give before it is recorded. */
export function PromiseDialog({
  view,
  replaces,
  onClose,
}: {
  view: CaseView;
  /** A promise that this one takes the place of. */
  replaces?: PromiseView | undefined;
  onClose: () => void;
}) {
  const { session } = useSigned();
  const [amount, setAmount] = useState('');
  const [promisedOn, setPromisedOn] = useState(addDays(session.today, IN_A_WEEK));
  const [madeBy, setMadeBy] = useState(replaces?.madeBy ?? view.debtor.contactName ?? '');
  const [channel, setChannel] = useState('phone');
  const [note, setNote] = useState('');
  const [claimIds, setClaimIds] = useState<string[]>(replaces?.claims.map(({ claimId }) => claimId) ?? []);
  const [tried, setTried] = useState(false);
  const say = useSay();
  const cents = amount.trim() === '' ? null : parseEuros(amount);
  const amountWrong = amount.trim() !== '' && cents === null;
  const dayWrong = !isDay(promisedOn) || promisedOn < session.today;
  const wrong = amountWrong || dayWrong;
  const asked = { promisedOn, amountCents: cents, claimIds };
  const preview = useQuery(promisePreviewQuery(view.caseId, wrong ? null : asked));
  const act = useAct(
    (body: object, key) => change<{ promise: PromiseView }>('POST', `/cases/${view.caseId}/promises`, body, key),
    ({ promise }) => {
      say(text.done(fullDate(promise.untilOn)));
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (!wrong)
      act.mutate({
        ...asked,
        channel,
        madeBy: madeBy.trim() || null,
        note: note.trim() || null,
        ...(replaces && { replaces: replaces.promiseId }),
      });
  };
  return (
    <Dialog
      title={replaces ? text.replaceTitle : text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      {replaces && <p className="soft">{text.for(euros(replaces.amountCents), fullDate(replaces.promisedOn))}</p>}
      <p className="soft">{text.text}</p>
      <div className="form-grid">
        <TextField
          label={text.on}
          type="date"
          min={session.today}
          value={promisedOn}
          onValue={setPromisedOn}
          error={tried && dayWrong ? text.onWrong : null}
        />
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
        <TextField optional label={text.by} maxLength={200} value={madeBy} onValue={setMadeBy} />
        <SelectField label={text.channel} value={channel} onValue={setChannel} options={channels} />
        <TextField wide optional label={text.note} maxLength={2000} value={note} onValue={setNote} />
      </div>
      <div aria-live="polite">
        {preview.data && !wrong && !preview.isError && (
          <>
            <p>{text.preview(fullDate(preview.data.expectedOn), fullDate(preview.data.untilOn))}</p>
            <Reasons reasons={preview.data.warnings} />
          </>
        )}
      </div>
      {openClaims(view).length > 1 && (
        <ClaimChoice view={view} legend={text.claims} hint={text.claimsHint} chosen={claimIds} onChosen={setClaimIds} />
      )}
      {!wrong && preview.error ? <ActError lasting error={preview.error} /> : <ActError error={act.error} />}
    </Dialog>
  );
}
