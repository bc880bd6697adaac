/** Files that the browser tests drop, made here: a joiner's invoices and what his bank says. */

interface MadeInvoice {
  number: string;
  customer?: string;
  siren?: string;
  /** With two decimals, tax included: « 1440.00 ». */
  total?: string;
}

/** A small UBL invoice of a joiner, overdue for long; to a hotel unless told otherwise. */
export function invoice({
  number,
  customer = 'Hôtel de la Gare',
  siren = '552100554',
  total = '1440.00',
}: MadeInvoice): string {
  const net = (Number(total) / 1.2).toFixed(2);
  const tax = (Number(total) - Number(net)).toFixed(2);
  const party = (name: string, siren: string) => `<cac:Party>
      <cac:PostalAddress><cbc:StreetName>3 place du Foirail</cbc:StreetName><cbc:CityName>Rodez</cbc:CityName>
        <cbc:PostalZone>12000</cbc:PostalZone><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      <cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName><cbc:CompanyID schemeID="0002">${siren}</cbc:CompanyID></cac:PartyLegalEntity>
    </cac:Party>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>2026-08-03</cbc:IssueDate>
  <cbc:DueDate>2026-09-02</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty>${party('Menuiserie Aubrac', '732829320')}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party(customer, siren)}</cac:AccountingCustomerParty>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">${tax}</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">${net}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">${net}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">${total}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">${total}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
</Invoice>`;
}

interface MadeEntry {
  /** With two decimals; below zero for money that left. */
  amount: string;
  words: string;
  payer?: string;
}

/** A CAMT.053 statement of one day with these entries, whose balances agree. */
export function statement(day: string, entries: readonly MadeEntry[]): string {
  const cents = (amount: string) => Math.round(Number(amount) * 100);
  const closing = entries.reduce((sum, { amount }) => sum + cents(amount), 1_000_000);
  const balance = (code: string, value: number) => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>
      <Amt Ccy="EUR">${(value / 100).toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entry = (
    { amount, words, payer }: MadeEntry,
    n: number,
  ) => `<Ntry><Amt Ccy="EUR">${amount.replace('-', '')}</Amt>
      <CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts>
      <BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>REF-${day}-${n}</AcctSvcrRef>
      <NtryDtls><TxDtls>${payer ? `<RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr></RltdPties>` : ''}
        <RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
  <GrpHdr><MsgId>M-${day}</MsgId><CreDtTm>${day}T20:00:00</CreDtTm></GrpHdr>
  <Stmt><Id>S-${day}</Id><CreDtTm>${day}T20:00:00</CreDtTm>
    <Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>
    ${balance('OPBD', 1_000_000)}${balance('CLBD', closing)}
    ${entries.map(entry).join('')}
  </Stmt></BkToCstmrStmt></Document>`;
}
