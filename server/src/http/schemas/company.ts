import type {
  CompanySettings,
  CompanyView,
  JournalRow,
  MailSettingsView,
  SessionView,
  StipulatedRate,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { hoursForm } from '../../forms.ts';
import { LONGEST_PASSWORD } from '../../jobs/index.ts';
import { cents, emailAddress, facts, instant, isoDay, line, uuid, viewSchema } from './view.ts';

const decimal = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,6})?$/u, 'decimal')
  .openapi({ example: '12.5' });

const stipulatedRate = viewSchema<StipulatedRate>()(
  'StipulatedRate',
  z.union([
    z.strictObject({ fixed: decimal }),
    z.strictObject({ legalMultiple: decimal }),
    z.strictObject({ ecbPlus: decimal }),
  ]),
);

/** A time of the day, by the clock of Paris. */
const portalShape = z
  .strictObject({
    enabled: z.boolean().openapi({ description: 'Messages carry a link to the debtor’s own page.' }),
    validDays: z.int().min(1).max(365).openapi({ description: 'Days a link opens, from its message.' }),
    promiseDays: z.int().min(1).max(90).openapi({ description: 'The farthest promise taken without a person.' }),
    instalments: z
      .strictObject({
        most: z.int().min(2).max(12),
        days: z.int().min(31).max(366),
        leastCents: z.int().min(1_00).max(1_000_000_00),
        atOnce: z.boolean().openapi({ description: 'Accepted at once when within these bounds.' }),
      })
      .nullable(),
  })
  .openapi('PortalSettings');

const settingsShape = {
  minimumGapDays: z.int().min(1).max(90).openapi({ description: 'Fewest days between two contacts of one debtor.' }),
  thresholdCents: z
    .int()
    .min(0)
    .max(1_000_000_00)
    .openapi({ description: 'Nothing is sent under this sum of overdue principal.' }),
  allocation: z.enum(['legal', 'principalFirst']),
  reservedAccessories: z.enum(['asked-by-formal-notice', 'kept']),
  stipulatedRate: stipulatedRate.nullable(),
  paymentTermDays: z.int().min(0).max(365).nullable(),
  toleranceCents: z
    .int()
    .min(0)
    .max(10_00)
    .openapi({ description: 'A receipt short by at most this settles its invoice.' }),
  bankFeeCents: z
    .int()
    .min(0)
    .max(100_00)
    .openapi({ description: 'The most that banks on the way of a transfer from outside the EEA may keep.' }),
  signatory: line(200).nullable(),
  bankFreshnessWorkingDays: z.int().min(1).max(60).nullable().openapi({
    description: 'Working days the bank’s data may lag; later nothing leaves. Null switches this guard off.',
  }),
  announcedPaymentWorkingDays: z.int().min(1).max(30).openapi({
    description: 'Working days an announced payment has to arrive before its claim is asked for again.',
  }),
  promiseGraceWorkingDays: z.int().min(0).max(30).openapi({
    description: 'Working days after the promised day before a promise is called broken.',
  }),
  planGraceWorkingDays: z.int().min(0).max(30).openapi({
    description: 'Working days after an instalment’s day before it is called missed.',
  }),
  copiesWithLetters: z.boolean().openapi({ description: 'Copies of the invoices go behind each letter.' }),
  thanksForPromises: z.boolean().openapi({
    description: 'Who kept a promise is thanked by e-mail, once nothing is late any more.',
  }),
  portal: portalShape,
  sendingDays: z.array(z.int().min(1).max(7)).min(1).max(7).openapi({
    description: 'Days of the week on which something may reach a debtor; Monday is 1.',
  }),
  sendingHours: hoursForm.nullable().openapi({ description: 'Hours of Paris between which messages leave.' }),
  postalDelayWorkingDays: z.int().min(1).max(30).openapi({
    description: 'Working days a registered letter is counted to take, until its first presentation is known.',
  }),
  dailyCap: z.int().min(1).max(1_000_000).nullable().openapi({
    description: 'Messages that may leave in a day before somebody is asked.',
  }),
  volumeJump: z.int().min(2).max(1000).nullable().openapi({
    description: 'How many times the usual volume is a jump that somebody is asked about.',
  }),
  financingRate: decimal.nullable().openapi({
    description: 'What borrowing costs the company, in percent a year: what lateness costs is told with it.',
  }),
  issuerSize: z.enum(['large', 'mid', 'small']).nullable().openapi({
    description: 'Size of the company: since when its invoices must bear the mentions of electronic ones.',
  }),
};

export const companySettings = viewSchema<CompanySettings>()('CompanySettings', z.object(settingsShape));

export const companyView = viewSchema<CompanyView>()(
  'Company',
  z.object({
    companyId: uuid,
    name: z.string().openapi({ example: 'Atelier Fontaine' }),
    legalForm: z.string().nullable().openapi({ example: 'SARL' }),
    legalId: z.string().nullable().openapi({ description: 'SIREN, or SIRET.' }),
    vat: z.string().nullable(),
    addressLines: z.array(z.string()),
    postcode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().openapi({ example: 'FR' }),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    iban: z.string().nullable(),
    bic: z.string().nullable(),
    rcsCity: z.string().nullable().openapi({ description: 'Town of the trade register.', example: 'Lyon' }),
    inNationalRegister: z.boolean(),
    capitalCents: cents.nullable(),
    inLiquidation: z.boolean(),
    mandateSignedOn: isoDay
      .nullable()
      .openapi({ description: 'Day of the mandate, when somebody else collects for it.' }),
    mode: z.enum(['test', 'live']),
    isDemo: z.boolean(),
    settings: companySettings,
    missingForLive: z.array(z.string()).openapi({ description: 'What is missing before it may go live, in French.' }),
  }),
);

const identity = {
  legalForm: line(100).nullable().optional(),
  legalId: line(20).nullable().optional(),
  vat: line(20).nullable().optional(),
  addressLines: z.array(line(100)).max(5).optional(),
  postcode: line(12).nullable().optional(),
  city: line(100).nullable().optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .optional(),
  email: emailAddress.nullable().optional(),
  phone: line(40).nullable().optional(),
  iban: line(42).nullable().optional(),
  bic: line(14).nullable().optional(),
  rcsCity: line(100).nullable().optional(),
  inNationalRegister: z.boolean().optional(),
  capitalCents: z.int().min(1).max(1_000_000_000_000_00).nullable().optional(),
  inLiquidation: z.boolean().optional(),
  mandateSignedOn: isoDay.nullable().optional(),
};
const companyName = line(200).pipe(z.string().min(1));

export const newCompany = z.strictObject({ name: companyName, ...identity }).openapi('NewCompany');
export const companyChange = z
  .strictObject({
    name: companyName.optional(),
    ...identity,
    settings: z.strictObject(settingsShape).partial().optional(),
  })
  .openapi('CompanyChange');
export const modeChange = z
  .strictObject({
    mode: z.enum(['test', 'live']),
    confirm: line(200).openapi({ description: 'The company’s name, written out.' }),
  })
  .openapi('ModeChange');

export const sessionView = viewSchema<SessionView>()(
  'Session',
  z.object({
    state: z.enum(['needs-first-user', 'anonymous', 'signed-in']),
    user: z.object({ name: z.string(), email: z.string() }).nullable(),
    csrfToken: z.string().nullable().openapi({ description: 'Send it as `X-CSRF-Token` with every changing request.' }),
    companies: z.array(companyView),
    today: isoDay,
    version: z.string(),
  }),
);

const password = z.string().min(1).max(LONGEST_PASSWORD);
export const newUser = z
  .strictObject({ name: line(120).pipe(z.string().min(1)), email: emailAddress, password })
  .openapi('NewUser');
export const credentials = z.strictObject({ email: emailAddress, password }).openapi('Credentials');

export const mailSettingsView = viewSchema<MailSettingsView>()(
  'MailSettings',
  z.object({
    host: z.string(),
    port: z.int(),
    security: z.enum(['tls', 'starttls', 'none']),
    username: z.string().nullable(),
    hasPassword: z.boolean(),
    fromName: z.string(),
    fromAddress: z.string(),
    replyTo: z.string().nullable(),
    copyTo: z.string().nullable(),
    dkimDomain: z.string().nullable(),
    dkimSelector: z.string().nullable(),
    hasDkimKey: z.boolean(),
  }),
);

const hostName = line(253).pipe(z.string().regex(/^[A-Za-z0-9._:-]+$/u, 'host name'));
export const mailSettingsChange = z
  .strictObject({
    host: hostName,
    port: z.int().min(1).max(65_535),
    security: z.enum(['tls', 'starttls', 'none']),
    username: line(254).nullable(),
    password: z.string().max(1000).nullable().optional().openapi({ description: 'Absent: kept. Null: removed.' }),
    fromName: line(120).pipe(z.string().min(1)),
    fromAddress: emailAddress,
    replyTo: emailAddress.nullable(),
    copyTo: emailAddress.nullable(),
    dkimDomain: hostName.nullable(),
    dkimSelector: line(63)
      .pipe(z.string().regex(/^[A-Za-z0-9._-]+$/u))
      .nullable(),
    dkimKey: z
      .string()
      .max(10_000)
      .nullable()
      .optional()
      .openapi({ description: 'PEM private key. Absent: kept. Null: removed.' }),
    // The view's two flags may come back with the form; they say nothing.
    hasPassword: z.boolean().optional(),
    hasDkimKey: z.boolean().optional(),
  })
  .openapi('MailSettingsChange');

export const journalRow = viewSchema<JournalRow>()(
  'JournalRow',
  z.object({
    seq: z.int(),
    at: instant,
    actor: z.string(),
    action: z.string(),
    actionName: z.string(),
    objectKind: z.string(),
    objectId: z.string(),
    payload: facts.nullable(),
    hash: z.string().openapi({ description: 'Hexadecimal SHA-256 of the chained entry.' }),
  }),
);

export const journalVerdict = z
  .object({ valid: z.boolean(), entries: z.int(), head: z.string().nullable(), problem: z.string().nullable() })
  .openapi('JournalVerdict');

export const lawParameter = z
  .object({
    key: z.string().openapi({ example: 'legal-interest/business' }),
    name: z.string(),
    kind: z.enum(['value', 'list', 'tariff']),
    unit: z.string(),
    knownUntil: isoDay.nullable(),
    expected: z.string().nullable(),
    expectedOn: isoDay.nullable(),
    entries: z.array(
      z.object({
        from: isoDay,
        until: isoDay.nullable(),
        value: z.string(),
        written: z.string(),
        reference: z.string(),
        confidence: z.enum(['A', 'B', 'C']),
        verifiedOn: isoDay,
      }),
    ),
  })
  .openapi('LawParameter');
