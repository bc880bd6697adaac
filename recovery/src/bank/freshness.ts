import { addDays, type Day, daysBetween, frenchDate, isJourOuvre } from '@acquit/law';
import { fr } from '../texts/typography.ts';

/** One bank account as the guard sees it: the last day its bank has told about, null when it has told nothing. */
export interface CoveredAccount {
  bankAccountId: string;
  label: string;
  coveredUntil: Day | null;
  retired: boolean;
}

export interface FreshnessFacts {
  accounts: readonly CoveredAccount[];
  /** Working days the bank may lag; null: the user has switched the guard off. */
  limitWorkingDays: number | null;
  /** Names of the sources looked at before sending whose last look failed. */
  failingSources: readonly string[];
  /** A person has released the sendings of this very day. */
  released: boolean;
  on: Day;
}

export interface Freshness {
  /** The day told by the account that lags most; null when no bank has told anything. */
  coveredUntil: Day | null;
  /** Working days strictly between that day and `on`. */
  workingDays: number | null;
  /** The bank's data are too old, or could not be refreshed, to write to debtors. */
  stale: boolean;
  /** Nothing may leave: stale, and not released for the day. */
  held: boolean;
  /** One French sentence that says what to do; null when there is nothing to say. */
  message: string | null;
}

/** An account that lags its company's most recent one by more than this is closed or left unused, and holds nothing back. */
const UNUSED_AFTER_DAYS = 90;

/**
 * Working days (Monday to Friday, public holidays aside, metropolitan calendar: banks post no transfer on the others)
 * strictly after `from` and strictly before `on`. Friday's statement read on Monday: 0.
 */
export function workingDaysBetween(from: Day, on: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day < on; day = addDays(day, 1)) if (isJourOuvre(day)) count += 1;
  return count;
}

/**
 * Whether what the bank has told is recent enough to write to debtors on `on`. The account that lags most counts, among
 * those that are neither retired nor more than ninety days behind the company's most recent one: the measure is the
 * other accounts and not the calendar, so that a company whose every statement stops stays held back. A company
 * without bank data is not held (its receipts are typed by hand, and the sentence says so), nor one whose user switched
 * the guard off. A source that failed just before sending holds too, unless the bank has already told about the last
 * working day.
 */
export function freshnessOf(facts: FreshnessFacts): Freshness {
  const { limitWorkingDays, failingSources, released, on } = facts;
  const lagging = mostLagging(facts.accounts);
  if (lagging === null) {
    return { coveredUntil: null, workingDays: null, stale: false, held: false, message: NO_BANK };
  }
  const { coveredUntil } = lagging;
  const workingDays = workingDaysBetween(coveredUntil, on);
  const none = { coveredUntil, workingDays, stale: false, held: false };
  if (limitWorkingDays === null) return { ...none, message: GUARD_OFF };
  const isOld = workingDays > limitWorkingDays;
  const isUnsure = failingSources.length > 0 && workingDays > 0;
  if (!isOld && !isUnsure) return { ...none, message: null };
  const why = isOld
    ? fr`Les données de la banque s’arrêtent au ${frenchDate(coveredUntil)} (${lagging.label}), soit ${count(workingDays)} sans relevé`
    : fr`La source « ${failingSources[0] ?? ''} » n’a pas pu être relevée avant l’envoi, et la banque est connue jusqu’au ${frenchDate(coveredUntil)}`;
  const then = released
    ? fr` : vous avez demandé d’envoyer quand même aujourd’hui.`
    : fr` : les relances sont préparées, aucune ne part. Importez un relevé récent, ou choisissez « Envoyer quand même ».`;
  return { coveredUntil, workingDays, stale: true, held: !released, message: why + then };
}

const NO_BANK = fr`Aucun relevé de banque n’a encore été importé : seuls les encaissements saisis à la main sont connus.`;
const GUARD_OFF = fr`Le garde-fou bancaire est désactivé : les relances partent même si les relevés sont anciens.`;

const count = (days: number) => `${days} jour${days > 1 ? 's' : ''} ouvré${days > 1 ? 's' : ''}`;

function mostLagging(accounts: readonly CoveredAccount[]): { label: string; coveredUntil: Day } | null {
  const told = accounts.flatMap(({ label, coveredUntil, retired }) =>
    coveredUntil === null || retired ? [] : [{ label, coveredUntil }],
  );
  const latest = told.reduce<Day | null>(
    (best, one) => (best === null || one.coveredUntil > best ? one.coveredUntil : best),
    null,
  );
  if (latest === null) return null;
  return told
    .filter((one) => daysBetween(one.coveredUntil, latest) <= UNUSED_AFTER_DAYS)
    .reduce((worst, one) => (one.coveredUntil < worst.coveredUntil ? one : worst));
}
