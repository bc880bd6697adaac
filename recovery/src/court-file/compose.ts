import { type CourtAccount, courtAccountOf } from './account.ts';
import { contentsOf, enforces } from './contents.ts';
import {
  composeAttachmentInstructions,
  composeNonOpposition,
  composeOppositionAnswer,
} from './documents/after-order.ts';
import { composeAcknowledgementOfDebt, composePower, composeSettlement } from './documents/agreements.ts';
import { composeAttachmentRequest } from './documents/attachment.ts';
import { composeIrrecoverability, composeVatDuplicate } from './documents/bad-debt.ts';
import { composeConciliation } from './documents/conciliation.ts';
import { composeEuropeanForm } from './documents/european.ts';
import { composeExhibitList } from './documents/exhibit-list.ts';
import { composeDeclaration, composeRelief } from './documents/insolvency.ts';
import { composeAdHoc, composeAdministrativeClaim, composeMandatement } from './documents/public.ts';
import { composeRequest } from './documents/request.ts';
import { composeServiceInstructions } from './documents/service.ts';
import { composeCourtStatement } from './documents/statement.ts';
import { composeAssignation, composeRefere } from './documents/suit.ts';
import { composeSuspension } from './documents/suspension.ts';
import type { CourtFileFacts } from './facts.ts';
import type { Composer, Made } from './made.ts';
import type { CourtDocument, CourtDocumentKey } from './model.ts';
import { agentOf } from './parties.ts';
import { routeFor } from './route-facts.ts';

const COMPOSERS: Record<CourtDocumentKey, Composer> = {
  request: composeRequest,
  assignation: composeAssignation,
  refere: composeRefere,
  'attachment-request': composeAttachmentRequest,
  'insolvency-declaration': composeDeclaration,
  'relief-request': composeRelief,
  'ad-hoc-request': composeAdHoc,
  'administrative-claim': composeAdministrativeClaim,
  'mandatement-request': composeMandatement,
  'european-form': composeEuropeanForm,
  'conciliation-referral': composeConciliation,
  statement: composeCourtStatement,
  'exhibit-list': composeExhibitList,
  power: composePower,
  'opposition-answer': composeOppositionAnswer,
  'non-opposition-request': composeNonOpposition,
  'service-instructions': composeServiceInstructions,
  'attachment-instructions': composeAttachmentInstructions,
  settlement: composeSettlement,
  acknowledgement: composeAcknowledgementOfDebt,
  'vat-duplicate': composeVatDuplicate,
  'irrecoverability-file': composeIrrecoverability,
  'suspension-letter': composeSuspension,
};

/** What the documents of a file are composed from: the account of the day and what the law says of the route. */
export function madeOf(facts: CourtFileFacts): Made {
  const account: CourtAccount = courtAccountOf(facts);
  return {
    facts,
    account,
    found: routeFor(facts, account),
    titled: enforces(facts.procedure) ? (facts.title ?? null) : null,
  };
}

/** The documents that go in a file: a power only where somebody signs for the creditor. */
export function documentKeys(facts: CourtFileFacts): { main: CourtDocumentKey[]; after: CourtDocumentKey[] } {
  const contents = contentsOf(facts.procedure);
  if (contents === null) return { main: [], after: [] };
  const hasAgent = agentOf(facts) !== null;
  return { main: contents.documents.filter((key) => key !== 'power' || hasAgent), after: [...contents.after] };
}

/** One document of a file. */
export function composeCourtDocument(made: Made, key: CourtDocumentKey): CourtDocument {
  return COMPOSERS[key](made);
}
