import { addDays, formatDay } from '@acquit/law';
import type { PortalActView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { writeLink } from '../../jobs/index.ts';
import { PORTAL_ROOT } from '../../public-names.ts';
import {
  closeDoor,
  doorEpoch,
  findCase,
  findPortalAct,
  lastOpened,
  listPortalActs,
  loadCompany,
  portalFile,
  readPortalAct,
  type Tx,
  touchCases,
} from '../../store/index.ts';
import { changing, empty, giving, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { portalInbox, portalLinkView, portalView } from '../schemas/portal.ts';
import { uuid } from '../schemas/view.ts';
import type { AppServices } from '../services.ts';
import { givenFile } from '../uploads/given.ts';
import { casePath, companyPath, done, nothing, requireDay } from './shared.ts';

const tag = 'Debtor page';
const actPath = z.strictObject({ actId: uuid });

/** A preview is looked at now. */
const PREVIEW_DAYS = 1;

export const portalEndpoints = [
  reading({
    path: '/api/cases/{caseId}/portal',
    tag,
    title: 'The debtor’s own page',
    description: 'Whether he has one, a preview of it, and what he said there, latest first.',
    params: casePath,
    query: nothing,
    answer: portalView,
    async handle({ tx, params, today, services }) {
      const found = await requireCase(tx, params.caseId);
      const company = await loadCompany(tx, found.companyId);
      const link = await linkOf(tx, params.caseId, { preview: true, days: PREVIEW_DAYS, today });
      return {
        address: addressOf(services),
        enabled: company!.settings.portal.enabled,
        previewPath: `${PORTAL_ROOT}/${writeLink(services.store.secrets, link)}`,
        lastOpenedOn: await lastOpened(tx, params.caseId),
        acts: (await listPortalActs(tx, { caseId: params.caseId })).map(actView),
      };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/portal/links',
    tag,
    title: 'Make a link for a debtor',
    description: 'A link to his page, to be given by hand; it opens for the days set for the company.',
    params: casePath,
    query: nothing,
    body: empty,
    answer: portalLinkView,
    refusals: ['NoPortalAddress', 'PortalOff'],
    async handle({ tx, params, today, services, caller }) {
      const found = await requireCase(tx, params.caseId);
      const { portal } = (await loadCompany(tx, found.companyId))!.settings;
      const { portalUrl } = services.config;
      if (portalUrl === null) throw refuse('NoPortalAddress');
      if (!portal.enabled) throw refuse('PortalOff');
      const link = await linkOf(tx, params.caseId, { preview: false, days: portal.validDays, today });
      const until = formatDay(link.until);
      await touchCases(tx, [], today, [
        {
          actor: caller.actor,
          action: 'portal.link-made',
          objectKind: 'case',
          objectId: params.caseId,
          payload: { until },
        },
      ]);
      return { url: new URL(`${PORTAL_ROOT}/${writeLink(services.store.secrets, link)}`, portalUrl).href, until };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/portal/withdraw',
    tag,
    title: 'Withdraw the links of a debtor',
    description: 'Every link given so far opens nothing any more; the next message carries a new one.',
    params: casePath,
    query: nothing,
    body: empty,
    answer: done,
    async handle({ tx, params, today, caller }) {
      await requireCase(tx, params.caseId);
      await closeDoor(tx, params.caseId);
      await touchCases(tx, [], today, [
        {
          actor: caller.actor,
          action: 'portal.links-withdrawn',
          objectKind: 'case',
          objectId: params.caseId,
          payload: {},
        },
      ]);
      return { ok: true as const };
    },
  }),
  reading({
    path: '/api/companies/{companyId}/portal-acts',
    tag,
    title: 'What debtors said on their page and nobody has answered',
    description: 'Oldest first, fifty at most.',
    params: companyPath,
    query: nothing,
    answer: portalInbox,
    async handle({ tx, params, services }) {
      if ((await loadCompany(tx, params.companyId)) === null) throw refuse('NotFound');
      const acts = await listPortalActs(tx, { companyId: params.companyId });
      return { address: addressOf(services), acts: acts.map(actView) };
    },
  }),
  giving({
    path: '/api/portal-acts/{actId}/file',
    tag,
    title: 'The file that a debtor attached',
    description: 'As he sent it, byte for byte; never opened by this server.',
    params: actPath,
    query: nothing,
    async handle({ tx, params, services }) {
      const found = await portalFile(tx, params.actId);
      if (found === null) throw refuse('NotFound');
      return givenFile(found.name, found.mediaType, services.store.blobs.get(found.sha256));
    },
  }),
  changing('post', {
    path: '/api/portal-acts/{actId}/read',
    tag,
    title: 'Mark an act of a debtor as answered',
    description: 'Automatic messages to him may go out again.',
    params: actPath,
    query: nothing,
    body: empty,
    answer: done,
    async handle({ tx, params, today, caller }) {
      const act = await findPortalAct(tx, params.actId);
      if (act === null) throw refuse('NotFound');
      if (await readPortalAct(tx, params.actId, caller.actor))
        await touchCases(tx, [act.caseId], today, [
          {
            actor: caller.actor,
            action: 'portal.answered',
            objectKind: 'case',
            objectId: act.caseId,
            payload: { actId: params.actId, kind: act.kind },
          },
        ]);
      return { ok: true as const };
    },
  }),
];

/** Where the pages of debtors open from outside. */
const addressOf = ({ config }: AppServices): string | null => config.portalUrl?.origin ?? null;

async function requireCase(tx: Tx, caseId: string) {
  const found = await findCase(tx, caseId);
  if (found === null) throw refuse('NotFound');
  return found;
}

async function linkOf(
  tx: Tx,
  caseId: string,
  { preview, days, today }: { preview: boolean; days: number; today: string },
) {
  return {
    tenantId: tx.tenantId,
    caseId,
    until: addDays(requireDay(today), days),
    epoch: await doorEpoch(tx, caseId),
    preview,
  };
}

const actView = (act: Awaited<ReturnType<typeof listPortalActs>>[number]): PortalActView => ({
  actId: act.actId,
  caseId: act.caseId,
  debtorName: act.debtorName,
  kind: act.kind as PortalActView['kind'],
  on: act.on,
  at: act.at,
  effect: act.effect,
  numbers: act.numbers,
  details: typeof act.said.details === 'string' && act.said.details !== '' ? act.said.details : null,
  hasFile: act.fileSha256 !== null,
  isRead: act.readAt !== null,
});
