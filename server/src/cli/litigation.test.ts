import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvOf, madeRecord } from '../intake/notices/testing/records.ts';
import { ciiDate, ciiInvoice, ciiParty } from '../intake/reading/testing/invoices.ts';
import { pdfWith } from '../intake/reading/testing/pdfs.ts';
import { startCommandShell } from '../testing/command-shell.ts';
import { COMPILED } from '../testing/compiled.ts';
import { testStore } from '../testing/index.ts';

/**
 * The litigation at the command line, by the program that people run, as a diary on one home: procedures, their dates,
 * limitation, ways, courts, notices, hand-overs, digest; then what each refuses, by its sentence and its exit code.
 */
const { home, databaseUrl } = await testStore();
const folder = mkdtempSync(join(tmpdir(), 'acquit-litigation-'));
const program = join(import.meta.dirname, '../../../bin/acquit.mjs');
const TODAY = '2026-11-22';

interface Ran {
  code: number;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: each command prints its own shape, checked field by field below.
  json: any[];
}

const env = {
  ...COMPILED,
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ACQUIT_TODAY: TODAY,
  ACQUIT_HOME: home,
  DATABASE_URL: databaseUrl,
  ACQUIT_PORTAL_URL: 'https://payer.example/',
};

/** What a command printed, its no-break spaces as plain ones, so that sentences can be looked for as they are typed. */
function ranOf(code: number, printed: string): Ran {
  const json = printed.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  return { code, text: printed.replaceAll(/[\u00a0\u202f]/g, ' '), json };
}

/** The command as people run it, in a process of its own. */
function binary(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        printed += part;
      });
    child.on('close', (code) => resolve(ranOf(code ?? -1, printed)));
  });
}

const shell = startCommandShell(folder, env);
async function acquit(...args: string[]): Promise<Ran> {
  const { code, out, errors } = await shell.run(args);
  return ranOf(code, out + errors);
}

async function invoice(number: string, buyer: [name: string, siren: string], issued: string, due: string) {
  const xml = ciiInvoice({
    number,
    issuedOn: ciiDate('IssueDateTime', issued),
    buyer: ciiParty(buyer[0], buyer[1], '', ''),
    terms: `<ram:SpecifiedTradePaymentTerms>${ciiDate('DueDateDateTime', due)}</ram:SpecifiedTradePaymentTerms>`,
  });
  const file = join(folder, `${number}.pdf`);
  writeFileSync(file, await pdfWith([{ name: 'factur-x.xml', content: xml }]));
  return file;
}

/** A small file of this folder. */
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

beforeAll(async () => {
  const files = [
    await invoice('F-1', ['Martin Services', '404833048'], '20260501', '20260531'),
    await invoice('F-2', ['Roche Transports', '552100554'], '20260801', '20260831'),
    await invoice('F-3', ['Garage Ozanne', '732829320'], '20211101', '20211201'),
  ];
  const { code, text } = await acquit('import', ...files);
  expect([code, text]).toEqual([0, expect.any(String)]);
});
afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a procedure', () => {
  test('is engaged, told, found by its court and its kind, and gives its dates', async () => {
    const court = ['--court', 'Tribunal de commerce de Rouen', '--court-kind', 'commercial'];
    const opened = await binary('procedure', 'open', 'F-1', '--kind', 'injonction-de-payer', ...court, '--json');
    expect(opened).toMatchObject({ code: 0, json: [{ procedure: { kind: 'injonction-de-payer', closed: null } }] });
    const told = await acquit('procedure', 'event', 'F-1', 'filed', '--on', '2026-10-05', '--set', 'feePaid=oui');
    expect(told.code).toBe(0);
    await acquit('procedure', 'event', 'F-1', 'granted', '--on', '2026-10-20', '--set', 'grantedCents=1200');
    const dates = await acquit('deadlines', '--days', '120', '--json');
    const found = await acquit('procedure', 'list', '--search', 'rouen', '--json');
    const none = await acquit('procedure', 'list', '--search', 'lyon', '--json');
    const kind = await acquit('procedure', 'list', '--kind', 'assignation', '--json');
    const all = await acquit('procedure', 'list', '--search', 'martin', '--kind', 'injonction-de-payer');
    // An order of 20 October 2026 is served within three months.
    expect(dates.json).toContainEqual(expect.objectContaining({ before: '2027-01-20', debtorName: 'Martin Services' }));
    expect([found.json.length, none.json.length, kind.json.length]).toEqual([1, 0, 0]);
    expect(all.text).toContain('Martin Services');
  });

  test('has a fact taken back, and is closed', async () => {
    const told = await acquit('procedure', 'list', 'F-1', '--json');
    const events = told.json[0].events as { eventId: string; kind: string }[];
    const granted = events.find(({ kind }) => kind === 'granted')!;
    const filed = events.find(({ kind }) => kind === 'filed')!;
    expect(await acquit('procedure', 'withdraw', filed.eventId, '--json')).toMatchObject({
      code: 1,
      json: [{ refusal: { code: 'EventNeeded' } }],
    });
    expect((await acquit('procedure', 'withdraw', granted.eventId)).text).toContain('Fait retiré.');
    expect((await acquit('procedure', 'close', 'F-1', '--reason', 'accord')).text).toContain('Procédure close');
    expect((await acquit('procedure', 'list', '--state', 'closed', '--json')).json).toHaveLength(1);
  });
});

test('the radar gives the last day of each claim, with its article', async () => {
  const { code, json } = await acquit('limitation', '--within', 'all', '--json');
  expect([code, json.map(({ number }) => number)]).toEqual([0, ['F-3', 'F-1', 'F-2']]);
  const soon = await acquit('limitation', '--within', '15');
  expect([soon.code, soon.text.trim()]).toEqual([
    0,
    '1er décembre 2026  Garage Ozanne, facture F-3, 120,00 € (L110-4 I C. com.)',
  ]);
});

test('the ways of a case wait for what nobody knows, then are printed with their price', async () => {
  const given = { claimKind: 'services', creditorKind: 'company', successPercent: 50 };
  const answers = file('answers.json', JSON.stringify(given));
  const waiting = await acquit('route', 'F-2');
  expect([waiting.code, waiting.text]).toEqual([
    1,
    expect.stringContaining('Répondez d’abord : vous êtes et ce qui est dû.'),
  ]);
  const tried = await acquit('route', 'F-2', '--answers', answers, '--json', '-o', 'voies.pdf');
  expect(tried.code).toBe(0);
  const { routes } = tried.json[0].guide as {
    routes: { procedure: string; costCents: number; open: boolean; why: string }[];
  };
  // Registry 30.23, and for a claim of up to 128 € half of 25.79 and 8.80 of travel, VAT on both: 15.47 and 10.56.
  expect(routes.find(({ procedure }) => procedure === 'injonction-de-payer')).toMatchObject({
    open: true,
    costCents: 5_626,
  });
  expect(routes.find(({ procedure }) => procedure === 'uncontested-commercial')).toMatchObject({
    open: false,
    why: expect.stringContaining('Décret d’application non publié'),
  });
  expect(readFileSync(join(folder, 'voies.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const wrong = file('wrong.json', JSON.stringify({ claimKind: 'poésie' }));
  expect((await acquit('route', 'F-2', '--answers', wrong, '--json')).json[0].refusal).toBeDefined();
});

test('a court is found from its file only', async () => {
  const content = { byCodeInsee: { '76540': 'ROUEN' }, byCodePostal: { '76000': 'ROUEN' } };
  const index = file('greffes.json', JSON.stringify(content));
  const nothing = await acquit('courts', 'find', '76000', 'Rouen');
  expect([nothing.code, nothing.text]).toEqual([1, expect.stringContaining('n’est pas importé')]);
  expect(await acquit('courts', 'import', index)).toMatchObject({ code: 0 });
  expect((await acquit('courts', 'import', index)).text).toContain('rien n’a changé');
  const found = await acquit('courts', 'find', '76000', 'Rouen', '--json');
  expect(found.json).toMatchObject([{ status: 'found', courts: [{ name: 'Tribunal de commerce de Rouen' }] }]);
});

test('notices are imported, watched and answered', async () => {
  const notice = { id: 'A202602000001', siren: '552100554', on: '2026-11-12', judgedOn: '2026-11-05' };
  const path = file('bodacc.csv', csvOf([madeRecord(notice)]));
  const first = await acquit('bodacc', 'import', path, '--json');
  const again = await acquit('bodacc', 'import', path);
  expect(first.json).toMatchObject([{ matched: 1, opened: 1 }]);
  expect([again.code, again.text]).toEqual([0, expect.stringContaining('1 déjà connue')]);
  const [list] = (await acquit('bodacc', '--json')).json;
  expect(list.notices).toMatchObject([{ declareBefore: '2027-01-12', state: 'applied' }]);
  expect((await acquit('bodacc', 'answer', list.notices[0].matchId, 'undo')).code).toBe(0);
  expect(await acquit('bodacc', 'answer', list.notices[0].matchId, 'undo', '--json')).toMatchObject({
    code: 1,
    json: [{ refusal: { code: 'NoticeDecided' } }],
  });
  expect((await acquit('bodacc', 'watch', 'off')).text).toContain('veille arrêtée');
});

test('a case is entrusted, its link made and withdrawn, its end told, its way compared', async () => {
  await acquit('hand-over', 'partner', 'Me Durand', '--kind', 'lawyer');
  const opened = await acquit('hand-over', 'open', 'F-3', '--to', 'me durand', '--fee', '240 € HT', '--json');
  expect(opened.code).toBe(0);
  const id = opened.json[0].handOver.handOverId as string;
  const link = await acquit('hand-over', 'link', id, '--days', '30', '--json');
  expect(link.json[0]).toMatchObject({
    until: '2026-12-22',
    url: expect.stringMatching(/^https:\/\/payer\.example\/confie\//),
  });
  expect(await acquit('hand-over', 'open', 'F-3', '--to', 'Me Durand', '--json')).toMatchObject({
    code: 1,
    json: [{ refusal: { code: 'CaseHandedOver' } }],
  });
  expect((await acquit('hand-over', 'link', id, '--days', '400')).text).toContain('de 1 à');
  expect((await acquit('hand-over', 'unlink', id)).code).toBe(0);
  expect((await acquit('hand-over', 'end', id, '--outcome', 'taken-back')).code).toBe(0);
  expect((await acquit('hand-over', 'list', '--state', 'ended', '--json')).json).toHaveLength(1);
  expect((await acquit('hand-over', 'compare', '--json')).json).toContainEqual(
    expect.objectContaining({ way: 'lawyer' }),
  );
});

test('the week is written without being sent', async () => {
  const { code, json } = await binary('digest', '--on', '2026-11-23', '--json');
  expect([code, json[0].subject, json[0].text]).toEqual([0, expect.any(String), expect.any(String)]);
});

describe('what cannot be is refused by a sentence and its exit code', () => {
  const UNKNOWN = '0190a3c2-7d5e-7a51-9a41-0d5b6f1c2e3a';
  const notJson = file('not.json', '{"claimKind": ');
  const list = file('list.json', '[]');
  const cases: [args: string[], code: number, words: string][] = [
    [['procedure', 'open', 'F-2', '--kind', 'procès'], 2, 'n’est pas reconnu'],
    [['procedure', 'open', 'inconnu', '--kind', 'assignation'], 2, 'inconnu'],
    [['procedure', 'list', '--state', 'perdue'], 2, 'Choisissez parmi'],
    [['procedure', 'list', '--kind', 'perdue'], 2, 'Choisissez parmi'],
    [['procedure', 'withdraw', 'abc'], 2, 'identifiant'],
    [['procedure', 'withdraw', UNKNOWN], 1, 'n’existe pas'],
    [['procedure', 'event', '-'.repeat(36), 'filed', '--on', '2026-11-01'], 2, ''],
    [['procedure', 'event', 'F-2', 'filed', '--on', '2026-11-01'], 2, 'Aucune procédure'],
    [['deadlines', '--days', '0'], 2, 'convenable'],
    [['limitation', '--within', '30'], 2, 'Choisissez parmi'],
    [['route', 'F-2', '--on', '2026-02-30'], 2, 'n’est pas une date'],
    [['route', 'F-2', '--answers', 'absent.json'], 2, 'n’existe pas'],
    [['route', 'F-2', '--answers', notJson], 2, 'objet JSON attendu'],
    [['route', 'F-2', '--answers', list], 2, 'objet JSON attendu'],
    [['courts', 'import', 'absent.json'], 1, 'n’existe pas'],
    [['courts', 'import', notJson], 1, ''],
    [['courts', 'find', '76000', '--court', 'suprême'], 2, 'Nature de tribunal inconnue'],
    [['courts', 'find'], 2, 'code postal'],
    [['bodacc', 'import', 'absent.json'], 1, 'n’existe pas'],
    [['bodacc', 'import', notJson], 1, ''],
    [['bodacc', 'watch', 'peut-être'], 2, '« on » ou « off »'],
    [['bodacc', 'answer', '-'.repeat(36), 'seen'], 2, ''],
    [['bodacc', 'answer', UNKNOWN, 'seen'], 1, 'n’existe pas'],
    [['bodacc', 'answer', UNKNOWN, 'oui'], 2, 'Réponse inconnue'],
    [['hand-over', 'open', 'F-2', '--to', 'Personne'], 2, 'introuvable'],
    [['hand-over', 'link', UNKNOWN], 1, 'n’existe pas'],
    [['hand-over', 'end', UNKNOWN, '--outcome', 'gagné'], 2, 'Choisissez parmi'],
    [['hand-over', 'partner', 'X', '--kind', 'voisin'], 2, 'Choisissez parmi'],
    [['digest', '--on', 'demain'], 2, 'n’est pas une date'],
  ];
  test('case after case', async () => {
    const ran: [string, number, string][] = [];
    for (const [args] of cases) {
      const { code, text } = await acquit(...args);
      ran.push([args.join(' '), code, text]);
    }
    expect(ran).toEqual(cases.map(([args, code, words]) => [args.join(' '), code, expect.stringContaining(words)]));
    expect(ran.filter(([, , text]) => text.trim() === '' || /imprévue|Error|\.ts:/.test(text))).toEqual([]);
  });

  test('by the program itself, without a word of what happened inside', async () => {
    const [unread, unknown] = await Promise.all([
      binary('route', 'F-2', '--answers', 'absent.json'),
      binary('procedure', 'withdraw', UNKNOWN, '--json'),
    ]);
    expect([unread.code, unread.text.trim()]).toEqual([2, '« absent.json » n’existe pas. Vérifiez le chemin.']);
    expect(unknown).toMatchObject({ code: 1, json: [{ refusal: { code: 'NotFound' } }] });
  });
});
