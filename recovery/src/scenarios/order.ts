import { type Step, TONES } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import { isFormalNotice } from './level.ts';
import { refused, type ScenarioRefusal } from './refused.ts';

/** What is wrong with the order of the steps: days that do not grow, words that soften, a start that never comes. */
export function orderRefusals(steps: readonly Step[]): ScenarioRefusal[] {
  return [...growthRefusals(steps), ...funnelRefusals(steps), ...startRefusals(steps), ...accessoryRefusals(steps)];
}

/** Two steps may share a day only when conditions tell whom each is for. */
function growthRefusals(steps: readonly Step[]): ScenarioRefusal[] {
  const found: ScenarioRefusal[] = [];
  let last: Step | null = null;
  for (const step of steps) {
    if (step.countedFrom !== 'due-date') continue;
    if (last !== null) {
      const mayShare = step.conditions !== undefined || last.conditions !== undefined;
      if (step.offsetDays < last.offsetDays || (step.offsetDays === last.offsetDays && !mayShare))
        found.push(
          refused(
            'OffsetsMustGrow',
            fr`« ${step.name} » vient après « ${last.name} » : son jour doit venir plus tard, compté de l’échéance.`,
            step,
          ),
        );
    }
    last = step;
  }
  return found;
}

/** What reaches the debtor only hardens: a soft word after a hard one says that the hard one was not meant. */
function funnelRefusals(steps: readonly Step[]): ScenarioRefusal[] {
  const found: ScenarioRefusal[] = [];
  let last: Step | null = null;
  for (const step of steps) {
    if (step.channels.includes('task')) continue;
    if (last !== null && TONES.indexOf(step.tone) < TONES.indexOf(last.tone) && !isFormalNotice(last))
      found.push(
        refused(
          'ToneSoftens',
          fr`« ${step.name} » parle plus doucement que « ${last.name} » : le ton monte d’étape en étape, ou ne bouge pas.`,
          step,
        ),
      );
    last = step;
  }
  return found;
}

function startRefusals(steps: readonly Step[]): ScenarioRefusal[] {
  return steps.flatMap((step, index) => {
    const before = steps.slice(0, index);
    if (step.countedFrom === 'notice' && !before.some(isFormalNotice))
      return [
        refused(
          'NoNoticeBefore',
          fr`« ${step.name} » est comptée d’une mise en demeure qui n’a pas lieu avant elle.`,
          step,
        ),
      ];
    if (step.countedFrom !== 'previous-step' && step.countedFrom !== 'last-contact') return [];
    const isForAll = ({ countedFrom, offsetDays, conditions }: Step) =>
      !(countedFrom === 'due-date' && offsetDays < 0) &&
      conditions?.leastDaysLate === undefined &&
      conditions?.mostDaysLate === undefined;
    if (before.some(isForAll)) return [];
    return [
      refused(
        'NothingBefore',
        fr`« ${step.name} » est comptée d’une étape que toutes les factures ne passent pas : comptez-la de l’échéance.`,
        step,
      ),
    ];
  });
}

/** Nothing is due on top of the price before the due date. */
function accessoryRefusals(steps: readonly Step[]): ScenarioRefusal[] {
  return steps
    .filter((step) => step.countedFrom === 'due-date' && step.offsetDays <= 0 && step.accessories !== 'none')
    .map((step) =>
      refused(
        'AccessoriesBeforeDue',
        fr`« ${step.name} » ne peut parler d’aucune pénalité : rien n’est dû de plus tant que l’échéance n’est pas passée.`,
        step,
      ),
    );
}
