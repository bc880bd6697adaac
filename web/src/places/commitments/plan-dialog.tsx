import type { CaseView, InstalmentPlanView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { planPreviewQuery } from '../../api/commitments.ts';
import { addDays, isDay } from '../../format/days.ts';
import { parseEuros } from '../../format/money.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, DayText, Reasons } from '../../ui/bits.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ChoiceField, SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { ClaimChoice, openClaims } from './claim-choice.tsx';
import { type CustomRow, CustomRows, customCut, newRow } from './custom-rows.tsx';

const text = t.commitments.plan;
const rhythms = Object.entries(text.rhythms).map(([value, label]) => ({ value, label }));
const choices = Object.entries(text.accessoriesChoices).map(([value, choice]) => ({ value, ...choice }));
const bys = Object.entries(text.bys).map(([value, label]) => ({ value, label }));
const A_FORTNIGHT = 14;

/** A plan drawn up with its dates and sums in sight; it is a draft until it is signed. */
export function PlanDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { session } = useSigned();
  const [by, setBy] = useState<'rhythm' | 'custom'>('rhythm');
  const [rows, setRows] = useState<CustomRow[]>([newRow(addDays(session.today, A_FORTNIGHT))]);
  const [first, setFirst] = useState('');
  const [count, setCount] = useState('3');
  const [from, setFrom] = useState(addDays(session.today, A_FORTNIGHT));
  const [every, setEvery] = useState('month');
  const [accessories, setAccessories] = useState('reserved');
  const [clauseDays, setClauseDays] = useState('8');
  const [debtorSignatory, setSignatory] = useState('');
  const [retentionOfTitle, setRetention] = useState(false);
  const [claimIds, setClaimIds] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const say = useSay();
  const firstPaymentCents = first.trim() === '' ? 0 : parseEuros(first);
  const [instalments, days] = [Number(count), Number(clauseDays)];
  const countWrong = !(Number.isInteger(instalments) && instalments >= 1 && instalments <= 60);
  const rhythmWrong = firstPaymentCents === null || countWrong || !isDay(from);
  const clauseWrong = !(Number.isInteger(days) && days >= 1 && days <= 90);
  const custom = customCut(rows);
  const wrong = (by === 'rhythm' ? rhythmWrong : custom === null) || clauseWrong;
  const order = {
    claimIds,
    accessories,
    clauseDays: days,
    cut:
      by === 'custom'
        ? { instalments: custom ?? [] }
        : { firstPaymentCents: firstPaymentCents ?? 0, from, count: instalments, every },
    debtorSignatory: debtorSignatory.trim() || null,
    retentionOfTitle,
  };
  const preview = useQuery(planPreviewQuery(view.caseId, wrong ? null : order));
  const act = useAct(
    (body: object, key) => change<{ plan: InstalmentPlanView }>('POST', `/cases/${view.caseId}/plans`, body, key),
    () => {
      say(text.done);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (!wrong) act.mutate(order);
  };
  return (
    <Dialog
      title={text.title}
      shape="wide"
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft">{text.text}</p>
      <ChoiceField legend={text.by} value={by} onValue={(value) => setBy(value as 'rhythm' | 'custom')} options={bys} />
      {by === 'custom' && <CustomRows rows={rows} tried={tried} onRows={setRows} />}
      <div className="form-grid">
        {by === 'rhythm' && (
          <>
            <TextField
              label={text.count}
              inputMode="numeric"
              value={count}
              onValue={setCount}
              error={tried && countWrong ? text.countWrong : null}
            />
            <SelectField label={text.every} value={every} onValue={setEvery} options={rhythms} />
            <TextField
              label={text.from}
              type="date"
              min={session.today}
              value={from}
              onValue={setFrom}
              error={tried && !isDay(from) ? t.common.dayMissing : null}
            />
            <TextField
              optional
              label={text.first}
              suffix="€"
              inputMode="decimal"
              value={first}
              onValue={setFirst}
              error={tried && firstPaymentCents === null ? t.commitments.promise.amountWrong : null}
            />
          </>
        )}
        <TextField
          wide
          label={text.clause}
          inputMode="numeric"
          value={clauseDays}
          onValue={setClauseDays}
          error={tried && clauseWrong ? text.clauseWrong : null}
        />
        <TextField
          wide
          optional
          label={text.signatory}
          maxLength={200}
          value={debtorSignatory}
          onValue={setSignatory}
        />
      </div>
      <ChoiceField legend={text.accessories} value={accessories} onValue={setAccessories} options={choices} />
      <label className="choice">
        <input type="checkbox" checked={retentionOfTitle} onChange={(event) => setRetention(event.target.checked)} />
        <span>{text.retention}</span>
      </label>
      {preview.data && !wrong && !preview.isError && (
        <section aria-live="polite">
          <h3>{text.preview}</h3>
          <ol className="instalments">
            {preview.data.instalments.map((one) => (
              <li key={one.dueOn} className="row-between">
                <DayText day={one.dueOn} />
                <Amount cents={one.cents} />
              </li>
            ))}
            <li className="row-between strong">
              <span>{t.common.total}</span>
              <Amount cents={preview.data.totalCents} />
            </li>
          </ol>
          <Reasons reasons={preview.data.warnings} />
        </section>
      )}
      {openClaims(view).length > 1 && (
        <ClaimChoice
          view={view}
          legend={t.commitments.promise.claims}
          hint={t.commitments.promise.claimsHint}
          chosen={claimIds}
          onChosen={setClaimIds}
        />
      )}
      {!wrong && preview.error ? <ActError lasting error={preview.error} /> : <ActError error={act.error} />}
    </Dialog>
  );
}
