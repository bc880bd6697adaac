import { channelName } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { type SheetColumn, writeCsv } from '../../render/index.ts';
import { calendarDayOf, calendarOf, caseAhead, findCase } from '../../store/index.ts';
import { giving, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { aheadView, calendarDayView, calendarView } from '../schemas/calendar.ts';
import { isoDay } from '../schemas/view.ts';
import { casePath, companyPath, nothing, requireDay, requireTerms } from './shared.ts';

const tag = 'Work';
const LONGEST_DAYS = 60;
const USUAL_DAYS = 42;

const calendarQuery = z.strictObject({
  days: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(LONGEST_DAYS))
    .optional()
    .openapi({ type: 'integer', example: USUAL_DAYS }),
});

const COLUMNS: readonly SheetColumn[] = [
  { title: 'Jour', kind: 'day', width: 12 },
  { title: 'Fermé', kind: 'text', width: 24 },
  { title: 'Canal', kind: 'text', width: 18 },
  { title: 'Actes', kind: 'count', width: 9 },
  { title: 'Actes du jour', kind: 'count', width: 9 },
  { title: 'Dont à votre main', kind: 'count', width: 9 },
  { title: 'Somme réclamée du jour', kind: 'amount', width: 14 },
];

export const calendarEndpoints = [
  reading({
    path: '/api/companies/{companyId}/calendar',
    tag,
    title: 'Calendar of what will go out',
    description:
      'Per day and channel, from today, if nothing is received before; with the days on which nothing leaves.',
    params: companyPath,
    query: calendarQuery,
    answer: calendarView,
    async handle({ tx, params, query, today }) {
      const { company, book } = await requireTerms(tx, params.companyId);
      return calendarOf(tx, company, book, requireDay(today), query.days ?? USUAL_DAYS);
    },
  }),
  giving({
    path: '/api/companies/{companyId}/calendar/export',
    tag,
    title: 'The calendar as a table',
    description: 'CSV: one line per day and channel, and one for each day without anything.',
    params: companyPath,
    query: calendarQuery,
    async handle({ tx, params, query, today }) {
      const { company, book } = await requireTerms(tx, params.companyId);
      const { days } = await calendarOf(tx, company, book, requireDay(today), query.days ?? USUAL_DAYS);
      const pieces: Uint8Array[] = [];
      const writer = await writeCsv(COLUMNS, async (piece) => void pieces.push(piece));
      for (const { on, closed, channels, count, byHand, cents } of days) {
        const lines = channels.length === 0 ? [null] : channels;
        for (const [n, line] of lines.entries())
          await writer.row([
            on,
            closed,
            line && channelName(line.channel),
            line?.count ?? 0,
            // Sums of the day stand on its first line only, so that adding the column up is right.
            ...(n === 0 ? [count, byHand, cents] : [null, null, null]),
          ]);
      }
      await writer.end();
      return {
        name: `Calendrier des envois ${company.name} ${today}.csv`.replaceAll(/[\\/:*?"<>|]/g, ' '),
        mediaType: 'text/csv; charset=utf-8',
        content: Buffer.concat(pieces),
        inline: false,
      };
    },
  }),
  reading({
    path: '/api/companies/{companyId}/calendar/{on}',
    tag,
    title: 'What will go out on one day',
    description: 'As it would be if nothing is received before: to whom, by which channel, and why.',
    params: companyPath.extend({ on: isoDay }),
    query: nothing,
    answer: calendarDayView,
    async handle({ tx, params, today }) {
      const { company, book } = await requireTerms(tx, params.companyId);
      const [from, on] = [requireDay(today), requireDay(params.on)];
      if (on < from || on - from >= LONGEST_DAYS)
        throw refuse('InvalidRequest', {
          problems: [{ field: 'on', problem: `within ${LONGEST_DAYS} days of today` }],
        });
      return calendarDayOf(tx, company, book, from, on);
    },
  }),
  reading({
    path: '/api/cases/{caseId}/ahead',
    tag: 'Cases',
    title: 'What comes next in a case',
    description:
      'What will be asked in the sixty days to come if nothing is received, and what was agreed to fall due.',
    params: casePath,
    query: nothing,
    answer: aheadView,
    async handle({ tx, params, today }) {
      const found = await findCase(tx, params.caseId);
      if (found === null) throw refuse('NotFound');
      const { company, book } = await requireTerms(tx, found.companyId);
      return caseAhead(tx, company, book, { caseId: params.caseId, from: requireDay(today), days: LONGEST_DAYS });
    },
  }),
];
