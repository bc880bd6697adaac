import { parseDay, SUPPLIES, type Supply, supplySuspension } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import type { CompletenessLine } from './lines.ts';
import type { Made } from './made.ts';
import { answer } from './parties.ts';

/** What is suspended, as it was answered; null while it was not. */
export function suppliedOf({ facts }: Made): Supply | null {
  const said = answer(facts, 'supply');
  return SUPPLIES.find((supply) => supply === said) ?? null;
}

/**
 * What stands in the way of suspending on these facts, each with its article: water and energy of a main home, an
 * insolvent customer, another contract, nothing due. The letter itself is the first warning when none was given.
 */
export function supplyLinesOf(made: Made): CompletenessLine[] {
  const { facts, account } = made;
  const { procedure } = facts;
  const supply = suppliedOf(made);
  const on = parseDay(answer(facts, 'suspendedOn') ?? '');
  if (procedure !== 'supply-suspension' || supply === null || on === null) return [];
  const line = (key: string, label: string, article: string | null, todo: string | null): CompletenessLine => ({
    key,
    label,
    state: todo === null ? 'met' : 'missing',
    mandatory: true,
    article,
    todo,
  });
  const obstacles = supplySuspension({
    supply,
    mainHome: answer(facts, 'mainHome') === 'yes',
    on,
    sameContract: answer(facts, 'sameContract') === 'yes',
    isDue: account.due.length > 0,
    firstNoticeOn: parseDay(answer(facts, 'warnedOn') ?? '') ?? facts.on,
    secondNoticeOn: null,
    isHelped: false,
    fundAskedOn: null,
    minimumPowerSince: null,
    insolvencyOpenedOn: facts.case.debtor.insolvencyOpenedOn,
  });
  if (obstacles.length === 0)
    return [line('suspension', fr`Suspension : rien ne l’interdit sur ces faits`, null, null)];
  return obstacles.map(({ code, message, article, confidence }) =>
    line(
      `suspension-${code}`,
      'Suspension impossible sur ces faits',
      confidence === 'C' ? fr`${article} (à vérifier)` : article,
      message,
    ),
  );
}
