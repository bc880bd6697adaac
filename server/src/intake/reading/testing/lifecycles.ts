/** Lifecycle messages for tests, written by us in the layout of XP Z12-012. */

export interface MadeReference {
  invoice?: string;
  seller?: string | null;
  invoicedOn?: string | null;
  typeCode?: string;
  status?: string;
  label?: string | null;
  /** XML of its `SpecifiedDocumentStatus` elements. */
  details?: string;
}

export interface MadeLifecycle {
  messageId?: string;
  issuedAt?: string;
  statusAt?: string | null;
  role?: string;
  issuer?: string | null;
  phase?: string;
  references?: MadeReference[];
}

const NAMESPACES = ['qdt', 'udt', 'ram', 'rsm']
  .map((prefix) => `xmlns:${prefix}="urn:un:unece:uncefact:data:standard:${prefix}:100"`)
  .join(' ');

const time = (text: string, format = '204') => `<udt:DateTimeString format="${format}">${text}</udt:DateTimeString>`;

function referenceXml(one: MadeReference): string {
  const { invoice = 'F-42', seller = '732829320', invoicedOn = '20260301', label = 'Approuvée' } = one;
  return `<ram:ReferenceReferencedDocument>
      <ram:IssuerAssignedID>${invoice}</ram:IssuerAssignedID><!-- BT-1 -->
      <ram:StatusCode>47</ram:StatusCode>
      <ram:TypeCode>${one.typeCode ?? '380'}</ram:TypeCode>
      <ram:ReceiptDateTime>${time('20260301101500')}</ram:ReceiptDateTime>
      ${invoicedOn === null ? '' : `<ram:FormattedIssueDateTime><qdt:DateTimeString format="102">${invoicedOn}</qdt:DateTimeString></ram:FormattedIssueDateTime>`}
      <ram:ProcessConditionCode>${one.status ?? '205'}</ram:ProcessConditionCode>
      ${label === null ? '' : `<ram:ProcessCondition>${label}</ram:ProcessCondition>`}
      ${seller === null ? '' : `<ram:IssuerTradeParty><ram:GlobalID schemeID="0002">${seller}</ram:GlobalID></ram:IssuerTradeParty>`}
      ${one.details ?? ''}
    </ram:ReferenceReferencedDocument>`;
}

/** A `SpecifiedDocumentStatus` that gives a reason and what is asked for. */
export function reasonXml(code: string, text: string, action?: string): string {
  const asked = action === undefined ? '' : `<ram:RequestedActionCode>${action}</ram:RequestedActionCode>`;
  return `<ram:SpecifiedDocumentStatus><ram:ReasonCode>${code}</ram:ReasonCode><ram:Reason>${text}</ram:Reason>${asked}</ram:SpecifiedDocumentStatus>`;
}

/** A `SpecifiedDocumentStatus` that gives amounts: `['MEN', '120.00', '20.00']` is 120 € received at 20 % of VAT. */
export function amountsXml(
  amounts: readonly (readonly [type: string, amount: string, percent?: string])[],
  currency = 'EUR',
): string {
  const values = amounts.map(
    ([type, amount, percent]) =>
      `<ram:SpecifiedDocumentCharacteristic><ram:TypeCode>${type}</ram:TypeCode><ram:ValueAmount currencyID="${currency}">${amount}</ram:ValueAmount>${percent === undefined ? '' : `<ram:ValuePercent>${percent}</ram:ValuePercent>`}</ram:SpecifiedDocumentCharacteristic>`,
  );
  return `<ram:SpecifiedDocumentStatus>${values.join('')}</ram:SpecifiedDocumentStatus>`;
}

/** A whole message: by default, the buyer says on 15 March 2026 that he approves invoice F-42. */
export function lifecycleXml(made: MadeLifecycle = {}): string {
  const { statusAt = '20260315093000', issuer = '552100554', role = 'BY', references = [{}] } = made;
  const name =
    issuer === null ? '' : `<ram:GlobalID schemeID="0002">${issuer}</ram:GlobalID><ram:Name>Lumière SA</ram:Name>`;
  return `\ufeff<?xml version="1.0" encoding="UTF-8"?>
<!-- made for a test -->
<rsm:CrossDomainAcknowledgementAndResponse ${NAMESPACES}>
  <rsm:ExchangedDocumentContext>
    <ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>REGULATED</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
    <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn.cpro.gouv.fr:1p0:CDV:invoice</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
  </rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument>
    <ram:ID>${made.messageId ?? 'M-1'}</ram:ID>
    <ram:IssueDateTime>${time(made.issuedAt ?? '20260315094500')}</ram:IssueDateTime>
    <ram:SenderTradeParty><ram:RoleCode>WK</ram:RoleCode></ram:SenderTradeParty>
    <ram:IssuerTradeParty>${name}<ram:RoleCode>${role}</ram:RoleCode></ram:IssuerTradeParty>
    <ram:RecipientTradeParty><ram:GlobalID schemeID="0002">732829320</ram:GlobalID><ram:RoleCode>SE</ram:RoleCode></ram:RecipientTradeParty>
    <ram:RecipientTradeParty><ram:GlobalID schemeID="0238">0000</ram:GlobalID><ram:RoleCode>DFH</ram:RoleCode></ram:RecipientTradeParty>
  </rsm:ExchangedDocument>
  <rsm:AcknowledgementDocument>
    <ram:MultipleReferencesIndicator><udt:Indicator>${references.length > 1}</udt:Indicator></ram:MultipleReferencesIndicator>
    <ram:TypeCode>${made.phase ?? '23'}</ram:TypeCode>
    ${statusAt === null ? '' : `<ram:IssueDateTime>${time(statusAt)}</ram:IssueDateTime>`}
    ${references.map(referenceXml).join('\n    ')}
  </rsm:AcknowledgementDocument>
</rsm:CrossDomainAcknowledgementAndResponse>`;
}
