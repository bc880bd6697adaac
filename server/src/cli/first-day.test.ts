import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ciiDate, ciiInvoice, ciiParty, SELLER } from '../intake/reading/testing/invoices.ts';
import { pdfWith } from '../intake/reading/testing/pdfs.ts';
import { startCommandShell } from '../testing/command-shell.ts';
import { COMPILED } from '../testing/compiled.ts';
import { testStore } from '../testing/index.ts';
import { type Sink, startSink } from '../testing/smtp-sink.ts';

/**
 * The first day of a creditor at the command line, from real files to a real mail server, as a diary: each test goes on
 * from the one before, on one database; what reads, stores, sends, or is stopped short is a process of its own.
 */
const { home, databaseUrl } = await testStore();
const folder = mkdtempSync(join(tmpdir(), 'acquit-first-day-'));
const main = join(import.meta.dirname, 'main.ts');
let sink: Sink;

interface Ran {
  code: number;
  lines: string[];
  // biome-ignore lint/suspicious/noExplicitAny: each command prints its own shape, checked field by field below.
  json: any[];
  errors: string;
}

const env = {
  ...COMPILED,
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ACQUIT_HOME: home,
  DATABASE_URL: databaseUrl,
};

function ranOf(code: number, out: string, errors: string): Ran {
  const lines = out.split('\n').filter((line) => line !== '');
  const json = lines.flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  return { code, lines, json, errors };
}

/** A command in a process of its own. */
function alone(args: string[], input = '', more: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: folder, env: { ...env, ...more } });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    child.stdin.end(input);
    child.on('close', (code) => resolve(ranOf(code ?? -1, out, errors)));
  });
}

const shell = startCommandShell(folder, env);
async function acquit(args: string[]): Promise<Ran> {
  const { code, out, errors } = await shell.run(args);
  return ranOf(code, out, errors);
}

/** An invoice of ours as a Factur-X file, to a buyer who gives an e-mail address. */
async function invoice(
  number: string,
  buyer: { name: string; siren: string; email: string },
  dates: { issued: string; due: string },
): Promise<string> {
  const contact = `<ram:DefinedTradeContact><ram:EmailURIUniversalCommunication><ram:URIID>${buyer.email}</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact>`;
  const xml = ciiInvoice({
    number,
    issuedOn: ciiDate('IssueDateTime', dates.issued),
    buyer: ciiParty(buyer.name.replace('&', '&amp;'), buyer.siren, '', contact),
    terms: `<ram:SpecifiedTradePaymentTerms>${ciiDate('DueDateDateTime', dates.due)}</ram:SpecifiedTradePaymentTerms>`,
  });
  const file = join(folder, `${number}.pdf`);
  writeFileSync(file, await pdfWith([{ name: 'factur-x.xml', content: xml }]));
  return file;
}

const martin = { name: 'Martin & Fils', siren: '404833048', email: 'compta@martin.example' };
const roche = { name: 'Roche Transports', siren: '552100554', email: 'compta@roche.example' };
const files: string[] = [];

beforeAll(async () => {
  sink = await startSink();
  files.push(
    await invoice('F-1', martin, { issued: '20260131', due: '20260302' }),
    await invoice('F-2', martin, { issued: '20261010', due: '20261109' }),
    await invoice('F-3', roche, { issued: '20261017', due: '20261116' }),
  );
});

afterAll(async () => {
  await sink.close();
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the first day', () => {
  it('reads files without a database', async () => {
    const { code, json } = await alone(['read', '--json', ...files], '', {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    expect(code).toBe(0);
    expect(json.map((one) => [one.format, one.status, one.document.number, one.document.dueCents])).toEqual([
      ['facturx', 'read', 'F-1', 12000],
      ['facturx', 'read', 'F-2', 12000],
      ['facturx', 'read', 'F-3', 12000],
    ]);
  });

  it('shows what an import would do, and does nothing', async () => {
    const { code, json } = await acquit(['import', '--dry-run', '--json', ...files]);
    expect(code).toBe(0);
    expect(json.map((one) => one.status)).toEqual(['imported', 'imported', 'imported']);
    expect((await acquit(['company', 'list', '--json'])).json).toEqual([]);
  });

  it('imports, and proposes the company from the seller, in test mode', async () => {
    const { code, json } = await alone(['import', '--json', ...files]);
    expect(code).toBe(0);
    expect(json.map((one) => one.created)).toEqual([
      { companies: 1, debtors: 1, claims: 1, creditNotes: 0 },
      { companies: 0, debtors: 0, claims: 1, creditNotes: 0 },
      { companies: 0, debtors: 1, claims: 1, creditNotes: 0 },
    ]);
    expect((await acquit(['company', 'list', '--json'])).json).toMatchObject([{ name: SELLER.name }]);
  });

  it('takes the same files once, sets others aside with the reason, and goes on', async () => {
    const other = join(folder, 'other.xml');
    writeFileSync(other, ciiInvoice({ seller: ciiParty('Autre SARL', '356000000'), number: 'X-9' }));
    const bought = join(folder, 'bought.xml');
    writeFileSync(
      bought,
      ciiInvoice({
        seller: ciiParty('Autre SARL', '356000000'),
        buyer: ciiParty(SELLER.name, SELLER.siren),
        number: 'X-10',
      }),
    );
    const { code, json } = await acquit([
      'import',
      '--json',
      files[0] as string,
      other,
      bought,
      join(folder, 'absent.pdf'),
      folder,
      files[1] as string,
    ]);
    expect(code).toBe(1);
    expect(json.map((one) => [one.status, one.refusals[0]?.code])).toEqual([
      ['duplicate', undefined],
      ['refused', 'SellerIsAnother'],
      ['refused', 'OurCompanyIsBuyer'],
      ['refused', 'FileNotFound'],
      ['refused', 'NotAFile'],
      ['duplicate', undefined],
    ]);
  });

  it('plans without doing', async () => {
    const { json } = await acquit(['plan', '--from', '2026-11-21', '--days', '3', '--json']);
    expect(json.map((one) => [one.on, one.debtorName, one.channel])).toEqual(
      expect.arrayContaining([
        ['2026-11-21', 'Martin & Fils', 'email'],
        ['2026-11-21', 'Roche Transports', 'email'],
      ]),
    );
    expect(sink.counts.size).toBe(0);
  });

  it('captures in test mode: the pass is done and nothing leaves', async () => {
    const { code, json } = await acquit(['run', '--on', '2026-11-21', '--json']);
    expect(code).toBe(0);
    expect(json[0]).toMatchObject({
      company: SELLER.name,
      on: '2026-11-21',
      casesExamined: 2,
      sending: { mode: 'test', sent: 0 },
    });
    expect(json[0].decisions).toBeGreaterThanOrEqual(2);
    expect(sink.counts.size).toBe(0);
  });

  it('does not go live before it can be reached and can send', async () => {
    const { code, json } = await acquit(['company', 'live', '--json']);
    expect(code).toBe(1);
    expect(json[0].refusal.code).toBe('NotReadyForLive');
  });

  it('goes live, and sends each message once to the mail server', async () => {
    const set = [
      'mail',
      'set',
      '--host',
      '127.0.0.1',
      '--port',
      String(sink.port),
      '--security',
      'none',
      '--from',
      'compta@durand.example',
    ];
    expect((await acquit(set)).code).toBe(0);
    expect((await acquit(['company', 'live'])).code).toBe(0);

    const { json } = await alone(['run', '--on', '2026-11-21', '--json']);
    expect(json[0].sending).toMatchObject({ mode: 'live', sent: 2, inDoubt: 0, refused: 0, waiting: 0 });
    expect([...sink.counts.values()]).toEqual([1, 1]);
    expect(sink.messages.map((message) => message.to[0]).sort()).toEqual([martin.email, roche.email]);
    const formal = sink.messages.find((message) => message.to.includes(martin.email))?.raw.toString('latin1') ?? '';
    for (const part of [
      'facture-f-1.pdf',
      'facture-f-2.pdf',
      'releve-de-compte-2026-11-21.pdf',
      'mise-en-demeure-2026-11-21.pdf',
    ])
      expect(formal).toContain(part);
  });

  it('sends nothing when it is run again on the same day', async () => {
    const { json } = await alone(['run', '--on', '2026-11-21', '--json']);
    expect(json[0]).toMatchObject({ casesExamined: 0, decisions: 0, sending: { sent: 0 } });
    expect([...sink.counts.values()]).toEqual([1, 1]);
  });

  it('explains what is owed, in figures and in words', async () => {
    const { json } = await acquit(['claim', 'F-1', '--on', '2026-11-21', '--json']);
    expect(json).toHaveLength(1);
    expect(json[0]).toMatchObject({ number: 'F-1', principalLeftCents: 12000, indemnityCents: 4000 });
    const words = (await acquit(['claim', 'F-1', '--on', '2026-11-21'])).lines.join('\n');
    expect(words).toContain('L441-10');
    expect((await acquit(['claim', 'NONE'])).code).toBe(1);
  });

  it('writes the letter of a step as a PDF', async () => {
    const file = join(folder, 'letter.pdf');
    expect((await acquit(['letter', 'F-1', 'mise-en-demeure', '--on', '2026-11-21', '-o', file])).code).toBe(0);
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    const wrong = await alone(['letter', 'F-1', 'nothing', '-o', file]);
    expect([wrong.code, wrong.errors]).toEqual([2, expect.stringContaining('mise-en-demeure')]);
  });

  it('tells the routes of a case, by answers that are tried and not kept', async () => {
    const asked = await acquit(['route', 'F-1', '--on', '2026-11-21']);
    expect([asked.code, asked.lines.join('\n')]).toEqual([1, expect.stringContaining('Ce qui est dû')]);
    const answers = join(folder, 'answers.json');
    writeFileSync(
      answers,
      JSON.stringify({ creditorKind: 'company', debtorKind: 'company', claimKind: 'goods', successPercent: 60 }),
    );
    const guide = join(folder, 'guide.pdf');
    const tried = ['route', 'F-1', '--on', '2026-11-21', '--answers', answers];
    const { code, json } = await acquit([...tried, '--json', '-o', guide]);
    expect(code).toBe(0);
    const order = json[0].guide.routes.find((one: { procedure: string }) => one.procedure === 'injonction-de-payer');
    // Two invoices of 120 € are late: 30.23 of registry, 25.79 of service and 8.80 of travel, taxes on top.
    expect(order).toMatchObject({ open: true, costCents: 7_174, chance: { verdict: 'worth' } });
    expect(readFileSync(guide).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('tells them in words too, and refuses an answer that is none', async () => {
    const answers = join(folder, 'answers.json');
    const tried = ['route', 'F-1', '--on', '2026-11-21', '--answers', answers];
    const words = (await acquit(tried)).lines.join('\n');
    expect(words).toContain('Voies fermées');
    expect(words).toContain('chances');
    writeFileSync(answers, '{"contested": "loud"}');
    expect((await acquit(tried)).code).toBe(1);
  });

  it('keeps a journal that verifies', async () => {
    const { code, json } = await acquit(['journal', 'verify', '--json']);
    expect(code).toBe(0);
    expect(json[0]).toMatchObject({ valid: true });
    expect(json[0].entries).toBeGreaterThan(10);
  });
});

describe('wrong use', () => {
  it.each([
    [['run', '--on', '2026-02-30']],
    [['plan', '--days', 'beaucoup']],
    [['nothing']],
    [['run', '--company', 'Inconnue SA']],
    [['claim']],
  ])('%j ends with code 2 and a sentence', async (args) => {
    const { code, errors } = await acquit(args);
    expect(code).toBe(2);
    expect(errors).not.toBe('');
    expect(errors).not.toContain('    at ');
  });

  it('ends so in a process of its own too, and a command that is refused with code 1', async () => {
    const [wrong, refused] = await Promise.all([alone(['run', '--on', '2026-02-30']), alone(['claim', 'NONE'])]);
    expect([wrong.code, refused.code]).toEqual([2, 1]);
    expect(wrong.errors).toMatch(/^\S[^\n]*2026-02-30[^\n]*\n$/);
  });

  it('says what is wrong with the environment, with code 3', async () => {
    const { code, errors } = await alone(['run'], '', { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' });
    expect(code).toBe(3);
    expect(errors).not.toContain('secret');
  });

  it('answers the law line by line', async () => {
    const { code, json } = await alone(
      ['law'],
      '{"id":1,"rule":"rate","input":{"kind":"late-default","on":"2026-11-21"}}\nnot json\n',
    );
    expect(code).toBe(1);
    expect(json[0]).toMatchObject({ id: 1, value: { ratePercent: '12.40' } });
    expect(json[1].refusal.code).toBe('InvalidLine');
  });
});
