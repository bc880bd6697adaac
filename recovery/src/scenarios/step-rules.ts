import type { Step, StepConditions } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import { isFormalNotice } from './level.ts';
import { refused, type ScenarioRefusal } from './refused.ts';

/** How far from its day a step may be: no case is looked at earlier, and after two years a debt is a decision. */
const MOST_DAYS_BEFORE = 60;
const MOST_DAYS_AFTER = 730;
/** A deadline shorter than this would not pass for reasonable (art. 1231 C. civ.); the product's choice. */
const LEAST_GRACE_DAYS = 8;
const MOST_GRACE_DAYS = 90;
const MOST_NAME_LENGTH = 80;

/** What is wrong with a step whatever stands around it. */
export function stepRefusals(step: Step): ScenarioRefusal[] {
  return [
    ...nameRefusals(step),
    ...dayRefusals(step),
    ...channelRefusals(step),
    ...noticeRefusals(step),
    ...conditionRefusals(step),
  ];
}

function nameRefusals(step: Step): ScenarioRefusal[] {
  const length = step.name.trim().length;
  if (length > 0 && length <= MOST_NAME_LENGTH) return [];
  return [
    refused('StepNameMissing', fr`Donnez à chaque étape un nom de ${MOST_NAME_LENGTH} caractères au plus.`, step),
  ];
}

function dayRefusals(step: Step): ScenarioRefusal[] {
  const { offsetDays, countedFrom, name } = step;
  if (!Number.isInteger(offsetDays) || offsetDays < -MOST_DAYS_BEFORE || offsetDays > MOST_DAYS_AFTER)
    return [
      refused(
        'OffsetOutOfBounds',
        fr`« ${name} » : indiquez au plus ${MOST_DAYS_BEFORE} jours avant l’échéance, ou ${MOST_DAYS_AFTER} jours après.`,
        step,
      ),
    ];
  if (countedFrom !== 'due-date' && offsetDays < 1)
    return [
      refused(
        'OffsetBackwards',
        fr`« ${name} » doit venir au moins un jour après ce dont elle est comptée ; seule l’échéance s’annonce d’avance.`,
        step,
      ),
    ];
  return [];
}

function channelRefusals(step: Step): ScenarioRefusal[] {
  const { channels, name } = step;
  const found: ScenarioRefusal[] = [];
  if (channels.length === 0 || new Set(channels).size !== channels.length)
    found.push(refused('ChannelMissing', fr`« ${name} » : choisissez un canal, chacun une fois.`, step));
  for (const alone of ['task', 'phone'] as const)
    if (channels.includes(alone) && channels.length > 1)
      found.push(
        refused(
          'ChannelAlone',
          alone === 'task'
            ? fr`« ${name} » : une tâche ne s’envoie pas, elle va seule.`
            : fr`« ${name} » : un appel se fait seul ; ajoutez une autre étape pour écrire.`,
          step,
        ),
      );
  if (channels.includes('letter') && channels.includes('registered'))
    found.push(
      refused(
        'SamePaperTwice',
        fr`« ${name} » enverrait deux fois le même papier : gardez la lettre ou la recommandée.`,
        step,
      ),
    );
  if (step.copySalesperson && !channels.includes('email'))
    found.push(
      refused(
        'CopyWithoutEmail',
        fr`« ${name} » : la copie au commercial part avec l’e-mail ; ajoutez ce canal ou retirez la copie.`,
        step,
      ),
    );
  if (step.objective === 'decide' && !channels.includes('task'))
    found.push(
      refused('DecideByTask', fr`« ${name} » : décider est une tâche pour vous, non un message au débiteur.`, step),
    );
  return found;
}

function noticeRefusals(step: Step): ScenarioRefusal[] {
  const { name, graceDays, channels, tone } = step;
  if (!isFormalNotice(step)) {
    if (tone !== 'formal' || channels.includes('task')) return [];
    return [
      refused(
        'FormalWithoutGrace',
        fr`« ${name} » prend le ton d’une mise en demeure : indiquez les jours laissés pour payer, ou choisissez un autre ton.`,
        step,
      ),
    ];
  }
  const found: ScenarioRefusal[] = [];
  if (tone !== 'formal')
    found.push(
      refused(
        'NoticeNotFormal',
        fr`« ${name} » laisse des jours pour payer : c’est une mise en demeure, son ton est solennel.`,
        step,
      ),
    );
  if (graceDays! < LEAST_GRACE_DAYS || graceDays! > MOST_GRACE_DAYS)
    found.push(
      refused(
        'GraceOutOfBounds',
        fr`« ${name} » : laissez entre ${LEAST_GRACE_DAYS} et ${MOST_GRACE_DAYS} jours pour payer, un délai raisonnable au sens de l’article 1231 du code civil.`,
        step,
      ),
    );
  if (!channels.some((channel) => channel === 'email' || channel === 'letter' || channel === 'registered'))
    found.push(
      refused(
        'NoticeNotWritten',
        fr`« ${name} » : une mise en demeure s’écrit, par lettre ou par e-mail, de préférence en recommandé.`,
        step,
      ),
    );
  if (step.countedFrom === 'due-date' && step.offsetDays < 1)
    found.push(refused('NoticeBeforeDue', fr`« ${name} » : une mise en demeure suppose une dette échue.`, step));
  return found;
}

function conditionRefusals(step: Step): ScenarioRefusal[] {
  const { conditions, name } = step;
  if (conditions === undefined) return [];
  return CONDITION_FAULTS.filter(({ isFault }) => isFault(conditions)).map(({ code, says }) =>
    refused(code, fr`« ${name} » : ${says}`, step),
  );
}

const grows = (least: number | undefined, most: number | undefined): boolean =>
  least === undefined || most === undefined || least <= most;

const CONDITION_FAULTS: readonly { code: string; says: string; isFault: (conditions: StepConditions) => boolean }[] = [
  {
    code: 'AmountsReversed',
    says: 'le montant le plus petit dépasse le plus grand.',
    isFault: ({ leastCents, mostCents }) => !grows(leastCents, mostCents),
  },
  {
    code: 'AgesReversed',
    says: 'le retard le plus court dépasse le plus long.',
    isFault: ({ leastDaysLate, mostDaysLate }) => !grows(leastDaysLate, mostDaysLate),
  },
  {
    code: 'NobodyMeant',
    says: 'choisissez au moins une catégorie de clients, ou aucune condition.',
    isFault: ({ payerClasses, debtorKinds }) => payerClasses?.length === 0 || debtorKinds?.length === 0,
  },
  {
    code: 'WeekdaysRefused',
    says: 'choisissez au moins un jour, du lundi au samedi.',
    isFault: ({ weekdays }) =>
      weekdays !== undefined && (weekdays.length === 0 || weekdays.some((day) => day < 1 || day > 6)),
  },
  {
    code: 'HoursReversed',
    says: 'l’heure de début doit précéder l’heure de fin.',
    isFault: ({ hours }) => hours !== undefined && hours.from >= hours.until,
  },
];
