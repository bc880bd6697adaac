import type { Endpoint } from '../pipeline/endpoint.ts';
import { ENDPOINTS } from '../routes/index.ts';
import type { BankRows } from './bank.ts';
import type { Book } from './book.ts';
import type { CommitmentRows } from './commitments.ts';
import { COMPANY_CALLS } from './company-calls.ts';
import { COURT_FILE_CALLS, type CourtFileRows } from './court-files.ts';
import type { DispatchRows } from './dispatches.ts';
import { HAND_OVER_CALLS, type HandOverRows } from './hand-overs.ts';
import { NOTICE_CALLS, type NoticeRows } from './notices.ts';
import { PROCEDURE_CALLS, type ProcedureRows } from './procedures.ts';
import { REPLY_CALLS, type ReplyRows } from './replies.ts';
import { ROUTE_GUIDE_CALLS } from './route-guide.ts';

/** What a call of a route needs to name: one row of everything, with acts in every state a route can act on. */
export interface Named
  extends Book,
    BankRows,
    CommitmentRows,
    ReplyRows,
    DispatchRows,
    HandOverRows,
    ProcedureRows,
    CourtFileRows,
    NoticeRows {
  /** A source that programs push to. */
  sourceId: string;
  /** A bank account whose last statement is old. */
  bankAccountId: string;
  receiptId: string;
  undoableId: string;
  toConfirm: string;
  toDo: string;
  captured: string;
  /** An act that a person skipped. */
  toUndo: string;
  inDoubt: string;
  toPrint: string;
  uploadId: string;
  /** Somebody else at the debtor's. */
  contactId: string;
  /** Another customer of the company, who may be the same, and the merge that made him what he is. */
  doubleId: string;
  mergeId: string;
  /** Something a debtor said on his page. */
  portalActId: string;
  /** Two days whose messages wait because they are many. */
  volumeStopId: string;
  otherStopId: string;
}

/** A request that would do its work for the owner of the rows it names. */
export interface Call {
  method: string;
  path: string;
  body: unknown;
}

const newSource = {
  name: 'Dossier des relevés',
  settings: { kind: 'folder', path: '/srv/releves', subfolders: false, pattern: null },
};
const company = { name: 'Une autre société' };
const collector = {
  name: 'Recouvrement Dupont',
  addressLines: ['2 place Bellecour'],
  postcode: '69002',
  city: 'Lyon',
  email: 'contact@recouvrement-dupont.example',
  phone: null,
  legalId: '552100554',
  iban: null,
  bic: null,
  insurance: 'Assureur, police 42',
  declaredOn: '2025-03-03',
};

/** One call per route, by `METHOD path`. A route without an entry here fails the tests that walk this table. */
const CALLS: Record<string, (named: Named) => { path: string; body?: unknown }> = {
  'GET /api/cases/{caseId}/portal': (n) => ({ path: `/api/cases/${n.caseId}/portal` }),
  'POST /api/cases/{caseId}/portal/links': (n) => ({ path: `/api/cases/${n.caseId}/portal/links`, body: {} }),
  'POST /api/cases/{caseId}/portal/withdraw': (n) => ({ path: `/api/cases/${n.caseId}/portal/withdraw`, body: {} }),
  'GET /api/companies/{companyId}/portal-acts': (n) => ({ path: `/api/companies/${n.companyId}/portal-acts` }),
  'GET /api/companies/{companyId}/card': (n) => ({ path: `/api/companies/${n.companyId}/card` }),
  'PUT /api/companies/{companyId}/card': (n) => ({
    path: `/api/companies/${n.companyId}/card`,
    body: { secretKey: 'sk_test_0123456789abcdef', webhookSecret: 'whsec_0123456789abcdef' },
  }),
  'POST /api/companies/{companyId}/card/off': (n) => ({ path: `/api/companies/${n.companyId}/card/off`, body: {} }),
  'POST /api/companies/{companyId}/card/test': (n) => ({ path: `/api/companies/${n.companyId}/card/test`, body: {} }),
  'GET /api/portal-acts/{actId}/file': (n) => ({ path: `/api/portal-acts/${n.portalActId}/file` }),
  'POST /api/portal-acts/{actId}/read': (n) => ({ path: `/api/portal-acts/${n.portalActId}/read`, body: {} }),
  'GET /api/companies/{companyId}/today': (n) => ({ path: `/api/companies/${n.companyId}/today` }),
  'GET /api/companies/{companyId}/plan': (n) => ({ path: `/api/companies/${n.companyId}/plan?days=14` }),
  'GET /api/companies/{companyId}/calendar': (n) => ({ path: `/api/companies/${n.companyId}/calendar?days=30` }),
  'GET /api/companies/{companyId}/calendar/{on}': (n) => ({
    path: `/api/companies/${n.companyId}/calendar/2026-11-25`,
  }),
  'GET /api/companies/{companyId}/calendar/export': (n) => ({ path: `/api/companies/${n.companyId}/calendar/export` }),
  'GET /api/companies/{companyId}/calendar-feed': (n) => ({ path: `/api/companies/${n.companyId}/calendar-feed` }),
  'POST /api/companies/{companyId}/calendar-feed': (n) => ({ path: `/api/companies/${n.companyId}/calendar-feed` }),
  'POST /api/companies/{companyId}/calendar-feed/revoke': (n) => ({
    path: `/api/companies/${n.companyId}/calendar-feed/revoke`,
  }),
  'GET /api/companies/{companyId}/digest': (n) => ({ path: `/api/companies/${n.companyId}/digest` }),
  'PUT /api/companies/{companyId}/digest': (n) => ({
    path: `/api/companies/${n.companyId}/digest`,
    body: { weekday: 1 },
  }),
  'GET /api/companies/{companyId}/digest/preview': (n) => ({
    path: `/api/companies/${n.companyId}/digest/preview?on=2026-11-23`,
  }),
  'GET /api/cases/{caseId}/ahead': (n) => ({ path: `/api/cases/${n.caseId}/ahead` }),
  'POST /api/companies/{companyId}/run': (n) => ({ path: `/api/companies/${n.companyId}/run`, body: { dryRun: true } }),
  'POST /api/actions/{actionId}/confirm': (n) => ({ path: `/api/actions/${n.toConfirm}/confirm` }),
  'POST /api/actions/{actionId}/undo': (n) => ({ path: `/api/actions/${n.toUndo}/undo` }),
  'POST /api/actions/{actionId}/skip': (n) => ({ path: `/api/actions/${n.toConfirm}/skip` }),
  'POST /api/actions/{actionId}/done': (n) => ({
    path: `/api/actions/${n.toDo}/done`,
    body: { result: 'Paiement promis', note: 'vendredi' },
  }),
  'GET /api/companies/{companyId}/cases': (n) => ({
    path: `/api/companies/${n.companyId}/cases?q=eleonore&filter=all&sort=amount`,
  }),
  'POST /api/actions/{actionId}/call': (n) => ({
    path: `/api/actions/${n.callToMake}/call`,
    body: {
      outcome: 'reached',
      spokeWith: 'Mme Petit',
      note: 'Règle vendredi.',
      next: { kind: 'call-again', on: '2026-12-01' },
      confirm: true,
    },
  }),
  'GET /api/companies/{companyId}/dispatches': (n) => ({ path: `/api/companies/${n.liveCompanyId}/dispatches` }),
  'GET /api/cases/{caseId}/dispatches': (n) => ({ path: `/api/cases/${n.caseId}/dispatches` }),
  'POST /api/dispatches/{actionId}/events': (n) => ({
    path: `/api/dispatches/${n.dispatchedId}/events`,
    body: { kind: 'first-presentation', on: '2026-11-19', number: '1A 123 456 789 0' },
  }),
  'POST /api/dispatch-events/{eventId}/withdraw': (n) => ({
    path: `/api/dispatch-events/${n.dispatchEventId}/withdraw`,
  }),
  'GET /api/dispatch-events/{eventId}/proof': (n) => ({ path: `/api/dispatch-events/${n.dispatchEventId}/proof` }),
  'PUT /api/dispatches/{actionId}/number': (n) => ({
    path: `/api/dispatches/${n.dispatchedId}/number`,
    body: { number: '1A 123 456 789 0' },
  }),
  'POST /api/companies/{companyId}/hand-over/preview': (n) => ({
    path: `/api/companies/${n.liveCompanyId}/hand-over/preview`,
    body: { service: 'registered', actionIds: [n.registeredToPrint] },
  }),
  'POST /api/companies/{companyId}/hand-over': (n) => ({
    path: `/api/companies/${n.liveCompanyId}/hand-over`,
    body: { service: 'registered', actionIds: [n.registeredToPrint], confirmed: true },
  }),
  'POST /api/messages/{actionId}/back-to-print': (n) => ({ path: `/api/messages/${n.refusedLetterId}/back-to-print` }),
  'POST /api/cases/{caseId}/electronic-consents': (n) => ({
    path: `/api/cases/${n.caseId}/electronic-consents`,
    body: { givenOn: '2026-11-01', proof: 'Case cochée sur le bon de commande' },
  }),
  'POST /api/electronic-consents/{consentId}/withdraw': (n) => ({
    path: `/api/electronic-consents/${n.consentId}/withdraw`,
  }),
  'GET /api/companies/{companyId}/providers': (n) => ({ path: `/api/companies/${n.liveCompanyId}/providers` }),
  'PUT /api/companies/{companyId}/providers/{service}': (n) => ({
    path: `/api/companies/${n.liveCompanyId}/providers/sms`,
    body: { provider: 'brevo', values: { sender: 'Lumiere', apiKey: 'clé' }, unitPriceCents: 5, monthlyLimit: 100 },
  }),
  'POST /api/companies/{companyId}/providers/{service}/test': (n) => ({
    path: `/api/companies/${n.liveCompanyId}/providers/sms/test`,
  }),
  'POST /api/companies/{companyId}/providers/{service}/remove': (n) => ({
    path: `/api/companies/${n.liveCompanyId}/providers/sms/remove`,
  }),
  'GET /api/cases/{caseId}': (n) => ({ path: `/api/cases/${n.caseId}` }),
  'GET /api/cases/{caseId}/timeline': (n) => ({ path: `/api/cases/${n.caseId}/timeline` }),
  'POST /api/cases/{caseId}/pause': (n) => ({
    path: `/api/cases/${n.caseId}/pause`,
    body: { until: '2026-12-31', reason: 'Litige en cours' },
  }),
  'POST /api/cases/{caseId}/resume': (n) => ({ path: `/api/cases/${n.caseId}/resume` }),
  'GET /api/debtors/{debtorId}': (n) => ({ path: `/api/debtors/${n.debtorId}` }),
  'PATCH /api/debtors/{debtorId}': (n) => ({
    path: `/api/debtors/${n.debtorId}`,
    body: { circuit: 'Bon de commande', paymentRun: { monthDays: [31, 10, 10] }, terms: { days: 45, endOfMonth: 'A' } },
  }),
  'POST /api/debtors/{debtorId}/contacts': (n) => ({
    path: `/api/debtors/${n.debtorId}/contacts`,
    body: { role: 'legal', name: 'Me Durand', email: 'Juridique@Client.example' },
  }),
  'PATCH /api/debtors/{debtorId}/contacts/{contactId}': (n) => ({
    path: `/api/debtors/${n.debtorId}/contacts/${n.contactId}`,
    body: { email: 'autre@client.example', isMain: true },
  }),
  'POST /api/debtors/{debtorId}/contacts/{contactId}/remove': (n) => ({
    path: `/api/debtors/${n.debtorId}/contacts/${n.contactId}/remove`,
  }),
  'GET /api/debtors/{debtorId}/payer': (n) => ({ path: `/api/debtors/${n.debtorId}/payer` }),
  'PATCH /api/debtors/{debtorId}/payer': (n) => ({
    path: `/api/debtors/${n.debtorId}/payer`,
    body: { payerClass: 'large-account', creditLimitCents: 100_000 },
  }),
  'GET /api/debtors/{debtorId}/late-cost': (n) => ({ path: `/api/debtors/${n.debtorId}/late-cost` }),
  'GET /api/companies/{companyId}/payers': (n) => ({
    path: `/api/companies/${n.companyId}/payers?class=ordinary&exposure=over`,
  }),
  'GET /api/companies/{companyId}/audit': (n) => ({ path: `/api/companies/${n.companyId}/audit` }),
  'GET /api/companies/{companyId}/doubles': (n) => ({ path: `/api/companies/${n.companyId}/doubles` }),
  'GET /api/debtors/{debtorId}/merge': (n) => ({ path: `/api/debtors/${n.debtorId}/merge?from=${n.doubleId}` }),
  'POST /api/debtors/{debtorId}/merge': (n) => ({
    path: `/api/debtors/${n.debtorId}/merge`,
    body: { from: n.doubleId },
  }),
  'POST /api/debtors/{debtorId}/unmerge': (n) => ({
    path: `/api/debtors/${n.doubleId}/unmerge`,
    body: { mergeId: n.mergeId },
  }),
  'POST /api/debtors/{debtorId}/distinct': (n) => ({
    path: `/api/debtors/${n.debtorId}/distinct`,
    body: { other: n.doubleId },
  }),
  'GET /api/claims/{claimId}/statement': (n) => ({ path: `/api/claims/${n.claimIds.old}/statement?on=2026-11-21` }),
  'GET /api/claims/{claimId}/document': (n) => ({ path: `/api/claims/${n.claimIds.old}/document` }),
  'POST /api/claims/{claimId}/e-invoice': (n) => ({
    path: `/api/claims/${n.claimIds.old}/e-invoice`,
    body: { answer: 'settled' },
  }),
  'PATCH /api/claims/{claimId}': (n) => ({ path: `/api/claims/${n.claimIds.old}`, body: { penalties: 'claimed' } }),
  'GET /api/companies/{companyId}/ledger': (n) => ({ path: `/api/companies/${n.companyId}/ledger?state=late` }),
  'GET /api/companies/{companyId}/ledger/export': (n) => ({
    path: `/api/companies/${n.companyId}/ledger/export?format=xlsx`,
  }),
  'GET /api/companies/{companyId}/receipts': (n) => ({ path: `/api/companies/${n.companyId}/receipts` }),
  'GET /api/cases/{caseId}/commitments': (n) => ({ path: `/api/cases/${n.caseId}/commitments` }),
  'GET /api/companies/{companyId}/promises': (n) => ({ path: `/api/companies/${n.companyId}/promises?filter=all` }),
  'POST /api/cases/{caseId}/promises/preview': (n) => ({
    path: `/api/cases/${n.caseId}/promises/preview`,
    body: { promisedOn: '2026-12-04' },
  }),
  'POST /api/cases/{caseId}/promises': (n) => ({
    path: `/api/cases/${n.caseId}/promises`,
    body: { promisedOn: '2026-12-04', amountCents: 1000, channel: 'phone', madeBy: 'Mme Roux', note: 'après paie' },
  }),
  'POST /api/promises/{promiseId}/withdraw': (n) => ({ path: `/api/promises/${n.promiseId}/withdraw` }),
  'GET /api/companies/{companyId}/disputes': (n) => ({ path: `/api/companies/${n.companyId}/disputes?filter=open` }),
  'POST /api/cases/{caseId}/disputes': (n) => ({
    path: `/api/cases/${n.caseId}/disputes`,
    body: {
      claims: [{ claimId: n.claimIds.recent, contestedCents: null }],
      reason: 'goods-faulty',
      details: 'Deux portes voilées',
      owner: 'Claire',
      deadlineOn: '2026-12-04',
    },
  }),
  'PATCH /api/disputes/{disputeId}': (n) => ({
    path: `/api/disputes/${n.disputeId}`,
    body: { owner: 'Paul', deadlineOn: '2026-12-10', details: null },
  }),
  'POST /api/disputes/{disputeId}/resolve': (n) => ({
    path: `/api/disputes/${n.disputeId}/resolve`,
    body: { outcome: 'they-accept', note: 'reconnu au téléphone' },
  }),
  'POST /api/disputes/{disputeId}/reopen': (n) => ({ path: `/api/disputes/${n.resolvedDisputeId}/reopen` }),
  'GET /api/companies/{companyId}/plans': (n) => ({ path: `/api/companies/${n.companyId}/plans?filter=all` }),
  'GET /api/plans/{planId}': (n) => ({ path: `/api/plans/${n.planId}` }),
  'POST /api/cases/{caseId}/plans/preview': (n) => ({
    path: `/api/cases/${n.caseId}/plans/preview`,
    body: { accessories: 'included', cut: { from: '2026-12-10', count: 4, every: 'month' } },
  }),
  'POST /api/cases/{caseId}/plans': (n) => ({
    path: `/api/cases/${n.caseId}/plans`,
    body: { accessories: 'waived-if-kept', cut: { from: '2026-12-10', count: 4, every: 'fortnight' } },
  }),
  'POST /api/plans/{planId}/propose': (n) => ({ path: `/api/plans/${n.planId}/propose` }),
  'POST /api/plans/{planId}/sign': (n) => ({
    path: `/api/plans/${n.planId}/sign`,
    body: { signedOn: '2026-11-21', signedBy: 'M. Tilleul, gérant' },
  }),
  'POST /api/plans/{planId}/cancel': (n) => ({
    path: `/api/plans/${n.planId}/cancel`,
    body: { reason: 'Le client paie tout de suite.' },
  }),
  'POST /api/plans/{planId}/presented': (n) => ({
    path: `/api/plans/${n.noticedPlanId}/presented`,
    body: { on: '2026-11-21' },
  }),
  ...ROUTE_GUIDE_CALLS,
  'POST /api/cases/{caseId}/suspensions': (n) => ({
    path: `/api/cases/${n.caseId}/suspensions`,
    body: {
      supply: 'goods',
      effectiveOn: '2026-12-07',
      sameContract: true,
      contract: 'Commande 8841',
      reason: 'Trois factures impayées',
      owner: 'Claire',
    },
  }),
  'POST /api/suspensions/{suspensionId}/send': (n) => ({ path: `/api/suspensions/${n.suspensionId}/send` }),
  'POST /api/suspensions/{suspensionId}/lift': (n) => ({ path: `/api/suspensions/${n.suspensionId}/lift` }),
  'GET /api/suspensions/{suspensionId}/letter': (n) => ({ path: `/api/suspensions/${n.suspensionId}/letter` }),
  'GET /api/plans/{planId}/papers/{paper}': (n) => ({ path: `/api/plans/${n.planId}/papers/acknowledgement` }),
  'GET /api/plans/{planId}/proof': (n) => ({ path: `/api/plans/${n.noticedPlanId}/proof` }),
  'POST /api/plans/{planId}/proof': (n) => ({
    path: `/api/plans/${n.noticedPlanId}/proof`,
    body: droppedFile('signé.txt', 'Bon pour accord'),
  }),
  'GET /api/disputes/{disputeId}/files/{sha256}': (n) => ({
    path: `/api/disputes/${n.disputeId}/files/${n.disputeFileSha}`,
  }),
  'POST /api/disputes/{disputeId}/files': (n) => ({
    path: `/api/disputes/${n.disputeId}/files`,
    body: droppedFile('photo.txt', 'Deux portes voilées'),
  }),
  'POST /api/cases/{caseId}/pauses': (n) => ({
    path: `/api/cases/${n.caseId}/pauses`,
    body: { claimIds: [n.claimIds.recent], until: '2026-12-31', reason: 'Attend la livraison' },
  }),
  'POST /api/pauses/{pauseId}/end': (n) => ({ path: `/api/pauses/${n.pauseId}/end` }),
  'GET /api/companies/{companyId}/closings': (n) => ({ path: `/api/companies/${n.companyId}/closings` }),
  'POST /api/companies/{companyId}/closings': (n) => ({
    path: `/api/companies/${n.companyId}/closings`,
    body: { from: '2026-12-24', until: '2027-01-02', reason: 'Fermeture de fin d’année' },
  }),
  ...REPLY_CALLS,
  ...HAND_OVER_CALLS,
  ...PROCEDURE_CALLS,
  ...COURT_FILE_CALLS,
  ...NOTICE_CALLS,
  'POST /api/receipts': (n) => ({
    path: '/api/receipts',
    body: { caseId: n.caseId, receivedOn: '2026-11-20', amountCents: 1000, method: 'transfer' },
  }),
  'GET /api/companies/{companyId}/bank-lines': (n) => ({
    path: `/api/companies/${n.companyId}/bank-lines?filter=all`,
  }),
  'GET /api/bank-lines/{lineId}': (n) => ({ path: `/api/bank-lines/${n.lineId}` }),
  'GET /api/bank-lines/{lineId}/claims': (n) => ({ path: `/api/bank-lines/${n.lineId}/claims?q=eleonore` }),
  'POST /api/bank-matches/{matchId}/apply': (n) => ({ path: `/api/bank-matches/${n.matchToApply}/apply` }),
  'POST /api/bank-matches/{matchId}/decline': (n) => ({ path: `/api/bank-matches/${n.matchToDecline}/decline` }),
  'POST /api/bank-matches/{matchId}/undo': (n) => ({ path: `/api/bank-matches/${n.matchToUndo}/undo` }),
  'POST /api/bank-lines/{lineId}/match': (n) => ({
    path: `/api/bank-lines/${n.lineId}/match`,
    body: { parts: [{ claimId: n.claimToMatch, amountCents: 900, differenceCents: 100 }] },
  }),
  'POST /api/bank-lines/{lineId}/set-aside': (n) => ({
    path: `/api/bank-lines/${n.lineId}/set-aside`,
    body: { reason: 'virement interne' },
  }),
  'POST /api/bank-lines/{lineId}/restore': (n) => ({ path: `/api/bank-lines/${n.lineToRestore}/restore` }),
  'POST /api/receipts/{receiptId}/cancel': (n) => ({ path: `/api/receipts/${n.receiptId}/cancel` }),
  'GET /api/companies/{companyId}/messages': (n) => ({ path: `/api/companies/${n.companyId}/messages?state=captured` }),
  'GET /api/messages/{actionId}/letter.pdf': (n) => ({ path: `/api/messages/${n.toPrint}/letter.pdf` }),
  'GET /api/messages/{actionId}/{channel}': (n) => ({ path: `/api/messages/${n.captured}/email` }),
  'GET /api/messages/{actionId}/{channel}/attachments/{n}': (n) => ({
    path: `/api/messages/${n.captured}/email/attachments/0`,
  }),
  'POST /api/messages/{actionId}/{channel}/arrived': (n) => ({ path: `/api/messages/${n.inDoubt}/email/arrived` }),
  'POST /api/messages/{actionId}/{channel}/send-again': (n) => ({
    path: `/api/messages/${n.inDoubt}/email/send-again`,
  }),
  'GET /api/companies/{companyId}/print-queue.pdf': (n) => ({ path: `/api/companies/${n.companyId}/print-queue.pdf` }),
  'POST /api/companies/{companyId}/print-queue/printed': (n) => ({
    path: `/api/companies/${n.companyId}/print-queue/printed`,
    body: { actionIds: [n.toPrint] },
  }),
  'GET /api/companies/{companyId}/bank': (n) => ({ path: `/api/companies/${n.companyId}/bank` }),
  'POST /api/companies/{companyId}/bank/send-anyway': (n) => ({
    path: `/api/companies/${n.companyId}/bank/send-anyway`,
    body: { confirm: true },
  }),
  'PATCH /api/bank-accounts/{bankAccountId}': (n) => ({
    path: `/api/bank-accounts/${n.bankAccountId}`,
    body: { retired: true },
  }),
  'GET /api/companies/{companyId}/sources': (n) => ({ path: `/api/companies/${n.companyId}/sources` }),
  'POST /api/companies/{companyId}/sources': (n) => ({
    path: `/api/companies/${n.companyId}/sources`,
    body: newSource,
  }),
  'POST /api/companies/{companyId}/sources/try': (n) => ({
    path: `/api/companies/${n.companyId}/sources/try`,
    body: { settings: newSource.settings },
  }),
  'PATCH /api/sources/{sourceId}': (n) => ({ path: `/api/sources/${n.sourceId}`, body: { everyMinutes: 60 } }),
  'POST /api/sources/{sourceId}/check': (n) => ({ path: `/api/sources/${n.sourceId}/check` }),
  'POST /api/sources/{sourceId}/try': (n) => ({ path: `/api/sources/${n.sourceId}/try` }),
  'POST /api/sources/{sourceId}/token': (n) => ({ path: `/api/sources/${n.sourceId}/token` }),
  'POST /api/sources/{sourceId}/remove': (n) => ({ path: `/api/sources/${n.sourceId}/remove` }),
  'GET /api/sources/{sourceId}/files': (n) => ({ path: `/api/sources/${n.sourceId}/files` }),
  'POST /api/companies/imports/preview': (n) => ({
    path: `/api/companies/imports/preview?companyId=${n.companyId}`,
    body: droppedFile(),
  }),
  'POST /api/imports/{uploadId}/preview': (n) => ({
    path: `/api/imports/${n.uploadId}/preview`,
    body: { mapping: { number: 0 } },
  }),
  'POST /api/imports/{uploadId}/apply': (n) => ({
    path: `/api/imports/${n.uploadId}/apply`,
    body: { companyId: n.companyId },
  }),
  'POST /api/claims/{claimId}/absent': (n) => ({
    path: `/api/claims/${n.claimIds.future}/absent`,
    body: { answer: 'resume' },
  }),
  'GET /api/imports/{importId}': (n) => ({ path: `/api/imports/${n.importId}` }),
  'POST /api/imports/{importId}/undo': (n) => ({ path: `/api/imports/${n.undoableId}/undo` }),
  'GET /api/companies/{companyId}/imports': (n) => ({ path: `/api/companies/${n.companyId}/imports` }),
  'POST /api/companies': () => ({ path: '/api/companies', body: company }),
  'PATCH /api/companies/{companyId}': (n) => ({
    path: `/api/companies/${n.companyId}`,
    body: { phone: '01 98 76 54 32', settings: { minimumGapDays: 7 } },
  }),
  ...COMPANY_CALLS,
  'GET /api/collector': () => ({ path: '/api/collector' }),
  'PUT /api/collector': () => ({ path: '/api/collector', body: collector }),
  'POST /api/demo': () => ({ path: '/api/demo' }),
  'GET /api/companies/{companyId}/journal': (n) => ({ path: `/api/companies/${n.companyId}/journal` }),
  'GET /api/journal/verify': () => ({ path: '/api/journal/verify' }),
  'GET /api/law/parameters': () => ({ path: '/api/law/parameters' }),
};

export const routeOf = (endpoint: Endpoint): string => `${endpoint.method.toUpperCase()} ${endpoint.path}`;

/** Every route behind the sign-in with its call; throws for a route nobody wrote a call for. */
export function everyCall(named: Named): { endpoint: Endpoint; route: string; call: Call }[] {
  return ENDPOINTS.map((endpoint) => {
    const route = routeOf(endpoint);
    const make = CALLS[route];
    if (make === undefined) throw new Error(`${route} has no call in testing/calls.ts: it would go untested.`);
    const { path, body } = make(named);
    const method = endpoint.method.toUpperCase();
    return { endpoint, route, call: { method, path, body: method === 'GET' ? undefined : (body ?? {}) } };
  });
}

export function droppedFile(name = 'factures été.csv', content = 'Numéro;Montant\r\nF-1;12,50\r\n'): FormData {
  const form = new FormData();
  form.append('files', new Blob([content], { type: 'text/csv' }), name);
  return form;
}
