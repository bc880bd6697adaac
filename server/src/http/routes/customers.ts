import type { DebtorKind } from '@acquit/law';
import { type CustomerTerms, profileOf, termsRefusal } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  auditCustomer,
  type CustomerHead,
  closeTasks,
  findCustomer,
  customerView as loadCustomer,
  ownerOfLegalId,
  setCaseStatus,
  setProfile,
  type Tx,
  touchCases,
  updateCustomer,
  withdrawActions,
} from '../../store/index.ts';
import { type Caller, changing, reading } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import { customerChange, customerView } from '../schemas/customers.ts';
import { uuid } from '../schemas/view.ts';
import { nothing, requireDay } from './shared.ts';

export const customerTag = 'Customers';
export const debtorPath = z.strictObject({ debtorId: uuid });

/** A customer, his case locked for a change. Refuses: NotFound. */
export async function lockCustomer(tx: Tx, debtorId: string): Promise<CustomerHead> {
  const found = await findCustomer(tx, debtorId, true);
  if (found === null) throw refuse('NotFound');
  return found;
}

/** A customer to be looked at. Refuses: NotFound. */
export async function requireCustomer(tx: Tx, debtorId: string): Promise<CustomerHead> {
  const found = await findCustomer(tx, debtorId);
  if (found === null) throw refuse('NotFound');
  return found;
}

/** A customer as his panel shows him. Refuses: NotFound. */
export async function customerOf(tx: Tx, debtorId: string, today: string) {
  const view = await loadCustomer(tx, debtorId, requireDay(today));
  if (view === null) throw refuse('NotFound');
  return view;
}

/** What a change of a customer means for his case. */
export interface CustomerChanged {
  action: 'debtor.changed' | 'contact.changed' | 'contact.removed';
  payload: Record<string, unknown>;
  /** Whether what was prepared would now say or reach otherwise, and is taken back. */
  rewrites: boolean;
  /** An address was given: a case parked for want of one goes on. */
  reached: boolean;
  /** An insolvency was denied: a case parked for it goes on. */
  solvent: boolean;
}

/** Ends a change of a customer: takes back, sets on its way, journals, and puts the case before the next pass. */
export async function customerChanged(
  tx: Tx,
  found: CustomerHead,
  { caller, today }: { caller: Caller; today: string },
  { action, payload, rewrites, reached, solvent }: CustomerChanged,
): Promise<void> {
  const withdrawn = rewrites ? await withdrawActions(tx, [found.caseId], 'contacts') : [];
  // A case parked for another reason than what was given now goes on waiting for it.
  const addressed = reached && (await closeTasks(tx, found.caseId, 'missing-address', caller.actor));
  const lifted = solvent && (await closeTasks(tx, found.caseId, 'insolvency', caller.actor));
  if (found.status === 'parked' && (addressed || lifted || solvent))
    await setCaseStatus(tx, found.caseId, 'open', null, null);
  const event = {
    actor: caller.actor,
    action,
    objectKind: 'case',
    objectId: found.caseId,
    payload: { debtorId: found.debtorId, ...payload },
  };
  await touchCases(tx, [found.caseId], today, [event, ...withdrawn]);
}

/** Facts that change nothing of what a message says or where it goes. */
const QUIET = [
  'language',
  'circuit',
  'sector',
  'salespersonName',
  'salespersonEmail',
  'paymentRun',
  'terms',
  'deliveryLines',
  'deliveryPostcode',
  'deliveryCity',
];

export const customerEndpoints = [
  reading({
    path: '/api/debtors/{debtorId}',
    tag: customerTag,
    title: 'One customer',
    description:
      'Contacts by role, validation circuit, payment days, terms, addresses, known payers, doubles and merges.',
    params: debtorPath,
    query: nothing,
    answer: customerView,
    handle: ({ tx, params, today }) => customerOf(tx, params.debtorId, today),
  }),
  changing('patch', {
    path: '/api/debtors/{debtorId}',
    tag: customerTag,
    title: 'Correct a customer',
    description:
      'Nature, numbers, addresses, insolvency, language, circuit, payment days, terms. Contacts prepared on the old facts are taken back; a case that waited for this goes on. Terms beyond what the law lets be agreed are refused with the article.',
    params: debtorPath,
    query: nothing,
    body: customerChange,
    answer: customerView,
    refusals: ['DateInTheFuture', 'LegalIdTaken'],
    async handle({ tx, params, body, today, caller }) {
      const found = await lockCustomer(tx, params.debtorId);
      if (body.insolvencyOpenedOn && body.insolvencyOpenedOn > today)
        throw refuse('DateInTheFuture', {}, 'Une procédure collective ne peut pas être ouverte dans l’avenir.');
      if (body.legalId) {
        const owner = await ownerOfLegalId(tx, found, body.legalId);
        if (owner !== null) throw refuse('LegalIdTaken', { ...owner });
      }
      await checkTerms(tx, found, body, today);
      await updateCustomer(tx, found.debtorId, body);
      if (body.kind !== undefined)
        await setProfile(tx, found.caseId, profileOf(body.kind as DebtorKind | null).profile);
      // What an invoice must say depends on whom it is for.
      if (body.kind !== undefined) await auditCustomer(tx, found.companyId, found.debtorId);
      await customerChanged(
        tx,
        found,
        { caller, today },
        {
          action: 'debtor.changed',
          payload: body,
          rewrites: Object.keys(body).some((field) => !QUIET.includes(field)),
          reached: (body.addressLines?.length ?? 0) > 0 || Boolean(body.city) || Boolean(body.postcode),
          solvent: body.insolvencyOpenedOn === null && found.insolvencyOpenedOn !== null,
        },
      );
      return customerOf(tx, params.debtorId, today);
    },
  }),
];

/** Terms must be lawful for what the customer is, whichever of the two is being changed. */
async function checkTerms(
  tx: Tx,
  found: CustomerHead,
  body: z.output<typeof customerChange>,
  today: string,
): Promise<void> {
  if (body.terms === undefined && body.kind === undefined) return;
  const terms: CustomerTerms | null =
    body.terms === undefined ? (await customerOf(tx, found.debtorId, today)).terms : body.terms;
  if (terms === null) return;
  const kind = body.kind === undefined ? found.kind : (body.kind as DebtorKind | null);
  const refusal = termsRefusal(terms, kind, today);
  if (refusal !== null) throw passOn(409, refusal);
}
