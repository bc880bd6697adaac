/**
 * UN/CEFACT Cross Industry Invoice, as used by Factur-X, ZUGFeRD 2 and XRechnung, and ZUGFeRD 1.0, whose element names
 * differ: they are brought to today's names while reading, so that one table serves both.
 */

import type { Syntax } from './syntax.ts';

const AGREEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement';
const DELIVERY = 'SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery';
const SETTLEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement';
const TOTALS = `${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation`;
const MEANS = `${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans`;
const TERMS = `${SETTLEMENT}/SpecifiedTradePaymentTerms`;
const CONTEXT = 'ExchangedDocumentContext';

/** ZUGFeRD 1.0 name → today's name. */
const aliases = new Map([
  ['SpecifiedExchangedDocumentContext', CONTEXT],
  ['HeaderExchangedDocument', 'ExchangedDocument'],
  ['SpecifiedSupplyChainTradeTransaction', 'SupplyChainTradeTransaction'],
  ['ApplicableSupplyChainTradeAgreement', 'ApplicableHeaderTradeAgreement'],
  ['ApplicableSupplyChainTradeDelivery', 'ApplicableHeaderTradeDelivery'],
  ['ApplicableSupplyChainTradeSettlement', 'ApplicableHeaderTradeSettlement'],
  ['SpecifiedSupplyChainTradeSettlement', 'SpecifiedLineTradeSettlement'],
]);

export const cii: Syntax = {
  format: 'cii',
  aliases,
  lineElements: new Set(['IncludedSupplyChainTradeLineItem']),
  lineNet: [
    'SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount',
    'SpecifiedLineTradeSettlement/SpecifiedTradeSettlementMonetarySummation/LineTotalAmount',
  ],
  lineStatus: ['AssociatedDocumentLineDocument/LineStatusReasonCode'],
  number: ['ExchangedDocument/ID'],
  typeCode: ['ExchangedDocument/TypeCode'],
  issuedOn: ['ExchangedDocument/IssueDateTime/DateTimeString'],
  deliveredOn: [`${DELIVERY}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`],
  due: [
    {
      each: TERMS,
      date: ['DueDateDateTime/DateTimeString'],
      amount: ['PartialPaymentAmount'],
      discount: 'ApplicableTradePaymentDiscountTerms',
    },
  ],
  currency: [`${SETTLEMENT}/InvoiceCurrencyCode`],
  total: totals('GrandTotalAmount'),
  tax: totals('TaxTotalAmount'),
  net: totals('TaxBasisTotalAmount'),
  prepaid: totals('TotalPrepaidAmount'),
  rounding: totals('RoundingAmount'),
  amountDue: totals('DuePayableAmount'),
  lineTotal: totals('LineTotalAmount'),
  allowanceTotal: totals('AllowanceTotalAmount'),
  chargeTotal: totals('ChargeTotalAmount'),
  taxParts: [`${SETTLEMENT}/ApplicableTradeTax/CalculatedAmount`],
  seller: `${AGREEMENT}/SellerTradeParty`,
  buyer: `${AGREEMENT}/BuyerTradeParty`,
  payee: `${SETTLEMENT}/PayeeTradeParty`,
  party: {
    name: ['Name'],
    tradingName: ['SpecifiedLegalOrganization/TradingBusinessName'],
    legalId: ['SpecifiedLegalOrganization/ID'],
    vat: ['SpecifiedTaxRegistration/ID[@schemeID=VA]'],
    identifiers: ['GlobalID', 'ID'],
    electronicAddress: ['URIUniversalCommunication/URIID'],
    contact: ['DefinedTradeContact/PersonName', 'DefinedTradeContact/DepartmentName'],
    email: ['DefinedTradeContact/EmailURIUniversalCommunication/URIID'],
    phone: ['DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber'],
    addressLines: ['LineOne', 'LineTwo', 'LineThree'].map((line) => `PostalTradeAddress/${line}`),
    postcode: ['PostalTradeAddress/PostcodeCode'],
    city: ['PostalTradeAddress/CityName'],
    country: ['PostalTradeAddress/CountryID'],
  },
  iban: [`${MEANS}/PayeePartyCreditorFinancialAccount/IBANID`],
  otherAccount: [`${MEANS}/PayeePartyCreditorFinancialAccount/ProprietaryID`],
  bic: [`${MEANS}/PayeeSpecifiedCreditorFinancialInstitution/BICID`],
  paymentMeansCodes: [`${MEANS}/TypeCode`],
  paymentReference: [`${SETTLEMENT}/PaymentReference`],
  buyerReference: [`${AGREEMENT}/BuyerReference`],
  orderReference: references(`${AGREEMENT}/BuyerOrderReferencedDocument`),
  contractReference: references(`${AGREEMENT}/ContractReferencedDocument`),
  precedingInvoices: references(`${SETTLEMENT}/InvoiceReferencedDocument`),
  profile: [`${CONTEXT}/GuidelineSpecifiedDocumentContextParameter/ID`],
  businessProcess: [`${CONTEXT}/BusinessProcessSpecifiedDocumentContextParameter/ID`],
  paymentTerms: [`${TERMS}/Description`],
  notes: 'ExchangedDocument/IncludedNote',
  noteText: ['Content'],
  noteSubject: ['SubjectCode'],
};

/** A figure of the totals, whose group has a shorter name in ZUGFeRD 1.0. */
function totals(name: string): string[] {
  return [`${TOTALS}/${name}`, `${SETTLEMENT}/SpecifiedTradeSettlementMonetarySummation/${name}`];
}

/** The number of a document referred to, which ZUGFeRD 1.0 calls `ID`. */
function references(path: string): string[] {
  return [`${path}/IssuerAssignedID`, `${path}/ID`];
}
