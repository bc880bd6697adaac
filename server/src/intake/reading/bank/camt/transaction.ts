/** One transaction (`TxDtls`) of a CAMT entry: who, with which reference and words, and why it came back. */

import { ibanText } from '../../identifiers.ts';
import { type BankDetail, withDefined } from '../../result.ts';
import type { XmlElement } from '../../xml/parse-xml.ts';
import { text, texts } from '../../xml/select.ts';
import { isoReason } from '../reject-reasons.ts';
import { isNotProvided, oneLine, provided } from '../words.ts';
import { child, signedAmount } from './amounts.ts';

/** The account the statement is about, to tell the other party from us. */
export interface Side {
  incoming: boolean;
  reversal: boolean;
  ownAccount: string | undefined;
}

export interface Transaction extends BankDetail {
  /** The bank's own words. */
  words?: string;
  bankReference?: string;
  operation?: string;
}

export function readTransaction(element: XmlElement, side: Side, limit: number): Transaction {
  const refs = child(element, 'Refs');
  const returned = child(element, 'RtrInf');
  const reason =
    returned === undefined
      ? undefined
      : isoReason(text(returned, ['Rsn/Cd', 'Rsn/Prtry', 'OrgnlBkTxCd/Prtry/Cd']), text(returned, ['AddtlInf']));
  return withDefined<Transaction>({
    amountCents: amountOf(element, limit, side.incoming),
    ...counterparty(element, side),
    endToEndId: refs === undefined ? undefined : provided(text(refs, ['EndToEndId'])),
    mandateId: refs === undefined ? undefined : provided(text(refs, ['MndtId'])),
    bankReference: refs === undefined ? undefined : provided(text(refs, ['AcctSvcrRef'])),
    rejectReason: reason,
    words: text(element, ['AddtlTxInf']),
    remittance: remittance(element),
  });
}

/** Where a party of a transaction is named; written once, as a long statement asks for them at every line. */
const pathsOf = (role: 'Dbtr' | 'Cdtr') => ({
  iban: [`${role}Acct/Id/IBAN`],
  account: [`${role}Acct/Id/Othr/Id`],
  name: [`${role}/Nm`, `${role}/Pty/Nm`, `Ultmt${role}/Nm`, `Ultmt${role}/Pty/Nm`, `${role}/Agt/FinInstnId/Nm`],
});
const PAYER_FIRST = [pathsOf('Dbtr'), pathsOf('Cdtr')];
const PAYEE_FIRST = [...PAYER_FIRST].reverse();

/** The other party: the payer of what we received, the payee of what we paid; the other way round for a reversal. */
function counterparty(element: XmlElement, side: Side): { counterparty?: string; counterpartyIban?: string } {
  const parties = child(element, 'RltdPties');
  if (parties === undefined) return {};
  const payerFirst = side.incoming !== side.reversal;
  for (const paths of payerFirst ? PAYER_FIRST : PAYEE_FIRST) {
    const iban = text(parties, paths.iban);
    const account = iban ?? text(parties, paths.account);
    const name = text(parties, paths.name);
    // Some banks write us beside the other party: whoever holds our account is not the other one.
    if (account !== undefined && side.ownAccount !== undefined && ibanText(account) === side.ownAccount) continue;
    if (name === undefined && iban === undefined) continue;
    return withDefined<{ counterparty?: string; counterpartyIban?: string }>({
      counterparty: name === undefined || isNotProvided(name) ? undefined : oneLine(name),
      counterpartyIban: iban === undefined ? undefined : ibanText(iban),
    });
  }
  return {};
}

/** Free words first, then the references of a structured remittance. */
function remittance(element: XmlElement): string[] {
  const info = child(element, 'RmtInf');
  if (info === undefined) return [];
  const free = texts(info, ['Ustrd']);
  const structured = info.children
    .filter(({ name }) => name === 'Strd')
    .flatMap((one) => [
      ...texts(one, ['CdtrRefInf/Ref', 'CdtrRefInf/CdtrRef']),
      ...texts(one, ['RfrdDocInf/Nb', 'RfrdDocInf/RfrdDocNb']),
      ...texts(one, ['AddtlRmtInf']),
    ]);
  return [...free, ...structured].map(oneLine).filter((line) => !isNotProvided(line));
}

function amountOf(element: XmlElement, limit: number, incoming: boolean): number | undefined {
  const own = child(element, 'Amt') === undefined ? child(child(element, 'AmtDtls') ?? element, 'TxAmt') : element;
  if (own === undefined) return undefined;
  const { cents } = signedAmount(own, limit);
  if (typeof cents === 'number') return child(own, 'CdtDbtInd') === undefined && !incoming ? -Math.abs(cents) : cents;
  if (cents !== 'MissingSign') return undefined;
  // Without a side of its own, a transaction goes the way of its entry.
  const amount: XmlElement = {
    name: 'CdtDbtInd',
    attributes: new Map(),
    children: [],
    text: incoming ? 'CRDT' : 'DBIT',
  };
  const signed = signedAmount({ ...own, children: [...own.children, amount] }, limit).cents;
  return typeof signed === 'number' ? signed : undefined;
}
