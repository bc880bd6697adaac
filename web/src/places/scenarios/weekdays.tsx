import { t } from '../../texts/index.ts';

const NAMES = t.scenarios.step.weekdayNames;

/** Days of the week to tick, Monday to Saturday. */
export function Weekdays({
  legend,
  days,
  onDays,
}: {
  legend: string;
  days: readonly number[];
  onDays: (days: number[]) => void;
}) {
  return (
    <fieldset className="weekdays">
      <legend className="field-label">{legend}</legend>
      {NAMES.map((name, index) => {
        const day = index + 1;
        const ticked = days.includes(day);
        return (
          <label key={name}>
            <input
              type="checkbox"
              checked={ticked}
              onChange={() => onDays(ticked ? days.filter((one) => one !== day) : [...days, day].sort((a, b) => a - b))}
            />
            {name}
          </label>
        );
      })}
    </fieldset>
  );
}
