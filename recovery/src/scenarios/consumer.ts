import { contactCount, contactHours, type Day } from '@acquit/law';
import type { Step } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import { isFormalNotice } from './level.ts';
import { refused, type ScenarioRefusal } from './refused.ts';
import { hoursName, weekdaysName } from './words.ts';

/**
 * What may not be done to a consumer: ask or speak of anything but the price before a formal notice (art. 1231-6 and
 * 1344-1 C. civ.), or come back so often and at such hours that it would be insistent (L121-6 C. conso.).
 */
export function consumerRefusals(steps: readonly Step[], on: Day): ScenarioRefusal[] {
  return [...accessories(steps), ...hours(steps, on), ...frequency(steps, on)];
}

function accessories(steps: readonly Step[]): ScenarioRefusal[] {
  const notice = steps.findIndex(isFormalNotice);
  return steps
    .filter((step, index) => step.accessories !== 'none' && (notice === -1 || index < notice))
    .map((step) =>
      refused(
        'AccessoriesToConsumer',
        fr`« ${step.name} » : un particulier ne doit aucun intérêt avant la mise en demeure (art. 1231-6 C. civ.), ni aucune indemnité ; demandez le prix seul.`,
        step,
      ),
    );
}

function hours(steps: readonly Step[], on: Day): ScenarioRefusal[] {
  const prudent = contactHours(on);
  if (prudent === null) return [];
  return steps.flatMap((step) => {
    const { weekdays, hours: wanted } = step.conditions ?? {};
    if (!step.channels.some((channel) => channel === 'email' || channel === 'sms' || channel === 'phone')) return [];
    const found: ScenarioRefusal[] = [];
    if (weekdays !== undefined && !weekdays.every((day) => prudent.weekdays.includes(day)))
      found.push(
        refused(
          'ConsumerDays',
          fr`« ${step.name} » : un particulier n’est contacté que le ${weekdaysName(prudent.weekdays)}, par prudence (${prudent.article}).`,
          step,
        ),
      );
    if (wanted !== undefined && !prudent.hours.some(({ from, until }) => wanted.from < until && from < wanted.until))
      found.push(
        refused(
          'ConsumerHours',
          fr`« ${step.name} » : un particulier n’est contacté que ${hoursName(prudent.hours)}, par prudence (${prudent.article}).`,
          step,
        ),
      );
    return found;
  });
}

/** Contacts are counted from the due date; those whose day depends on something else are not known in advance. */
function frequency(steps: readonly Step[], on: Day): ScenarioRefusal[] {
  const prudent = contactCount(on);
  if (prudent === null) return [];
  const contacts = steps.filter((step) => step.countedFrom === 'due-date' && !step.channels.includes('task'));
  for (let i = 0; i + prudent.most < contacts.length; i++) {
    const [first, next] = [contacts[i]!, contacts[i + prudent.most]!];
    if (next.offsetDays - first.offsetDays < prudent.days)
      return [
        refused(
          'ConsumerInsistence',
          fr`« ${next.name} » serait le ${prudent.most + 1}ᵉ contact d’un particulier en ${prudent.days} jours : gardez-en au plus ${prudent.most}, pour ne pas devenir insistant (art. L121-6 C. conso.).`,
          next,
        ),
      ];
  }
  return [];
}
