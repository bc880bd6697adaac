import type { BankFreshnessView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { isoDay, uuid, viewSchema } from './view.ts';

export const bankFreshnessView = viewSchema<BankFreshnessView>()(
  'BankFreshness',
  z.object({
    coveredUntil: isoDay.nullable(),
    workingDays: z.int().nullable().openapi({ description: 'Working days since then, today not counted.' }),
    stale: z.boolean(),
    held: z
      .boolean()
      .openapi({ description: 'Nothing leaves until recent bank data arrive, or until it is released.' }),
    releasedToday: z.boolean(),
    limitWorkingDays: z.int().nullable(),
    accounts: z.array(
      z.object({
        bankAccountId: uuid,
        label: z.string(),
        iban: z.string().nullable(),
        currency: z.string(),
        coveredUntil: isoDay.nullable(),
        waiting: z.int(),
        retired: z.boolean(),
      }),
    ),
    message: z.string().nullable(),
  }),
);

/** The user says in so many words that he takes it upon himself. */
export const releaseOrder = z.strictObject({ confirm: z.literal(true) }).openapi('ReleaseOrder');
export const bankAccountChange = z.strictObject({ retired: z.boolean() }).openapi('BankAccountChange');
