import { defaultScenarios } from '@acquit/recovery';
import type { Named } from './calls.ts';

const mail = {
  host: 'smtp.example.fr',
  port: 587,
  security: 'starttls',
  username: 'claire',
  password: 'secret du courrier',
  fromName: 'Claire Martin',
  fromAddress: 'claire@example.fr',
  replyTo: null,
  copyTo: null,
  dkimDomain: null,
  dkimSelector: null,
};

const textKey = { kind: 'reminder', tone: 'courteous', profile: 'business', language: 'fr', channel: 'email' };
const ownText = {
  subject: '{{ objet | majuscule }} – votre règlement',
  body: '{{ appel }}\n\nNous n’avons pas reçu votre règlement.\n\n{{ tableau }}\n\nSi vous avez réglé entre-temps, merci.\n\n{{ salutation }}',
};
const ownScenario = {
  ...defaultScenarios.business,
  name: 'Professionnels, sans appel',
  steps: defaultScenarios.business.steps.filter(({ key }) => key !== 'call'),
};
const ownRules = [{ name: 'Bâtiment', when: { sector: 'bâtiment' }, scenario: 'large-account' }];

/** What a company sets for itself: its scenarios, days held back, mode, mail and texts. */
export const COMPANY_CALLS: Record<string, (named: Named) => { path: string; body?: unknown }> = {
  'GET /api/companies/{companyId}/practice-statement': (n) => ({
    path: `/api/companies/${n.companyId}/practice-statement`,
  }),
  'GET /api/companies/{companyId}/scenarios': (n) => ({ path: `/api/companies/${n.companyId}/scenarios` }),
  'GET /api/companies/{companyId}/scenarios/{key}/versions': (n) => ({
    path: `/api/companies/${n.companyId}/scenarios/business/versions`,
  }),
  'POST /api/companies/{companyId}/scenarios': (n) => ({
    path: `/api/companies/${n.companyId}/scenarios`,
    body: { scenario: ownScenario, keep: true },
  }),
  'POST /api/companies/{companyId}/scenarios/preview': (n) => ({
    path: `/api/companies/${n.companyId}/scenarios/preview`,
    body: { scenario: ownScenario, keep: false },
  }),
  'POST /api/companies/{companyId}/scenarios/backtest': (n) => ({
    path: `/api/companies/${n.companyId}/scenarios/backtest`,
    body: { scenario: ownScenario },
  }),
  'POST /api/companies/{companyId}/scenario-rules': (n) => ({
    path: `/api/companies/${n.companyId}/scenario-rules`,
    body: { rules: ownRules },
  }),
  'POST /api/companies/{companyId}/scenario-rules/preview': (n) => ({
    path: `/api/companies/${n.companyId}/scenario-rules/preview`,
    body: { rules: ownRules },
  }),
  'POST /api/cases/{caseId}/scenario': (n) => ({
    path: `/api/cases/${n.caseId}/scenario`,
    body: { scenario: 'large-account' },
  }),
  'POST /api/volume-stops/{stopId}/let-go': (n) => ({ path: `/api/volume-stops/${n.volumeStopId}/let-go`, body: {} }),
  'POST /api/volume-stops/{stopId}/keep': (n) => ({ path: `/api/volume-stops/${n.otherStopId}/keep`, body: {} }),
  'POST /api/companies/{companyId}/mode': (n) => ({
    path: `/api/companies/${n.companyId}/mode`,
    body: { mode: 'test', confirm: 'Atelier Fontaine' },
  }),
  'GET /api/companies/{companyId}/mail': (n) => ({ path: `/api/companies/${n.companyId}/mail` }),
  'PUT /api/companies/{companyId}/mail': (n) => ({ path: `/api/companies/${n.companyId}/mail`, body: mail }),
  'POST /api/companies/{companyId}/mail/test': (n) => ({
    path: `/api/companies/${n.companyId}/mail/test`,
    body: { to: 'claire@example.fr' },
  }),
  'GET /api/companies/{companyId}/templates': (n) => ({
    path: `/api/companies/${n.companyId}/templates?profile=business&language=fr&channel=email`,
  }),
  'GET /api/companies/{companyId}/templates/one': (n) => ({
    path: `/api/companies/${n.companyId}/templates/one?${new URLSearchParams(textKey)}`,
  }),
  'POST /api/companies/{companyId}/templates/check': (n) => ({
    path: `/api/companies/${n.companyId}/templates/check`,
    body: { ...textKey, source: ownText },
  }),
  'POST /api/companies/{companyId}/templates/preview': (n) => ({
    path: `/api/companies/${n.companyId}/templates/preview`,
    body: { ...textKey, source: ownText, caseId: n.caseId },
  }),
  'PUT /api/companies/{companyId}/templates': (n) => ({
    path: `/api/companies/${n.companyId}/templates`,
    body: { ...textKey, source: ownText, after: 0 },
  }),
};
