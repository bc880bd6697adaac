/** Small invoices of our own, for tests: each part can be replaced, left out or broken. */

/** Parts of a CII invoice, as XML. An empty string leaves the part out. */
export interface CiiParts {
  profile?: string;
  number?: string;
  typeCode?: string;
  issuedOn?: string;
  notes?: string;
  lines?: string;
  seller?: string;
  buyer?: string;
  delivery?: string;
  payee?: string;
  currency?: string;
  means?: string;
  taxes?: string;
  terms?: string;
  preceding?: string;
  totals?: string;
}

const RSM = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100';
const RAM = 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100';
const UDT = 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100';

const tag = (name: string, content: string | undefined, attributes = ''): string =>
  content === undefined || content === '' ? '' : `<ram:${name}${attributes}>${content}</ram:${name}>`;

export const ciiDate = (name: string, day: string): string =>
  `<ram:${name}><udt:DateTimeString format="102">${day}</udt:DateTimeString></ram:${name}>`;

export const ciiParty = (name: string, siren = '', vat = '', more = ''): string =>
  tag('Name', name) +
  tag('SpecifiedLegalOrganization', tag('ID', siren, ' schemeID="0002"')) +
  more +
  tag(
    'PostalTradeAddress',
    '<ram:PostcodeCode>75002</ram:PostcodeCode><ram:LineOne>1 rue de la Paix</ram:LineOne><ram:CityName>Paris</ram:CityName><ram:CountryID>FR</ram:CountryID>',
  ) +
  tag('SpecifiedTaxRegistration', tag('ID', vat, ' schemeID="VA"'));

export const ciiLine = (net: string, status = ''): string =>
  `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID>${tag('LineStatusReasonCode', status)}</ram:AssociatedDocumentLineDocument>` +
  `<ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>${tag('LineTotalAmount', net)}</ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`;

export const ciiTotals = (figures: Record<string, string>): string =>
  Object.entries(figures)
    .map(([name, value]) => tag(name, value, name === 'TaxTotalAmount' ? ' currencyID="EUR"' : ''))
    .join('');

export const ciiIban = (iban: string): string =>
  `<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`;

/** SIREN and VAT numbers with right keys; the companies do not exist. */
export const SELLER = { name: 'Atelier Durand', siren: '732829320', vat: 'FR44732829320' };
export const BUYER = { name: 'Martin & Fils', siren: '404833048', vat: 'FR83404833048' };
export const IBAN = 'FR7630006000011234567890189';

const usual: Required<CiiParts> = {
  profile: 'urn:cen.eu:en16931:2017',
  number: 'F-2026-001',
  typeCode: '380',
  issuedOn: ciiDate('IssueDateTime', '20260110'),
  notes:
    '<ram:IncludedNote><ram:Content>Trois fois le taux légal.</ram:Content><ram:SubjectCode>PMD</ram:SubjectCode></ram:IncludedNote>',
  lines: ciiLine('60.00') + ciiLine('40.00'),
  seller: ciiParty(SELLER.name, SELLER.siren, SELLER.vat),
  buyer: ciiParty('Martin &amp; Fils', BUYER.siren, BUYER.vat),
  delivery: `<ram:ActualDeliverySupplyChainEvent>${ciiDate('OccurrenceDateTime', '20260109')}</ram:ActualDeliverySupplyChainEvent>`,
  payee: '',
  currency: 'EUR',
  means: ciiIban(IBAN),
  taxes: '<ram:ApplicableTradeTax><ram:CalculatedAmount>20.00</ram:CalculatedAmount></ram:ApplicableTradeTax>',
  terms: `<ram:SpecifiedTradePaymentTerms><ram:Description>30 jours nets</ram:Description>${ciiDate('DueDateDateTime', '20260209')}</ram:SpecifiedTradePaymentTerms>`,
  preceding: '',
  totals: ciiTotals({
    LineTotalAmount: '100.00',
    TaxBasisTotalAmount: '100.00',
    TaxTotalAmount: '20.00',
    GrandTotalAmount: '120.00',
    DuePayableAmount: '120.00',
  }),
};

/** A sound CII invoice of 120,00 €, with the parts replaced. */
export function ciiInvoice(parts: CiiParts = {}): string {
  const part = { ...usual, ...parts };
  const settlement =
    tag('PaymentReference', 'REF-1') +
    tag('InvoiceCurrencyCode', part.currency) +
    tag('PayeeTradeParty', part.payee) +
    part.means +
    part.taxes +
    part.terms +
    tag('SpecifiedTradeSettlementHeaderMonetarySummation', part.totals) +
    part.preceding;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice xmlns:rsm="${RSM}" xmlns:ram="${RAM}" xmlns:udt="${UDT}">\n` +
    `<rsm:ExchangedDocumentContext>${tag('GuidelineSpecifiedDocumentContextParameter', tag('ID', part.profile))}</rsm:ExchangedDocumentContext>\n` +
    `<rsm:ExchangedDocument>${tag('ID', part.number)}${tag('TypeCode', part.typeCode)}${part.issuedOn}${part.notes}</rsm:ExchangedDocument>\n` +
    `<rsm:SupplyChainTradeTransaction>${part.lines}<ram:ApplicableHeaderTradeAgreement>${tag('SellerTradeParty', part.seller)}${tag('BuyerTradeParty', part.buyer)}</ram:ApplicableHeaderTradeAgreement>` +
    `<ram:ApplicableHeaderTradeDelivery>${part.delivery}</ram:ApplicableHeaderTradeDelivery><ram:ApplicableHeaderTradeSettlement>${settlement}</ram:ApplicableHeaderTradeSettlement>` +
    '</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>'
  );
}

/** An invoice in the names of ZUGFeRD 1.0; its BASIC profile gives no amount due. */
export function zugferd1Invoice(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="r" xmlns:udt="u">
<rsm:SpecifiedExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:ferd:CrossIndustryDocument:invoice:1p0:basic</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:SpecifiedExchangedDocumentContext>
<rsm:HeaderExchangedDocument><ram:ID>Z-1</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20140305</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
<rsm:SpecifiedSupplyChainTradeTransaction>
<ram:ApplicableSupplyChainTradeAgreement><ram:SellerTradeParty><ram:Name>Lieferant</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Kunde</ram:Name></ram:BuyerTradeParty>
<ram:BuyerOrderReferencedDocument><ram:ID>B-77</ram:ID></ram:BuyerOrderReferencedDocument></ram:ApplicableSupplyChainTradeAgreement>
<ram:ApplicableSupplyChainTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount currencyID="EUR">100.00</ram:LineTotalAmount><ram:TaxBasisTotalAmount currencyID="EUR">100.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">19.00</ram:TaxTotalAmount><ram:GrandTotalAmount currencyID="EUR">119.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:ApplicableSupplyChainTradeSettlement>
<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount currencyID="EUR">100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:SpecifiedSupplyChainTradeSettlement></ram:IncludedSupplyChainTradeLineItem>
</rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>`;
}

/** A UBL document of 120,00 €: `Invoice` with what stands in `head`, or `CreditNote` without a type code. */
export function ublInvoice(
  root: 'Invoice' | 'CreditNote' = 'Invoice',
  head = '<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>',
  tail = '',
): string {
  const party = (name: string, siren: string) =>
    `<cac:Party><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName><cac:PartyLegalEntity><cbc:CompanyID schemeID="0002">${siren}</cbc:CompanyID></cac:PartyLegalEntity><cac:Contact><cbc:ElectronicMail>compta@example.fr</cbc:ElectronicMail></cac:Contact></cac:Party>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>U-1</cbc:ID><cbc:IssueDate>2026-01-10</cbc:IssueDate>${head}<cbc:Note>#PMT#Indemnité forfaitaire</cbc:Note><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty>${party(SELLER.name, SELLER.siren)}</cac:AccountingSupplierParty><cac:AccountingCustomerParty>${party('Martin', BUYER.siren)}</cac:AccountingCustomerParty>${tail}
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">20</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">100</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">120</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">120.0</cbc:PayableAmount></cac:LegalMonetaryTotal>
</${root}>`;
}
