import type { CustomerTerms, PaymentRun } from '@acquit/recovery';
import { t } from '../../texts/index.ts';
import { SelectField, TextField } from '../../ui/field.tsx';

const text = t.customers.dialog;
const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Terms as they are typed. */
export interface TermsDraft {
  kind: string;
  days: string;
}

export function draftTerms(terms: CustomerTerms | null): TermsDraft {
  return terms === null ? { kind: 'none', days: '30' } : { kind: terms.endOfMonth ?? 'net', days: String(terms.days) };
}

/** The terms of a draft; undefined while it does not make any. */
export function termsOf({ kind, days }: TermsDraft): CustomerTerms | null | undefined {
  if (kind === 'none') return null;
  const count = /^\d{1,3}$/.test(days.trim()) ? Number(days) : Number.NaN;
  if (!(count <= 365)) return undefined;
  return kind === 'A' || kind === 'B' ? { days: count, endOfMonth: kind } : { days: count };
}

export function TermsFields({
  draft,
  tried,
  onDraft,
}: {
  draft: TermsDraft;
  tried: boolean;
  onDraft: (draft: TermsDraft) => void;
}) {
  return (
    <>
      <SelectField
        label={text.terms}
        hint={text.termsHint}
        value={draft.kind}
        onValue={(kind) => onDraft({ ...draft, kind })}
        options={choices(text.termsKinds)}
      />
      {draft.kind !== 'none' && (
        <TextField
          label={text.termsDays}
          inputMode="numeric"
          value={draft.days}
          onValue={(days) => onDraft({ ...draft, days })}
          error={tried && termsOf(draft) === undefined ? text.termsWrong : null}
        />
      )}
    </>
  );
}

/** A payment run as it is typed. */
export interface RunDraft {
  kind: string;
  monthDays: string;
  weekDays: number[];
}

export function draftRun(run: PaymentRun | null): RunDraft {
  if (run === null) return { kind: 'none', monthDays: '', weekDays: [] };
  if ('weekDays' in run) return { kind: 'week', monthDays: '', weekDays: run.weekDays };
  return { kind: 'month', monthDays: run.monthDays.join(', '), weekDays: [] };
}

/** The run of a draft; undefined while it does not make any. */
export function runOf({ kind, monthDays, weekDays }: RunDraft): PaymentRun | null | undefined {
  if (kind === 'none') return null;
  if (kind === 'week') return weekDays.length > 0 ? { weekDays } : undefined;
  const days = (monthDays.match(/\d+/g) ?? []).map(Number);
  return days.length > 0 && days.every((day) => day >= 1 && day <= 31) ? { monthDays: days } : undefined;
}

export function RunFields({
  draft,
  tried,
  onDraft,
}: {
  draft: RunDraft;
  tried: boolean;
  onDraft: (draft: RunDraft) => void;
}) {
  const wrong = tried && runOf(draft) === undefined;
  return (
    <>
      <SelectField
        label={text.run}
        hint={text.runHint}
        value={draft.kind}
        onValue={(kind) => onDraft({ ...draft, kind })}
        options={choices(text.runKinds)}
      />
      {draft.kind === 'month' && (
        <TextField
          label={text.monthDays}
          hint={text.monthDaysHint}
          value={draft.monthDays}
          onValue={(monthDays) => onDraft({ ...draft, monthDays })}
          error={wrong ? text.monthDaysWrong : null}
        />
      )}
      {draft.kind === 'week' && (
        <fieldset>
          <legend className="field-label">{text.weekDays}</legend>
          {text.week.map((name, index) => (
            <label className="choice" key={name}>
              <input
                type="checkbox"
                checked={draft.weekDays.includes(index + 1)}
                onChange={(event) =>
                  onDraft({
                    ...draft,
                    weekDays: event.target.checked
                      ? [...draft.weekDays, index + 1].sort()
                      : draft.weekDays.filter((day) => day !== index + 1),
                  })
                }
              />
              <span>{name}</span>
            </label>
          ))}
          {wrong && <span className="field-error">{text.weekDaysWrong}</span>}
        </fieldset>
      )}
    </>
  );
}
