import { VAT_POINTS } from '@acquit/law';
import {
  type CaseView,
  VAT_POINT_NAMES,
  WRITE_OFF_REASONS,
  type WriteOffView,
  writeOffReasonName,
} from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { writeOffPreviewQuery } from '../../api/litigation.ts';
import { isDay } from '../../format/days.ts';
import { euros, isSumWrong, parseEuros } from '../../format/money.ts';
import { useSigned } from '../../shell/session.tsx';
import { writeOffs as text } from '../../texts/fr/write-offs.ts';
import { t } from '../../texts/index.ts';
import { AmountLine, Reasons } from '../../ui/bits.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { ClaimChoice } from '../commitments/claim-choice.tsx';
import { AccountingShown } from './write-off-accounting.tsx';

const unchosen = { value: '', label: t.common.choose };
const reasons = [unchosen, ...WRITE_OFF_REASONS.map((value) => ({ value, label: writeOffReasonName(value) }))];
const points = [unchosen, ...VAT_POINTS.map((value) => ({ value, label: VAT_POINT_NAMES[value] }))];

/** Claims of a case that may be given up: open, and ours to ask. */
export const losable = (view: CaseView) =>
  view.claims.filter(
    ({ status, kind, openCents }) =>
      status === 'open' && kind !== 'credit-note' && kind !== 'factored' && openCents > 0,
  );

/**
 * Gives claims up with what it does in sight. Neither the reason nor the time when VAT falls due is guessed: each decides
 * whether the VAT comes back.
 */
export function WriteOffDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { session } = useSigned();
  const offered = losable(view);
  const [chosen, setChosen] = useState<string[]>(() => offered.map(({ claimId }) => claimId));
  const [vat, setVat] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [reasonOn, setReasonOn] = useState('');
  const [vatPoint, setVatPoint] = useState('');
  const [duplicateSentOn, setDuplicate] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const typedVat = (id: string) => vat[id] ?? '';
  const vatWrong = (id: string) => isSumWrong(typedVat(id));
  const dayWrong = (day: string) => day !== '' && (!isDay(day) || day > session.today);
  const isLoss = reason !== 'uneconomic';
  const wrong =
    chosen.length === 0 ||
    reason === '' ||
    vatPoint === '' ||
    chosen.some(vatWrong) ||
    (isLoss && (dayWrong(reasonOn) || dayWrong(duplicateSentOn)));
  const order = {
    reason,
    reasonOn: (isLoss && reasonOn) || null,
    vatPoint,
    duplicateSentOn: (isLoss && duplicateSentOn) || null,
    claims: chosen.map((claimId) => ({ claimId, vatCents: parseEuros(typedVat(claimId)) })),
  };
  const preview = useQuery(writeOffPreviewQuery(view.caseId, wrong ? null : order));
  const shown = wrong || preview.isError ? undefined : preview.data;
  const cents = offered.reduce((sum, one) => sum + (chosen.includes(one.claimId) ? one.openCents : 0), 0);
  const act = useAct(
    (body: object, key) => change<WriteOffView>('POST', `/cases/${view.caseId}/write-offs`, body, key),
    ({ claims }) => {
      say(text.done(claims.length));
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (!wrong) act.mutate({ ...order, note: note.trim() || null });
  };
  const pastDay = (label: string, hint: string, value: string, onValue: (day: string) => void) => (
    <TextField
      optional
      label={label}
      hint={hint}
      type="date"
      max={session.today}
      value={value}
      onValue={onValue}
      error={dayWrong(value) ? text.dayWrong : null}
    />
  );
  return (
    <Dialog
      title={text.title}
      shape="wide"
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          {chosen.length > 0 && <p className="small soft">{text.consequence(chosen.length)}</p>}
          <SubmitFoot
            label={chosen.length > 0 ? text.submitFor(euros(cents)) : text.submit}
            busy={act.isPending}
            onClose={onClose}
          />
        </>
      }
    >
      <p className="soft">{text.text}</p>
      <ClaimChoice
        view={view}
        claims={offered}
        legend={text.claims}
        error={tried && chosen.length === 0 ? text.claimsMissing : null}
        chosen={chosen}
        onChosen={setChosen}
        more={(id, number) => (
          <TextField
            optional
            label={text.vat(number)}
            suffix="€"
            inputMode="decimal"
            hint={text.vatHint}
            value={vat[id] ?? ''}
            onValue={(value) => setVat({ ...vat, [id]: value })}
            error={vatWrong(id) ? text.amountWrong : null}
          />
        )}
      />
      <div className="form-grid">
        <SelectField
          label={text.reason}
          value={reason}
          onValue={setReason}
          options={reasons}
          error={tried && reason === '' ? text.reasonMissing : null}
        />
        <SelectField
          label={text.vatPoint}
          value={vatPoint}
          onValue={setVatPoint}
          options={points}
          error={tried && vatPoint === '' ? text.vatPointMissing : null}
        />
        {isLoss && pastDay(text.reasonOn, text.reasonOnHint, reasonOn, setReasonOn)}
        {isLoss && pastDay(text.duplicateSentOn, text.duplicateHint, duplicateSentOn, setDuplicate)}
        <TextAreaField wide optional label={text.note} rows={2} maxLength={2000} value={note} onValue={setNote} />
      </div>
      <section className="stack-tight" aria-live="polite">
        <h3>{text.preview}</h3>
        {shown ? (
          <div className={preview.isPlaceholderData ? 'stack is-stale' : 'stack'}>
            <dl className="sums">
              <AmountLine label={text.lost} cents={shown.amountCents} className="sums-total" />
            </dl>
            <Reasons reasons={shown.warnings} />
            {shown.accounting && <AccountingShown accounting={shown.accounting} />}
          </div>
        ) : (
          <p className="soft">{text.waiting}</p>
        )}
      </section>
      <ActError error={act.error ?? (wrong ? null : preview.error)} />
    </Dialog>
  );
}
