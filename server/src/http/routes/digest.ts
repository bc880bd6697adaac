import { writeDigest } from '../../jobs/index.ts';
import { appendJournal, companyExists, digestView, wishDigest } from '../../store/index.ts';
import { changing, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { digestBody, digestMessage, digestView as digestSchema } from '../schemas/digest.ts';
import { companyPath, nothing, onDay, requireDay } from './shared.ts';

const tag = 'Weekly digest';

export const digestEndpoints = [
  reading({
    path: '/api/companies/{companyId}/digest',
    tag,
    title: 'One’s own weekly digest',
    description: 'The day one is told the week by e-mail, if wanted, and what became of the last ones.',
    params: companyPath,
    query: nothing,
    answer: digestSchema,
    async handle({ tx, params, caller }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return digestView(tx, { ...params, userId: caller.userId, email: caller.email });
    },
  }),
  changing('put', {
    path: '/api/companies/{companyId}/digest',
    tag,
    title: 'Choose the day of one’s weekly digest',
    description: 'From then on the week is told on that day, through the company’s own mail account; null ends it.',
    params: companyPath,
    query: nothing,
    body: digestBody,
    answer: digestSchema,
    async handle({ tx, params, body, caller, today }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const of = { ...params, userId: caller.userId };
      await wishDigest(tx, of, body.weekday, today);
      await appendJournal(tx, [
        {
          actor: caller.actor,
          action: body.weekday === null ? 'digest.ended' : 'digest.changed',
          objectKind: 'company',
          objectId: params.companyId,
          payload: { weekday: body.weekday },
        },
      ]);
      return digestView(tx, { ...of, email: caller.email });
    },
  }),
  reading({
    path: '/api/companies/{companyId}/digest/preview',
    tag,
    title: 'What the digest would say',
    description: 'The message as it would be written on a day; nothing is kept and nothing leaves.',
    params: companyPath,
    query: onDay,
    answer: digestMessage,
    async handle({ tx, params, query, caller, services, today }) {
      const written = await writeDigest(tx, params.companyId, {
        on: requireDay(query.on ?? today),
        reader: caller.name,
        appUrl: services.config.publicUrl,
      });
      if (written === null) throw refuse('NotFound');
      return written.message;
    },
  }),
];
