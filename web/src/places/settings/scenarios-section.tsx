import { type Scenario, stepLine, stopLines } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { scenariosQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { Closings } from '../scenarios/closings.tsx';
import { copiedScenario } from '../scenarios/draft.ts';
import { ScenarioEditor } from '../scenarios/editor.tsx';
import { Rules } from '../scenarios/rules.tsx';
import { SendingForm } from '../scenarios/sending-form.tsx';
import '../../styles/scenarios.css';

const text = t.scenarios;

/** The scenarios of the company, readable as a line a step, the rules that choose them, and when anything leaves. */
export function ScenariosSection() {
  const { companyId } = useCompany();
  const [edited, setEdited] = useState<Scenario | null>(null);
  const scenarios = useQuery(scenariosQuery(companyId));
  const say = useSay();
  const close = (left?: Scenario) => {
    setEdited(null);
    if (left) say(text.editor.left, () => setEdited(left));
  };
  if (edited !== null) return <ScenarioEditor first={edited} onClose={close} />;
  return (
    <Loaded from={scenarios}>
      {(view) => (
        <div className="stack-loose">
          <p className="measure soft">{text.lead}</p>
          {view.scenarios.map((scenario) => (
            <ScenarioLines key={scenario.key} scenario={scenario} onEdit={setEdited} />
          ))}
          <Rules view={view} />
          <SendingForm />
          <Closings />
        </div>
      )}
    </Loaded>
  );
}

function ScenarioLines({ scenario, onEdit }: { scenario: Scenario; onEdit: (scenario: Scenario) => void }) {
  const { name, profile, version, steps } = scenario;
  return (
    <Section
      title={<span className="wrap-anywhere">{name}</span>}
      aside={
        <span className="button-row">
          <Button small kind="quiet" onClick={() => onEdit(copiedScenario(scenario, text.copyOf(name)))}>
            {text.copy}
          </Button>
          <Button small aria-label={text.editName(name)} onClick={() => onEdit(scenario)}>
            {text.edit}
          </Button>
        </span>
      }
    >
      <p className="small soft">
        {text.profiles[profile]} · {text.version(version)}
      </p>
      <ol className="step-list">
        {steps.map((step) => (
          <li key={step.key} className="wrap-anywhere">
            <strong>{step.name}</strong>
            <div className="small soft">{stepLine(step)}</div>
          </li>
        ))}
      </ol>
      {stopLines(scenario).map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
    </Section>
  );
}
