import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formalNotice } from './fixtures.ts';
import { createRenderer } from './index.ts';

/** Whether a process is there; one that ended and waits to be reaped no longer counts. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  for (let i = 0; i < 400 && alive(pid); i++) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(alive(pid)).toBe(false);
}

describe('the press processes', () => {
  test('start with the first document, are kept warm, and are all gone after close', async () => {
    const renderer = createRenderer({ size: 2 });
    expect(renderer.pids()).toEqual([]);
    await renderer.renderMany([formalNotice(1), formalNotice(1), formalNotice(1), formalNotice(1)]);
    const pids = renderer.pids();
    expect(pids).toHaveLength(2);
    await renderer.renderLetter(formalNotice(1));
    expect(renderer.pids().toSorted()).toEqual(pids.toSorted());
    await renderer.close();
    expect(pids.filter(alive)).toEqual([]);
    await expect(renderer.renderLetter(formalNotice(1))).rejects.toMatchObject({
      code: 'RendererClosed',
      transient: true,
    });
  });

  test('are replaced after so many documents, with the same bytes coming out', async () => {
    const renderer = createRenderer({ size: 1, documentsPerProcess: 2 });
    const seen = new Set<number>();
    const bytes = new Set<string>();
    for (let i = 0; i < 5; i++) {
      bytes.add(Buffer.from(await renderer.renderLetter(formalNotice(1))).toString('base64'));
      for (const pid of renderer.pids()) seen.add(pid);
    }
    expect(bytes.size).toBe(1);
    expect(seen.size).toBeGreaterThanOrEqual(2);
    await renderer.close();
    expect([...seen].filter(alive)).toEqual([]);
  });

  test('are replaced above their memory limit', async () => {
    const renderer = createRenderer({ size: 1, bytesPerProcess: 1 });
    await renderer.renderLetter(formalNotice(1));
    expect(renderer.pids()).toEqual([]);
    await renderer.renderLetter(formalNotice(1));
    await renderer.close();
  });

  test('that take too long are ended and named; the next document works', async () => {
    const renderer = createRenderer({ size: 1, limitMs: 1 });
    const slow = renderer.renderLetter(formalNotice(400));
    await expect(slow).rejects.toMatchObject({ code: 'RenderTimeLimit', transient: false, facts: { limitMs: 1 } });
    await renderer.close();
    const patient = createRenderer({ size: 1 });
    await expect(patient.renderLetter(formalNotice(1))).resolves.toBeInstanceOf(Uint8Array);
    await patient.close();
  });

  test('that are killed while they work refuse that document only', async () => {
    const renderer = createRenderer({ size: 1 });
    await renderer.renderLetter(formalNotice(1));
    const [pid] = renderer.pids();
    const lost = renderer.renderLetter(formalNotice(300));
    const next = renderer.renderLetter(formalNotice(1));
    process.kill(pid!, 'SIGKILL');
    await expect(lost).rejects.toMatchObject({ code: 'PressLost', transient: true });
    await expect(next).resolves.toBeInstanceOf(Uint8Array);
    expect(renderer.pids()).not.toContain(pid);
    await renderer.close();
  });

  test('that are killed while idle cost no document', async () => {
    const renderer = createRenderer({ size: 1 });
    await renderer.renderLetter(formalNotice(1));
    const [pid] = renderer.pids();
    process.kill(pid!, 'SIGKILL');
    await gone(pid!);
    await expect(renderer.renderLetter(formalNotice(1))).resolves.toBeInstanceOf(Uint8Array);
    await renderer.close();
  });

  test('do not outlive a parent killed on the spot, nor keep one alive that has finished', async () => {
    const path = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));
    const program = (then: string) =>
      `import { renderLetter } from ${path('./index.ts')}; import { formalNotice } from ${path('./fixtures.ts')};
       import { createRenderer } from ${path('./renderer.ts')};
       const renderer = createRenderer({ size: 1 });
       await renderer.renderLetter(formalNotice(1));
       console.log(renderer.pids().join()); ${then}`;
    for (const [then, end] of [
      ['setInterval(() => {}, 1000);', 'SIGKILL'],
      ['', null],
    ] as const) {
      const parent = spawn(process.execPath, ['--input-type=module', '--eval', program(then)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(parent, 'exit');
      const [line] = await once(parent.stdout, 'data');
      const pid = Number(String(line));
      expect(pid).toBeGreaterThan(0);
      if (end !== null) parent.kill(end);
      await ended;
      await gone(pid);
    }
  });
});
