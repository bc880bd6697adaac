import type { CaseView, DisputeView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { caseQuery } from '../../api/queries.ts';
import { addDays, isDay } from '../../format/days.ts';
import { euros, isSumWrong, parseEuros } from '../../format/money.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ChoiceField, SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { ClaimChoice } from './claim-choice.tsx';

const text = t.commitments.dispute;
/** None is chosen beforehand: what the customer contests is for a person to say, and what follows depends on it. */
const reasons = [
  { value: '', label: t.common.choose },
  ...Object.entries(text.reasons).map(([value, label]) => ({ value, label })),
];
const TWO_WEEKS = 14;

/** What a debtor contests: which claims, for how much, who answers and by when. */
export function DisputeDialog({
  view,
  claimId,
  onClose,
}: {
  view: CaseView;
  /** A claim that its e-invoice already said to be contested. */
  claimId?: string | undefined;
  onClose: () => void;
}) {
  const { session } = useSigned();
  const [chosen, setChosen] = useState<string[]>(claimId === undefined ? [] : [claimId]);
  const [sums, setSums] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [details, setDetails] = useState('');
  const [owner, setOwner] = useState(session.user?.name ?? '');
  const [deadlineOn, setDeadlineOn] = useState(addDays(session.today, TWO_WEEKS));
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<DisputeView>('POST', `/cases/${view.caseId}/disputes`, body, key),
    () => {
      say(text.done);
      onClose();
    },
  );
  const sumOf = (id: string) => sums[id] ?? '';
  const sumWrong = (id: string) => isSumWrong(sumOf(id));
  const submit = () => {
    setTried(true);
    if (chosen.length === 0 || chosen.some(sumWrong) || reason === '' || !owner.trim() || !isDay(deadlineOn)) return;
    const claims = chosen.map((id) => ({ claimId: id, contestedCents: parseEuros(sumOf(id)) }));
    act.mutate({ claims, reason, details: details.trim() || null, owner: owner.trim(), deadlineOn });
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft">{text.text}</p>
      <ClaimChoice
        view={view}
        legend={text.claims}
        error={tried && chosen.length === 0 ? text.claimsMissing : null}
        chosen={chosen}
        onChosen={setChosen}
        more={(id, number) => (
          <TextField
            optional
            label={text.sumOf(number)}
            suffix="€"
            inputMode="decimal"
            hint={text.sumHint}
            value={sumOf(id)}
            onValue={(value) => setSums({ ...sums, [id]: value })}
            error={tried && sumWrong(id) ? t.commitments.promise.amountWrong : null}
          />
        )}
      />
      <div className="form-grid">
        <SelectField
          wide
          label={text.reason}
          value={reason}
          onValue={setReason}
          options={reasons}
          error={tried && reason === '' ? text.reasonMissing : null}
        />
        <TextField
          label={text.ownerLabel}
          maxLength={200}
          value={owner}
          onValue={setOwner}
          error={tried && !owner.trim() ? text.ownerMissing : null}
        />
        <TextField
          label={text.deadline}
          type="date"
          min={session.today}
          value={deadlineOn}
          onValue={setDeadlineOn}
          error={tried && !isDay(deadlineOn) ? t.common.dayMissing : null}
        />
        <TextAreaField wide optional label={text.details} maxLength={2000} value={details} onValue={setDetails} />
      </div>
      <ActError error={act.error} />
    </Dialog>
  );
}

const outcomes = Object.entries(text.outcomes).map(([value, outcome]) => ({ value, ...outcome }));

/** How a dispute ended. */
export function DisputeEndDialog({ dispute, onClose }: { dispute: DisputeView; onClose: () => void }) {
  const [outcome, setOutcome] = useState('');
  const [note, setNote] = useState('');
  const [creditClaimId, setCredit] = useState('');
  const { data: view } = useQuery({ ...caseQuery(dispute.caseId, undefined), enabled: outcome === 'credit-note' });
  const credits = view?.claims.filter(({ kind }) => kind === 'credit-note') ?? [];
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<DisputeView>('POST', `/disputes/${dispute.disputeId}/resolve`, body, key),
    () => {
      say(text.ended);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (outcome === '') return;
    act.mutate({
      outcome,
      note: note.trim() || null,
      ...(outcome === 'credit-note' && creditClaimId !== '' && { creditClaimId }),
    });
  };
  return (
    <Dialog
      title={text.endTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.endSubmit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft wrap-anywhere">{dispute.reasonName}</p>
      <ChoiceField
        legend={text.outcome}
        value={outcome}
        onValue={setOutcome}
        options={outcomes}
        error={tried && outcome === '' ? text.outcomeMissing : null}
      />
      {outcome === 'credit-note' && credits.length > 0 && (
        <SelectField
          label={text.credit}
          value={creditClaimId}
          onValue={setCredit}
          options={[
            { value: '', label: text.creditNone },
            ...credits.map(({ claimId, number, amountCents }) => ({
              value: claimId,
              label: `${number} (${euros(amountCents)})`,
            })),
          ]}
        />
      )}
      <TextField optional label={text.note} maxLength={2000} value={note} onValue={setNote} />
      <ActError error={act.error} />
    </Dialog>
  );
}
