import { auditReport } from '../../store/index.ts';
import { reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { auditView } from '../schemas/payers.ts';
import { companyPath, nothing, requireDay } from './shared.ts';

export const preventionEndpoints = [
  reading({
    path: '/api/companies/{companyId}/audit',
    tag: 'Prevention',
    title: 'Audit the company’s own invoices and terms',
    description:
      'What the law finds in the structured invoices of the last twelve months and in the terms of the settings, with the article and the clause to add, and what cannot be seen.',
    params: companyPath,
    query: nothing,
    answer: auditView,
    async handle({ tx, params, today }) {
      const report = await auditReport(tx, params.companyId, requireDay(today));
      if (report === null) throw refuse('NotFound');
      return report;
    },
  }),
];
