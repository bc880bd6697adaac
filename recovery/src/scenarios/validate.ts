import type { Day } from '@acquit/law';
import type { Scenario, Step } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import { consumerRefusals } from './consumer.ts';
import { isFormalNotice, SCENARIO_STOP } from './level.ts';
import { orderRefusals } from './order.ts';
import { refused, type ScenarioRefusal } from './refused.ts';
import { stepRefusals } from './step-rules.ts';

/** Steps of one scenario: beyond, nobody reads it as a whole any more. */
export const MOST_STEPS = 20;

/** Keys that the planner gives to tasks and messages of its own. */
const RESERVED_KEYS: ReadonlySet<string> = new Set(['missing-address', 'insolvency', 'plan-missed', SCENARIO_STOP]);

/** The steps in their order, each with the rank of its place. */
export function ranked(steps: readonly Step[]): Step[] {
  return steps.map((step, rank) => (step.rank === rank ? step : { ...step, rank }));
}

/**
 * What keeps a scenario from being saved on a day, each with a sentence that says what to change; empty when it may be.
 * It refuses what would be unlawful, what would contradict itself, and what would leave a debt without an end.
 */
export function scenarioRefusals(scenario: Scenario, on: Day): ScenarioRefusal[] {
  const { steps } = scenario;
  if (steps.length === 0)
    return [refused('NoStep', fr`Le scénario n’a aucune étape : ajoutez-en au moins une, puis la décision finale.`)];
  const found: ScenarioRefusal[] = [];
  if (scenario.name.trim() === '') found.push(refused('ScenarioNameMissing', fr`Donnez un nom au scénario.`));
  if (steps.length > MOST_STEPS)
    found.push(refused('TooManySteps', fr`Gardez au plus ${MOST_STEPS} étapes : celui-ci en a ${steps.length}.`));
  found.push(...keyRefusals(steps));
  for (const step of steps) found.push(...stepRefusals(step));
  found.push(...orderRefusals(steps));
  found.push(...endRefusals(steps));
  found.push(...stopRefusals(scenario));
  if (scenario.profile === 'consumer') found.push(...consumerRefusals(steps, on));
  return found;
}

function keyRefusals(steps: readonly Step[]): ScenarioRefusal[] {
  const found: ScenarioRefusal[] = [];
  const seen = new Set<string>();
  for (const step of steps) {
    if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(step.key) || RESERVED_KEYS.has(step.key))
      found.push(
        refused(
          'StepKeyRefused',
          fr`« ${step.key} » ne peut pas servir de clé d’étape : employez des minuscules, des chiffres et des tirets.`,
          step,
        ),
      );
    else if (seen.has(step.key))
      found.push(
        refused(
          'StepKeyTwice',
          fr`Deux étapes portent la clé « ${step.key} » : une facture ne saurait laquelle elle a passée.`,
          step,
        ),
      );
    seen.add(step.key);
  }
  return found;
}

const isTask = (step: Step): boolean => step.channels.every((channel) => channel === 'task');

/** A scenario ends by a decision, and a formal notice comes once, just before it. */
function endRefusals(steps: readonly Step[]): ScenarioRefusal[] {
  const found: ScenarioRefusal[] = [];
  const notices = steps.filter(isFormalNotice);
  const [notice, ...others] = notices;
  for (const other of others)
    found.push(
      refused(
        'SeveralFormalNotices',
        fr`« ${other.name} » serait une seconde mise en demeure : une seule suffit, la suite relève d’une décision.`,
        other,
      ),
    );
  const last = steps.at(-1)!;
  if (!isTask(last))
    found.push(
      refused(
        'NoDecision',
        fr`Terminez par une tâche de décision : après « ${last.name} », plus rien ne serait prévu et la dette serait perdue de vue.`,
        last,
      ),
    );
  if (notice === undefined) return found;
  const after = steps.slice(steps.indexOf(notice) + 1);
  for (const step of after) {
    if (!isTask(step) && !isFormalNotice(step))
      found.push(
        refused(
          'AfterFormalNotice',
          fr`« ${step.name} » relancerait après la mise en demeure : son délai passé, seule une décision peut suivre.`,
          step,
        ),
      );
    else if (step.countedFrom === 'due-date')
      found.push(
        refused(
          'DecisionUnwarned',
          fr`Comptez « ${step.name} » depuis la mise en demeure et non depuis l’échéance : une vieille dette serait décidée sans avertissement.`,
          step,
        ),
      );
    else if (step.countedFrom === 'notice' && step.offsetDays <= notice.graceDays!)
      found.push(
        refused(
          'DecisionTooEarly',
          fr`« ${step.name} » viendrait avant la fin des ${notice.graceDays!} jours laissés pour payer : comptez au moins ${notice.graceDays! + 1} jours.`,
          step,
        ),
      );
  }
  const { conditions } = notice;
  const isForSome =
    conditions !== undefined &&
    Object.keys(conditions).some((condition) => condition !== 'weekdays' && condition !== 'hours');
  if (
    isForSome &&
    after.some((step) => step.countedFrom === 'notice') &&
    !after.some((step) => step.countedFrom !== 'notice')
  )
    found.push(
      refused(
        'NoticeForSome',
        fr`« ${notice.name} » est réservée à certaines dettes : les autres n’arriveraient jamais à la décision, comptée depuis elle. Comptez la décision depuis l’étape précédente.`,
        notice,
      ),
    );
  return found;
}

function stopRefusals({ stops, steps }: Scenario): ScenarioRefusal[] {
  if (stops?.afterStep === undefined) return [];
  const step = steps.find((one) => one.key === stops.afterStep);
  if (step === undefined)
    return [refused('StopUnknownStep', fr`L’étape après laquelle s’arrêter n’existe plus : choisissez-en une autre.`)];
  if (isTask(step))
    return [
      refused(
        'StopAfterDecision',
        fr`« ${step.name} » est déjà une décision : il n’y a rien à arrêter après elle.`,
        step,
      ),
    ];
  return [];
}
