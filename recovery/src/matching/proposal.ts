import { euros } from '@acquit/law';
import type { Reason } from '../model/decision.ts';
import { enumerated, fr, s } from '../texts/typography.ts';
import type { BookClaim, MatchingBook } from './book.ts';
import type { Identity } from './evidence.ts';
import type { MatchingLine, MatchPart, MatchRule, Proposal } from './model.ts';

/** Proposals and the French sentences that say why, quoting the words that were found. */

export const wholePart = (claim: BookClaim): MatchPart => part(claim, claim.left);

export function part(
  claim: BookClaim,
  amountCents: number,
  differenceKind: MatchPart['differenceKind'] = null,
): MatchPart {
  return {
    claimId: claim.claimId,
    caseId: claim.caseId,
    amountCents,
    differenceCents: differenceKind === null ? 0 : claim.left - amountCents,
    differenceKind,
  };
}

interface Draft {
  rule: MatchRule;
  confidence: number;
  sure: boolean;
  reasons: Reason[];
  parts: MatchPart[];
  caseId?: string;
  teaches?: boolean;
  receiptId?: string;
}

/** A proposal whose rest is worked out: line less invoices, plus credit notes. */
export function propose(book: MatchingBook, line: MatchingLine, draft: Draft): Proposal {
  let leftCents = line.amountCents;
  for (const { claimId, amountCents } of draft.parts)
    leftCents -= book.claims.get(claimId)!.isCredit ? -amountCents : amountCents;
  const largest = draft.parts.toSorted((a, b) => b.amountCents - a.amountCents)[0];
  return {
    ...draft,
    confidence: draft.sure ? draft.confidence : Math.min(draft.confidence, 94),
    caseId: draft.caseId ?? largest!.caseId,
    leftCents: draft.rule === 'known-receipt' || draft.rule === 'reversal' ? 0 : leftCents,
    teaches: draft.teaches ?? false,
    receiptId: draft.receiptId ?? null,
  };
}

const reason = (code: string, message: string): Reason => ({ code, message });

const numbers = (claims: readonly { number: string }[]) => enumerated(claims.map((claim) => claim.number));

export function namedReason(words: readonly string[], claims: readonly BookClaim[]): Reason {
  const quoted = enumerated([...new Set(words)].map((one) => fr`« ${one} »`));
  return reason(
    'ReferenceFound',
    fr`Le texte du virement porte ${quoted}, numéro${s(claims.length)} de ${claims.some((one) => one.isCredit) ? 'pièce' : 'facture'}${s(claims.length)} : ${numbers(claims)}.`,
  );
}

export function endToEndReason(words: string, claim: BookClaim): Reason {
  return reason(
    'EndToEndFound',
    fr`L’identifiant de bout en bout porte « ${words} », notre référence de la facture ${claim.number}.`,
  );
}

export function amountReason(line: MatchingLine, claims: readonly BookClaim[]): Reason {
  const [only] = claims;
  return claims.length === 1
    ? reason(
        'AmountFits',
        fr`Le montant, ${euros(line.amountCents)}, est celui qui reste dû sur ${only!.number}, au centime près.`,
      )
    : reason(
        'AmountFits',
        fr`Le montant, ${euros(line.amountCents)}, est au centime près le total de ${claims.length} pièces : ${numbers(claims)}.`,
      );
}

export function payerReason(book: MatchingBook, line: MatchingLine, identity: Identity): Reason {
  const names = [...new Set(identity.caseIds.slice(0, 3).map((caseId) => book.debtors.get(caseId)?.name ?? ''))];
  const who = `${enumerated(names)}${identity.caseIds.length > 3 ? '…' : ''}`;
  switch (identity.how) {
    case 'iban':
      return reason('PayerKnown', fr`Le compte ${line.counterpartyIban ?? ''} a déjà payé pour ${who}.`);
    case 'account':
      return reason('AccountFound', fr`Le texte du virement porte le compte client ou le SIREN de ${who}.`);
    case 'known-name':
      return reason('PayerKnown', fr`« ${line.counterparty ?? ''} » a déjà payé pour ${who}.`);
    case 'same-name':
    case 'name':
      return reason('NameAgrees', fr`Le nom du payeur, « ${line.counterparty ?? line.label} », est celui de ${who}.`);
    default:
      return reason('NameClose', fr`Le nom du payeur, « ${line.counterparty ?? line.label} », ressemble à ${who}.`);
  }
}

export const say = {
  short: (cents: number) =>
    reason('ShortByLittle', fr`Il manque ${euros(cents)} : moins que l’écart que vos réglages laissent aller.`),
  fees: (cents: number) =>
    reason(
      'BankFees',
      fr`Il manque ${euros(cents)} : le virement vient de l’étranger, ce sont sans doute des frais de banque.`,
    ),
  partly: (left: number) => reason('PartPayment', fr`Règlement partiel : il restera ${euros(left)} à payer.`),
  discount: (cents: number) =>
    reason(
      'MaybeDiscount',
      fr`Payé avant l’échéance, ${euros(cents)} de moins : peut-être un escompte. Dites si vous l’accordez.`,
    ),
  surplus: (cents: number) => reason('Surplus', fr`${euros(cents)} de trop : le reste sera gardé au crédit du client.`),
  indemnity: (cents: number) =>
    reason(
      'SurplusIsIndemnity',
      fr`${euros(cents)} de plus que le principal : le montant de l’indemnité forfaitaire de recouvrement.`,
    ),
  others: (claims: readonly BookClaim[]) =>
    reason('OthersComplete', fr`Avec ${numbers(claims)} du même client, le compte y est au centime près.`),
  astray: (credits: readonly BookClaim[]) =>
    reason(
      'CreditOfUnknown',
      fr`${numbers(credits)} cite${credits.length > 1 ? 'nt' : ''} une facture qui n’est pas encore dans vos comptes : vérifiez que ce paiement en tient compte.`,
    ),
  oldest: (count: number) =>
    reason(
      'OldestFirst',
      fr`${count} factures du client ont ce montant ; sans autre indication, la plus ancienne est payée d’abord (art. 1342-10 du code civil).`,
    ),
  account: () =>
    reason(
      'OnAccount',
      fr`Le montant ne correspond à aucune facture : il est réparti dans l’ordre de la loi, les plus anciennes d’abord.`,
    ),
  otherName: (name: string) => reason('NameDiffers', fr`Attention : le nom du payeur désigne plutôt ${name}.`),
  homonyms: (count: number) => reason('Homonyms', fr`${count} clients portent ce nom : vérifiez lequel a payé.`),
  sameAmount: (count: number) =>
    reason('AmountIsCommon', fr`${count} solutions donnent ce montant : choisissez la bonne.`),
  onlyAmount: () => reason('OnlyAmount', fr`Seul le montant correspond : ni numéro ni nom ne le confirment.`),
  denies: () => reason('WordsDeny', fr`Le texte parle d’autre chose que du règlement d’une facture.`),
  already: (claims: readonly BookClaim[]) =>
    reason(
      'PaidAlready',
      fr`${numbers(claims)} : déjà réglée. Ce virement fait peut-être double emploi ; il serait gardé au crédit du client.`,
    ),
} as const;
