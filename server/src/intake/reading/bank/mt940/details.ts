/**
 * Field :86: of MT940: the words of an operation. Three ways of writing it are known (German `?20…?29`, Dutch and French
 * `/EREF/ /REMI/ /NAME/`, SEPA words `EREF+ SVWZ+`), and free text.
 */

import { ibanText, isIban } from '../../identifiers.ts';
import { type BankEntry, withDefined } from '../../result.ts';
import { isNotProvided, labelWords, oneLine, provided } from '../words.ts';

export type Information = Pick<BankEntry, 'label' | 'remittance'> &
  Partial<
    Pick<BankEntry, 'counterparty' | 'counterpartyIban' | 'endToEndId' | 'mandateId' | 'reversal' | 'rejectReason'>
  >;

/** Words by which SEPA texts name their parts, in German banks' :86:. */
const SEPA_PART = /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|PURP|RTRN)\+/;
const SLASH_PART =
  /\/(EREF|REMI|NAME|IBAN|BIC|MARF|CSID|BENM|ORDP|CNTP|TRTP|ISDT|RTRN|TRCD|OCMT|CHGS|PURP|ULTC|ULTD|ULTB|ID|ADDR|USTD|STRD|PREF|SVCL|RETN|INIT|DEBT|CRED)\//;

/** What the lines of :86: say; `supplement` is the second line of :61:, used when :86: says nothing. */
export function readInformation(lines: readonly string[], supplement: string): Information {
  const whole = lines.join('');
  const fields = germanFields(lines);
  if (fields !== undefined) return fromGerman(fields);
  if (SLASH_PART.test(whole) && whole.split(SLASH_PART).length > 3) return fromSlashes(whole, lines);
  const label = oneLine(lines.join(' ')) || oneLine(supplement);
  const words = labelWords(label);
  return { label, ...words };
}

/** `020?00VIREMENT?20…`: the code of the operation, a separator, then numbered fields; undefined when it is not that. */
function germanFields(lines: readonly string[]): Map<string, string> | undefined {
  const whole = lines.join('');
  const start = /^\s*\d{0,3}([?~<>!#@])(?=\d\d)/.exec(whole);
  if (start === null) return undefined;
  const mark = start[1]!;
  const found = new Map<string, string>();
  // A field code may be cut by the end of a line, and some banks put a space after it.
  for (const part of whole.slice(start[0].length - 1).split(mark)) {
    const code = /^\s?(\d\d)/.exec(part);
    if (code === null || found.size >= 100) continue;
    found.set(code[1]!, `${found.get(code[1]!) ?? ''}${part.slice(code[0].length)}`);
  }
  return found.size > 0 ? found : undefined;
}

function fromGerman(fields: ReadonlyMap<string, string>): Information {
  const range = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, index) => fields.get(String(from + index)) ?? '').filter(
      (text) => text.trim() !== '',
    );
  const texts = [...range(20, 29), ...range(60, 63)];
  const sepa = sepaParts(texts.join(''));
  const name = oneLine(range(32, 33).join(range(32, 32)[0]?.length === 27 ? '' : ' '));
  const iban = [fields.get('38'), fields.get('31'), sepa?.get('IBAN')].map((one) => ibanText(one ?? '')).find(isIban);
  const remittance =
    sepa === undefined ? texts.map(oneLine).filter((text) => text !== '') : [oneLine(sepa.get('SVWZ') ?? '')];
  const kept = remittance.filter((text) => text !== '' && !isNotProvided(text));
  const kind = oneLine(fields.get('00') ?? '');
  const words = labelWords(kind);
  return withDefined<Information>({
    label: oneLine([kind, ...kept, name].filter((part) => part !== '').join(' ')),
    remittance: kept,
    counterparty: name === '' ? (sepa?.get('ABWA') ?? words.counterparty) : name,
    counterpartyIban: iban,
    endToEndId: provided(sepa?.get('EREF')),
    mandateId: provided(sepa?.get('MREF')),
    reversal: words.reversal,
    rejectReason: words.rejectReason,
  });
}

function sepaParts(text: string): Map<string, string> | undefined {
  if (!SEPA_PART.test(text)) return undefined;
  const parts = text.split(SEPA_PART);
  const found = new Map<string, string>();
  for (let index = 1; index < parts.length; index += 2) found.set(parts[index]!, (parts[index + 1] ?? '').trim());
  return found;
}

function fromSlashes(whole: string, lines: readonly string[]): Information {
  const parts = whole.split(SLASH_PART);
  const found = new Map<string, string>();
  for (let index = 1; index < parts.length; index += 2) {
    const value = oneLine((parts[index + 1] ?? '').replace(/^\/+|\/+$/g, ''));
    if (value !== '' && !found.has(parts[index]!)) found.set(parts[index]!, value);
  }
  const remittance = ['REMI', 'USTD', 'STRD'].flatMap((part) => {
    const value = found.get(part)?.replace(/^(?:USTD|STRD)\/+/, '');
    return value === undefined || isNotProvided(value) ? [] : [value];
  });
  const iban = ibanText(found.get('IBAN') ?? '');
  const returned = found.get('RTRN') ?? found.get('RETN');
  return withDefined<Information>({
    label: oneLine(lines.join(' ')),
    remittance,
    counterparty: found.get('NAME') ?? found.get('BENM') ?? found.get('ORDP'),
    counterpartyIban: isIban(iban) ? iban : undefined,
    endToEndId: provided(found.get('EREF')),
    mandateId: provided(found.get('MARF')),
    reversal: returned === undefined ? undefined : true,
    rejectReason: returned,
  });
}
