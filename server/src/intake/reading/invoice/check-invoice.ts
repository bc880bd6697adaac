/** The doubts about one invoice that a person should see before it is chased. Nothing is corrected here. */

import { currencyDecimals } from '../french.ts';
import { isFrenchLegalId, isIban, isPlausibleVat } from '../identifiers.ts';
import { doubt } from '../messages.ts';
import type { Doubt, InvoiceDocument, Party } from '../result.ts';
import { isKnownProfile } from './profiles.ts';

/** Schemes of ISO 6523 that hold a French number: 0002 is the SIREN, 0009 the SIRET. */
const FRENCH_SCHEMES = new Set(['0002', '0009']);

/** Adds to `doubts` what is missing, contradictory or unusual in the document. */
export function checkInvoice(document: InvoiceDocument, doubts: Doubt[]): void {
  checkIdentity(document, doubts);
  checkDates(document, doubts);
  checkAmounts(document, doubts);
  checkPayment(document, doubts);
  checkParty(document.seller, 'seller', doubts);
  checkParty(document.buyer, 'buyer', doubts);
  if (document.profile !== undefined && !isKnownProfile(document.profile)) {
    doubts.push(doubt('UnknownProfile', { profile: document.profile }));
  }
}

function checkIdentity({ number, currency, precedingInvoices }: InvoiceDocument, doubts: Doubt[]): void {
  if (number === undefined) doubts.push(doubt('MissingNumber'));
  if (currency === undefined) doubts.push(doubt('MissingCurrency'));
  else if (currencyDecimals(currency) === undefined) doubts.push(doubt('UnknownCurrency', { currency }));
  else if (currency !== 'EUR') doubts.push(doubt('ForeignCurrency', { currency }));
  if (precedingInvoices.length > 0) doubts.push(doubt('PrecedingInvoice', { numbers: precedingInvoices }));
}

function checkDates(document: InvoiceDocument, doubts: Doubt[]): void {
  const { issuedOn, dueOn, dueDates, paymentTerms, effect } = document;
  if (issuedOn === undefined) doubts.push(doubt('MissingIssueDate'));
  // Nobody is reminded of a credit note: its due date, or the want of one, changes nothing.
  if (effect === 'reduces') return;
  if (dueDates !== undefined) doubts.push(doubt('SeveralDueDates', { dates: dueDates.map(({ on }) => on) }));
  else if (dueOn === undefined) doubts.push(doubt('MissingDueDate', { terms: paymentTerms }));
  const earliest = dueDates?.[0]?.on ?? dueOn;
  if (issuedOn !== undefined && earliest !== undefined && earliest < issuedOn) {
    doubts.push(doubt('DueBeforeIssue', { issuedOn, dueOn: earliest }));
  }
}

function checkAmounts(document: InvoiceDocument, doubts: Doubt[]): void {
  const { kind, typeCode, currency, totalCents, dueCents, prepaidCents, roundingCents } = document;
  if (totalCents === undefined) doubts.push(doubt('MissingTotal'));
  if (dueCents === undefined) {
    const computedCents =
      totalCents === undefined ? undefined : totalCents - (prepaidCents ?? 0) + (roundingCents ?? 0);
    doubts.push(doubt('MissingAmountDue', { computedCents, currency }));
  }
  if (kind !== 'credit-note' && (totalCents ?? 0) < 0) {
    doubts.push(doubt('NegativeInvoice', { typeCode, totalCents, currency }));
  } else if (dueCents !== undefined && dueCents < 0) {
    doubts.push(doubt('NegativeAmountDue', { dueCents, currency }));
  }
  if (dueCents === 0 && totalCents !== 0) doubts.push(doubt('AlreadyPaid', { totalCents, currency }));
  if (prepaidCents !== undefined && prepaidCents > 0) {
    doubts.push(doubt('PrepaidDeducted', { prepaidCents, dueCents, currency }));
  }
}

function checkPayment({ iban, payee, seller, kind, effect }: InvoiceDocument, doubts: Doubt[]): void {
  for (const one of iban) if (!isIban(one)) doubts.push(doubt('InvalidIban', { iban: one }));
  if (iban.length === 0 && effect === 'owed') doubts.push(doubt('NoIban'));
  if (iban.length > 1) doubts.push(doubt('SeveralIbans', { ibans: iban }));
  if (kind === 'factored') doubts.push(doubt('FactoredInvoice', { payee: payee?.name }));
  if (payee !== undefined && !sameParty(payee, seller)) {
    doubts.push(doubt('PayeeIsNotSeller', { payee: payee.name, seller: seller?.name }));
  }
}

/** Same legal identifier, or same name when one of them has no identifier. */
function sameParty(one: Party, other: Party | undefined): boolean {
  if (other === undefined) return false;
  if (one.legalId !== undefined && other.legalId !== undefined) return siren(one.legalId) === siren(other.legalId);
  return plain(one.name) === plain(other.name);
}

const siren = (legalId: string): string => (/^\d{14}$/.test(legalId) ? legalId.slice(0, 9) : legalId);

const plain = (name: string | undefined): string =>
  (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase();

function checkParty(party: Party | undefined, role: 'seller' | 'buyer', doubts: Doubt[]): void {
  if (party?.name === undefined) doubts.push(doubt(role === 'seller' ? 'MissingSeller' : 'MissingBuyer'));
  if (party === undefined) return;
  const { legalId, legalIdScheme, vat, country } = party;
  if (legalId !== undefined && claimsToBeFrench(legalIdScheme, country) && !isFrenchLegalId(legalId)) {
    doubts.push(doubt('InvalidLegalId', { role, legalId }));
  }
  if (vat !== undefined && !isPlausibleVat(vat)) doubts.push(doubt('InvalidVat', { role, vat }));
}

function claimsToBeFrench(scheme: string | undefined, country: string | undefined): boolean {
  return scheme === undefined ? country === 'FR' : FRENCH_SCHEMES.has(scheme);
}
