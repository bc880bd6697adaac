import { describe } from 'vitest';
import { absentTitle } from './absent.ts';

/**
 * A group of tests that needs what no clone brings (real files kept beside the project, a mail server): tried where it
 * is. Where it is not, the suite says by name in its last lines what was not tried (`scripts/test-all.ts`); any other
 * test that is left out counts as failed.
 */
export function describeWith(what: string, present: boolean, name: string, tests: () => void): void {
  describe.runIf(present)(present ? name : absentTitle(name, what), tests);
}
