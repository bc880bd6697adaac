/** The bank formats as the readers try them: how each shows itself, and what reads it. */

import type { PieceFormat } from '../formats.ts';
import { looksLikeXml, xmlFormat } from '../invoice/read-xml.ts';
import type { Head } from '../pieces/head.ts';
import { tableFormat } from '../table/table-format.ts';
import { CamtReader } from './camt/read.ts';
import { Cfonb120Reader } from './cfonb120/read.ts';
import { RECORD_LENGTH } from './cfonb120/records.ts';
import { findBankLayout } from './csv/layout.ts';
import { BankCsvReader } from './csv/read.ts';
import { Mt940Reader } from './mt940/read.ts';
import { OfxReader } from './ofx/read.ts';

/** A CFONB record: its code, then a bank of five figures (blank in a few) and what follows it. */
const CFONB_RECORD = /^0[1457][\d ]{5}[\dA-Z ]{4}/;
/** Up to the day of a record: what an editor that strips blanks leaves of a balance cut short. */
const SHORTEST_RECORD = 40;
const CFONB_240 = /^31\d{2}.{200}/;

function firstLine(head: Head): string {
  return (
    head
      .text()
      .split('\n')
      .find((line) => line.trim() !== '') ?? ''
  );
}

const cfonb120: PieceFormat = {
  format: 'cfonb120',
  recognises(head) {
    const first = firstLine(head);
    if (CFONB_240.test(first) && first.trimEnd().length > 200 && first.length <= 241) return true;
    if (!CFONB_RECORD.test(first) || first.trimEnd().length < SHORTEST_RECORD) return false;
    if (first.length > 121) return /^0[1457]\d{5}/.test(first.slice(120)) || first.length % 120 === 0;
    const records = head
      .text()
      .split('\n')
      .filter((line) => line.trim() !== '');
    const known = records.filter((line) => CFONB_RECORD.test(line) && line.length <= 121).length;
    return first.length === RECORD_LENGTH || known * 2 > records.length;
  },
  open: (context, head) =>
    new Cfonb120Reader(context, firstLine(head).length > 121 && !CFONB_240.test(firstLine(head))),
};

const camt: PieceFormat = {
  format: 'camt',
  recognises: (head) => looksLikeXml(head.bytes) && xmlFormat(head.root()) === 'camt',
  open: (context) => new CamtReader(context),
};

const ofx: PieceFormat = {
  format: 'ofx',
  recognises(head) {
    const start = head.text().slice(0, 8_000);
    return (
      /^\s*OFXHEADER\s*:/i.test(start) || /^\s*(?:<[?!][^>]*>\s*)*<OFX>/i.test(start) || /^\s*<\?OFX\b/i.test(start)
    );
  },
  open: (context) => new OfxReader(context),
};

/** The reference of a SWIFT message, perhaps after its envelope, and one of the fields of a statement. */
const mt940: PieceFormat = {
  format: 'mt940',
  recognises(head) {
    const start = head.text().slice(0, 20_000);
    return /^(?:\{[1-4]:.*)?:(?:20|25):/m.test(start) && /^:(?:25P?|60[FM]|61|62[FM]|28C?|34F):/m.test(start);
  },
  open: (context) => new Mt940Reader(context),
};

/** A table whose columns are those of an account; a ledger that a person described stays one. */
const bankCsv: PieceFormat = {
  format: 'bank-csv',
  recognises(head, options) {
    if (options.bankMapping !== undefined) return true;
    if (options.mapping !== undefined || looksLikeXml(head.bytes)) return false;
    const rows = head.rows();
    return tableFormat(rows) !== 'fec' && findBankLayout(rows, options) !== undefined;
  },
  open: (context, head) => new BankCsvReader(context, head),
};

export const bankFormats: readonly PieceFormat[] = [camt, cfonb120, ofx, mt940, bankCsv];
