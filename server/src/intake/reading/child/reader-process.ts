/** One reading process, seen from the server: it is given one file, watched while it reads, and stopped if it must be. */

import type { ChildProcess } from 'node:child_process';
import type { Limits } from '../limits.ts';
import { timeAllowed } from '../limits.ts';
import { type RefusalCode, refusal } from '../messages.ts';
import type { ReadOptions } from '../options.ts';
import type { Facts, ReadResult } from '../result.ts';
import { launch, type ProcessUse, processUse } from './launch.ts';
import type { ChildAnswer } from './protocol.ts';

/** How often a busy process is looked at. */
const WATCH_MILLISECONDS = 20;
/**
 * The time of a file is time of the processor, so that a busy machine refuses no honest file. The clock only stops what
 * waits for nothing: after so many times the time allowed.
 */
const CLOCK_FACTOR = 8;
/** What a process may keep between two files before it is replaced, as a share of what one file may take. */
const KEPT_SHARE = 0.5;
/** How long a process may take to start; it only loads libraries. */
const START_MILLISECONDS = 30_000;
/** End of what a process says on its error output, kept to know why it ended. */
const LAST_WORDS = 4_000;
const MEGABYTE = 1_000_000;

export class ReaderProcess {
  /** Files read so far. */
  files = 0;
  /** False once the process is ended or should be. */
  usable = true;
  private readonly child: ChildProcess;
  private readonly limits: Limits;
  private readonly ready: Promise<boolean>;
  private idleBytes = 0;
  private lastWords = '';
  private onAnswer: ((answer: ChildAnswer | 'ended') => void) | undefined;

  constructor(script: string, limits: Limits) {
    this.limits = limits;
    this.child = launch(script, limits);
    this.child.on('message', (answer) => this.hear(answer as ChildAnswer));
    this.child.on('error', () => this.end());
    // `close` comes after the last words are read, so that the reason of an end is known when it is told.
    this.child.on('close', () => this.end());
    this.child.stderr?.on('data', (words: Buffer) => {
      this.lastWords = (this.lastWords + words.toString('utf8')).slice(-LAST_WORDS);
    });
    this.ready = this.start();
  }

  /** What one file says, or the refusal for what it did to the process. Never rejects. */
  async read(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
    this.hold();
    const name = options.name ?? '';
    if (!(await this.ready)) return this.refuse(name, 'ReaderCrashed', { detail: this.lastWords.slice(-300) });
    this.files += 1;
    const seconds = timeAllowed(this.limits, bytes);
    let stopped: RefusalCode | undefined;
    const stop = (code: RefusalCode): void => {
      stopped ??= code;
      this.kill();
    };
    const clock = setTimeout(() => stop('TimeLimit'), seconds * 1_000 * CLOCK_FACTOR);
    const before = this.use()?.cpuSeconds ?? 0;
    const watch = setInterval(() => {
      const use = this.use();
      if (use === undefined) return;
      if (use.residentBytes - this.idleBytes > this.limits.memoryMegabytes * MEGABYTE) stop('MemoryLimit');
      if (use.cpuSeconds - before > seconds) stop('TimeLimit');
    }, WATCH_MILLISECONDS);
    try {
      const answer = await this.ask({ bytes, options });
      if (stopped === 'TimeLimit') return this.refuse(name, 'TimeLimit', { limit: seconds });
      if (stopped === 'MemoryLimit' || this.diedOfHunger()) {
        return this.refuse(name, 'MemoryLimit', { limit: this.limits.memoryMegabytes });
      }
      if (answer === 'ended' || answer.kind === 'ready') return this.refuse(name, 'ReaderCrashed', {});
      if (answer.kind === 'failed') return this.refuse(name, 'ReaderCrashed', { detail: answer.detail });
      if (answer.rss - this.idleBytes > this.limits.memoryMegabytes * MEGABYTE * KEPT_SHARE) this.usable = false;
      return answer.result;
    } finally {
      clearTimeout(clock);
      clearInterval(watch);
      this.release();
    }
  }

  kill(): void {
    this.usable = false;
    this.child.kill('SIGKILL');
  }

  private async start(): Promise<boolean> {
    const clock = setTimeout(() => this.kill(), START_MILLISECONDS);
    clock.unref();
    const first = await new Promise<ChildAnswer | 'ended'>((resolve) => {
      this.onAnswer = resolve;
    });
    clearTimeout(clock);
    if (first === 'ended' || first.kind !== 'ready') return false;
    this.idleBytes = first.rss;
    return true;
  }

  private ask(request: { bytes: Uint8Array; options: ReadOptions }): Promise<ChildAnswer | 'ended'> {
    return new Promise((resolve) => {
      if (!this.usable) return resolve('ended');
      this.onAnswer = resolve;
      this.child.send(request, (error) => {
        if (error !== null) this.kill();
      });
    });
  }

  private hear(answer: ChildAnswer | 'ended'): void {
    const listener = this.onAnswer;
    this.onAnswer = undefined;
    listener?.(answer);
  }

  private end(): void {
    this.usable = false;
    this.hear('ended');
  }

  private use(): ProcessUse | undefined {
    return this.child.pid === undefined ? undefined : processUse(this.child.pid);
  }

  /** V8 ends the process by itself when its heap is full, and says so. */
  private diedOfHunger(): boolean {
    return !this.usable && /heap limit|out of memory|allocation failed/i.test(this.lastWords);
  }

  private refuse(file: string, code: RefusalCode, facts: Facts): ReadResult {
    this.kill();
    return { file, format: 'unknown', status: 'refused', doubts: [], refusal: refusal(code, facts) };
  }

  /** Only a process at work keeps the server from ending. */
  private hold(): void {
    this.child.ref();
    this.child.channel?.ref();
  }

  private release(): void {
    this.child.unref();
    this.child.channel?.unref();
    (this.child.stderr as { unref?: () => void } | null)?.unref?.();
  }
}
