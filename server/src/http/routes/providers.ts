import { openAccount, saveAccount, wakeAccount } from '../../jobs/index.ts';
import {
  appendJournal,
  companyExists,
  listProviderAccounts,
  removeProviderAccount,
  type Tx,
} from '../../store/index.ts';
import { changing, empty, reading, working } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import { providerAccounts, providerOrder, providerTest, servicePath } from '../schemas/dispatches.ts';
import { companyPath, nothing } from './shared.ts';

const tag = 'Providers';

async function accountsOf(tx: Tx, companyId: string, today: string) {
  if (!(await companyExists(tx, companyId))) throw refuse('NotFound');
  return listProviderAccounts(tx, companyId, `${today.slice(0, 7)}-01`);
}

export const providerEndpoints = [
  reading({
    path: '/api/companies/{companyId}/providers',
    tag,
    title: 'Accounts at providers',
    description: 'Of text messages and letters, without their secrets, with how much of the month is used.',
    params: companyPath,
    query: nothing,
    answer: providerAccounts,
    handle: ({ tx, params, today }) => accountsOf(tx, params.companyId, today),
  }),
  changing('put', {
    path: '/api/companies/{companyId}/providers/{service}',
    tag,
    title: 'Set the provider of a service',
    description: 'Secrets are sealed and never given back; one left out stays as it was.',
    params: servicePath,
    query: nothing,
    body: providerOrder,
    answer: providerAccounts,
    async handle({ tx, params, body, caller, today, services }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const refusal = await saveAccount(tx, services.store.secrets, { ...params, ...body, actor: caller.actor });
      if (refusal !== null) throw passOn(409, refusal);
      wakeAccount(params.companyId, params.service);
      return accountsOf(tx, params.companyId, today);
    },
  }),
  working({
    path: '/api/companies/{companyId}/providers/{service}/test',
    tag,
    title: 'Try an account',
    description: 'A call that costs nothing and sends nothing; gives the provider’s words.',
    params: servicePath,
    query: nothing,
    body: empty,
    answer: providerTest,
    async handle({ params, caller, services }) {
      const { store, clock } = services;
      const account = await store.inTenant(caller.tenantId, async (tx) => {
        if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
        return openAccount(tx, store.secrets, { now: clock.now }, params.companyId, params.service);
      });
      if (account === null) throw refuse('NotFound');
      const told = await account.connector.check();
      if (told.trouble !== undefined)
        throw passOn(409, {
          code: 'ProviderRefused',
          message: `Le prestataire n’ouvre pas ce compte : « ${told.trouble} ».`,
        });
      return { answer: told.answer };
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/providers/{service}/remove',
    tag,
    title: 'Take an account away',
    description: 'What it carried stays on record, and is asked of nobody any more.',
    params: servicePath,
    query: nothing,
    body: empty,
    answer: providerAccounts,
    async handle({ tx, params, caller, today }) {
      if (!(await removeProviderAccount(tx, params.companyId, params.service))) throw refuse('NotFound');
      const payload = { service: params.service };
      await appendJournal(tx, [
        { actor: caller.actor, action: 'provider.removed', objectKind: 'company', objectId: params.companyId, payload },
      ]);
      return accountsOf(tx, params.companyId, today);
    },
  }),
];
