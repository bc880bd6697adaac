import { type LimitationEventKind, mayLimitationEventLast } from '@acquit/law';
import type { LimitationAct, LimitationView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { litigation } from '../../texts/fr/litigation.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField, SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = litigation.limitation.fact;

/** What no other screen records: plans have theirs, and letters and reminders are known once sent. */
const ENTERED: ReadonlySet<LimitationEventKind> = new Set([
  'acknowledgement',
  'part-payment',
  'written-claim',
  'mediation',
  'conciliation',
  'small-claims-consent',
  'court-claim',
  'payment-order-served',
  'seizure',
]);

/** The facts that may be entered for a claim, each with what the rule says it would do; those that move it first. */
export const mayBeEntered = (view: LimitationView): LimitationAct[] =>
  [...view.interrupts, ...view.doesNot].filter(({ kind }) => ENTERED.has(kind));

interface Props {
  view: LimitationView;
  acts: readonly LimitationAct[];
  onClose: () => void;
}

/** A fact that limitation knows, with its day and what it does by which article. */
export function FactForm({ view, acts, onClose }: Props) {
  const { session } = useSigned();
  const [kind, setKind] = useState<LimitationEventKind>(acts[0]?.kind ?? 'acknowledgement');
  const [on, setOn] = useState('');
  const [until, setUntil] = useState('');
  const [scope, setScope] = useState('claim');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const lasts = mayLimitationEventLast(kind);
  const effect = acts.find((act) => act.kind === kind);
  const onWrong = !isDay(on) || on > session.today;
  const untilWrong = lasts && until !== '' && (!isDay(until) || until < on);
  const act = useAct(
    (body: object, key) => change<{ eventId: string }>('POST', `/cases/${view.row.caseId}/limitation-facts`, body, key),
    () => {
      say(text.done);
      onClose();
    },
  );
  return (
    <form
      className="fact-form"
      aria-label={text.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (onWrong || untilWrong) return;
        act.mutate({
          kind,
          on,
          until: (lasts && until) || null,
          claimIds: scope === 'claim' ? [view.row.claimId] : [],
          note: note.trim() || null,
        });
      }}
    >
      <p className="small soft">{text.text}</p>
      <SelectField
        label={text.kind}
        value={kind}
        onValue={(value) => setKind(value as LimitationEventKind)}
        options={acts.map((one) => ({ value: one.kind, label: one.act }))}
      />
      {effect && (
        <p className="small" aria-live="polite">
          <span className="soft">{text.effect}</span>
          <br />
          {effect.effect} <span className="soft">{effect.article}</span>
        </p>
      )}
      <div className="form-grid">
        <TextField
          label={lasts ? text.from : text.on}
          type="date"
          max={session.today}
          value={on}
          onValue={setOn}
          error={tried && onWrong ? text.onWrong : null}
        />
        {lasts && (
          <TextField
            optional
            label={text.until}
            hint={text.untilHint}
            type="date"
            value={until}
            onValue={setUntil}
            error={untilWrong ? text.untilWrong : null}
          />
        )}
        <TextField wide optional label={text.note} maxLength={2000} value={note} onValue={setNote} />
      </div>
      <ChoiceField
        legend={text.scope}
        value={scope}
        onValue={setScope}
        options={Object.entries(text.scopes).map(([value, label]) => ({ value, label }))}
      />
      <ActError error={act.error} />
      <div className="row">
        <Button small kind="primary" type="submit" busy={act.isPending}>
          {text.submit}
        </Button>
        <Button small onClick={onClose}>
          {t.common.cancel}
        </Button>
      </div>
    </form>
  );
}
