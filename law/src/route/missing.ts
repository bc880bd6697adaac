import { type CourtKind, isCommercial } from '../court-costs/index.ts';
import { type SeriesName, valueOn } from '../parameters/index.ts';
import { type AttachmentDocument, protectiveAttachment } from '../protective-attachment/index.ts';
import type { Evidence, RouteCase } from './input.ts';
import { isListed, isOnFile } from './lists.ts';

/** What a file may lack for a procedure: documents, steps and facts. */
export const MISSING = [
  'contract',
  'delivery',
  'invoice',
  'lease',
  'formal-notice',
  'amicable-attempt',
  'title',
  'leave',
  'recovery-at-risk',
  'cheque-certificate',
  'decree',
  'publication-date',
] as const;
export type Missing = (typeof MISSING)[number];

function lacks({ evidence, on }: RouteCase, list: SeriesName): boolean {
  return !isOnFile(evidence, list, on);
}

/** The documents that prove a claim and that the file does not hold. */
export function proofMissing(routeCase: RouteCase): readonly Missing[] {
  const { claimKind, on } = routeCase;
  const isPerformed = isListed('route-performance-claims', claimKind, on);
  return [
    ...(lacks(routeCase, 'route-contract-evidence') ? (['contract'] as const) : []),
    ...(isPerformed && lacks(routeCase, 'route-performance-evidence') ? (['delivery'] as const) : []),
    ...(isPerformed && lacks(routeCase, 'route-invoice-evidence') ? (['invoice'] as const) : []),
  ];
}

/** The formal notice, when none is on file. It is no condition of admissibility, and every judge looks for it. */
export function noticeMissing({ evidence }: RouteCase): readonly Missing[] {
  return evidence.includes('formal-notice') ? [] : ['formal-notice'];
}

/** Whether an amicable attempt must come before a claim of this amount in this court (750-1 CPC). */
export function isAmicableDue({ amountCents, on }: RouteCase, court: CourtKind | null): boolean {
  if (court === null || isCommercial(court)) return false;
  const isCivil = court === 'judicial' || court === 'judicial-or-local' || court === 'protection';
  return isCivil && amountCents <= Number(valueOn('court-amicable-limit', on)!.value);
}

/** The amicable attempt that the law wants before the judge and that the file does not prove. */
export function amicableMissing(routeCase: RouteCase, court: CourtKind | null): readonly Missing[] {
  const isMissing = isAmicableDue(routeCase, court) && lacks(routeCase, 'route-amicable-evidence');
  return isMissing ? ['amicable-attempt'] : [];
}

/** The name that a document on file has for the rule of protective attachments; the others spare nothing. */
const ATTACHMENT_DOCUMENTS: Partial<Record<Evidence, AttachmentDocument>> = {
  bill: 'bill',
  cheque: 'cheque',
  'cheque-certificate': 'cheque',
  lease: 'lease',
  judgment: 'title',
};

/** Whether no document on file spares the judge's leave for a protective attachment (L511-2 CPCE). */
export function isLeaveNeeded({ claimKind, evidence }: RouteCase): boolean {
  const documents = new Set(['none' as const, ...evidence.map((word) => ATTACHMENT_DOCUMENTS[word] ?? 'none')]);
  return [...documents].every((document) => {
    const { value } = protectiveAttachment({ claimKind, hasTitle: document === 'title', document });
    return value!.leaveNeeded;
  });
}

/** What a protective attachment that needs leave lacks: the leave, the threat, and the lease that would spare them. */
export function attachmentMissing({ claimKind, recoveryAtRisk }: RouteCase): readonly Missing[] {
  const isRent = claimKind === 'rent' || claimKind === 'commercial-rent';
  return [...(isRent ? (['lease'] as const) : []), 'leave', ...(recoveryAtRisk ? [] : (['recovery-at-risk'] as const))];
}
