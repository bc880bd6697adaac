import { useState } from 'react';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { SaveFoot } from '../../ui/save-foot.tsx';
import { useCompanyChange } from '../settings/use-company-change.ts';
import { Weekdays } from './weekdays.tsx';

const text = t.scenarios.sending;

/** A whole number within bounds, null when left empty, undefined when it is neither. */
function bounded(value: string, least: number, most: number): number | null | undefined {
  if (value.trim() === '') return null;
  const number = /^\d{1,7}$/.test(value.trim()) ? Number(value) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/** When anything may reach a debtor, how much in a day, and how long the post is counted to take. */
export function SendingForm() {
  const { settings } = useCompany();
  const [days, setDays] = useState(settings.sendingDays);
  const [from, setFrom] = useState(settings.sendingHours?.from ?? '');
  const [until, setUntil] = useState(settings.sendingHours?.until ?? '');
  const [cap, setCap] = useState(settings.dailyCap === null ? '' : String(settings.dailyCap));
  const [jump, setJump] = useState(settings.volumeJump === null ? '' : String(settings.volumeJump));
  const [post, setPost] = useState(String(settings.postalDelayWorkingDays));
  const [copies, setCopies] = useState(settings.copiesWithLetters);
  const [thanks, setThanks] = useState(settings.thanksForPromises);
  const save = useCompanyChange(text.saved);
  const dailyCap = bounded(cap, 1, 1_000_000);
  const volumeJump = bounded(jump, 2, 1000);
  const postalDelay = bounded(post, 1, 30);
  const noHours = from === '' && until === '';
  const hoursWrong = !noHours && !(from !== '' && until !== '' && from < until);
  const wrong =
    dailyCap === undefined ||
    volumeJump === undefined ||
    typeof postalDelay !== 'number' ||
    hoursWrong ||
    days.length === 0;
  return (
    <Section title={text.title}>
      <form
        className="stack-tight"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong) return;
          save.mutate({
            settings: {
              sendingDays: days,
              sendingHours: noHours ? null : { from, until },
              dailyCap,
              volumeJump,
              postalDelayWorkingDays: postalDelay,
              copiesWithLetters: copies,
              thanksForPromises: thanks,
            },
          });
        }}
      >
        <p className="soft measure">{text.lead}</p>
        <Weekdays legend={text.days} days={days} onDays={setDays} />
        <div className="form-grid">
          <TextField
            type="time"
            label={text.from}
            hint={text.hoursHint}
            value={from}
            onValue={setFrom}
            error={hoursWrong ? text.hoursWrong : null}
          />
          <TextField type="time" label={text.until} value={until} onValue={setUntil} />
          <TextField
            label={text.cap}
            hint={text.capHint}
            inputMode="numeric"
            value={cap}
            onValue={setCap}
            error={dailyCap === undefined ? text.numberWrong : null}
          />
          <TextField
            label={text.jump}
            hint={text.jumpHint}
            suffix={text.jumpUnit}
            inputMode="numeric"
            value={jump}
            onValue={setJump}
            error={volumeJump === undefined ? text.numberWrong : null}
          />
          <TextField
            label={text.post}
            suffix={text.postUnit}
            inputMode="numeric"
            value={post}
            onValue={setPost}
            error={typeof postalDelay === 'number' ? null : text.numberWrong}
          />
        </div>
        <label className="choice">
          <input type="checkbox" checked={copies} onChange={(event) => setCopies(event.target.checked)} />
          <span>{text.copies}</span>
          <span className="field-hint">{text.copiesHint}</span>
        </label>
        <label className="choice">
          <input type="checkbox" checked={thanks} onChange={(event) => setThanks(event.target.checked)} />
          <span>{text.thanks}</span>
          <span className="field-hint">{text.thanksHint}</span>
        </label>
        <SaveFoot of={save} disabled={wrong} />
      </form>
    </Section>
  );
}
