import type { CaseView } from '@acquit/recovery';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { SelectField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.scenarios.case;

/** The scenario a case follows and why; another may be chosen by hand, or the rules left to choose. */
export function ScenarioSide({ view }: { view: CaseView }) {
  const { scenario } = view;
  const say = useSay();
  const choose = useAct(
    (key: string | null, act) => change('POST', `/cases/${view.caseId}/scenario`, { scenario: key }, act),
    () => say(text.saved),
  );
  const closed = view.status === 'closed';
  return (
    <section>
      <div className="section-head">
        <h2>{text.label}</h2>
      </div>
      <p className="small soft wrap-anywhere">{scenario.why}</p>
      {!closed && (
        <SelectField
          label={text.choose}
          value={scenario.by === 'hand' ? scenario.key : ''}
          disabled={choose.isPending}
          onValue={(key) => choose.mutate(key === '' ? null : key)}
          options={[
            { value: '', label: text.byRules },
            ...scenario.choices.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <ActError error={choose.error} />
    </section>
  );
}
