/**
 * Bank files made to harm. Each ends in a named verdict, in a reading process with its limits, and the honest file that
 * follows is read. The limits themselves bound time and memory, so no test measures either.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReaders, type Readers } from '../child/readers.ts';
import {
  camt,
  camtEntry,
  camtStatement,
  camtTransaction,
  cfonb,
  cfonbDetail,
  cfonbRecord,
  mt940,
  ofx,
  ofxTransaction,
} from './testing/statements.ts';

let readers: Readers;
beforeAll(() => {
  readers = openReaders({ processes: 1 });
});
afterAll(() => readers.close());

/** The refusal, or the format, the number of entries and the doubts, each once. */
async function verdict(file: string | Uint8Array): Promise<string> {
  const result = await readers.read(typeof file === 'string' ? Buffer.from(file) : file);
  if (result.status === 'refused') expect(result.refusal?.message.length).toBeGreaterThan(20);
  const entries = (result.statements ?? []).reduce((sum, one) => sum + one.entries.length, 0);
  const doubts = [...new Set(result.doubts.map(({ code }) => code))].join(' ');
  return result.refusal?.code ?? `${result.format} ${entries} ${doubts}`.trim();
}

type Sample = [name: string, make: () => string | Uint8Array, expected: string];
const entry = camtEntry();
const message = camt([camtStatement({ entries: entry })]);
const inside = (xml: string): string => message.replace('</Ntry>', `${xml}</Ntry>`);
const doctype = (subset: string, use = '&a;'): string =>
  message.replace('?>\n', `?>\n<!DOCTYPE Document [${subset}]>\n`).replace('PMNT', use);
const nul = (text: string): string => text.replace('0', '\0');
const wide = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

const camtSamples: Sample[] = [
  ['200,000 levels', () => inside('<a>'.repeat(200_000)), 'XmlTooDeep'],
  ['nested entities', () => doctype('<!ENTITY a "x"><!ENTITY b "&a;&a;">', '&b;'), 'DoctypeForbidden'],
  ['an external file', () => doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'), 'DoctypeForbidden'],
  ['an external address', () => doctype('<!ENTITY a SYSTEM "http://127.0.0.1:9/">'), 'DoctypeForbidden'],
  ['a parameter entity', () => doctype('<!ENTITY % p SYSTEM "file:///etc/passwd">%p;', 'x'), 'DoctypeForbidden'],
  ['an entity nobody declared', () => message.replace('PMNT', '&a;'), 'MalformedXml'],
  ['a reference beyond Unicode', () => message.replace('PMNT', '&#x110000;'), 'MalformedXml'],
  ['a reference to a null', () => message.replace('PMNT', '&#0;'), 'MalformedXml'],
  ['a raw null', () => nul(message), 'MalformedXml'],
  ['a control character', () => message.replace('PMNT', '\u0008'), 'MalformedXml'],
  ['cut in an entry', () => message.slice(0, message.indexOf('</Ntry>')), 'MalformedXml'],
  ['cut in a tag', () => message.slice(0, message.indexOf('</Ntry>') + 4), 'MalformedXml'],
  ['cut at the very end', () => message.slice(0, -1), 'MalformedXml'],
  ['tags that cross', () => message.replace('</Amt><CdtDbtInd>', '<CdtDbtInd></Amt>'), 'MalformedXml'],
  ['two roots', () => message + message.slice(message.indexOf('<Document')), 'MalformedXml'],
  ['text after the root', () => `${message}x`, 'MalformedXml'],
  ['an attribute twice', () => message.replace('Ccy="EUR"', 'Ccy="EUR" Ccy="USD"'), 'MalformedXml'],
  ['an attribute without quotes', () => message.replace('Ccy="EUR"', 'Ccy=EUR'), 'MalformedXml'],
  ['a quote never closed', () => message.replace('Ccy="EUR"', 'Ccy="EUR'), 'MalformedXml'],
  [
    '10⁵ attributes',
    () => inside(`<a ${Array.from({ length: 100_000 }, (_, n) => `b${n}=""`).join(' ')}/>`),
    'XmlTooManyAttributes',
  ],
  ['10⁶ elements in one entry', () => inside('<a/>'.repeat(1_000_000)), 'XmlTooManyElements'],
  [
    '10⁶ elements outside',
    () => message.replace('</GrpHdr>', `</GrpHdr>${'<a/>'.repeat(1_000_000)}`),
    'XmlTooManyElements',
  ],
  ['a text of 5 MB', () => inside(`<a>${'x'.repeat(5_000_000)}</a>`), 'XmlTextTooLong'],
  ['a text of 5 MB in pieces', () => inside(`<a>${'<![CDATA[xxxxx]]>'.repeat(1_000_000)}</a>`), 'XmlTextTooLong'],
  ['a tag of 5 MB', () => inside(`<${'x'.repeat(5_000_000)}/>`), 'XmlTextTooLong'],
  ['a comment of 5 MB', () => inside(`<!--${'x'.repeat(5_000_000)}-->`), 'XmlTextTooLong'],
  [
    '10⁶ empty statements',
    () => camt(['']).replace('</GrpHdr>', `</GrpHdr>${'<Stmt/>'.repeat(1_000_000)}`),
    'TooManyStatements',
  ],
  [
    '200,000 transactions in one entry',
    () => camt([camtStatement({ entries: camtEntry({ transactions: '<TxDtls/>'.repeat(200_000) }) })]),
    'XmlTooManyElements',
  ],
  ['an amount of 40 figures', () => message.replace('120.00', '1'.repeat(40)), 'NoBankEntry'],
  [
    'amounts that are words',
    () => camt([camtStatement({ entries: camtEntry({ amount: 'NaN' }) + entry })]),
    'camt 1 BankEntryLeftOut',
  ],
  [
    'a thousand bad amounts',
    () => camt([camtStatement({ entries: camtEntry({ amount: 'x' }).repeat(1_000) + entry })]),
    'camt 1 BankEntryLeftOut MoreOfTheSame',
  ],
  ['no statement', () => camt([]), 'NoBankStatement'],
  ['an encoding that lies', () => Buffer.from(inside('<AddtlNtryInf>é</AddtlNtryInf>'), 'latin1'), 'WrongEncoding'],
  ['UTF-7', () => message.replace('UTF-8', 'UTF-7'), 'UnknownEncoding'],
  ['UTF-16 that is what it says', () => wide(message.replace('UTF-8', 'UTF-16')), 'camt 1'],
  ['UTF-16 cut in a character', () => wide(message.replace('UTF-8', 'UTF-16')).subarray(0, 1_001), 'WrongEncoding'],
  [
    'one reference for all',
    () =>
      camt([
        camtStatement({
          entries: camtEntry({ reference: 'R', transactions: camtTransaction({ endToEnd: 'E' }) }).repeat(100),
        }),
      ]),
    'camt 100',
  ],
];

const record = cfonbRecord({ cents: 5 });
const cfonbSamples: Sample[] = [
  [
    '200 details and more',
    () => cfonb([record, ...Array.from({ length: 5_000 }, () => cfonbDetail('LIB', 'X'))]),
    'cfonb120 1',
  ],
  ['a null', () => cfonb([record.replace(' ', '\0')]), 'NulByte'],
  [
    'records too short',
    () =>
      cfonb([record])
        .split('\n')
        .map((line) => line.slice(0, 60))
        .join('\n'),
    'NoBankEntry',
  ],
  [
    'records too long',
    () =>
      cfonb([record])
        .split('\n')
        .map((line) => `${line}XXXX`)
        .join('\n'),
    'UnknownFormat',
  ],
  ['half a record', () => cfonb([record]).slice(0, 200), 'NoBankEntry'],
  ['a line of 3 MB', () => `${cfonb([record])}${'0'.repeat(3_000_000)}`, 'LineTooLong'],
  ['50,001 empty statements', () => cfonb([]).repeat(50_001), 'TooManyStatements'],
  [
    '50,000 unknown records',
    () => `${cfonb([record])}${`XX${'-'.repeat(118)}\n`.repeat(50_000)}`,
    'cfonb120 1 UnknownRecord MoreOfTheSame',
  ],
  ['CFONB 240', () => `31${'0'.repeat(238)}\n39${'0'.repeat(238)}\n`, 'Cfonb240'],
  ['UTF-16', () => wide(cfonb([record])), 'cfonb120 1'],
  [
    'a label of no encoding',
    () => Buffer.from(cfonb([cfonbRecord({ cents: 5, label: '\u0081\u008d' })]), 'latin1'),
    'cfonb120 1',
  ],
];

const paid = { TRNTYPE: 'CREDIT', DTPOSTED: '20260302', TRNAMT: '1.00', FITID: '1', NAME: 'A' };
const one = ofxTransaction(paid);
const ofxSamples: Sample[] = [
  ['200,000 levels', () => ofx({ list: '<A>'.repeat(200_000) + one }), 'ofx 1'],
  ['a DOCTYPE', () => ofx({ list: one }).replace('<OFX>', '<OFX><!DOCTYPE x [<!ENTITY a "b">]>'), 'ofx 1'],
  ['an entity nobody declared', () => ofx({ list: ofxTransaction({ ...paid, NAME: '&xxe;' }) }), 'ofx 1'],
  ['a null', () => nul(ofx({ list: one })), 'NulByte'],
  ['a memo of 3 MB', () => ofx({ list: ofxTransaction({ ...paid, MEMO: 'x'.repeat(3_000_000) }) }), 'CellTooLong'],
  ['a tag of 3 MB', () => ofx({ list: `<${'x'.repeat(3_000_000)}>` }), 'CellTooLong'],
  ['a thousand times one identifier', () => ofx({ list: one.repeat(1_000) }), 'ofx 1000 RepeatedEntryId MoreOfTheSame'],
  ['an amount of 40 figures', () => ofx({ list: ofxTransaction({ ...paid, TRNAMT: '9'.repeat(40) }) }), 'NoBankEntry'],
  ['10⁶ empty statements', () => `OFXHEADER:100\n\n<OFX>${'<STMTRS>'.repeat(1_000_000)}`, 'TooManyStatements'],
  [
    '10⁵ values in one transaction',
    () =>
      ofx({
        list: ofxTransaction({
          ...paid,
          ...Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`V${n}`, 'x'])),
        }),
      }),
    'ofx 1',
  ],
  ['cut in the first tag', () => 'OFXHEADER:100\nDATA:OFXSGML\n\n<OF', 'NoBankStatement'],
  ['a header and nothing', () => 'OFXHEADER:100\nDATA:OFXSGML\n', 'NoBankStatement'],
];

const swift = ':61:260302C1,NMSC';
const swiftSamples: Sample[] = [
  [
    'a field of 10⁶ lines',
    () => mt940([swift, `:86:${'x\n'.repeat(1_000_000)}`], undefined, 'C260303EUR101,'),
    'mt940 1',
  ],
  ['a line of 3 MB', () => mt940([`:86:${'x'.repeat(3_000_000)}`]), 'LineTooLong'],
  ['a null', () => nul(mt940([swift])), 'NulByte'],
  ['50,001 empty statements', () => ':20:A\n:25:1\n'.repeat(50_001), 'TooManyStatements'],
  ['an amount of 40 figures', () => mt940([`:61:260302C${'1'.repeat(40)},NMSC`]), 'NoBankEntry'],
  ['a movement that is none', () => mt940([':61:x', swift], undefined, 'C260303EUR101,'), 'mt940 1 BankEntryLeftOut'],
  ['balances that are none', () => mt940([swift], 'x', 'y'), 'mt940 1 UnknownRecord'],
  ['cut in a movement', () => mt940([swift]).slice(0, 84), 'NoBankEntry'],
  ['an envelope of envelopes', () => `${'{1:'.repeat(10_000)}:20:A\n:25:1\n${swift}\n`, 'UnknownFormat'],
];

const header = 'Date;Libellé;Débit;Crédit\n';
const csvSamples: Sample[] = [
  ['a quote never closed', () => `${header}02/03/2026;"A;1,00;\n03/03/2026;B;1,00;\n`, 'UnclosedQuote'],
  ['a line of 3 MB', () => `${header}02/03/2026;${'x'.repeat(3_000_000)};1,00;\n`, 'LineTooLong'],
  ['a cell of 100,000 characters', () => `${header}02/03/2026;${'x'.repeat(100_000)};1,00;\n`, 'CellTooLong'],
  ['10⁵ columns', () => `${header}02/03/2026;A;1,00;${';'.repeat(100_000)}\n`, 'TooManyColumns'],
  ['a null', () => `${header}02/03/2026;A\0;1,00;\n`, 'NulByte'],
  ['an amount of 40 figures', () => `${header}02/03/2026;A;${'1'.repeat(40)};\n`, 'NoBankEntry'],
  [
    '10⁵ lines that say nothing',
    () => `${header}02/03/2026;A;1,00;\n${'x;y;z;\n'.repeat(100_000)}`,
    'bank-csv 1 BankLayoutGuessed BankEntryLeftOut MaskedAccount MoreOfTheSame',
  ],
  ['formulas', () => `${header}02/03/2026;=cmd|'/C calc'!A0;1,00;\n`, 'bank-csv 1 BankLayoutGuessed MaskedAccount'],
  ['a header alone', () => header, 'bank-csv 0 BankLayoutGuessed MaskedAccount'],
  ['UTF-16', () => wide(`${header}02/03/2026;A;1,00;\n`), 'bank-csv 1 BankLayoutGuessed MaskedAccount'],
  [
    'an account on each of 50,001 lines',
    () =>
      `dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance\n${Array.from({ length: 50_001 }, (_, n) => `2026-03-02;;A;;;;-1,00;;${10_000_000 + n};;\n`).join('')}`,
    'TooManyStatements',
  ],
];

describe.each([
  ['CAMT', camtSamples],
  ['CFONB 120', cfonbSamples],
  ['OFX', ofxSamples],
  ['MT940', swiftSamples],
  ['CSV', csvSamples],
])('%s', (_format, samples) => {
  it.each(samples)('%s', async (_name, make, expected) => {
    expect(await verdict(make())).toBe(expected);
  });

  it('an honest file is read after all these', async () => {
    expect(await verdict(message)).toBe('camt 1');
  });
});
