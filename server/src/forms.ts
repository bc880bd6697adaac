import { DEBTOR_KINDS } from '@acquit/law';
import { COUNTED_FROM, OBJECTIVES, PAYER_CLASSES, type Scenario, TONES, withoutTurningMarks } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';

/** Forms of what a person writes, whether it comes over HTTP or in a file: their shape only, what they say is the core's to judge. */

/**
 * A text a person wrote: bounded, and free of control characters, which no form needs and some outputs would obey. Marks
 * that turn the order of reading round are left out.
 */
export const text = (longest: number) =>
  z
    .string()
    .overwrite(withoutTurningMarks)
    .max(longest)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, 'control characters');
/** One line of it, without surrounding blanks: a name, a reference, an address line. */
export const line = (longest: number) =>
  text(longest)
    .regex(/^[^\r\n\t]*$/u, 'one line')
    .transform((value) => value.trim());

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
export const hoursForm = z.strictObject({ from: timeOfDay, until: timeOfDay });
export const channelForm = z.enum(['email', 'letter', 'registered', 'sms', 'phone', 'task']);

const profile = z.enum(['business', 'consumer', 'public']);
const display = z.enum(['none', 'mentioned', 'claimed']);
export const sumForm = z.int().min(0).max(1_000_000_000_00);
const daysLate = z.int().min(0).max(3650);
export const payerClassesForm = z.array(z.enum(PAYER_CLASSES)).max(PAYER_CLASSES.length);
export const debtorKindsForm = z.array(z.enum(DEBTOR_KINDS)).max(DEBTOR_KINDS.length);

const conditions = z.strictObject({
  leastCents: z.exactOptional(sumForm),
  mostCents: z.exactOptional(sumForm),
  leastDaysLate: z.exactOptional(daysLate),
  mostDaysLate: z.exactOptional(daysLate),
  payerClasses: z.exactOptional(payerClassesForm),
  debtorKinds: z.exactOptional(debtorKindsForm),
  weekdays: z.exactOptional(z.array(z.int().min(1).max(7)).max(7)),
  hours: z.exactOptional(hoursForm),
});

export const stepForm = z.strictObject({
  key: line(40),
  rank: z.int().min(0),
  name: line(200),
  offsetDays: z.int().min(-3650).max(3650),
  countedFrom: z.enum(COUNTED_FROM),
  channels: z.array(channelForm).max(6),
  tone: z.enum(TONES),
  objective: z.enum(OBJECTIVES),
  accessories: display,
  release: z.enum(['automatic', 'confirm', 'manual']),
  graceDays: z.int().min(0).max(3650).nullable(),
  conditions: z.exactOptional(conditions),
  copySalesperson: z.exactOptional(z.boolean()),
});

/** A scenario with the form of its steps. */
export const scenarioForm = <S extends z.ZodType>(step: S) =>
  z.strictObject({
    key: line(40),
    profile,
    name: line(200),
    version: z.int().min(0),
    steps: z.array(step).max(100),
    stops: z.exactOptional(
      z.strictObject({ afterStep: z.exactOptional(line(40)), underCents: z.exactOptional(sumForm) }),
    ),
    accessoriesAtMost: z.exactOptional(
      z.strictObject({
        'good-payer': z.exactOptional(display),
        ordinary: z.exactOptional(display),
        'at-risk': z.exactOptional(display),
        'large-account': z.exactOptional(display),
        consumer: z.exactOptional(display),
        'public-body': z.exactOptional(display),
      }),
    ),
  });

/** A scenario of a file: its form is checked here, what it says by the core. */
export function readScenario(value: unknown): { scenario: Scenario } | { problem: string } {
  const read = scenarioForm(stepForm).safeParse(value);
  if (read.success) return { scenario: read.data };
  const [issue] = read.error.issues;
  return { problem: `${issue?.path.join('.') ?? ''} : ${issue?.message ?? ''}` };
}
