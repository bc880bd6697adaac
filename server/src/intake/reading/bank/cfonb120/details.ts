/** Complementary records (05) of CFONB 120: each says one thing about the movement before it, named by a qualifier. */

import { ibanText, isIban } from '../../identifiers.ts';
import { type BankEntry, withDefined } from '../../result.ts';
import { isNotProvided, type LabelWords, provided } from '../words.ts';
import type { DetailRecord } from './records.ts';

/** Length of the first of the two halves of a text: references stand in one, their purpose or type in the other. */
const HALF = 35;
const FULL = 70;

/** Qualifiers that say who, with which account, or which amount: they are no words of the payer. */
const TECHNICAL = new Set(['IPY', 'IBE', 'IPO', 'IBU', 'MMO', 'FEE', 'BPY', 'BBE', 'CPY', 'CBE', 'NPO', 'NBU', 'TYP']);

/**
 * What the details of a movement add to its entry: NPY names the payer and NBE the payee, LCC, LC2 and LIB hold the
 * words of the payer, RCN the end-to-end reference, RUM the mandate.
 */
export function readDetails(
  details: readonly DetailRecord[],
  incoming: boolean,
  fromLabel: LabelWords,
): Pick<BankEntry, 'remittance'> & Partial<BankEntry> {
  const first = (...qualifiers: string[]): string | undefined => {
    for (const wanted of qualifiers) {
      const found = details.find(({ qualifier, text }) => qualifier === wanted && text.trim() !== '');
      if (found !== undefined) return found.text.trim();
    }
    return undefined;
  };
  const reference = provided(first('RCN')?.slice(0, HALF).trim());
  const account = incoming ? first('CPY', 'CBE') : first('CBE', 'CPY');
  const iban = account === undefined ? '' : ibanText(account.split(/\s{2,}/)[0] ?? '');
  const remittance = words(details);
  return withDefined<Pick<BankEntry, 'remittance'> & Partial<BankEntry>>({
    counterparty: (incoming ? first('NPY', 'NPO', 'NBE') : first('NBE', 'NBU', 'NPY')) ?? fromLabel.counterparty,
    counterpartyIban: isIban(iban) ? iban : fromLabel.counterpartyIban,
    endToEndId: reference ?? fromLabel.endToEndId,
    mandateId: provided(first('RUM')?.slice(0, HALF).trim()) ?? fromLabel.mandateId,
    remittance: remittance.length > 0 ? remittance : fromLabel.remittance,
  });
}

function words(details: readonly DetailRecord[]): string[] {
  const found: string[] = [];
  let previous = '';
  for (const { qualifier, text } of details) {
    const line = text.trim();
    if (line === '' || TECHNICAL.has(qualifier) || ['NPY', 'NBE', 'RCN', 'RUM'].includes(qualifier)) continue;
    if (qualifier === 'LC2' && previous !== '') {
      // The second half of one text of 140 characters: a full first half is cut inside a word.
      found[found.length - 1] = `${found.at(-1)}${previous.length >= FULL ? '' : ' '}${line}`;
    } else if (!isNotProvided(line)) found.push(qualifier === 'REF' ? line.slice(0, HALF).trim() : line);
    previous = qualifier === 'LCC' ? text : '';
  }
  return found.filter((line) => line !== '' && !isNotProvided(line));
}
