import { saveCardKeys, stopCards, tryCardAccount, viewCardAccount } from '../../jobs/index.ts';
import { loadCompany, type Tx } from '../../store/index.ts';
import { changing, empty, reading, working } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import { cardAccountView, cardKeys, cardTrial } from '../schemas/cards.ts';
import type { AppServices } from '../services.ts';
import { companyPath, nothing } from './shared.ts';

const tag = 'Debtor page';

export const cardEndpoints = [
  reading({
    path: '/api/companies/{companyId}/card',
    tag,
    title: 'Payment by card',
    description: 'Whether debtors may pay by card, and what is missing. Secrets never come back.',
    params: companyPath,
    query: nothing,
    answer: cardAccountView,
    handle: ({ tx, params, services }) => viewOf(tx, services, params.companyId),
  }),
  changing('put', {
    path: '/api/companies/{companyId}/card',
    tag,
    title: 'Save the keys of card payments',
    description:
      'Stripe’s secret key and the secret of its webhook, sealed with a key kept outside the database. Offers the card to debtors, once the company is live and the key is too.',
    params: companyPath,
    query: nothing,
    body: cardKeys,
    answer: cardAccountView,
    async handle({ tx, params, body, services, caller }) {
      await viewOf(tx, services, params.companyId);
      const { companyId } = params;
      const refusal = await saveCardKeys(tx, services.store.secrets, { companyId, ...body, actor: caller.actor });
      if (refusal) throw passOn(422, refusal);
      return viewOf(tx, services, companyId);
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/card/off',
    tag,
    title: 'Offer the card no longer',
    description: 'What was begun is still followed, and what is refunded later still told.',
    params: companyPath,
    query: nothing,
    body: empty,
    answer: cardAccountView,
    async handle({ tx, params, services, caller }) {
      await viewOf(tx, services, params.companyId);
      await stopCards(tx, params.companyId, caller.actor);
      return viewOf(tx, services, params.companyId);
    },
  }),
  working({
    path: '/api/companies/{companyId}/card/test',
    tag,
    title: 'Try the keys of card payments',
    description: 'Asks Stripe who they are; creates nothing there.',
    params: companyPath,
    query: nothing,
    body: empty,
    answer: cardTrial,
    refusals: ['CardNotSet'],
    async handle({ services, caller, params }) {
      const { companyId } = params;
      const { tenantId } = caller;
      await services.store.inTenant(tenantId, (tx) => viewOf(tx, services, companyId));
      const tried = await tryCardAccount(services.store, services.config.stripe, { tenantId, companyId });
      if (tried === null) throw refuse('CardNotSet');
      return tried;
    },
  }),
];

async function viewOf(tx: Tx, { store, config }: AppServices, companyId: string) {
  const company = await loadCompany(tx, companyId);
  if (company === null) throw refuse('NotFound');
  const { mode, settings } = company;
  const { portalUrl } = config;
  return viewCardAccount(tx, store.secrets, { companyId, mode, pageOpen: settings.portal.enabled, portalUrl });
}
