import type { ReplyProposal, ReplyView } from '@acquit/recovery';
import { type FormEvent, useState } from 'react';
import { addDays, isDay } from '../../format/days.ts';
import { editableEuros, euros, isSumWrong, parseEuros } from '../../format/money.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

const text = t.replies.form;
const reasons = Object.entries(t.replies.reasons).map(([value, label]) => ({ value, label }));
/** Days a dispute is given to be answered unless somebody says otherwise, as the server does. */
const ANSWER_DAYS = 15;

/** What is changed of a proposal before it is accepted; what is absent stays as it was read. */
export interface Amended {
  claimIds?: string[];
  amountCents?: number | null;
  on?: string;
  reason?: string;
  deadlineOn?: string;
  email?: string;
  name?: string;
}

/** True when a proposal says all it takes to record it. */
export function isComplete({ kind, on, emails }: ReplyProposal): boolean {
  if (kind === 'promise') return on !== null;
  return kind !== 'wrong-contact' || emails.length > 0;
}

interface AmendProps {
  reply: ReplyView;
  proposal: ReplyProposal;
  busy: boolean;
  onCancel: () => void;
  onSubmit: (amended: Amended) => void;
}

function ClaimChoice({
  reply,
  chosen,
  onChosen,
}: {
  reply: ReplyView;
  chosen: string[];
  onChosen: (ids: string[]) => void;
}) {
  if (reply.claims.length < 2) return null;
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{text.claims}</legend>
      <p className="field-hint">{text.claimsHint}</p>
      <div className="claim-choices">
        {reply.claims.map(({ claimId, number, dueOn, openCents }) => (
          <label className="choice" key={claimId}>
            <input
              type="checkbox"
              checked={chosen.includes(claimId)}
              onChange={(event) =>
                onChosen(event.target.checked ? [...chosen, claimId] : chosen.filter((id) => id !== claimId))
              }
            />
            <span className="row-between">
              <span className="wrap-anywhere">
                {number}{' '}
                <span className="small soft">
                  <DayText day={dueOn} />
                </span>
              </span>
              <span>{euros(openCents)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The fields of what is proposed, as it was read, to be corrected. */
export function AmendForm({ reply, proposal, busy, onCancel, onSubmit }: AmendProps) {
  const { session } = useSigned();
  const { kind } = proposal;
  const [amount, setAmount] = useState(proposal.amountCents === null ? '' : editableEuros(proposal.amountCents));
  const [on, setOn] = useState(proposal.on ?? '');
  const [reason, setReason] = useState<string>(proposal.reason ?? 'other');
  const [deadlineOn, setDeadlineOn] = useState(addDays(session.today, ANSWER_DAYS));
  const [email, setEmail] = useState(proposal.emails[0] ?? '');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(
    reply.claims.filter(({ number }) => proposal.numbers.includes(number)).map(({ claimId }) => claimId),
  );
  const [tried, setTried] = useState(false);
  const amountCents = parseEuros(amount);
  const wrong = {
    amount: isSumWrong(amount) ? text.amountWrong : null,
    on: (kind === 'promise' && !isDay(on)) || (kind === 'paid' && on !== '' && !isDay(on)) ? text.onMissing : null,
    email: kind === 'wrong-contact' && !email.includes('@') ? text.emailMissing : null,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).some((one) => one !== null)) return;
    if (kind === 'wrong-contact')
      return onSubmit({ email: email.trim(), ...(name.trim() ? { name: name.trim() } : {}) });
    const claimIds = chosen.length > 0 ? { claimIds: chosen } : {};
    const day = on === '' ? {} : { on };
    if (kind === 'promise') return onSubmit({ ...claimIds, ...day, amountCents });
    if (kind === 'paid') return onSubmit({ ...claimIds, ...day });
    onSubmit({ ...claimIds, amountCents, reason, deadlineOn });
  };
  const shown = (error: string | null) => (tried ? error : null);
  return (
    <form className="stack-tight reply-amend" onSubmit={submit} noValidate>
      {(kind === 'promise' || kind === 'paid') && (
        <TextField
          label={text.on[kind]}
          type="date"
          value={on}
          onValue={setOn}
          error={shown(wrong.on)}
          optional={kind === 'paid'}
        />
      )}
      {(kind === 'promise' || kind === 'dispute') && (
        <TextField
          label={text.amount}
          hint={text.amountHint[kind]}
          inputMode="decimal"
          suffix="€"
          value={amount}
          onValue={setAmount}
          error={shown(wrong.amount)}
        />
      )}
      {kind === 'dispute' && (
        <>
          <SelectField label={text.reason} value={reason} onValue={setReason} options={reasons} />
          <TextField label={text.deadline} type="date" min={session.today} value={deadlineOn} onValue={setDeadlineOn} />
        </>
      )}
      {kind === 'wrong-contact' ? (
        <>
          <TextField label={text.email} type="email" value={email} onValue={setEmail} error={shown(wrong.email)} />
          <TextField label={text.name} optional maxLength={120} value={name} onValue={setName} />
        </>
      ) : (
        <ClaimChoice reply={reply} chosen={chosen} onChosen={setChosen} />
      )}
      <div className="row">
        <Button kind="primary" small type="submit" busy={busy}>
          {text.submit}
        </Button>
        <Button small onClick={onCancel}>
          {t.common.cancel}
        </Button>
      </div>
    </form>
  );
}
