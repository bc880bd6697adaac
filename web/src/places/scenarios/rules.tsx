import { DEBTOR_KINDS, type DebtorKind } from '@acquit/law';
import {
  type AssignmentConditions,
  type AssignmentRule,
  conditionsLine,
  debtorKindName,
  PAYER_CLASS_NAMES,
  PAYER_CLASSES,
  type PayerClass,
  type ScenariosView,
} from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isSumWrong, parseEuros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { options } from './step-fields.tsx';

const text = t.scenarios.rules;

/** The rules that choose scenarios, in their order; each change is saved as the whole list. */
export function Rules({ view }: { view: ScenariosView }) {
  const company = useCompany();
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const save = useAct(
    (rules: readonly AssignmentRule[], key) =>
      change<ScenariosView>('POST', `/companies/${company.companyId}/scenario-rules`, { rules }, key),
    () => {
      setAdding(false);
      say(text.saved);
    },
  );
  const { rules } = view;
  const nameOf = (key: string) => view.scenarios.find((one) => one.key === key)?.name ?? key;
  return (
    <Section title={text.title}>
      <div className="stack-tight">
        <p className="soft measure">{text.lead}</p>
        {rules.length === 0 && <p>{text.none}</p>}
        <ol className="step-list">
          {rules.map((rule, index) => (
            <li key={rule.name}>
              <div className="step-line">
                <div className="wrap-anywhere">
                  <strong>{rule.name}</strong>
                  <div className="small soft">
                    {conditionsLine(rule.when)} · {text.follows} {`«\u00a0${nameOf(rule.scenario)}\u00a0»`}
                  </div>
                </div>
                <div className="step-actions">
                  <Button
                    small
                    kind="quiet"
                    aria-label={text.upName(rule.name)}
                    disabled={index === 0}
                    onClick={() => save.mutate(rules.toSpliced(index, 1).toSpliced(index - 1, 0, rule))}
                  >
                    {text.up}
                  </Button>
                  <Button
                    small
                    kind="quiet"
                    aria-label={text.removeName(rule.name)}
                    onClick={() => save.mutate(rules.toSpliced(index, 1))}
                  >
                    {text.remove}
                  </Button>
                </div>
              </div>
            </li>
          ))}
        </ol>
        {!adding && <ActError error={save.error} />}
        <div>
          <Button small onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        </div>
      </div>
      {adding && (
        <RuleDialog
          view={view}
          busy={save.isPending}
          error={save.error}
          onClose={() => setAdding(false)}
          onRule={(rule) => save.mutate([...rules, rule])}
        />
      )}
    </Section>
  );
}

function RuleDialog({
  view,
  busy,
  error,
  onClose,
  onRule,
}: {
  view: ScenariosView;
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onRule: (rule: AssignmentRule) => void;
}) {
  const [name, setName] = useState('');
  const [scenario, setScenario] = useState(view.scenarios[0]?.key ?? '');
  const [payerClass, setPayerClass] = useState('');
  const [debtorKind, setDebtorKind] = useState('');
  const [sector, setSector] = useState('');
  const [open, setOpen] = useState('');
  const [turnover, setTurnover] = useState('');
  const [agency, setAgency] = useState('any');
  const [tried, setTried] = useState(false);
  const [openCents, turnoverCents] = [parseEuros(open), parseEuros(turnover)];
  // A sum that cannot be read is no sum left out: the rule would take in everybody.
  const sumError = (typed: string) => (tried && isSumWrong(typed) ? t.scenarios.step.sumWrong : null);
  const wrong = name.trim() === '' || isSumWrong(open) || isSumWrong(turnover);
  const submit = () => {
    setTried(true);
    if (!wrong) onRule({ name: name.trim(), when, scenario });
  };
  const when: AssignmentConditions = {
    ...(payerClass !== '' && { payerClasses: [payerClass as PayerClass] }),
    ...(debtorKind !== '' && { debtorKinds: [debtorKind as DebtorKind] }),
    ...(sector.trim() !== '' && { sector: sector.trim() }),
    ...(openCents !== null && { leastOpenCents: openCents }),
    ...(turnoverCents !== null && { leastTurnoverCents: turnoverCents }),
    ...(agency !== 'any' && { agency: agency === 'yes' }),
  };
  return (
    <Dialog
      title={text.addTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.add} busy={busy} onClose={onClose} />}
    >
      <div className="form-grid">
        <TextField
          wide
          label={text.name}
          value={name}
          onValue={setName}
          maxLength={100}
          error={tried && name.trim() === '' ? text.nameMissing : null}
        />
        <SelectField
          label={text.payerClass}
          value={payerClass}
          onValue={setPayerClass}
          options={[
            { value: '', label: text.anyClass },
            ...PAYER_CLASSES.map((one) => ({ value: one, label: PAYER_CLASS_NAMES[one] })),
          ]}
        />
        <SelectField
          label={text.debtorKind}
          value={debtorKind}
          onValue={setDebtorKind}
          options={[
            { value: '', label: text.anyClass },
            ...DEBTOR_KINDS.map((one) => ({ value: one, label: debtorKindName(one) })),
          ]}
        />
        <TextField label={text.sector} value={sector} onValue={setSector} maxLength={100} optional />
        <TextField
          label={text.leastOpen}
          suffix="€"
          inputMode="decimal"
          value={open}
          onValue={setOpen}
          optional
          error={sumError(open)}
        />
        <TextField
          label={text.leastTurnover}
          suffix="€"
          inputMode="decimal"
          value={turnover}
          onValue={setTurnover}
          optional
          error={sumError(turnover)}
        />
        <SelectField label={text.agency} value={agency} onValue={setAgency} options={options(text.agencies)} />
        <SelectField
          label={text.scenario}
          value={scenario}
          onValue={setScenario}
          options={view.scenarios.map((one) => ({ value: one.key, label: one.name }))}
        />
      </div>
      <ActError error={error} />
    </Dialog>
  );
}
