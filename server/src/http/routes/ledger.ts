import { z } from '@hono/zod-openapi';
import { type LedgerOrder, listLedger } from '../../store/index.ts';
import { giving, reading } from '../pipeline/endpoint.ts';
import { ledgerFilter, ledgerView } from '../schemas/ledger.ts';
import { openStaging } from '../uploads/staging.ts';
import { exportLedger } from '../views/ledger-export.ts';
import { companyPath, requireDay, requireTerms } from './shared.ts';

const tag = 'Ledger';

const listQuery = z.strictObject({ ...ledgerFilter, cursor: z.string().max(1000).optional() });
const exportQuery = z.strictObject({ ...ledgerFilter, format: z.enum(['csv', 'xlsx']) });

export const ledgerEndpoints = [
  reading({
    path: '/api/companies/{companyId}/ledger',
    tag,
    title: 'The customers’ ledger',
    description:
      'One page of a company’s invoices and credit notes, filtered, with the totals of everything the filter keeps. Credit notes are below zero.',
    params: companyPath,
    query: listQuery,
    answer: ledgerView,
    async handle({ tx, params, query, today }) {
      const { book } = await requireTerms(tx, params.companyId);
      return listLedger(tx, orderOf(params.companyId, query, today), book);
    },
  }),
  giving({
    path: '/api/companies/{companyId}/ledger/export',
    tag,
    title: 'Export the customers’ ledger',
    description:
      'Every line that the filter keeps: CSV (UTF-8 with its mark, semicolons, decimal commas) or XLSX. No text of a customer is ever a formula.',
    params: companyPath,
    query: exportQuery,
    async handle({ tx, params, query, today, services, caller }) {
      const { company, book } = await requireTerms(tx, params.companyId);
      const order = orderOf(params.companyId, query, today);
      return exportLedger(tx, order, book, {
        format: query.format,
        folder: await openStaging(services.config.stagingFolder, caller.tenantId),
        company: company.name,
      });
    },
  }),
];

type Query = Omit<z.output<typeof listQuery>, 'cursor'> & { cursor?: string | undefined };

function orderOf(companyId: string, query: Query, today: string): LedgerOrder {
  for (const day of [query.dueFrom, query.dueTo]) if (day !== undefined) requireDay(day);
  return {
    companyId,
    q: query.q ?? '',
    state: query.state ?? 'all',
    dueFrom: query.dueFrom ?? null,
    dueTo: query.dueTo ?? null,
    minCents: query.minCents ?? null,
    maxCents: query.maxCents ?? null,
    sort: query.sort ?? 'due',
    cursor: query.cursor,
    today,
  };
}
