import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Rooms in the order in which they run. The pure ones first, while the demonstration that the browser tests copy is being
 * made; the one with the most small files last, so that no core waits long for another's last file.
 */
const ROOMS = ['law', 'recovery', 'house', 'web', 'server'];

/** The files that take longest, of any room. A fresh clone does not know yet how long a file takes. */
export const LONGEST = [
  'scripts/tidy.test.ts',
  'web/tests/demo.test.ts',
  'web/tests/receipts-in.test.ts',
  'web/tests/live-day.test.ts',
  'server/src/http/idempotency.test.ts',
  'server/src/http/routes.test.ts',
  'server/src/cli/first-day.test.ts',
  'server/src/jobs/dispatch/exactly-once.test.ts',
  'server/src/cli/litigation.test.ts',
  'server/src/jobs/court-file/lives.test.ts',
  'server/src/store/embedded/embedded.test.ts',
  'server/src/jobs/outbox/kill.test.ts',
  'server/src/jobs/dispatch/kill.test.ts',
  'server/src/render/pool.test.ts',
  'recovery/src/procedures/machines.test.ts',
  'law/src/coverage.test.ts',
];

/** Starts the longest files of a room first: started last, one keeps a core busy while the others have nothing left. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const room = (file: TestSpecification): number => ROOMS.indexOf(file.project.name);
    const rank = (file: TestSpecification): number => {
      const at = LONGEST.findIndex((path) => file.moduleId.endsWith(`/${path}`));
      return at === -1 ? LONGEST.length : at;
    };
    return usual.sort((a, b) => room(a) - room(b) || rank(a) - rank(b));
  }
}
