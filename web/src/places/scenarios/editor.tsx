import { type Scenario, type ScenariosView, type Step, stepLine } from '@acquit/recovery';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { editableEuros, isSumWrong, parseEuros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField, SelectField, TextField } from '../../ui/field.tsx';
import { ActError, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { addedStep, movedStep, withSteps } from './draft.ts';
import { options, StepFields } from './step-fields.tsx';
import { Backtest, Preview, usePreview } from './trial.tsx';

const text = t.scenarios.editor;
/** After so long without a change, the server is asked what the draft would do. */
const PAUSE_MS = 400;

/** What was typed, once nothing has been for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** One scenario being changed: its steps as lines, what may not be, what would differ, and what becomes of running cases. */
export function ScenarioEditor({
  first,
  onClose,
}: {
  first: Scenario;
  /** Given what was being written, when it is left without being saved. */
  onClose: (left?: Scenario) => void;
}) {
  const company = useCompany();
  const say = useSay();
  const [scenario, setScenario] = useState(first);
  const [open, setOpen] = useState<number | null>(null);
  const [keep, setKeep] = useState('keep');
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const tellWrong = (field: string, isWrong: boolean) =>
    setWrong((before) => [...before.filter((one) => one !== field), ...(isWrong ? [field] : [])]);
  /** What was half typed in the fields of a step goes with them. */
  const show = (index: number | null) => {
    setWrong((before) => before.filter((one) => one === text.stopUnder));
    setOpen(index);
  };
  const leave = () => onClose(scenario === first ? undefined : scenario);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const draft = useSettled(scenario);
  const preview = usePreview(draft, keep === 'keep');
  const save = useAct(
    (_: null, key) =>
      change<ScenariosView>(
        'POST',
        `/companies/${company.companyId}/scenarios`,
        { scenario, keep: keep === 'keep', seen: first.version },
        key,
      ),
    () => {
      say(text.saved(scenario.name));
      onClose();
    },
  );
  const setStep = (index: number, step: Step) => setScenario(withSteps(scenario, scenario.steps.with(index, step)));
  const refusals = preview.data?.refusals ?? [];
  const blocked = refusals.length > 0 || wrong.length > 0;
  return (
    <div className="stack-loose scenario-editor">
      <div className="stack-tight">
        <div>
          <Button small kind="quiet" onClick={leave}>
            {text.back}
          </Button>
        </div>
        <h2 ref={heading} tabIndex={-1} className="wrap-anywhere">
          {scenario.name}
        </h2>
        <TextField
          label={text.name}
          value={scenario.name}
          maxLength={80}
          onValue={(name) => setScenario({ ...scenario, name })}
        />
      </div>
      <section className="stack-tight">
        <h3>{text.steps}</h3>
        <ol className="step-list">
          {scenario.steps.map((step, index) => (
            <li key={step.key} className={refusals.some((one) => one.step === step.key) ? 'step-refused' : undefined}>
              <StepLine
                step={step}
                index={index}
                last={scenario.steps.length - 1}
                isOpen={open === index}
                onOpen={() => show(open === index ? null : index)}
                onMove={(by) => {
                  show(null);
                  setScenario(movedStep(scenario, index, by));
                }}
                onRemove={() => {
                  show(null);
                  setScenario(withSteps(scenario, scenario.steps.toSpliced(index, 1)));
                  say(text.removed(step.name), () =>
                    setScenario((now) => withSteps(now, now.steps.toSpliced(index, 0, step))),
                  );
                }}
              />
              {refusals
                .filter((one) => one.step === step.key)
                .map((one) => (
                  <p key={one.code} className="field-error">
                    {one.message}
                  </p>
                ))}
              {open === index && (
                <StepFields
                  step={step}
                  onStep={(next) => setStep(index, next)}
                  onWrong={tellWrong}
                  onDone={() => show(null)}
                />
              )}
            </li>
          ))}
        </ol>
        <div>
          <Button
            small
            onClick={() => {
              const added = addedStep(scenario, text.newStep);
              setScenario(added.scenario);
              show(added.index);
            }}
          >
            {text.add}
          </Button>
        </div>
      </section>
      <Limits scenario={scenario} onScenario={setScenario} onWrong={tellWrong} />
      {refusals.some((one) => one.step === null) && (
        <Notice kind="warn" title={text.refused}>
          {refusals
            .filter((one) => one.step === null)
            .map((one) => (
              <p key={one.code}>{one.message}</p>
            ))}
        </Notice>
      )}
      {preview.data && refusals.length === 0 && (
        <Preview view={preview.data} busy={preview.isFetching || draft !== scenario} />
      )}
      <ActError error={preview.error} />
      {refusals.length === 0 && <Backtest key={JSON.stringify(draft)} scenario={draft} />}
      <ChoiceField
        legend={text.running}
        value={keep}
        onValue={setKeep}
        options={[
          { value: 'keep', label: text.keep, hint: text.keepHint },
          { value: 'switch', label: text.switch, hint: text.switchHint },
        ]}
      />
      <ActError error={save.error} />
      {blocked && <p className="warn-text">{text.blocked}</p>}
      <div className="row">
        <Button onClick={leave}>{text.cancel}</Button>
        <Button
          kind="primary"
          busy={save.isPending}
          disabled={blocked || preview.data === undefined || draft !== scenario}
          onClick={() => save.mutate(null)}
        >
          {text.save}
        </Button>
      </div>
    </div>
  );
}

function StepLine({
  step,
  index,
  last,
  isOpen,
  onOpen,
  onMove,
  onRemove,
}: {
  step: Step;
  index: number;
  last: number;
  isOpen: boolean;
  onOpen: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const label = (action: string) => text.of(action, step.name);
  return (
    <div className="step-line">
      <div className="wrap-anywhere">
        <strong>{step.name}</strong>
        <div className="small soft">{stepLine(step)}</div>
      </div>
      <div className="step-actions">
        <Button small kind="quiet" aria-label={label(text.up)} disabled={index === 0} onClick={() => onMove(-1)}>
          {text.up}
        </Button>
        <Button small kind="quiet" aria-label={label(text.down)} disabled={index === last} onClick={() => onMove(1)}>
          {text.down}
        </Button>
        <Button small kind="quiet" aria-label={label(text.remove)} onClick={onRemove}>
          {text.remove}
        </Button>
        <Button small aria-label={label(text.change)} aria-expanded={isOpen} onClick={onOpen}>
          {text.change}
        </Button>
      </div>
    </div>
  );
}

/** Where the scenario stops by itself, and what good payers are shown. */
function Limits({
  scenario,
  onScenario,
  onWrong,
}: {
  scenario: Scenario;
  onScenario: (scenario: Scenario) => void;
  onWrong: (field: string, isWrong: boolean) => void;
}) {
  const { underCents, afterStep } = scenario.stops ?? {};
  const [under, setUnder] = useState(underCents === undefined ? '' : editableEuros(underCents));
  const setStops = (stops: Scenario['stops'] & object) => onScenario({ ...scenario, stops });
  return (
    <div className="form-grid">
      <SelectField
        label={text.stopAfter}
        hint={text.stopAfterHint}
        value={afterStep ?? ''}
        onValue={(key) => {
          const { afterStep: _, ...rest } = scenario.stops ?? {};
          setStops(key === '' ? rest : { ...rest, afterStep: key });
        }}
        options={[
          { value: '', label: text.never },
          ...scenario.steps
            .filter((step) => !step.channels.includes('task'))
            .map((step) => ({ value: step.key, label: step.name })),
        ]}
      />
      <TextField
        label={text.stopUnder}
        hint={text.stopUnderHint}
        suffix="€"
        inputMode="decimal"
        value={under}
        error={isSumWrong(under) ? t.scenarios.step.sumWrong : null}
        onValue={(value) => {
          setUnder(value);
          const { underCents: _, ...rest } = scenario.stops ?? {};
          const cents = parseEuros(value);
          const isWrong = isSumWrong(value);
          onWrong(text.stopUnder, isWrong);
          if (!isWrong) setStops(cents === null ? rest : { ...rest, underCents: cents });
        }}
      />
      <SelectField
        label={text.goodPayers}
        value={scenario.accessoriesAtMost?.['good-payer'] ?? 'same'}
        onValue={(choice) => {
          const { accessoriesAtMost: _, ...rest } = scenario;
          onScenario(
            choice === 'same' ? rest : { ...rest, accessoriesAtMost: { 'good-payer': choice as 'none' | 'mentioned' } },
          );
        }}
        options={options(text.goodPayerChoices)}
      />
    </div>
  );
}
