import { randomUUIDv7 } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { practiceStatement, saveMailAccount } from '../../jobs/index.ts';
import {
  appendJournal,
  findCompanyView,
  findMailSettings,
  insertCompany,
  listCompanyViews,
  switchMode,
  type Tx,
  updateCompany,
} from '../../store/index.ts';
import { changing, empty, giving, reading, working } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import {
  companyChange,
  companyView,
  mailSettingsChange,
  mailSettingsView,
  modeChange,
  newCompany,
  sessionView,
} from '../schemas/company.ts';
import { mailTest, mailTestAnswer } from '../schemas/messages.ts';
import { companyPath, nothing } from './shared.ts';

const tag = 'Companies';

export const companyEndpoints = [
  changing('post', {
    path: '/api/companies',
    tag,
    title: 'Add a company',
    description: 'A creditor entity of the organisation, in test mode until its user switches it live.',
    params: nothing,
    query: nothing,
    body: newCompany,
    answer: companyView,
    refusals: ['CompanyExists'],
    async handle({ tx, body, caller }) {
      const companyId = randomUUIDv7();
      const { name, ...identity } = body;
      await insertCompany(tx, companyId, name);
      await unlessKnown(() => updateCompany(tx, companyId, identity));
      await appendJournal(tx, [
        {
          actor: caller.actor,
          action: 'company.created',
          objectKind: 'company',
          objectId: companyId,
          payload: { ...body, mode: 'test' },
        },
      ]);
      return requireCompany(tx, companyId);
    },
  }),
  changing('patch', {
    path: '/api/companies/{companyId}',
    tag,
    title: 'Change a company',
    description:
      'Its identity, what its letters show and how it recovers. Settings given are merged with the present ones.',
    params: companyPath,
    query: nothing,
    body: companyChange,
    answer: companyView,
    refusals: ['CompanyExists'],
    async handle({ tx, params, body, caller }) {
      const changed = await unlessKnown(() => updateCompany(tx, params.companyId, body));
      if (!changed) throw refuse('NotFound');
      await appendJournal(tx, [
        {
          actor: caller.actor,
          action: 'company.changed',
          objectKind: 'company',
          objectId: params.companyId,
          payload: body,
        },
      ]);
      return requireCompany(tx, params.companyId);
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/mode',
    tag,
    title: 'Switch between test and live',
    description:
      'Live: messages really leave from the next pass on. What was only captured in test mode stays captured and counts for nothing. `confirm` is the company’s name, written out by the user.',
    params: companyPath,
    query: nothing,
    body: modeChange,
    answer: companyView,
    refusals: ['ConfirmationMismatch', 'NotReadyForLive'],
    async handle({ tx, params, body, today, caller }) {
      const company = await requireCompany(tx, params.companyId);
      if (body.confirm !== company.name) throw refuse('ConfirmationMismatch');
      if (body.mode === 'live' && company.missingForLive.length > 0)
        throw refuse('NotReadyForLive', { missing: company.missingForLive });
      if (body.mode === company.mode) return company;
      await switchMode(tx, params.companyId, body.mode, today);
      await appendJournal(tx, [
        {
          actor: caller.actor,
          action: 'company.mode-changed',
          objectKind: 'company',
          objectId: params.companyId,
          payload: { from: company.mode, to: body.mode },
        },
      ]);
      return requireCompany(tx, params.companyId);
    },
  }),
  reading({
    path: '/api/companies/{companyId}/mail',
    tag,
    title: 'Mail settings',
    description:
      'How the company’s e-mails leave. Secrets never come back: only whether they are set. Refused `MailNotSet` before the first save.',
    params: companyPath,
    query: nothing,
    answer: mailSettingsView,
    refusals: ['MailNotSet'],
    async handle({ tx, params }) {
      await requireCompany(tx, params.companyId);
      const settings = await findMailSettings(tx, params.companyId);
      if (settings === null) throw refuse('MailNotSet');
      return settings;
    },
  }),
  changing('put', {
    path: '/api/companies/{companyId}/mail',
    tag,
    title: 'Save mail settings',
    description:
      'A secret left out stays as it is; null takes it away. Secrets are sealed with a key kept outside the database.',
    params: companyPath,
    query: nothing,
    body: mailSettingsChange,
    answer: mailSettingsView,
    async handle({ tx, params, body, services, caller }) {
      await requireCompany(tx, params.companyId);
      const { password, dkimKey, hasPassword: _hasPassword, hasDkimKey: _hasDkimKey, ...settings } = body;
      // A field emptied by hand takes the secret away, as null does.
      const given = { password: password === '' ? null : password, dkimKey: dkimKey === '' ? null : dkimKey };
      await saveMailAccount(tx, services.store.secrets, {
        companyId: params.companyId,
        actor: caller.actor,
        settings,
        given,
      });
      return (await findMailSettings(tx, params.companyId))!;
    },
  }),
  working({
    path: '/api/companies/{companyId}/mail/test',
    tag,
    title: 'Send a test message',
    description:
      'Through the company’s own server, to the given address. A refusal `MailRefused` carries the server’s words.',
    params: companyPath,
    query: nothing,
    body: mailTest,
    answer: mailTestAnswer,
    refusals: ['MailNotSet'],
    async handle({ services, caller, params, body }) {
      const set = await services.store.inTenant(caller.tenantId, async (tx) => {
        await requireCompany(tx, params.companyId);
        return findMailSettings(tx, params.companyId);
      });
      if (set === null) throw refuse('MailNotSet');
      const outcome = await services.testMail(caller, { companyId: params.companyId, to: body.to });
      if ('refusal' in outcome) throw passOn(422, outcome.refusal);
      return { accepted: true as const, serverAnswer: outcome.serverAnswer };
    },
  }),
  giving({
    path: '/api/companies/{companyId}/practice-statement',
    tag,
    title: 'A bank statement to try the matching with',
    description:
      'CAMT.053: what some customers who owe might have paid today, and lines of nobody. Only for a company in test mode.',
    params: companyPath,
    query: nothing,
    async handle({ tx, params, today }) {
      const content = await practiceStatement(tx, params.companyId, today);
      if (content === null) throw refuse('NotFound');
      return { name: `releve-essai-${today}.xml`, mediaType: 'application/xml', content, inline: false };
    },
  }),
  working({
    path: '/api/demo',
    tag,
    title: 'Load the demo company',
    description: 'A company with a living history, in test mode, beside the real ones.',
    params: nothing,
    query: nothing,
    body: empty,
    answer: sessionView,
    refusals: ['DemoExists'],
    async handle({ services, caller, today }) {
      const outcome = await services.loadDemo(caller, today);
      if ('refusal' in outcome) throw passOn(409, outcome.refusal);
      const companies = await services.store.inTenant(caller.tenantId, (tx) => listCompanyViews(tx));
      const { name, email, csrfToken } = caller;
      return {
        state: 'signed-in' as const,
        user: { name, email },
        csrfToken,
        companies,
        today,
        version: services.version,
      };
    },
  }),
];

async function requireCompany(tx: Tx, companyId: string) {
  const company = await findCompanyView(tx, companyId);
  if (company === null) throw refuse('NotFound');
  return company;
}

const UNIQUE_VIOLATION = '23505';

/** Two companies with one legal identifier are one company entered twice. Refuses: CompanyExists. */
async function unlessKnown<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (z.object({ code: z.literal(UNIQUE_VIOLATION) }).safeParse(error).success) throw refuse('CompanyExists');
    throw error;
  }
}
