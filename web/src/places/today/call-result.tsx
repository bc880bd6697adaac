import { CALL_OUTCOMES, type CallDone, type CallNext, type CallOutcome, type WorkItem } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isSumWrong, parseEuros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { ChoiceField, TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';

const text = t.dispatches.call;
const outcomes = CALL_OUTCOMES.map((value) => ({ value, label: t.words.result[value] ?? value }));
type NextKind = keyof typeof text.nexts;

/** What a call that ended so may lead to. */
const POSSIBLE: Readonly<Record<CallOutcome, readonly NextKind[]>> = {
  reached: ['promise', 'call-again', 'go-on'],
  'left-message': ['call-again', 'go-on'],
  'no-answer': ['call-again', 'go-on'],
  'wrong-number': ['find-number', 'go-on'],
};

/** What is asked about a call that was made: how it ended, what it leads to, and whether an e-mail confirms it. */
export function useCallResult(item: WorkItem, onDone: (done: CallDone, next: CallNext) => void) {
  const [outcome, setOutcome] = useState<CallOutcome | ''>('');
  const [spokeWith, setSpokeWith] = useState('');
  const [note, setNote] = useState('');
  const [next, setNext] = useState<NextKind | ''>('');
  const [on, setOn] = useState('');
  const [amount, setAmount] = useState('');
  const [confirm, setConfirm] = useState(false);
  const [tried, setTried] = useState(false);
  const record = useAct(
    (body: Record<string, unknown> & { next: CallNext }, key) =>
      change<CallDone>('POST', `/actions/${item.actionId}/call`, body, key),
    (done, { next: leadsTo }) => onDone(done, leadsTo),
  );
  const asksDay = next === 'promise' || next === 'call-again';
  const cents = parseEuros(amount);
  const amountWrong = next === 'promise' && isSumWrong(amount);
  const submit = () => {
    setTried(true);
    if (amountWrong || outcome === '' || next === '' || (asksDay && on === '')) return;
    const leadsTo: CallNext =
      next === 'promise'
        ? { kind: next, promisedOn: on, amountCents: cents }
        : next === 'call-again'
          ? { kind: next, on }
          : { kind: next };
    record.mutate({
      outcome,
      spokeWith: spokeWith.trim() || null,
      note: note.trim() || null,
      next: leadsTo,
      confirm: confirm && outcome === 'reached',
    });
  };
  const choose = (value: string) => {
    setOutcome(value as CallOutcome);
    if (next !== '' && !POSSIBLE[value as CallOutcome].includes(next)) setNext('');
  };
  const fields = (
    <>
      <ChoiceField
        legend={t.today.call.result}
        value={outcome}
        onValue={choose}
        options={outcomes}
        error={tried && outcome === '' ? text.missing : null}
      />
      {outcome !== '' && (
        <ChoiceField
          legend={text.next}
          value={next}
          onValue={(value) => setNext(value as NextKind)}
          options={POSSIBLE[outcome].map((value) => ({ value, label: text.nexts[value] }))}
          error={tried && next === '' ? text.missingNext : null}
        />
      )}
      {asksDay && (
        <TextField
          label={next === 'promise' ? text.promisedOn : text.on}
          type="date"
          value={on}
          onValue={setOn}
          error={tried && on === '' ? text.missingDay : null}
        />
      )}
      {next === 'promise' && (
        <TextField
          optional
          label={text.amount}
          hint={text.amountHint}
          suffix="€"
          inputMode="decimal"
          value={amount}
          onValue={setAmount}
          error={tried && amountWrong ? t.dispatches.providers.priceWrong : null}
        />
      )}
      {outcome === 'reached' && (
        <>
          <TextField optional label={text.spokeWith} value={spokeWith} onValue={setSpokeWith} maxLength={200} />
          <p className="small soft">{text.dispute}</p>
          <label className="check">
            <input type="checkbox" checked={confirm} onChange={(event) => setConfirm(event.target.checked)} />{' '}
            {text.confirm}
            <span className="small soft"> – {text.confirmHint}</span>
          </label>
        </>
      )}
      <TextAreaField
        label={t.today.call.note}
        hint={t.today.call.noteHint}
        optional
        maxLength={2_000}
        value={note}
        onValue={setNote}
      />
      <ActError error={record.error} />
    </>
  );
  return { fields, submit, busy: record.isPending };
}
