import type { CompanySettings } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portalInboxQuery } from '../../api/queries.ts';
import { editableEuros, parseEuros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { SaveFoot } from '../../ui/save-foot.tsx';
import { Notice } from '../../ui/states.tsx';
import { CardSection } from './card-section.tsx';
import { useCompanyChange } from './use-company-change.ts';

const text = t.portal.settings;
type Plans = keyof typeof text.plansChoices;
type Portal = CompanySettings['portal'];

/** What the server takes; the same bounds are said beside the field that passes them. */
const BOUNDS = { validDays: [1, 365], promiseDays: [1, 90], most: [2, 12], days: [31, 366] } as const;
const FIRST_PLAN = { most: 3, days: 92, leastCents: 10_000 };

function within(typed: string, [from, to]: readonly [number, number]): number | null {
  const value = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return value >= from && value <= to ? value : null;
}

const choices = <K extends string>(labels: Record<K, string>, hints: Record<K, string>) =>
  (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value], hint: hints[value] }));

/** What a person has typed of the page's settings, and what it makes. */
function useDraft(portal: Portal) {
  const plan = portal.instalments ?? FIRST_PLAN;
  const [enabled, setEnabled] = useState(portal.enabled ? 'yes' : 'no');
  const [plans, setPlans] = useState<Plans>(
    portal.instalments === null ? 'no' : portal.instalments.atOnce ? 'yes' : 'ask',
  );
  const [typed, setTyped] = useState({
    validDays: String(portal.validDays),
    promiseDays: String(portal.promiseDays),
    most: String(plan.most),
    days: String(plan.days),
    least: editableEuros(plan.leastCents),
  });
  const number = (name: keyof typeof BOUNDS) => within(typed[name], BOUNDS[name]);
  const leastCents = parseEuros(typed.least);
  const type = (name: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const [validDays, promiseDays, most, days] = [
    number('validDays'),
    number('promiseDays'),
    number('most'),
    number('days'),
  ];
  const hasPlan = plans !== 'no';
  const planRead = most !== null && days !== null && leastCents !== null && leastCents >= 100;
  const made: Portal | null =
    validDays === null || promiseDays === null || (hasPlan && !planRead)
      ? null
      : {
          enabled: enabled === 'yes',
          validDays,
          promiseDays,
          instalments:
            hasPlan && planRead ? { most: most!, days: days!, leastCents: leastCents!, atOnce: plans === 'yes' } : null,
        };
  const wrong = (name: keyof typeof BOUNDS) =>
    number(name) === null ? text.wrong(BOUNDS[name][0], BOUNDS[name][1]) : null;
  return {
    enabled,
    setEnabled,
    plans,
    setPlans,
    typed,
    type,
    made,
    wrong,
    leastWrong: leastCents === null || leastCents < 100,
  };
}

/** The page: open or not, and what debtors may decide there by themselves. */
function PageForm() {
  const company = useCompany();
  const inbox = useQuery(portalInboxQuery(company.companyId));
  const draft = useDraft(company.settings.portal);
  const save = useCompanyChange(text.saved);
  const { typed, type, wrong } = draft;
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.made !== null) save.mutate({ settings: { portal: draft.made } });
      }}
    >
      <p className="soft measure">{text.lead}</p>
      {inbox.data &&
        (inbox.data.address === null ? (
          <Notice kind="warn" title={text.noAddress} />
        ) : (
          <p className="soft wrap-anywhere">{text.address(inbox.data.address)}</p>
        ))}
      <ChoiceField
        legend={text.enabled}
        value={draft.enabled}
        onValue={draft.setEnabled}
        options={choices(text.enabledChoices, text.enabledHints)}
      />
      <fieldset className="settings-group">
        <legend>
          <h2>{text.limits}</h2>
        </legend>
        <div className="form-grid">
          <TextField
            label={text.validDays}
            hint={text.validDaysHint}
            suffix={text.unit}
            inputMode="numeric"
            value={typed.validDays}
            onValue={type('validDays')}
            error={wrong('validDays')}
          />
          <TextField
            label={text.promiseDays}
            hint={text.promiseDaysHint}
            suffix={text.unit}
            inputMode="numeric"
            value={typed.promiseDays}
            onValue={type('promiseDays')}
            error={wrong('promiseDays')}
          />
        </div>
        <ChoiceField
          legend={text.plans}
          value={draft.plans}
          onValue={(value) => draft.setPlans(value as Plans)}
          options={choices(text.plansChoices, text.plansHints)}
        />
        {draft.plans !== 'no' && (
          <div className="form-grid">
            <TextField
              label={text.most}
              inputMode="numeric"
              value={typed.most}
              onValue={type('most')}
              error={wrong('most')}
            />
            <TextField
              label={text.days}
              suffix={text.unit}
              inputMode="numeric"
              value={typed.days}
              onValue={type('days')}
              error={wrong('days')}
            />
            <TextField
              label={text.least}
              suffix="€"
              inputMode="decimal"
              value={typed.least}
              onValue={type('least')}
              error={draft.leastWrong ? text.amountWrong : null}
            />
          </div>
        )}
      </fieldset>
      <SaveFoot of={save} />
    </form>
  );
}

/** The debtor's own page, and the card by which he may pay there. */
export function PortalForm() {
  return (
    <div className="stack-loose">
      <PageForm />
      <CardSection />
    </div>
  );
}
