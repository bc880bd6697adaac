import type { PortalActView, PortalInbox, PortalLinkView, PortalView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { isoDay, uuid, viewSchema } from './view.ts';

export const portalActView = viewSchema<PortalActView>()(
  'PortalAct',
  z.object({
    actId: uuid,
    caseId: uuid,
    debtorName: z.string(),
    kind: z.enum(['paid', 'promise', 'dispute', 'instalments', 'wrong-addressee', 'card', 'card-back']),
    on: isoDay,
    at: z.string(),
    effect: z.string().nullable().openapi({ description: 'What it did by itself, or asks for, in French.' }),
    numbers: z.array(z.string()),
    details: z.string().nullable(),
    hasFile: z.boolean(),
    isRead: z.boolean(),
  }),
);

export const portalView = viewSchema<PortalView>()(
  'Portal',
  z.object({
    address: z.string().nullable().openapi({ description: 'Null: the installation has no public address.' }),
    enabled: z.boolean(),
    previewPath: z.string(),
    lastOpenedOn: isoDay.nullable(),
    acts: z.array(portalActView),
  }),
);

export const portalLinkView = viewSchema<PortalLinkView>()('PortalLink', z.object({ url: z.string(), until: isoDay }));

export const portalInbox = viewSchema<PortalInbox>()(
  'PortalInbox',
  z.object({ address: z.string().nullable(), acts: z.array(portalActView) }),
);
