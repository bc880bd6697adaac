import type { Reason } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import type { AssignmentRule, Scenario, ScenarioBook } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import { defaultScenarios } from './defaults.ts';

/** The scenario a case follows, who or what chose it, and the sentence that says so. */
export interface Assignment {
  scenario: Scenario;
  by: 'hand' | 'rule' | 'profile';
  /** The rule that chose, by its name; null when none did. */
  rule: string | null;
  /** True when the case keeps an older version until what runs is over. */
  isKept: boolean;
  reason: Reason;
}

/**
 * Which scenario a case follows: the one chosen by hand, else that of the first rule that holds, else that of the
 * profile. A scenario meant for another profile is never taken, whoever named it: what may be asked of a business may
 * not be of a consumer. A case that was told to keep a version keeps it as long as one of its claims is on its way.
 * Once nothing is, the shell forgets that it was told (`withoutKept`): what begins after takes the newest version.
 */
export function assign(book: ScenarioBook, facts: CaseFacts, company: CompanyFacts): Assignment {
  const chosen = facts.scenarioChosen ? suitable(book, facts.scenarioChosen, facts) : null;
  if (chosen !== null) return assigned(book, facts, chosen, 'hand', null);
  for (const rule of book.rules) {
    const scenario = suitable(book, rule.scenario, facts);
    if (scenario !== null && holds(rule, facts, company)) return assigned(book, facts, scenario, 'rule', rule.name);
  }
  const own = book.latest[facts.profile] ?? defaultScenarios[facts.profile];
  return assigned(book, facts, own, 'profile', null);
}

/** The case once its assignment is known: a version that it no longer keeps is not kept again for what begins after. */
export function withoutKept(facts: CaseFacts, { scenario, isKept }: Assignment): CaseFacts {
  if (isKept || facts.keptVersions?.[scenario.key] === undefined) return facts;
  const { [scenario.key]: _, ...others } = facts.keptVersions;
  return { ...facts, keptVersions: others };
}

function suitable(book: ScenarioBook, key: string, facts: CaseFacts): Scenario | null {
  const scenario = book.latest[key];
  return scenario !== undefined && scenario.profile === facts.profile ? scenario : null;
}

function assigned(
  book: ScenarioBook,
  facts: CaseFacts,
  latest: Scenario,
  by: Assignment['by'],
  rule: string | null,
): Assignment {
  const version = facts.keptVersions?.[latest.key];
  const isRunning = version !== undefined && facts.claims.some((claim) => claim.level >= 0 && claim.openCents > 0);
  const kept = isRunning ? book.kept.find((one) => one.key === latest.key && one.version === version) : undefined;
  const scenario = kept ?? latest;
  return { scenario, by, rule, isKept: kept !== undefined, reason: why(scenario, by, rule, kept !== undefined) };
}

function why({ name, version }: Scenario, by: Assignment['by'], rule: string | null, isKept: boolean): Reason {
  const kept = isKept ? fr` Version ${String(version)} gardée jusqu’au règlement des factures en cours.` : '';
  switch (by) {
    case 'hand':
      return { code: 'ScenarioByHand', message: fr`Scénario « ${name} », choisi à la main pour ce dossier.${kept}` };
    case 'rule':
      return { code: 'ScenarioByRule', message: fr`Scénario « ${name} », par la règle « ${rule ?? ''} ».${kept}` };
    case 'profile':
      return { code: 'ScenarioByProfile', message: fr`Scénario « ${name} », celui de la qualité du débiteur.${kept}` };
  }
}

function holds({ when }: AssignmentRule, facts: CaseFacts, company: CompanyFacts): boolean {
  const { payerClasses, debtorKinds, sector, agency } = when;
  // A customer nobody has looked at yet is an ordinary one.
  if (payerClasses !== undefined && !payerClasses.includes(facts.payerClass ?? 'ordinary')) return false;
  const { kind } = facts.debtor;
  if (debtorKinds !== undefined && (kind === null || !debtorKinds.includes(kind))) return false;
  if (sector !== undefined && !folded(facts.debtor.sector ?? '').includes(folded(sector))) return false;
  if (agency !== undefined && agency !== Boolean(company.collector)) return false;
  if (!within(facts.turnoverCents ?? 0, when.leastTurnoverCents, when.mostTurnoverCents)) return false;
  if (when.leastOpenCents === undefined && when.mostOpenCents === undefined) return true;
  return within(openCents(facts), when.leastOpenCents, when.mostOpenCents);
}

function openCents({ claims }: CaseFacts): number {
  let cents = 0;
  for (const claim of claims) cents += claim.kind === 'credit-note' ? -claim.openCents : claim.openCents;
  return cents;
}

const within = (cents: number, least: number | undefined, most: number | undefined): boolean =>
  (least === undefined || cents >= least) && (most === undefined || cents <= most);

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
