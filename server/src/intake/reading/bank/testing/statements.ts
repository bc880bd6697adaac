/** Small bank files of our own, for tests: each part can be replaced, left out or broken. The companies do not exist. */

export const ACCOUNT = 'FR7630006000011234567890189';
export const PAYER_IBAN = 'DE89370400440532013000';

const element = (name: string, content: string | undefined): string =>
  content === undefined || content === '' ? '' : `<${name}>${content}</${name}>`;

export interface CamtTransaction {
  endToEnd?: string;
  amount?: string;
  party?: string;
  remittance?: string;
  more?: string;
}

/** A transaction of an entry, as CAMT version 02 writes it; `party` is XML. */
export function camtTransaction({ endToEnd, amount, party = '', remittance, more = '' }: CamtTransaction): string {
  return `<TxDtls><Refs>${element('EndToEndId', endToEnd)}</Refs>${amount === undefined ? '' : `<AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls>`}<RltdPties>${party}</RltdPties>${remittance === undefined ? '' : `<RmtInf><Ustrd>${remittance}</Ustrd></RmtInf>`}${more}</TxDtls>`;
}

export interface CamtEntry {
  amount?: string;
  currency?: string;
  side?: string;
  status?: string;
  booked?: string;
  value?: string;
  reference?: string;
  label?: string;
  transactions?: string;
  more?: string;
}

export function camtEntry(parts: CamtEntry = {}): string {
  const { amount = '120.00', currency = 'EUR', side = 'CRDT', status = '<Sts>BOOK</Sts>', more = '' } = parts;
  const day = (name: string, text: string | undefined): string => element(name, element('Dt', text));
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt>${element('CdtDbtInd', side)}${more}${status}${day('BookgDt', parts.booked ?? '2026-03-02')}${day('ValDt', parts.value)}${element('AcctSvcrRef', parts.reference)}<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>${element('NtryDtls', parts.transactions)}${element('AddtlNtryInf', parts.label)}</Ntry>`;
}

export function camtBalance(kind: string, amount: string, side = 'CRDT', on = '2026-03-01'): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt>${element('CdtDbtInd', side)}<Dt><Dt>${on}</Dt></Dt></Bal>`;
}

export interface CamtStatement {
  account?: string;
  balances?: string;
  entries?: string;
  more?: string;
}

export function camtStatement({ account, balances = '', entries = '', more = '' }: CamtStatement = {}): string {
  return `<Id>S-1</Id>${more}${account ?? `<Acct><Id><IBAN>${ACCOUNT}</IBAN></Id><Ccy>EUR</Ccy></Acct>`}${balances}${entries}`;
}

/** A whole message; `kind` is 052, 053 or 054, and an empty namespace leaves it out. */
export function camt(statements: readonly string[], kind = '053', version = '02', namespace = true): string {
  const [message, statement] = {
    '052': ['BkToCstmrAcctRpt', 'Rpt'],
    '053': ['BkToCstmrStmt', 'Stmt'],
    '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
  }[kind] ?? ['BkToCstmrStmt', 'Stmt'];
  const name = namespace ? ` xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.${version}"` : '';
  const body = statements.map((one) => element(statement!, one)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document${name}><${message}><GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-03-03T06:00:00</CreDtTm></GrpHdr>${body}</${message}></Document>`;
}

/** An amount as CFONB writes it: fourteen places, the sign over the last figure. */
export function overpunch(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(14, '0');
  return digits.slice(0, 13) + (cents < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI')[Number(digits[13])];
}

const put = (line: string, from: number, text: string): string =>
  line.slice(0, from - 1) + text + line.slice(from - 1 + text.length);

export interface CfonbRecord {
  code?: string;
  currency?: string;
  decimals?: string;
  account?: string;
  operation?: string;
  date?: string;
  reject?: string;
  value?: string;
  label?: string;
  cents?: number;
}

/** A record 01, 04 or 07 of CFONB 120. */
export function cfonbRecord(record: CfonbRecord): string {
  const zones: [number, string][] = [
    [1, record.code ?? '04'],
    [3, '30006'],
    [12, '00001'],
    [17, (record.currency ?? 'EUR').padEnd(3)],
    [20, record.decimals ?? '2'],
    [22, record.account ?? '12345678901'],
    [33, record.operation ?? '  '],
    [35, record.date ?? '020326'],
    [41, record.reject ?? '  '],
    [43, record.value ?? '      '],
    [49, (record.label ?? '').padEnd(31)],
    [91, overpunch(record.cents ?? 0)],
  ];
  return zones.reduce((line, [from, text]) => put(line, from, text), ' '.repeat(120));
}

/** A record 05: what it says, under its qualifier. */
export function cfonbDetail(qualifier: string, text: string): string {
  return put(put(put(cfonbRecord({ code: '05' }), 46, ' '.repeat(75)), 46, qualifier), 49, text);
}

/** A statement of CFONB 120 that adds up, around the given movements (and their details). */
export function cfonb(movements: readonly string[], openingCents = 10_000): string {
  const total = movements.reduce((sum, line) => (line.startsWith('04') ? sum + centsOf(line) : sum), openingCents);
  return [
    cfonbRecord({ code: '01', cents: openingCents, date: '010326' }),
    ...movements,
    cfonbRecord({ code: '07', cents: total, date: '030326' }),
    '',
  ].join('\n');
}

function centsOf(line: string): number {
  const last = line[103]!;
  const negative = '}JKLMNOPQR'.includes(last);
  const figure = negative ? '}JKLMNOPQR'.indexOf(last) : '{ABCDEFGHI'.indexOf(last);
  const cents = Number(`${line.slice(90, 103)}${figure}`);
  return negative ? -cents : cents;
}

/** A transaction of OFX in its older form: values are never closed. */
export function ofxTransaction(values: Readonly<Record<string, string>>): string {
  const body = Object.entries(values).map(([name, value]) => `<${name}>${value}\n`);
  return `<STMTTRN>\n${body.join('')}</STMTTRN>\n`;
}

export interface OfxParts {
  header?: string;
  account?: string;
  list?: string;
  balance?: string;
}

export function ofx({ header, account, list = '', balance }: OfxParts): string {
  const usual = 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n\n';
  return `${header ?? usual}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>${account ?? '12345678901'}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20260301<DTEND>20260331${list}</BANKTRANLIST><LEDGERBAL><BALAMT>${balance ?? '100.00'}<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
}

/** Fields of an MT940, one statement. */
export function mt940(movements: readonly string[], opening = 'C260301EUR100,00', closing?: string): string {
  const end = closing === undefined ? [] : [`:62F:${closing}`];
  return [':20:REF', `:25:${ACCOUNT}`, ':28C:1/1', `:60F:${opening}`, ...movements, ...end, '-', ''].join('\r\n');
}
