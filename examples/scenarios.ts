import { type Day, day } from '@acquit/law';
import {
  type CaseFacts,
  defaultBook,
  nextVersion,
  type PayerClass,
  type ScenarioBook,
  type Step,
} from '@acquit/recovery';

/** What a story says of scenarios: who its debtor is as a payer, and how the scenarios change on the way. */
export interface StoryScenarios {
  payerClass?: PayerClass;
  /** A new version of a scenario, by its key: steps changed, or taken away (null). */
  versions?: { on: string; scenario: string; keep: boolean; steps: Record<string, Partial<Step> | null> }[];
}

/** Applies the versions of a day to the book; a case on its way keeps the version before when told to. */
export function revise(
  story: StoryScenarios,
  before: { book: ScenarioBook; facts: CaseFacts },
  on: Day,
  events: string[],
): { book: ScenarioBook; facts: CaseFacts } {
  let { book, facts } = before;
  for (const version of story.versions ?? []) {
    if (day(version.on) !== on) continue;
    const old = book.latest[version.scenario] ?? defaultBook.latest.business!;
    const steps = old.steps.flatMap((step) => {
      const change = version.steps[step.key];
      return change === null ? [] : [{ ...step, ...change }];
    });
    const next = nextVersion(book, { ...old, steps });
    book = { ...book, latest: { ...book.latest, [old.key]: next }, kept: [...book.kept, old] };
    if (version.keep) facts = { ...facts, keptVersions: { ...facts.keptVersions, [old.key]: old.version } };
    events.push(
      `Scénario « ${old.name} » : version ${next.version} enregistrée, les dossiers en cours ${version.keep ? 'gardent la leur' : 'la suivent'}`,
    );
  }
  return { book, facts };
}
