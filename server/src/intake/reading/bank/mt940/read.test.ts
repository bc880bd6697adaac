/** MT940 and MT942: each trap, with small files of our own. */

import { describe, expect, it } from 'vitest';
import { readFile } from '../../read-file.ts';
import type { BankEntry, BankStatement, ReadResult } from '../../result.ts';
import { ACCOUNT, mt940, PAYER_IBAN } from '../testing/statements.ts';

const read = (file: string): Promise<ReadResult> => readFile(Buffer.from(file), { name: 'releve.sta' });
const codes = ({ doubts }: ReadResult): string[] => doubts.map(({ code }) => code);
const statement = async (file: string): Promise<BankStatement> => (await read(file)).statements![0]!;
const entries = async (file: string): Promise<BankEntry[]> =>
  ((await read(file)).statements ?? []).flatMap((one) => one.entries);

describe('MT940', () => {
  it('reads the structured words of an operation, cut where lines end', async () => {
    const file = mt940(
      [
        ':61:2603020303C1234,5NTRFNONREF//BK1',
        `:86:166?00VIREMENT?20EREF+E2E-1?21SVWZ+FACTURE 2026?22-014?32SARL EXEMPLE?38${PAYER_IBAN}`,
      ],
      'C260301EUR100,00',
      'C260303EUR1334,50',
    );
    const [one] = (await read(file)).statements ?? [];
    expect(one).toMatchObject({
      iban: ACCOUNT,
      number: '1/1',
      balanced: true,
      from: '2026-03-01',
      until: '2026-03-03',
    });
    expect(one?.entries).toMatchObject([
      {
        on: '2026-03-03',
        valueOn: '2026-03-02',
        amountCents: 123_450,
        counterparty: 'SARL EXEMPLE',
        counterpartyIban: PAYER_IBAN,
        endToEndId: 'E2E-1',
        remittance: ['FACTURE 2026-014'],
        bankReference: 'BK1',
        operation: 'NTRF',
      },
    ]);
  });

  it('reads words between slashes, and free text', async () => {
    const file = mt940([
      ':61:260302C10,NTRFNONREF',
      ':86:/EREF/E-9/NAME/DUPONT',
      ' SARL/REMI/FACT 9',
      ':61:260302C1,NTRFNONREF',
      ':86:VIR SEPA RECU DE SARL EXEMPLE',
      'FACTURE 2026-014',
    ]);
    expect(await entries(file)).toMatchObject([
      { counterparty: 'DUPONT SARL', endToEndId: 'E-9', remittance: ['FACT 9'] },
      { counterparty: 'SARL EXEMPLE', remittance: ['FACTURE 2026-014'] },
    ]);
  });

  it.each([
    ['C', 100, false],
    ['D', -100, false],
    ['RC', -100, true],
    ['RD', 100, true],
  ])('gives %s its sign', async (mark, cents, reversal) => {
    const [entry] = await entries(mt940([`:61:260302${mark}1,NMSC`]));
    expect([entry?.amountCents, entry?.reversal ?? false]).toEqual([cents, reversal]);
  });

  it.each([
    ['a value day without day of entry', ':61:260302C1,00NMSC', '2026-03-02', '2026-03-02', []],
    ['30 February', ':61:2602300301C1,00NMSC', '2026-03-01', undefined, ['BankDateInvalid']],
    ['the turn of the year', ':61:2601021231C1,00NMSC', '2025-12-31', '2026-01-02', []],
    ['the other turn', ':61:2512310102C1,00NMSC', '2026-01-02', '2025-12-31', []],
    ['a third letter of the currency', ':61:260302CR1,00NMSC', '2026-03-02', '2026-03-02', []],
  ])('%s', async (_name, line, on, valueOn, expected) => {
    const result = await read(mt940([line], 'C260301EUR100,00', 'C260303EUR101,00'));
    const [entry] = result.statements?.[0]?.entries ?? [];
    expect([entry?.on, entry?.valueOn, codes(result)]).toEqual([on, valueOn, expected]);
  });

  it('takes intermediate balances, doubts a sum that is wrong and a statement without end', async () => {
    const file = mt940([':61:260302C1,NMSC'], 'D260301EUR100,00', 'D260303EUR99,00');
    expect(await statement(file.replace(':60F:', ':60M:').replace(':62F:', ':62M:'))).toMatchObject({
      openingCents: -10_000,
      closingCents: -9_900,
      balanced: true,
    });
    expect(codes(await read(file.replace('99,00', '98,00')))).toEqual(['StatementUnbalanced']);
    expect(codes(await read(mt940([':61:260302C1,NMSC'])))).toEqual(['StatementNotClosed']);
  });

  it('reads MT942 in its SWIFT envelope, without balances', async () => {
    const file =
      '{1:F01BNPAFRPPXXX}{2:O9420803}{4:\r\n:20:R\r\n:25:30006/12345\r\n:28C:1\r\n:34F:EUR0,\r\n:13D:2603021200+0100\r\n:61:2603020302C5,NTRFABC\r\n:86:VIREMENT DE M MARTIN\r\n-}';
    const result = await read(file);
    expect(codes(result)).toEqual([]);
    expect(result.statements).toMatchObject([{ account: '30006/12345', currency: 'EUR', until: '2026-03-02' }]);
    expect(result.statements?.[0]?.entries).toMatchObject([{ counterparty: 'M MARTIN', endToEndId: 'ABC' }]);
  });

  it('reads several statements of several accounts, and a line after the end mark', async () => {
    const one = mt940([':61:260302C1,NMSC'], 'C260301EUR0,', 'C260301EUR3,');
    const result = await read(`${one}:61:260302C2,NMSC\r\n${one}`);
    expect(result.statements?.map(({ creditsCents }) => creditsCents)).toEqual([300, 100]);
  });
});
