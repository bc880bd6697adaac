import type { AssignmentRule, Scenario, ScenarioBook } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import { refused, type ScenarioRefusal } from './refused.ts';
import { ranked } from './validate.ts';

const MOST_RULES = 50;

/** The version that follows the latest of a scenario, its steps ranked; the first one of a new scenario. */
export function nextVersion(book: ScenarioBook, edited: Omit<Scenario, 'version'>): Scenario {
  return { ...edited, version: (book.latest[edited.key]?.version ?? 0) + 1, steps: ranked(edited.steps) };
}

/** True when two versions would act the same: names and numbers of versions aside, nothing differs. */
export function actsAlike(a: Scenario, b: Scenario): boolean {
  const bare = ({ version: _, ...rest }: Scenario) => JSON.stringify(inOrder(rest));
  return bare(a) === bare(b);
}

/** The same value with its keys in one order: a database may give them back in another. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, inOrder(one)]));
}

/**
 * What keeps a scenario from taking its place in the book. A claim remembers the step it went through by its key: two
 * keys that a scenario crosses the other way round would take a claim back, and write to its debtor twice.
 */
export function placeRefusals(book: ScenarioBook, scenario: Scenario): ScenarioRefusal[] {
  const latest = book.latest[scenario.key];
  const found: ScenarioRefusal[] = [];
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(scenario.key))
    found.push(
      refused(
        'ScenarioKeyRefused',
        fr`« ${scenario.key} » ne peut pas servir de clé de scénario : employez des minuscules, des chiffres et des tirets.`,
      ),
    );
  if (latest !== undefined && latest.profile !== scenario.profile)
    found.push(
      refused(
        'ProfileChanged',
        fr`« ${latest.name} » ne peut pas changer de qualité de débiteur : ajoutez un autre scénario.`,
      ),
    );
  const rank = new Map(scenario.steps.map((step, index) => [step.key, index]));
  for (const other of [...Object.values(book.latest), ...book.kept]) {
    let highest = -1;
    for (const step of other.steps) {
      const place = rank.get(step.key);
      if (place === undefined) continue;
      if (place < highest) {
        found.push(
          refused(
            'StepsCrossed',
            fr`« ${step.name} » passe ici avant une étape qu’elle suit dans « ${other.name} » : donnez-lui une nouvelle clé, pour qu’aucune facture ne la reçoive deux fois.`,
            scenario.steps[place]!,
          ),
        );
        return found;
      }
      highest = place;
    }
  }
  return found;
}

/** What keeps rules of assignment from being saved. */
export function ruleRefusals(book: ScenarioBook, rules: readonly AssignmentRule[]): ScenarioRefusal[] {
  const found: ScenarioRefusal[] = [];
  if (rules.length > MOST_RULES)
    found.push(refused('TooManyRules', fr`Gardez au plus ${MOST_RULES} règles : il y en a ${rules.length}.`));
  const names = new Set<string>();
  for (const { name, when, scenario } of rules) {
    if (name.trim() === '' || names.has(name))
      found.push(
        refused(
          'RuleNameTaken',
          fr`Donnez à chaque règle un nom à elle : c’est par lui qu’un dossier dit pourquoi il suit un scénario.`,
        ),
      );
    names.add(name);
    if (book.latest[scenario] === undefined)
      found.push(
        refused(
          'UnknownScenario',
          fr`La règle « ${name} » nomme un scénario qui n’existe pas : choisissez-en un autre.`,
        ),
      );
    if (Object.values(when).every((condition) => condition === undefined))
      found.push(
        refused('RuleForEverybody', fr`La règle « ${name} » n’a aucune condition : elle prendrait tous les dossiers.`),
      );
  }
  return found;
}
