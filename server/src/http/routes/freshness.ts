import { z } from '@hono/zod-openapi';
import {
  appendJournal,
  bankFreshnessView as askFreshness,
  companyExists,
  releaseSending,
  retireAccount,
  type Tx,
} from '../../store/index.ts';
import { changing, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { bankAccountChange, bankFreshnessView, releaseOrder } from '../schemas/freshness.ts';
import { uuid } from '../schemas/view.ts';
import { companyPath, nothing, requireDay } from './shared.ts';

const tag = 'Bank';

export const freshnessEndpoints = [
  reading({
    path: '/api/companies/{companyId}/bank',
    tag,
    title: 'How recent the bank’s data are',
    description:
      'The last day each account has told about. While the account that lags most is older than the company’s limit of working days, messages are prepared and none leaves.',
    params: companyPath,
    query: nothing,
    answer: bankFreshnessView,
    async handle({ tx, params, today }) {
      return freshnessOf(tx, params.companyId, today);
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/bank/send-anyway',
    tag,
    title: 'Send anyway today',
    description:
      'Lets today’s messages leave although the bank’s data are old. For this day only; written in the journal with the name of the person.',
    params: companyPath,
    query: nothing,
    body: releaseOrder,
    answer: bankFreshnessView,
    async handle({ tx, params, today, caller }) {
      const before = await freshnessOf(tx, params.companyId, today);
      // Nothing holds the sendings: there is nothing to take upon oneself.
      if (!before.held) return before;
      if (await releaseSending(tx, params.companyId, today, caller.actor))
        await appendJournal(tx, [
          {
            actor: caller.actor,
            action: 'sending.released',
            objectKind: 'company',
            objectId: params.companyId,
            payload: { on: today, coveredUntil: before.coveredUntil, workingDays: before.workingDays },
          },
        ]);
      return freshnessOf(tx, params.companyId, today);
    },
  }),
  changing('patch', {
    path: '/api/bank-accounts/{bankAccountId}',
    tag,
    title: 'Retire a bank account, or use it again',
    description: 'A closed account says nothing more: retired, it no longer holds the sendings back.',
    params: z.strictObject({ bankAccountId: uuid }),
    query: nothing,
    body: bankAccountChange,
    answer: bankFreshnessView,
    async handle({ tx, params, body, today, caller }) {
      const account = await retireAccount(tx, params.bankAccountId, body.retired);
      if (account === null) throw refuse('NotFound');
      await appendJournal(tx, [
        {
          actor: caller.actor,
          action: body.retired ? 'account.retired' : 'account.used-again',
          objectKind: 'bank-account',
          objectId: params.bankAccountId,
          payload: { label: account.label },
        },
      ]);
      return freshnessOf(tx, account.companyId, today);
    },
  }),
];

async function freshnessOf(tx: Tx, companyId: string, today: string) {
  if (!(await companyExists(tx, companyId))) throw refuse('NotFound');
  return askFreshness(tx, companyId, requireDay(today));
}
