import type { DigestMessage, DigestView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { isoDay, uuid, viewSchema } from './view.ts';

const weekday = z.int().min(1).max(7).nullable().openapi({ description: 'Monday is 1; null: not wanted.' });

export const digestBody = z.strictObject({ weekday });

export const digestView = viewSchema<DigestView>()(
  'Digest',
  z.object({
    weekday,
    recipient: z.string(),
    last: z.array(
      z.object({
        digestId: uuid,
        forDay: isoDay,
        state: z.enum(['due', 'reserved', 'ending', 'sent', 'in-doubt', 'refused', 'captured', 'cancelled']),
        answer: z.string().nullable(),
        subject: z.string(),
        text: z.string(),
      }),
    ),
  }),
);

export const digestMessage = viewSchema<DigestMessage>()(
  'DigestMessage',
  z.object({ subject: z.string(), text: z.string(), html: z.string() }),
);
