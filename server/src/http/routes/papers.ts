import { z } from '@hono/zod-openapi';
import {
  keepDisputeFile,
  keepSignedPaper,
  planPaper,
  proveCost,
  resumeDeliveries,
  sendSuspension,
  suspendDeliveries,
  suspensionLetter,
} from '../../jobs/index.ts';
import { disputeFile, keepBlob, planProof } from '../../store/index.ts';
import { changing, empty, giving, working } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { disputeView, planView, suspensionOrder, suspensionView } from '../schemas/commitments.ts';
import { procedureView } from '../schemas/procedures.ts';
import { uuid } from '../schemas/view.ts';
import { givenFile } from '../uploads/given.ts';
import { receivePaper } from '../uploads/receive.ts';
import { orRefuse } from './promises.ts';
import { casePath, nothing } from './shared.ts';

const disputePath = z.strictObject({ disputeId: uuid });
const suspensionPath = z.strictObject({ suspensionId: uuid });
const planPath = z.strictObject({ planId: uuid });
/** The hash of a kept file, as it stands in an address. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** The form of one dropped file. */
export const oneFile = z.object({ file: z.string().openapi({ format: 'binary' }) }).openapi('DroppedFile');

export const paperEndpoints = [
  changing('post', {
    path: '/api/cases/{caseId}/suspensions',
    tag: 'Suspensions',
    title: 'Decide to suspend deliveries',
    description:
      'Refused with the article where the law forbids it: water of a main home, energy of a household, an insolvent customer; otherwise one contract, a sum due and a warning.',
    params: casePath,
    query: nothing,
    body: suspensionOrder,
    answer: suspensionView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await suspendDeliveries(tx, { ...params, ...body }, { actor: caller.actor, today })).suspension,
  }),
  changing('post', {
    path: '/api/suspensions/{suspensionId}/lift',
    tag: 'Suspensions',
    title: 'Take deliveries up again',
    description: 'The suspension stays visible, with its end.',
    params: suspensionPath,
    query: nothing,
    body: empty,
    answer: suspensionView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await resumeDeliveries(tx, params.suspensionId, { actor: caller.actor, today })).suspension,
  }),
  changing('post', {
    path: '/api/suspensions/{suspensionId}/send',
    tag: 'Suspensions',
    title: 'Send the announcement of a suspension',
    description: 'A registered letter to the print queue and an e-mail, as the contact of the day; once.',
    params: suspensionPath,
    query: nothing,
    body: empty,
    answer: suspensionView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await sendSuspension(tx, params.suspensionId, { actor: caller.actor, today })).suspension,
  }),
  giving({
    path: '/api/suspensions/{suspensionId}/letter',
    tag: 'Suspensions',
    title: 'The letter that announces a suspension',
    description: 'With what is due, what stops and from when.',
    params: suspensionPath,
    query: nothing,
    async handle({ tx, params, today }) {
      const made = orRefuse(await suspensionLetter(tx, params.suspensionId, today));
      return givenFile(made.name, 'application/pdf', made.content);
    },
  }),
  giving({
    path: '/api/plans/{planId}/papers/{paper}',
    tag: 'Instalment plans',
    title: 'The paper of a plan, to sign',
    description:
      '`plan`: the plan with its clauses. `acknowledgement`: an acknowledgement of debt whose sum the debtor writes himself, in words and figures (art. 1376 C. civ.).',
    params: z.strictObject({ planId: uuid, paper: z.enum(['plan', 'acknowledgement']) }),
    query: nothing,
    async handle({ tx, params, today }) {
      const made = orRefuse(await planPaper(tx, params.planId, params.paper, today));
      return givenFile(made.name, 'application/pdf', made.content);
    },
  }),
  giving({
    path: '/api/plans/{planId}/proof',
    tag: 'Instalment plans',
    title: 'The signed paper of a plan',
    description: 'As it was kept, byte for byte.',
    params: planPath,
    query: nothing,
    async handle({ tx, params, services }) {
      const found = await planProof(tx, params.planId);
      if (found === null) throw refuse('NotFound');
      return givenFile(found.name, found.mediaType, services.store.blobs.get(found.sha256));
    },
  }),
  working({
    path: '/api/plans/{planId}/proof',
    tag: 'Instalment plans',
    title: 'Keep the signed paper of a plan',
    description: 'One file, kept whole; it proves the signature.',
    params: planPath,
    query: nothing,
    body: oneFile,
    rawBody: true,
    answer: planView,
    async handle({ services, caller, params, request, today }) {
      const file = await receivePaper(request, services.config.stagingFolder, caller.tenantId);
      return services.store.inTenant(caller.tenantId, async (tx) => {
        const sha = await keepBlob(tx, services.store.blobs, { bytes: file.content, mediaType: file.mediaType });
        const proof = { sha256: sha, name: file.fileName };
        return orRefuse(await keepSignedPaper(tx, params.planId, proof, { actor: caller.actor, today })).plan;
      });
    },
  }),
  working({
    path: '/api/procedure-costs/{costId}/proof',
    tag: 'Procedures',
    title: 'Join the bill of a cost',
    description: 'One file, kept whole: an exhibit of the court file when the debtor is to bear the cost.',
    params: z.strictObject({ costId: uuid }),
    query: nothing,
    body: oneFile,
    rawBody: true,
    answer: procedureView,
    async handle({ services, caller, params, request, today }) {
      const file = await receivePaper(request, services.config.stagingFolder, caller.tenantId);
      return services.store.inTenant(caller.tenantId, async (tx) => {
        const sha = await keepBlob(tx, services.store.blobs, { bytes: file.content, mediaType: file.mediaType });
        const order = { ...params, proof: { sha256: sha, name: file.fileName } };
        return orRefuse(await proveCost(tx, order, { actor: caller.actor, today })).procedure;
      });
    },
  }),
  giving({
    path: '/api/disputes/{disputeId}/files/{sha256}',
    tag: 'Disputes',
    title: 'A file of a dispute',
    description: 'As it was attached, byte for byte.',
    params: z.strictObject({ disputeId: uuid, sha256 }),
    query: nothing,
    async handle({ tx, params, services }) {
      const found = await disputeFile(tx, params.disputeId, Buffer.from(params.sha256, 'hex'));
      if (found === null) throw refuse('NotFound');
      return givenFile(found.name, found.mediaType, services.store.blobs.get(found.sha256));
    },
  }),
  working({
    path: '/api/disputes/{disputeId}/files',
    tag: 'Disputes',
    title: 'Attach a file to a dispute',
    description: 'One file, kept whole.',
    params: disputePath,
    query: nothing,
    body: oneFile,
    rawBody: true,
    answer: disputeView,
    async handle({ services, caller, params, request, today }) {
      const file = await receivePaper(request, services.config.stagingFolder, caller.tenantId);
      return services.store.inTenant(caller.tenantId, async (tx) => {
        const sha = await keepBlob(tx, services.store.blobs, { bytes: file.content, mediaType: file.mediaType });
        const kept = { sha256: sha, name: file.fileName };
        return orRefuse(await keepDisputeFile(tx, params.disputeId, kept, { actor: caller.actor, today })).dispute;
      });
    },
  }),
];
