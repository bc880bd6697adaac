import { defaultScenarios, type Step } from '@acquit/recovery';
import { t } from '../../texts/index.ts';
import { Section } from '../../ui/page.tsx';

const text = t.settings.scenarios;

function when(step: Step): string {
  if (step.countedFrom === 'previous-step') return text.afterPrevious(step.offsetDays);
  if (step.offsetDays === 0) return text.dueDay;
  return step.offsetDays < 0 ? text.before(-step.offsetDays) : text.after(step.offsetDays);
}

/** The steps each kind of debtor goes through, readable as a sentence each. */
export function ScenariosSection() {
  return (
    <div className="stack-loose">
      <div className="stack-tight measure soft">
        <p>{text.lead}</p>
        <p>{text.rules}</p>
      </div>
      {Object.values(defaultScenarios).map((scenario) => (
        <Section key={scenario.profile} title={scenario.name}>
          <div className="table-wrap">
            <table className="table stack-table">
              <thead>
                <tr>
                  <th scope="col">{text.columns.step}</th>
                  <th scope="col">{text.columns.when}</th>
                  <th scope="col">{text.columns.how}</th>
                  <th scope="col">{text.columns.tone}</th>
                  <th scope="col">{text.columns.accessories}</th>
                </tr>
              </thead>
              <tbody>
                {scenario.steps.map((step) => (
                  <tr key={step.key}>
                    <th scope="row">
                      {step.name}
                      {step.graceDays !== null && <div className="small soft">{text.grace(step.graceDays)}</div>}
                    </th>
                    <td>{when(step)}</td>
                    <td>
                      {step.channels.map((channel) => t.words.channel[channel]).join(' et ')}
                      <div className="small soft">
                        {
                          t.words.release[
                            step.channels.some((c) => c === 'phone' || c === 'task') ? 'manual' : step.release
                          ]
                        }
                      </div>
                    </td>
                    <td className="soft">{t.words.tone[step.tone]}</td>
                    <td className="small soft">{t.words.accessoryDisplay[step.accessories]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      ))}
    </div>
  );
}
