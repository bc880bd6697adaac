import { PAYER_CLASS_NAMES, PAYER_CLASSES, type PayerClass, type Step, TONES } from '@acquit/recovery';
import { useRef, useState } from 'react';
import { editableEuros, parseEuros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { channelsToChoice, choiceToChannels, withCondition } from './draft.ts';
import { Weekdays } from './weekdays.tsx';

const text = t.scenarios.step;

export function options<K extends string>(labels: Readonly<Record<K, string>>) {
  return (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }));
}

const whole = (value: string): number | undefined => (/^\d{1,4}$/.test(value.trim()) ? Number(value) : undefined);

/**
 * A field whose text may be half typed: what it means is told each time it means something. What means nothing changes
 * nothing, says so under the field, and is told by `onWrong`, so that nobody saves another figure than the one in sight.
 */
function Typed({
  label,
  start,
  suffix,
  hint,
  wrong,
  required = false,
  read,
  onRead,
  onWrong,
}: {
  label: string;
  start: string;
  suffix?: string;
  hint?: string;
  /** What is said of a text that means nothing. */
  wrong: string;
  required?: boolean;
  read: (value: string) => number | undefined;
  onRead: (value: number | undefined) => void;
  onWrong: (label: string, isWrong: boolean) => void;
}) {
  const [value, setValue] = useState(start);
  const [isWrong, setWrong] = useState(false);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={value}
      {...(suffix ? { suffix } : {})}
      {...(hint ? { hint } : {})}
      error={isWrong ? wrong : null}
      onValue={(next) => {
        const empty = next.trim() === '';
        const meant = empty ? undefined : read(next);
        const fails = empty ? required : meant === undefined;
        setValue(next);
        setWrong(fails);
        onWrong(label, fails);
        if (!fails) onRead(meant);
      }}
    />
  );
}

const sum = (value: string): number | undefined => parseEuros(value) ?? undefined;
const number = (value: number | null | undefined): string => (value == null ? '' : String(value));

/** All that one step says, changed as it is typed; what may not be is told under the steps. */
export function StepFields({
  step,
  onStep,
  onWrong,
  onDone,
}: {
  step: Step;
  onStep: (step: Step) => void;
  /** A field whose text means nothing, or means something again. */
  onWrong: (field: string, isWrong: boolean) => void;
  onDone: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const set = (change: Partial<Step>) => onStep({ ...step, ...change });
  const side = step.countedFrom === 'due-date' && step.offsetDays < 0 ? 'before' : step.countedFrom;
  const count = (days: number, where: string) =>
    set(
      where === 'before'
        ? { countedFrom: 'due-date', offsetDays: -Math.max(days, 1) }
        : { countedFrom: where as Step['countedFrom'], offsetDays: days },
    );
  const hours = step.conditions?.hours;
  return (
    <div className="step-fields" ref={place}>
      <div className="form-grid">
        <TextField wide label={text.name} value={step.name} onValue={(name) => set({ name })} maxLength={80} />
        <Typed
          label={text.days}
          start={String(Math.abs(step.offsetDays))}
          wrong={text.wholeWrong}
          required
          read={whole}
          onWrong={onWrong}
          onRead={(days) => days !== undefined && count(days, side)}
        />
        <SelectField
          label={text.side}
          value={side}
          onValue={(where) => count(Math.abs(step.offsetDays), where)}
          options={options(text.sides)}
        />
        <SelectField
          label={text.channel}
          value={channelsToChoice(step.channels)}
          onValue={(choice) => set({ channels: choiceToChannels(choice) })}
          options={options(text.channels)}
        />
        <SelectField
          label={text.tone}
          value={step.tone}
          onValue={(tone) => set({ tone: tone as Step['tone'] })}
          options={TONES.map((tone) => ({ value: tone, label: t.words.tone[tone] }))}
        />
        <SelectField
          label={text.objective}
          value={step.objective}
          onValue={(objective) => set({ objective: objective as Step['objective'] })}
          options={options(text.objectives)}
        />
        <SelectField
          label={text.release}
          value={step.release}
          onValue={(release) => set({ release: release as Step['release'] })}
          options={options(text.releases)}
        />
        <SelectField
          label={text.accessories}
          value={step.accessories}
          onValue={(accessories) => set({ accessories: accessories as Step['accessories'] })}
          options={options(text.displays)}
        />
        <SelectField
          label={text.copy}
          value={step.copySalesperson ? 'yes' : 'no'}
          onValue={(choice) => {
            const { copySalesperson: _, ...rest } = step;
            onStep(choice === 'yes' ? { ...rest, copySalesperson: true } : rest);
          }}
          options={options(text.copies)}
        />
        <Typed
          label={text.grace}
          hint={text.graceHint}
          start={number(step.graceDays)}
          wrong={text.wholeWrong}
          read={whole}
          onWrong={onWrong}
          onRead={(graceDays) => set({ graceDays: graceDays ?? null })}
        />
      </div>
      <details open={step.conditions !== undefined}>
        <summary>{text.conditions}</summary>
        <div className="form-grid">
          {(
            [
              ['leastCents', text.leastCents],
              ['mostCents', text.mostCents],
            ] as const
          ).map(([name, label]) => (
            <Typed
              key={name}
              label={label}
              suffix="€"
              start={step.conditions?.[name] === undefined ? '' : editableEuros(step.conditions[name])}
              wrong={text.sumWrong}
              read={sum}
              onWrong={onWrong}
              onRead={(value) => onStep(withCondition(step, name, value))}
            />
          ))}
          {(
            [
              ['leastDaysLate', text.leastDays],
              ['mostDaysLate', text.mostDays],
            ] as const
          ).map(([name, label]) => (
            <Typed
              key={name}
              label={label}
              start={number(step.conditions?.[name])}
              wrong={text.wholeWrong}
              read={whole}
              onWrong={onWrong}
              onRead={(value) => onStep(withCondition(step, name, value))}
            />
          ))}
          <SelectField
            label={text.payerClass}
            value={step.conditions?.payerClasses?.[0] ?? ''}
            onValue={(one) => onStep(withCondition(step, 'payerClasses', one === '' ? undefined : [one as PayerClass]))}
            options={[
              { value: '', label: text.anyClass },
              ...PAYER_CLASSES.map((one) => ({ value: one, label: PAYER_CLASS_NAMES[one] })),
            ]}
          />
          <TextField
            type="time"
            label={text.from}
            value={hours?.from ?? ''}
            onValue={(from) => onStep(withCondition(step, 'hours', hoursOf(from, hours?.until ?? '18:00')))}
          />
          <TextField
            type="time"
            label={text.until}
            value={hours?.until ?? ''}
            onValue={(until) => onStep(withCondition(step, 'hours', hoursOf(hours?.from ?? '09:00', until)))}
          />
        </div>
        <Weekdays
          legend={text.weekdays}
          days={step.conditions?.weekdays ?? []}
          onDays={(days) => onStep(withCondition(step, 'weekdays', days.length === 0 ? undefined : days))}
        />
      </details>
      <div>
        <Button
          small
          kind="primary"
          onClick={() => {
            const wrong = place.current?.querySelector<HTMLElement>('[aria-invalid]');
            if (wrong) wrong.focus();
            else onDone();
          }}
        >
          {text.done}
        </Button>
      </div>
    </div>
  );
}

const hoursOf = (from: string, until: string) => (from === '' || until === '' ? undefined : { from, until });
