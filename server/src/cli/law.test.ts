import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';

const main = join(import.meta.dirname, 'main.ts');
const RATE = '{"id":1,"rule":"rate","input":{"kind":"late-default","on":"2026-11-21"}}';

/** Starts `acquit law` alone: it needs no database and no home. */
function start(options: string[] = []) {
  const child = spawn(process.execPath, [...options, main, 'law', '--json'], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => {});
  return child;
}

async function ask(input: string) {
  const child = start();
  child.stdin.end(input);
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const [code] = await once(child, 'close');
  const answers = out.split('\n').filter((line) => line !== '');
  return { code, errors, answers: answers.map((line) => JSON.parse(line)) };
}

describe('acquit law', () => {
  it('answers the question of the first page', async () => {
    const { code, answers } = await ask(
      '{"id":"a","rule":"late-penalties","input":{"amountCents":1200000,"dueOn":"2026-04-30","until":"2026-09-20"}}\n',
    );
    expect(code).toBe(0);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ id: 'a', value: { penaltyCents: 57_796, indemnityCents: 4_000 } });
    expect(answers[0].value.segments).toHaveLength(2);
    expect(answers[0].explanation.inputs.length).toBeGreaterThan(0);
  });

  it('refuses a line that is no question, with its number, and goes on', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const bad = ['not json', '3', 'null', '"x"', '[]', deep, '{"id":1', `"${'x'.repeat(1_100_000)}"`];
    const { code, answers, errors } = await ask([`\ufeff${RATE}`, '', ...bad, '  ', `${RATE}\r`, RATE].join('\n'));
    expect(errors).toBe('');
    expect(code).toBe(1);
    expect(answers).toHaveLength(3 + bad.length);
    const refused = answers.filter(({ refusal }) => refusal);
    expect(refused.map(({ refusal }) => refusal.facts.line)).toEqual(bad.map((_, i) => i + 3));
    for (const { id, refusal } of refused) {
      expect(id).toBeNull();
      expect(refusal.code).toBe('InvalidLine');
      expect(refusal.message).toMatch(/^\p{Lu}.*\.$/u);
      expect(JSON.stringify(refusal).length).toBeLessThan(1_000);
    }
  });

  it('keeps its feet on questions made to trip it', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const { code, answers, errors } = await ask(
      [
        `{"id":${deep},"rule":"rate","input":{}}`,
        `{"id":2,"rule":${deep},"input":{}}`,
        '{"id":3,"rule":{"toString":1},"input":{}}',
        `{"id":4,"rule":"rate","input":{"kind":${deep},"on":"2026-11-21"}}`,
        '{"id":5,"rule":"rate","input":{"__proto__":{"kind":"ecb"},"on":"2026-11-21"}}',
        `{"id":6,"rule":"rate","input":{"${'x'.repeat(100_000)}":1}}`,
      ].join('\n'),
    );
    expect(errors).toBe('');
    expect(code).toBe(1);
    expect(answers.map(({ refusal }) => refusal.code)).toEqual([
      'InvalidLine',
      'UnknownRule',
      'UnknownRule',
      'InvalidChoice',
      'UnknownField',
      'UnknownField',
    ]);
    for (const answer of answers) expect(JSON.stringify(answer).length).toBeLessThan(2_000);
  });

  it('streams: what is asked and answered never piles up', async () => {
    const count = 100_000;
    // The answers are more than a hundred megabytes; the heap is not.
    const child = start(['--max-old-space-size=96']);
    Readable.from(
      (function* () {
        for (let i = 0; i < count; i += 1_000) yield `${RATE}\n`.repeat(1_000);
      })(),
    ).pipe(child.stdin);
    let answered = 0;
    child.stdout.on('data', (piece: Buffer) => {
      for (const byte of piece) if (byte === 10) answered += 1;
    });
    child.stderr.resume();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(answered).toBe(count);
  });

  it('ends quietly when its reader leaves', async () => {
    const child = start();
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    child.stdin.write(`${RATE}\n`.repeat(20_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end(`${RATE}\n`.repeat(20_000));
    const [code] = await once(child, 'close');
    expect(errors).toBe('');
    expect(code).toBe(0);
  });
});

describe('lines of a stream', () => {
  const cut = async (pieces: string[], most: number) =>
    (await Array.fromAsync(linesOf(Readable.from(pieces), most))).flat();

  it('are the same however the pieces fall', async () => {
    const text = 'ab\n\nc\nlong line\nd';
    const whole = await cut([text], 5);
    expect(whole.map((line) => line.text)).toEqual(['ab', '', 'c', null, 'd']);
    expect(whole.map((line) => line.number)).toEqual([1, 2, 3, 4, 5]);
    expect(await cut([...text], 5)).toEqual(whole);
    expect(await cut(['ab\n\nc\nlon', 'g lin', 'e\nd'], 5)).toEqual(whole);
    expect(await cut(['toolong'], 5)).toEqual([{ number: 1, text: null }]);
    expect(await cut(['x\n'], 5)).toEqual([{ number: 1, text: 'x' }]);
    expect(await cut([], 5)).toEqual([]);
  });
});
