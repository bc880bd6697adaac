import { z } from '@hono/zod-openapi';
import {
  applyMatch,
  declineMatch,
  type MatchRefusal,
  matchByHand,
  restoreLine,
  setLineAside,
  undoMatch,
} from '../../jobs/index.ts';
import {
  matchableClaims as claimsFor,
  companyExists,
  findBankLine,
  listBankLines,
  type Tx,
} from '../../store/index.ts';
import { changing, empty, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { bankLinesView, bankLineView, chosenParts, matchableClaims, setAside } from '../schemas/bank.ts';
import { text, uuid } from '../schemas/view.ts';
import { companyPath, nothing } from './shared.ts';

const tag = 'Bank';
const linePath = z.strictObject({ lineId: uuid });
const matchPath = z.strictObject({ matchId: uuid });
const refusals = ['MatchOutOfDate', 'MatchDecided', 'LineDecided'] as const;

/** The line as it is after a decision. Refuses what the decision was refused for. */
async function answered(tx: Tx, decided: { lineId: string } | { refused: MatchRefusal }) {
  if ('refused' in decided) throw refuse(decided.refused);
  return (await findBankLine(tx, decided.lineId))!;
}

export const bankEndpoints = [
  reading({
    path: '/api/companies/{companyId}/bank-lines',
    tag,
    title: 'List bank lines',
    description: 'Lines of the company’s bank statements with what each pays; those that wait come oldest first.',
    params: companyPath,
    query: z.strictObject({
      filter: z.enum(['waiting', 'matched', 'set-aside', 'outgoing', 'all']).optional(),
      cursor: z.string().max(500).optional(),
    }),
    answer: bankLinesView,
    async handle({ tx, params, query }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listBankLines(tx, params.companyId, query.filter ?? 'waiting', query.cursor);
    },
  }),
  reading({
    path: '/api/bank-lines/{lineId}',
    tag,
    title: 'One bank line',
    description: 'The bank’s own words, and the matches proposed, applied, undone or declined, each with its reasons.',
    params: linePath,
    query: nothing,
    answer: bankLineView,
    async handle({ tx, params }) {
      const line = await findBankLine(tx, params.lineId);
      if (line === null) throw refuse('NotFound');
      return line;
    },
  }),
  reading({
    path: '/api/bank-lines/{lineId}/claims',
    tag,
    title: 'Claims to choose for a line',
    description:
      'Open claims by the beginning of a number or of the debtor’s words; without a search, those of the same amount and of the proposed debtors.',
    params: linePath,
    query: z.strictObject({ q: text(100).optional() }),
    answer: matchableClaims,
    async handle({ tx, params, query }) {
      const items = await claimsFor(tx, params.lineId, query.q ?? '');
      if (items === null) throw refuse('NotFound');
      return { items };
    },
  }),
  changing('post', {
    path: '/api/bank-matches/{matchId}/apply',
    tag,
    title: 'Apply a proposal',
    description: 'Records the receipt, settles the claims and remembers whom this payer pays for.',
    params: matchPath,
    query: nothing,
    body: empty,
    answer: bankLineView,
    refusals,
    handle: async ({ tx, params, today, caller }) =>
      answered(tx, await applyMatch(tx, params.matchId, { today, actor: caller.actor })),
  }),
  changing('post', {
    path: '/api/bank-matches/{matchId}/decline',
    tag,
    title: 'Decline a proposal',
    description: 'It is never made again for this line; the claims it held back may be asked for again.',
    params: matchPath,
    query: nothing,
    body: empty,
    answer: bankLineView,
    refusals: ['MatchDecided'],
    handle: async ({ tx, params, today, caller }) =>
      answered(tx, await declineMatch(tx, params.matchId, { today, actor: caller.actor })),
  }),
  changing('post', {
    path: '/api/bank-matches/{matchId}/undo',
    tag,
    title: 'Undo a match',
    description: 'Everything is as before: receipts cancelled, claims open again, a reversed receipt restored.',
    params: matchPath,
    query: nothing,
    body: empty,
    answer: bankLineView,
    refusals,
    handle: async ({ tx, params, today, caller }) =>
      answered(tx, await undoMatch(tx, params.matchId, { today, actor: caller.actor })),
  }),
  changing('post', {
    path: '/api/bank-lines/{lineId}/match',
    tag,
    title: 'Match by hand',
    description: 'Clears the chosen claims with this line; what they do not take stays to the debtor’s credit.',
    params: linePath,
    query: nothing,
    body: chosenParts,
    answer: bankLineView,
    refusals: ['LineDecided', 'LineNotCredit', 'PartsTooLarge', 'ClaimNotOpen'],
    handle: async ({ tx, params, body, today, caller }) =>
      answered(tx, await matchByHand(tx, params.lineId, body.parts, { today, actor: caller.actor })),
  }),
  changing('post', {
    path: '/api/bank-lines/{lineId}/set-aside',
    tag,
    title: 'Set a line aside',
    description: 'The money pays no customer’s invoice; its proposals hold nothing back any more.',
    params: linePath,
    query: nothing,
    body: setAside,
    answer: bankLineView,
    refusals: ['LineDecided'],
    handle: async ({ tx, params, body, today, caller }) =>
      answered(tx, await setLineAside(tx, params.lineId, body.reason, { today, actor: caller.actor })),
  }),
  changing('post', {
    path: '/api/bank-lines/{lineId}/restore',
    tag,
    title: 'Restore a line',
    description: 'A line set aside, or money that left, waits for a decision again.',
    params: linePath,
    query: nothing,
    body: empty,
    answer: bankLineView,
    refusals: ['LineDecided'],
    handle: async ({ tx, params, today, caller }) =>
      answered(tx, await restoreLine(tx, params.lineId, { today, actor: caller.actor })),
  }),
];
