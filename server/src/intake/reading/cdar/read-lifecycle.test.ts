import { describe, expect, it } from 'vitest';
import { cefactTime } from '../calendar.ts';
import { readFile } from '../read-file.ts';
import { amountsXml, lifecycleXml, type MadeLifecycle, reasonXml } from '../testing/lifecycles.ts';

const read = (made: MadeLifecycle = {}) => readFile(Buffer.from(lifecycleXml(made)), { name: 'statut.xml' });

describe('a lifecycle message', () => {
  it('says who decided what of which invoice, and when', async () => {
    const result = await read();
    expect(result).toMatchObject({ format: 'cdar', status: 'read', doubts: [] });
    expect(result.lifecycle).toEqual({
      messageId: 'M-1',
      businessProcess: 'REGULATED',
      profile: 'urn.cpro.gouv.fr:1p0:CDV:invoice',
      issuedAt: '2026-03-15T09:45:00',
      statusAt: '2026-03-15T09:30:00',
      phaseCode: '23',
      multiple: false,
      issuerRole: 'BY',
      issuer: {
        name: 'Lumière SA',
        legalId: '552100554',
        legalIdScheme: '0002',
        identifiers: [{ scheme: '0002', value: '552100554' }],
        role: 'BY',
      },
      sender: { role: 'WK' },
      recipients: [
        {
          legalId: '732829320',
          legalIdScheme: '0002',
          identifiers: [{ scheme: '0002', value: '732829320' }],
          role: 'SE',
        },
        { identifiers: [{ scheme: '0238', value: '0000' }], role: 'DFH' },
      ],
      references: [
        {
          invoice: 'F-42',
          issuerLegalId: '732829320',
          invoicedOn: '2026-03-01',
          typeCode: '380',
          receivedAt: '2026-03-01T10:15:00',
          status: '205',
          statusCode: '47',
          label: 'Approuvée',
          at: '2026-03-15T09:30:00',
          reasons: [],
        },
      ],
    });
  });

  it('adds up the money of each rate of VAT, and keeps apart what is left', async () => {
    const details =
      amountsXml([
        ['MEN', '120.00', '20.00'],
        ['MEN', '55', '10.00'],
      ]) + amountsXml([['RAP', '25.5']]);
    const { lifecycle } = await read({ role: 'SE', references: [{ status: '212', details }] });
    expect(lifecycle?.references[0]).toMatchObject({ status: '212', amountCents: 17_500, leftCents: 2_550 });
  });

  it('keeps what is announced, approved and contested in their own fields', async () => {
    const announced = await read({ references: [{ status: '211', details: amountsXml([['MPA', '12000']]) }] });
    expect(announced.lifecycle?.references[0]?.amountCents).toBe(1_200_000);
    const details = amountsXml([
      ['MAPTTC', '900.00'],
      ['MNATTC', '300.00'],
      ['MNA', '250.00'],
    ]);
    const partial = await read({ references: [{ status: '206', details }] });
    const [reference] = partial.lifecycle?.references ?? [];
    expect(reference).toMatchObject({ approvedCents: 90_000, contestedCents: 30_000 });
    expect(reference).not.toHaveProperty('amountCents');
  });

  it('leaves out a sum that one amount makes uncertain, and says why', async () => {
    const vague = await read({
      references: [
        {
          status: '212',
          details: amountsXml([
            ['MEN', '120.00'],
            ['MEN', 'beaucoup'],
          ]),
        },
      ],
    });
    expect(vague.lifecycle?.references[0]).not.toHaveProperty('amountCents');
    expect(vague.doubts.map(({ code }) => code)).toEqual(['InvalidAmount']);
    const dollars = await read({ references: [{ status: '212', details: amountsXml([['MEN', '10.00']], 'USD') }] });
    expect(dollars.lifecycle?.references[0]).not.toHaveProperty('amountCents');
    expect(dollars.doubts.map(({ code }) => code)).toEqual(['StatusInForeignCurrency']);
  });

  it('keeps every reason, with what is asked for', async () => {
    const details = reasonXml('QTE_ERR', 'Quantité erronée', 'CNP') + reasonXml('CMD_ERR', 'Commande erronée');
    const { lifecycle } = await read({ references: [{ status: '207', label: 'En_litige', details }] });
    expect(lifecycle?.references[0]?.reasons).toEqual([
      { code: 'QTE_ERR', text: 'Quantité erronée', action: 'CNP' },
      { code: 'CMD_ERR', text: 'Commande erronée' },
    ]);
  });

  it('keeps an unknown code as it is, and names a known one that comes without its label', async () => {
    const { lifecycle } = await read({
      references: [
        { status: '742', label: null },
        { invoice: 'F-43', status: '209', label: null },
      ],
    });
    expect(lifecycle?.multiple).toBe(true);
    expect(lifecycle?.references.map(({ status, label }) => [status, label])).toEqual([
      ['742', '742'],
      ['209', 'Complétée'],
    ]);
  });

  it('takes the time of the message when the status has none, and refuses one that has neither', async () => {
    const late = await read({ statusAt: null });
    expect(late.lifecycle?.references[0]?.at).toBe('2026-03-15T09:45:00');
    expect(late.doubts.map(({ code }) => code)).toEqual(['MissingStatusTime']);
    const never = await read({ statusAt: '20260231000000', issuedAt: 'demain' });
    expect(never.refusal?.code).toBe('LifecycleWithoutTime');
  });

  it('says when the number or the status of an invoice is missing', async () => {
    const { doubts, lifecycle } = await read({ references: [{ invoice: '', status: '', label: null }] });
    expect(doubts.map(({ code }) => code)).toEqual(['MissingNumber', 'MissingStatus']);
    expect(lifecycle?.references).toHaveLength(1);
  });

  it('refuses a message that speaks of no invoice', async () => {
    expect((await read({ references: [] })).refusal?.code).toBe('LifecycleWithoutInvoice');
  });

  it('reads a message of very many invoices, up to the limit of rows', async () => {
    const references = Array.from({ length: 400 }, (_, n) => ({ invoice: `F-${n}` }));
    const bytes = Buffer.from(lifecycleXml({ references }));
    const few = { xmlElements: 200 };
    expect((await readFile(bytes, { limits: few })).lifecycle?.references).toHaveLength(400);
    expect((await readFile(bytes, { limits: { ...few, rows: 399 } })).refusal?.code).toBe('XmlTooManyElements');
  });
});

describe('a hostile message', () => {
  const honest = lifecycleXml();
  const opened = honest.slice(0, honest.indexOf('<rsm:AcknowledgementDocument>'));
  it.each([
    ['a DOCTYPE', honest.replace('<!-- made for a test -->', '<!DOCTYPE x [<!ENTITY a "b">]>'), 'DoctypeForbidden'],
    ['200,000 levels', `${opened}${'<a>'.repeat(200_000)}`, 'XmlTooDeep'],
    ['an end that is missing', honest.slice(0, -60), 'MalformedXml'],
    ['a text of 2 MB', lifecycleXml({ references: [{ label: 'x'.repeat(2_000_000) }] }), 'XmlTextTooLong'],
  ])('%s ends in a named verdict', async (_, xml, code) => {
    expect(await readFile(Buffer.from(xml))).toMatchObject({ format: 'cdar', status: 'refused', refusal: { code } });
  });

  it('an amount beyond all measure is doubted and left out, alone or added up', async () => {
    const most = '999999999999.99';
    const sums = Array.from({ length: 3 }, () => ['MEN', most] as const);
    const { lifecycle, doubts } = await read({ references: [{ status: '212', details: amountsXml(sums) }] });
    expect(lifecycle?.references[0]).not.toHaveProperty('amountCents');
    expect(doubts.map(({ code }) => code)).toEqual(['AmountOutOfRange']);
  });
});

describe('a time of UN/CEFACT', () => {
  it.each([
    ['20260315093000', '2026-03-15T09:30:00'],
    ['202603150930', '2026-03-15T09:30:00'],
    ['20260315', '2026-03-15T00:00:00'],
    ['2026-03-15T09:30:00', '2026-03-15T09:30:00'],
    ['2026-03-15', '2026-03-15T00:00:00'],
    ['2026-03-15T09:30:00Z', '2026-03-15T10:30:00'],
    ['2026-07-15T23:30:00+00:00', '2026-07-16T01:30:00'],
    ['20260229093000', undefined],
    ['20260315240000', undefined],
    ['2026-03-15T09:30:00+99:00', undefined],
    ['15/03/2026', undefined],
  ])('%s is %s', (text, expected) => {
    expect(cefactTime(text)).toBe(expected);
  });
});
