import { enterReceipt, undoMatch } from '../../jobs/index.ts';
import {
  cancelReceipt,
  companyExists,
  findCase,
  findReceipt,
  listReceipts,
  matchOfReceipt,
  touchCases,
} from '../../store/index.ts';
import { changing, empty, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { pageOf } from '../schemas/view.ts';
import { newReceipt, receiptView } from '../schemas/work.ts';
import { companyPath, nothing, paged, receiptPath } from './shared.ts';

const tag = 'Receipts';

export const receiptEndpoints = [
  reading({
    path: '/api/companies/{companyId}/receipts',
    tag,
    title: 'List receipts',
    description: 'Money received, latest first, with what each receipt clears.',
    params: companyPath,
    query: paged,
    answer: pageOf('Receipt', receiptView),
    async handle({ tx, params, query }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listReceipts(tx, params.companyId, query.cursor);
    },
  }),
  changing('post', {
    path: '/api/receipts',
    tag,
    title: 'Record a receipt',
    description:
      'Clears the case’s claims in the order of art. 1342-10 C. civ.: those the debtor named when paying, else the due ones, the oldest first. What no claim can take stays unallocated.',
    params: nothing,
    query: nothing,
    body: newReceipt,
    answer: receiptView,
    refusals: ['DateInTheFuture', 'ClaimNotInCase'],
    async handle({ tx, body, today, caller }) {
      const found = await findCase(tx, body.caseId, true);
      if (found === null) throw refuse('NotFound');
      if (body.receivedOn > today) throw refuse('DateInTheFuture');
      const { caseId, receivedOn, amountCents, method, reference = null } = body;
      const entered = await enterReceipt(tx, {
        companyId: found.companyId,
        caseId,
        receivedOn,
        amountCents,
        method,
        reference,
        claimIds: body.claimIds ?? [],
        actor: caller.actor,
        today,
      });
      if ('refused' in entered) throw refuse(entered.refused);
      return (await findReceipt(tx, entered.receiptId))!;
    },
  }),
  changing('post', {
    path: '/api/receipts/{receiptId}/cancel',
    tag,
    title: 'Cancel a receipt',
    description:
      'As if it had never come: its claims owe again, those it had settled are open again. The receipt stays visible, marked.',
    params: receiptPath,
    query: nothing,
    body: empty,
    answer: receiptView,
    refusals: ['ReceiptCancelled', 'MatchOutOfDate'],
    async handle({ tx, params, today, caller }) {
      const before = await findReceipt(tx, params.receiptId);
      if (before === null) throw refuse('NotFound');
      // A receipt that a bank line made is taken back with everything that line did.
      const matchId = before.cancelledAt === null ? await matchOfReceipt(tx, params.receiptId) : null;
      if (matchId !== null) {
        const undone = await undoMatch(tx, matchId, { today, actor: caller.actor });
        if ('refused' in undone) throw refuse(undone.refused);
        return (await findReceipt(tx, params.receiptId))!;
      }
      await findCase(tx, before.caseId, true);
      if (!(await cancelReceipt(tx, params.receiptId))) throw refuse('ReceiptCancelled');
      const payload = {
        caseId: before.caseId,
        amountCents: before.amountCents,
        receivedOn: before.receivedOn,
        parts: before.allocations,
      };
      await touchCases(tx, [before.caseId], today, [
        {
          actor: caller.actor,
          action: 'receipt.cancelled',
          objectKind: 'receipt',
          objectId: params.receiptId,
          payload,
        },
      ]);
      return (await findReceipt(tx, params.receiptId))!;
    },
  }),
];
