import { z } from '@hono/zod-openapi';
import { listPayers, refreshPayer, setCreditLimit, setPayerClass } from '../../store/index.ts';
import { changing, reading } from '../pipeline/endpoint.ts';
import { lateCostView, payerChange, payerClass, payerRow, payerView } from '../schemas/payers.ts';
import { pageOf } from '../schemas/view.ts';
import { lateCostOf, payerViewOf } from '../views/payer-view.ts';
import { customerChanged, debtorPath, lockCustomer, requireCustomer } from './customers.ts';
import { companyPath, nothing, requireDay, requireTerms } from './shared.ts';

const tag = 'Payers';

export const payerEndpoints = [
  reading({
    path: '/api/debtors/{debtorId}/payer',
    tag,
    title: 'How a customer pays',
    description:
      'His class, when each open invoice should be paid and how likely it is to be late, with the reasons, and his credit limit. From his own history with the company and its other customers’: no data of third parties.',
    params: debtorPath,
    query: nothing,
    answer: payerView,
    handle: async ({ tx, params, today }) =>
      payerViewOf(tx, await requireCustomer(tx, params.debtorId), requireDay(today)),
  }),
  changing('patch', {
    path: '/api/debtors/{debtorId}/payer',
    tag,
    title: 'Set a customer’s class or credit limit',
    description: 'A class said by a person prevails until it is taken back (null); what the history says stays told.',
    params: debtorPath,
    query: nothing,
    body: payerChange,
    answer: payerView,
    async handle({ tx, params, body, today, caller }) {
      const found = await lockCustomer(tx, params.debtorId);
      const on = requireDay(today);
      if (body.payerClass !== undefined) await setPayerClass(tx, found.debtorId, body.payerClass);
      if (body.creditLimitCents !== undefined) await setCreditLimit(tx, found.debtorId, body.creditLimitCents);
      await refreshPayer(tx, found.companyId, found.debtorId, on);
      await customerChanged(
        tx,
        found,
        { caller, today },
        { action: 'debtor.changed', payload: body, rewrites: false, reached: false, solvent: false },
      );
      return payerViewOf(tx, found, on);
    },
  }),
  reading({
    path: '/api/debtors/{debtorId}/late-cost',
    tag,
    title: 'What a customer’s lateness costs',
    description:
      'Over twelve months: sums kept waiting at the company’s own rate of financing, with the tree of the figure, and what the law gave and was not asked.',
    params: debtorPath,
    query: nothing,
    answer: lateCostView,
    handle: async ({ tx, params, today }) =>
      lateCostOf(tx, await requireCustomer(tx, params.debtorId), requireDay(today)),
  }),
  reading({
    path: '/api/companies/{companyId}/payers',
    tag,
    title: 'List customers by how they pay',
    description:
      'One page of customers, those whose lateness costs most first; of a class, or above their credit limit.',
    params: companyPath,
    query: z.strictObject({
      class: payerClass.optional(),
      exposure: z.enum(['all', 'over']).optional(),
      cursor: z.string().max(500).optional(),
    }),
    answer: pageOf('PayerRow', payerRow),
    async handle({ tx, params: { companyId }, query }) {
      const { company } = await requireTerms(tx, companyId);
      const { financingRate } = company.settings;
      const over = query.exposure === 'over';
      return listPayers(tx, { companyId, payerClass: query.class, over, cursor: query.cursor, financingRate });
    },
  }),
];
