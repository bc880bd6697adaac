import type { LifecycleMessage } from '../intake/index.ts';

/**
 * A lifecycle message as the command's answer gives it (contract §4, `document`). A reason there says why: what only
 * carries amounts is told by the amounts themselves.
 */
export function lifecycleDocument({ references, ...message }: LifecycleMessage) {
  return {
    ...message,
    references: references.map(({ reasons, ...reference }) => ({
      ...reference,
      reasons: reasons.filter((one) => Object.keys(one).some((field) => field !== 'values')),
    })),
  };
}
