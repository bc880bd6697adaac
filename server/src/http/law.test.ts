import { RULE_NAMES } from '@acquit/law';
import { afterAll, expect, test } from 'vitest';
import { closeRender } from '../render/index.ts';
import { pdfFacts } from '../render/pdf-facts.ts';
import { testStore } from '../testing/index.ts';
import { createApp } from './index.ts';
import { LawDesk } from './routes/law.ts';
import { LAW_RULES } from './schemas/law.ts';
import { TODAY, testApp } from './testing/app.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
afterAll(() => closeRender());

const late = { amountCents: 1_200_000, dueOn: '2026-04-30', until: '2026-09-20' };

test('the example of the contract is answered without a session, with its segments and its tree', async () => {
  const { status, body } = await app.visitor().post<{
    value: { penaltyCents: number; indemnityCents: number; segments: { days: number; ratePercent: string }[] };
    explanation: object;
  }>('/api/law/late-penalties', late);
  expect(status).toBe(200);
  expect(body.value).toMatchObject({ penaltyCents: 57_796, indemnityCents: 4_000 });
  expect(body.value.segments.map(({ days, ratePercent }) => [days, ratePercent])).toEqual([
    [61, '12.15'],
    [82, '12.40'],
  ]);
  expect(JSON.stringify(body.explanation)).toContain('L441-10 II');
});

test('every rule is listed with its title, described on its own, and answers its example', async () => {
  const listed = await app.visitor().get<{ rule: string; title: string }[]>('/api/law/rules');
  expect(listed.body.map(({ rule }) => rule)).toEqual([...RULE_NAMES]);
  const { body } = await app.visitor().get<{ paths: Record<string, object> }>('/api/openapi.json');
  for (const { rule, title, description, example } of LAW_RULES) {
    expect([rule, title === rule]).toEqual([rule, false]);
    expect(JSON.stringify(body.paths[`/api/law/${rule}`])).toContain(JSON.stringify(description).slice(1, -1));
    const answer = await app.visitor().post(`/api/law/${rule}`, example);
    expect([rule, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([rule, 200, '']);
  }
});

test('what the law refuses keeps its code, its sentence and its field', async () => {
  const refused: [string, unknown, number, string, string | undefined][] = [
    ['late-penalties', { ...late, amountCents: -1 }, 422, 'InvalidAmount', 'amountCents'],
    ['late-penalties', { ...late, dueOn: '2026-02-30' }, 422, 'InvalidDate', 'dueOn'],
    ['late-penalties', { ...late, vat: 20 }, 422, 'UnknownField', 'vat'],
    ['late-penalties', { ...late, rate: { fixed: '1' } }, 422, 'RateBelowFloor', undefined],
    ['late-penalties', {}, 422, 'MissingField', 'amountCents'],
    ['late-penalties', [], 422, 'InvalidValue', 'input'],
    ['late-penalties', '', 422, 'MissingField', 'amountCents'],
    ['usury', {}, 404, 'UnknownRule', undefined],
    ['toString', {}, 404, 'UnknownRule', undefined],
    ['late-penalties', '{"amountCents":1,"amountCents":2}', 400, 'InvalidJson', undefined],
  ];
  for (const [rule, input, status, code, field] of refused) {
    for (const path of [`/api/law/${rule}`, `/api/law/${rule}/statement`]) {
      if (typeof input === 'string' && path.endsWith('statement')) continue;
      const answer = await app.visitor().post(path, path.endsWith('statement') ? { input } : input);
      expect([path, answer.status, answer.body.refusal?.code]).toEqual([path, status, code]);
      if (field !== undefined) expect(answer.body.refusal?.facts.field).toBe(field);
      expect(answer.body.refusal?.message).toMatch(/^\p{Lu}.*\.$/u);
    }
  }
});

test('a body too large, another site, and a form that is no JSON are turned away', async () => {
  const visitor = app.visitor();
  const padded = { ...late, receipts: Array.from({ length: 2_000 }, () => ({ on: '2026-06-01', amountCents: 1 })) };
  expect((await visitor.post('/api/law/late-penalties', padded)).body.refusal?.code).toBe('BodyTooLarge');
  const elsewhere = { origin: 'https://example.org' };
  expect((await visitor.post('/api/law/late-penalties', late, elsewhere)).body.refusal?.code).toBe('CrossSiteRefused');
  const form = { 'content-type': 'text/plain' };
  expect((await visitor.post('/api/law/late-penalties', late, form)).body.refusal?.code).toBe('UnsupportedMediaType');
  expect((await visitor.post('/api/law/late-penalties/statement', { input: late, to: 'x' })).body.refusal?.code).toBe(
    'InvalidRequest',
  );
});

test('the largest body that is read is calculated in a moment', async () => {
  const receipts = Array.from({ length: 600 }, (_, n) => ({
    on: `2026-0${5 + (n % 4)}-${String((n % 27) + 1).padStart(2, '0')}`,
    amountCents: 1 + n,
  }));
  const started = performance.now();
  const { status } = await app.visitor().post('/api/law/late-penalties', { ...late, receipts });
  expect(status).toBe(200);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('no calculation touches the store: with one that fails at every use, all of them answer', async () => {
  const noStore = new Proxy({} as typeof store, {
    get() {
      throw new Error('A calculation reached for the store.');
    },
  });
  const bare = createApp({ ...app.services, store: noStore });
  const headers = { host: '127.0.0.1', 'content-type': 'application/json' };
  const ask = (path: string, body: unknown) =>
    bare.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  for (const { rule, example } of LAW_RULES) expect((await ask(`/api/law/${rule}`, example)).status).toBe(200);
  expect((await ask('/api/law/late-penalties/statement', { input: late })).status).toBe(200);
  expect((await bare.request('/api/law/rules', { headers })).status).toBe(200);
});

test('a statement is a PDF/A with the account, the periods, the annex and its pages counted', async () => {
  const response = await fetch(`${app.url}/api/law/late-penalties/statement`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      input: { ...late, receipts: [{ on: '2026-06-10', amountCents: 300_000 }] },
      creditor: 'Atelier Lumière\n14 rue des Capucins\n69001 Lyon',
      debtor: '#panic("x")\n$27$ avenue *gras*',
      reference: 'Facture F-2026-042',
      place: 'Lyon',
    }),
  });
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(`Relevé de compte ${TODAY}.pdf`));
  const pdf = await pdfFacts(new Uint8Array(await response.arrayBuffer()));
  const pages = pdf.pages.map((page) => page.replace(/\s+/g, ' '));
  expect(pdf.xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
  expect(pdf.title).toBe('Relevé de compte');
  expect(pages.length).toBeGreaterThan(1);
  for (const said of [
    'Relevé de compte au 20 septembre 2026',
    'Atelier Lumière',
    '#panic("x")',
    '$27$ avenue *gras*',
    'Facture F-2026-042',
    'Imputation des paiements et des avoirs',
    '2 796,22 €',
    'Pénalités de retard par période',
    '163,7753 €',
    `1/${pages.length}`,
  ])
    expect(pages[0]).toContain(said);
  expect(pages.slice(1).join(' ')).toContain('L441-10 II C. com.');
});

test('a page without any name has no address window, and dates are printed too', async () => {
  const ask = async (rule: string, input: object) => {
    const response = await fetch(`${app.url}/api/law/${rule}/statement`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input }),
    });
    const pdf = await pdfFacts(new Uint8Array(await response.arrayBuffer()));
    return pdf.pages[0]!.replace(/\s+/g, ' ');
  };
  expect(await ask('deadline', { from: '2026-11-14', length: { days: 7 } })).toContain('lundi 23 novembre 2026');
  const limitation = { claimKind: 'services', debtorKind: 'company', dueOn: '2022-03-31', on: TODAY };
  expect(await ask('limitation', limitation)).toContain('mercredi 31 mars 2027');
});

test('a crowd that wants pages is told to come back, and nobody else waits for it', async () => {
  let release: (pdf: Uint8Array) => void = () => undefined;
  const held = new Promise<Uint8Array>((resolve) => {
    release = resolve;
  });
  const desk = new LawDesk({ ...app.services, renderStatement: () => held });
  const ask = () =>
    desk.statement(
      new Request('http://127.0.0.1/', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ input: late }),
      }),
      'late-penalties',
    );
  const asked = Array.from({ length: 12 }, () =>
    ask().then(
      () => 'printed',
      (error) => error.refusal.code,
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  release(new Uint8Array());
  const outcomes = await Promise.all(asked);
  expect(outcomes.filter((one) => one === 'Busy')).toHaveLength(4);
  expect(outcomes.filter((one) => one === 'printed')).toHaveLength(8);
});
