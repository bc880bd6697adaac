import type { Endpoint } from '../pipeline/endpoint.ts';
import { bankEndpoints } from './bank.ts';
import { calendarEndpoints } from './calendar.ts';
import { calendarFeedEndpoints } from './calendar-feed.ts';
import { cardEndpoints } from './cards.ts';
import { caseEndpoints } from './cases.ts';
import { claimEndpoints } from './claims.ts';
import { companyEndpoints } from './companies.ts';
import { contactEndpoints } from './contacts.ts';
import { courtFileEndpoints } from './court-files.ts';
import { courtEndpoints } from './courts.ts';
import { customerEndpoints } from './customers.ts';
import { digestEndpoints } from './digest.ts';
import { dispatchEndpoints } from './dispatches.ts';
import { eInvoiceEndpoints } from './e-invoices.ts';
import { freshnessEndpoints } from './freshness.ts';
import { handOverEndpoints } from './hand-overs.ts';
import { importEndpoints } from './imports.ts';
import { ledgerEndpoints } from './ledger.ts';
import { limitationEndpoints } from './limitation.ts';
import { mergeEndpoints } from './merges.ts';
import { messageEndpoints } from './messages.ts';
import { noticeEndpoints } from './notices.ts';
import { paperEndpoints } from './papers.ts';
import { payerEndpoints } from './payers.ts';
import { planEndpoints } from './plans.ts';
import { portalEndpoints } from './portal.ts';
import { preventionEndpoints } from './prevention.ts';
import { procedureEndpoints } from './procedures.ts';
import { promiseEndpoints } from './promises.ts';
import { providerEndpoints } from './providers.ts';
import { receiptEndpoints } from './receipts.ts';
import { recordEndpoints } from './records.ts';
import { replyEndpoints } from './replies.ts';
import { routeGuideEndpoints } from './route-guide.ts';
import { scenarioEndpoints } from './scenarios.ts';
import { sourceEndpoints } from './sources.ts';
import { templateEndpoints } from './templates.ts';
import { workEndpoints } from './work.ts';

/** Every endpoint behind the sign-in: what runs, what is described, and what the tests go through one by one. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...workEndpoints,
  ...calendarEndpoints,
  ...calendarFeedEndpoints,
  ...digestEndpoints,
  ...caseEndpoints,
  ...promiseEndpoints,
  ...procedureEndpoints,
  ...limitationEndpoints,
  ...planEndpoints,
  ...paperEndpoints,
  ...claimEndpoints,
  ...routeGuideEndpoints,
  ...eInvoiceEndpoints,
  ...customerEndpoints,
  ...contactEndpoints,
  ...payerEndpoints,
  ...preventionEndpoints,
  ...mergeEndpoints,
  ...ledgerEndpoints,
  ...receiptEndpoints,
  ...bankEndpoints,
  ...messageEndpoints,
  ...dispatchEndpoints,
  ...providerEndpoints,
  ...portalEndpoints,
  ...cardEndpoints,
  ...handOverEndpoints,
  ...replyEndpoints,
  ...freshnessEndpoints,
  ...sourceEndpoints,
  ...importEndpoints,
  ...companyEndpoints,
  ...courtEndpoints,
  ...noticeEndpoints,
  ...courtFileEndpoints,
  ...scenarioEndpoints,
  ...templateEndpoints,
  ...recordEndpoints,
];
