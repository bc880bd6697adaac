import { type Day, euros, frenchShortDate } from '@acquit/law';
import type { Reason } from '../model/decision.ts';
import { fr } from '../texts/typography.ts';
import { namesUnknown } from './evidence.ts';
import type { LineOutcome, MatchingDebtor, MatchingLine, Proposal } from './model.ts';
import { findNames, indexNames, type NameIndex } from './names.ts';
import { findReferences, indexReferences, type ReferenceIndex } from './references.ts';
import { folded, payerKeys } from './words.ts';

/** A receipt that stands and that money leaving may take back. */
export interface ReversibleReceipt {
  receiptId: string;
  caseId: string;
  on: Day;
  amountCents: number;
  claims: readonly { claimId: string; number: string }[];
  endToEndId: string | null;
  mandateId: string | null;
  /** Keys of the payer of the line that brought it (`payerKeys`). */
  payerKeys: readonly string[];
  reference: string | null;
}

/** The last day on which a debit may be contested is thirteen months after it (L133-24 C. mon. fin.). */
const MONTHS_BACK = 13;
const DAYS_BACK = Math.ceil((MONTHS_BACK * 366) / 12);

const REJECT =
  /\b(REJET|REJETE|REJ|IMPAYE|IMPAYEE|RETOUR|RETOURNE|RETOURNEE|ANNULATION|CONTREPASSATION|EXTOURNE|REVERSAL|RETURN|RETURNED|CHEQUE IMPAYE|SANS PROVISION|PROVISION INSUFFISANTE)\b/;

/**
 * What each line of money that left takes back: a rejected debit, a returned transfer or cheque. It must be of the same
 * amount and name its receipt by the end-to-end identifier, the mandate, an invoice number or the payer. A line that says
 * nothing of a reject and names no receipt is money that simply left: it comes back with nothing.
 */
export function findReversals(
  lines: readonly MatchingLine[],
  receipts: readonly ReversibleReceipt[],
  debtors: readonly MatchingDebtor[],
  refused?: ReadonlyMap<string, ReadonlySet<string>>,
): LineOutcome[] {
  const byAmount = Map.groupBy(receipts, (receipt) => receipt.amountCents);
  const concerned = new Set(receipts.map((receipt) => receipt.caseId));
  const names = indexNames(debtors.filter((debtor) => concerned.has(debtor.caseId)));
  const references = indexReferences(
    receipts.flatMap(({ caseId, claims }) =>
      claims.map((claim) => ({
        ...claim,
        caseId,
        isCredit: false,
        issuedOn: null,
        dueOn: null,
        openCents: 0,
        paymentReference: null,
      })),
    ),
  );
  const taken = new Set<string>();
  return lines
    .filter((line) => line.amountCents < 0)
    .toSorted((a, b) => a.on - b.on || (a.lineId < b.lineId ? -1 : 1))
    .map((line) => {
      const standing = (byAmount.get(-line.amountCents) ?? []).filter(
        ({ receiptId, on }) =>
          !taken.has(receiptId) &&
          on <= line.on &&
          on >= line.on - DAYS_BACK &&
          !refused?.get(line.lineId)?.has(`receipt:${receiptId}`),
      );
      const [applied, proposals] = decide(line, standing, names, references);
      // Where a person has said no once, nothing is done without him.
      if (applied && refused?.has(line.lineId))
        return { lineId: line.lineId, applied: null, proposals: [{ ...applied, sure: false }], heldClaimIds: [] };
      if (applied) taken.add(applied.receiptId!);
      return { lineId: line.lineId, applied, proposals, heldClaimIds: [] };
    });
}

type Sign = 'end-to-end' | 'mandate' | 'number' | 'payer' | 'name';

function decide(
  line: MatchingLine,
  standing: readonly ReversibleReceipt[],
  names: NameIndex,
  references: ReferenceIndex,
): [Proposal | null, Proposal[]] {
  if (standing.length === 0) return [null, []];
  const says =
    line.isReversal ||
    line.rejectReason !== null ||
    REJECT.test(folded(line.label)) ||
    REJECT.test(folded(line.remittance.join(' ')));
  const text = [...line.remittance, line.label].join(' ');
  const { hits, unread } = findReferences(references, text);
  const numbers = new Set(hits.flatMap((hit) => hit.claims.map((claim) => claim.claimId)));
  const alike = findNames(names, line.counterparty, text);
  const named = new Set(alike.filter((one) => one.level >= 2).map((one) => one.caseId));
  const keys = new Set(payerKeys(line));
  const signs: [Sign, (receipt: ReversibleReceipt) => boolean][] = [
    ['end-to-end', ({ endToEndId }) => endToEndId !== null && endToEndId === line.endToEndId],
    ['number', ({ claims }) => claims.some((claim) => numbers.has(claim.claimId))],
    ['mandate', ({ mandateId }) => mandateId !== null && mandateId === line.mandateId],
    ['payer', (receipt) => receipt.payerKeys.some((key) => keys.has(key))],
    ['name', ({ caseId }) => named.has(caseId)],
  ];
  for (const [sign, fits] of signs) {
    const found = standing.filter(fits);
    if (found.length === 0) continue;
    // Money sent to a customer who is also a supplier says nothing of a reject: only its own identifier proves it.
    if (!says && sign !== 'end-to-end') {
      return sign === 'number' ? [null, found.slice(0, 3).map((one) => takeBack(line, one, sign, false))] : [null, []];
    }
    const [only] = found;
    // A number of another invoice, whose payment nobody has told yet, means that one: not the payer's other receipt.
    const another =
      sign !== 'end-to-end' && only!.claims.some((claim) => namesUnknown({ text, unread, readings: hits }, claim));
    if (found.length === 1 && !another) return [takeBack(line, only!, sign, true), []];
    return [
      null,
      found
        .toSorted((a, b) => b.on - a.on)
        .slice(0, 3)
        .map((one) => takeBack(line, one, sign, false)),
    ];
  }
  return [null, []];
}

function takeBack(line: MatchingLine, receipt: ReversibleReceipt, sign: Sign, sure: boolean): Proposal {
  const why: Record<Sign, string> = {
    'end-to-end': fr`le même identifiant de bout en bout, « ${line.endToEndId ?? ''} »`,
    number: fr`le numéro ${receipt.claims[0]?.number ?? ''}`,
    mandate: fr`le même mandat, « ${line.mandateId ?? ''} »`,
    payer: 'le même compte ou le même payeur',
    name: 'le nom du client',
  };
  const reasons: Reason[] = [
    {
      code: 'ReceiptReversed',
      message: fr`La banque reprend ${euros(receipt.amountCents)} reçus le ${frenchShortDate(receipt.on)} : ${why[sign]} et le même montant.`,
    },
  ];
  if (line.rejectReason !== null)
    reasons.push({ code: 'RejectReason', message: fr`Motif donné par la banque : ${line.rejectReason}.` });
  return {
    rule: 'reversal',
    confidence: sure ? (sign === 'end-to-end' ? 99 : 95) : 60,
    sure,
    reasons,
    parts: [],
    caseId: receipt.caseId,
    leftCents: 0,
    teaches: false,
    receiptId: receipt.receiptId,
  };
}
