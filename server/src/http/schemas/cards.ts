import type { CardAccountView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { viewSchema } from './view.ts';

export const cardAccountView = viewSchema<CardAccountView>()(
  'CardAccount',
  z.object({
    keyMode: z.enum(['test', 'live']).nullable(),
    keyEnd: z.string().nullable().openapi({ description: 'The last letters of the key.' }),
    enabled: z.boolean(),
    hasWebhookSecret: z.boolean(),
    webhookUrl: z.string().nullable().openapi({ description: 'What Stripe has to call.' }),
    offered: z.boolean(),
    whyNot: z.string().nullable().openapi({ description: 'What is missing, in French.' }),
  }),
);

export const cardKeys = z
  .strictObject({
    secretKey: z.string().max(300).optional().openapi({ description: 'sk_… or rk_…. Absent or empty: kept.' }),
    webhookSecret: z.string().max(300).optional().openapi({ description: 'whsec_…. Absent or empty: kept.' }),
  })
  .openapi('CardKeys');

export const cardTrial = z.object({ ok: z.boolean(), message: z.string() }).openapi('CardTrial');
