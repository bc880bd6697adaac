import type { AheadView, CalendarDayView, CalendarView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, channel, isoDay, viewSchema } from './view.ts';
import { planItem } from './work.ts';

export const calendarView = viewSchema<CalendarView>()(
  'Calendar',
  z.object({
    from: isoDay,
    days: z.array(
      z.object({
        on: isoDay,
        closed: z.string().nullable().openapi({ description: 'Why nothing leaves on that day.' }),
        channels: z.array(z.object({ channel, count: z.int() })),
        count: z.int(),
        byHand: z.int(),
        cents,
      }),
    ),
    wholeUntil: isoDay
      .nullable()
      .openapi({ description: 'With a very large book, the last day whose figures are whole.' }),
    dates: z
      .array(
        z.object({
          kind: z.enum(['deadline', 'opening', 'limitation']),
          on: isoDay,
          caseId: z.string(),
          debtorName: z.string(),
          cents: cents.nullable(),
          label: z.string(),
          procedureId: z.string().nullable(),
          procedureName: z.string().nullable(),
        }),
      )
      .openapi({ description: 'Dates of procedures and ends of limitation, in the order of their days.' }),
  }),
);

export const calendarDayView = viewSchema<CalendarDayView>()(
  'CalendarDay',
  z.object({ on: isoDay, items: z.array(planItem), isWhole: z.boolean() }),
);

export const aheadView = viewSchema<AheadView>()(
  'Ahead',
  z.object({
    items: z.array(planItem),
    dates: z.array(z.object({ on: isoDay, title: z.string(), cents: cents.nullable() })),
  }),
);
