import { addDays, addMonths, type Day, formatDay, frenchDate } from '../calendar/index.ts';
import { type DatedValue, type SeriesName, valueOn, valuesOf } from '../parameters/index.ts';

/** What would stop being delivered. Water and energy have laws of their own besides the contract's. */
export const SUPPLIES = ['goods', 'services', 'water', 'electricity', 'gas', 'heat', 'telecom'] as const;
export type Supply = (typeof SUPPLIES)[number];

/** What a person says of a suspension he is about to decide; days as epoch days. */
export interface SuspensionFacts {
  readonly supply: Supply;
  /** It serves somebody's main home. */
  readonly mainHome: boolean;
  /** From this day nothing more would be delivered. */
  readonly on: Day;
  /** The sums unpaid and what would be suspended belong to one contract, or to contracts bound together. */
  readonly sameContract: boolean;
  /** Something is due and unpaid. */
  readonly isDue: boolean;
  /** First and second warning in writing; null: not given. */
  readonly firstNoticeOn: Day | null;
  readonly secondNoticeOn: Day | null;
  /** Helped with his bills: energy cheque, or the housing solidarity fund. */
  readonly isHelped: boolean;
  /** The housing solidarity fund was asked on this day; null: it was not. */
  readonly fundAskedOn: Day | null;
  /** Power has been down to the minimum since this day; null: it has not. Electricity only. */
  readonly minimumPowerSince: Day | null;
  /** Insolvency proceedings opened against the customer; null: none. */
  readonly insolvencyOpenedOn: Day | null;
}

/** Why a suspension may not be made, with the article and how sure we are of it. */
export interface SuspensionObstacle {
  readonly code:
    | 'InsolvencyMustServe'
    | 'WaterNeverCut'
    | 'WinterTruce'
    | 'NoticeMissing'
    | 'NoticeTooShort'
    | 'FundAsked'
    | 'MinimumPowerFirst'
    | 'NotSameContract'
    | 'NothingDue';
  readonly message: string;
  readonly article: string;
  readonly confidence: 'A' | 'B' | 'C';
}

/**
 * What stands in the way of suspending a supply on a day, in the order in which it counts; empty when nothing does. An
 * insolvent customer must be served despite his earlier debts (L622-13 C. com.); water of a main home is never cut, its
 * energy neither in winter nor before two letters (L115-3 CASF, décret n° 2008-780). For all others the exception of
 * non-performance asks for one contract, a sum due and a warning (art. 1219 and 1220 C. civ.). Proportion is for the
 * person to weigh: this says what is forbidden, never that a suspension is right.
 */
export function supplySuspension(facts: SuspensionFacts): SuspensionObstacle[] {
  const { supply, mainHome, insolvencyOpenedOn, on } = facts;
  const obstacles: SuspensionObstacle[] = [];
  const add = (
    code: SuspensionObstacle['code'],
    message: string,
    article: string,
    confidence: SuspensionObstacle['confidence'],
  ) => obstacles.push({ code, message, article, confidence });
  if (insolvencyOpenedOn !== null && insolvencyOpenedOn <= on)
    add(
      'InsolvencyMustServe',
      `Une procédure collective est ouverte depuis le ${frenchDate(insolvencyOpenedOn)}\u00a0: les contrats en cours doivent être exécutés malgré les impayés antérieurs. Déclarez la créance.`,
      'L622-13 C. com.',
      'C',
    );
  if (supply === 'water' && mainHome)
    add(
      'WaterNeverCut',
      'L’eau d’une résidence principale ne peut être ni coupée ni réduite, toute l’année. Le recouvrement reste possible.',
      'L115-3 CASF',
      'B',
    );
  if (!facts.isDue)
    add('NothingDue', 'Rien n’est échu et impayé\u00a0: il n’y a rien à opposer au client.', 'art. 1219 C. civ.', 'A');
  if (!facts.sameContract)
    add(
      'NotSameContract',
      'Les sommes impayées et ce qui serait suspendu doivent relever du même contrat, ou de contrats liés.',
      'art. 1219 C. civ.',
      'A',
    );
  if (isEnergy(supply) && mainHome) obstacles.push(...energyObstacles(facts));
  else if (facts.firstNoticeOn === null || facts.firstNoticeOn > on)
    add(
      'NoticeMissing',
      'Prévenez d’abord le client par écrit, en disant ce qui sera suspendu et quand.',
      'art. 1220 C. civ.',
      'A',
    );
  return obstacles;
}

const isEnergy = (supply: Supply): boolean => supply === 'electricity' || supply === 'gas' || supply === 'heat';

/** The protection of a household: the winter, two letters and their delays, the fund, and minimum power first. */
function energyObstacles(facts: SuspensionFacts): SuspensionObstacle[] {
  const { on, firstNoticeOn, secondNoticeOn, fundAskedOn, minimumPowerSince, supply } = facts;
  const obstacles: SuspensionObstacle[] = [];
  const add = (code: SuspensionObstacle['code'], message: string, { reference }: DatedValue) =>
    obstacles.push({ code, message, article: reference.article, confidence: reference.confidence });
  const [first, last] = [known('supply-suspension-winter/first', on), known('supply-suspension-winter/last', on)];
  if (inWinter(on, first.value, last.value))
    add(
      'WinterTruce',
      'Du 1er novembre au 31 mars, l’énergie d’une résidence principale ne peut pas être coupée.',
      first,
    );
  const between = known(`supply-suspension-first-notice/${facts.isHelped ? 'helped' : 'days'}`, on);
  const after = known('supply-suspension-second-notice', on);
  if (firstNoticeOn === null || secondNoticeOn === null)
    add(
      'NoticeMissing',
      'Il faut deux courriers avant toute coupure, le second rappelant le fonds de solidarité pour le logement.',
      after,
    );
  else if (secondNoticeOn < addDays(firstNoticeOn, Number(between.value)))
    add('NoticeTooShort', `Le second courrier part ${between.value} jours au moins après le premier.`, between);
  else if (on < addDays(secondNoticeOn, Number(after.value)))
    add('NoticeTooShort', `La coupure vient ${after.value} jours au moins après le second courrier.`, after);
  const fund = known('supply-suspension-fund', on);
  if (fundAskedOn !== null && on < addMonths(fundAskedOn, Number(fund.value)))
    add(
      'FundAsked',
      `Le fonds de solidarité pour le logement a été saisi\u00a0: pas de coupure pendant ${fund.value} mois.`,
      fund,
    );
  if (supply !== 'electricity') return obstacles;
  const power = known('supply-suspension-minimum-power', on);
  if (minimumPowerSince === null || on < addDays(minimumPowerSince, Number(power.value)))
    add('MinimumPowerFirst', `L’électricité passe d’abord en puissance minimale, pendant ${power.value} jours.`, power);
  return obstacles;
}

/** A day of the year within a period that runs over the new year, both ends included. */
function inWinter(on: Day, first: string, last: string): boolean {
  const dayOfYear = formatDay(on).slice('2026-'.length);
  return dayOfYear >= first || dayOfYear <= last;
}

/** The value in force, or the first one that was: before any text we keep to the same protection. */
function known(name: SeriesName, on: Day): DatedValue {
  return valueOn(name, on) ?? valuesOf(name)[0]!;
}
