/** One reading process, seen from the server: it is given one file, watched while it reads, and stopped if it must be. */

import type { ChildProcess } from 'node:child_process';
import type { Limits } from '../limits.ts';
import { timeAllowed } from '../limits.ts';
import { type RefusalCode, refusal } from '../messages.ts';
import type { ReadOptions } from '../options.ts';
import type { ReadPart } from '../pieces/piece-reader.ts';
import type { Facts, ReadResult } from '../result.ts';
import { launch, type ProcessUse, processUse } from './launch.ts';
import type { ChildAnswer, ChildRequest } from './protocol.ts';

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
const NO_BYTES = new Uint8Array(0);

/** A file handed over by pieces. */
export interface Pieces {
  size: number;
  /** The next piece; empty after the last one. */
  next(): Promise<Uint8Array>;
}

export type OnPart = (part: ReadPart) => void | Promise<void>;

export class ReaderProcess {
  /** Files read so far. */
  files = 0;
  /** False once the process is ended or should be. */
  usable = true;
  private readonly child: ChildProcess;
  private readonly limits: Limits;
  private readonly ready: Promise<boolean>;
  private idleBytes = 0;
  private patience = 0;
  private stop: (code: RefusalCode) => void = () => this.kill();
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
    this.release();
  }

  /** What one file says, or the refusal for what it did to the process. Never rejects. */
  async read(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
    return await this.watched(options.name ?? '', timeAllowed(this.limits, bytes), () => this.ask({ bytes, options }));
  }

  /**
   * What a file read by pieces says. Its parts go to `onPart` in order; the process is at work on the next piece while
   * they are dealt with, and never further ahead. Rejects only with what `onPart` or the pieces throw.
   */
  async stream(pieces: Pieces, options: ReadOptions, onPart: OnPart): Promise<ReadResult> {
    const first = await pieces.next();
    const seconds = timeAllowed(this.limits, first, pieces.size);
    try {
      return await this.watched(options.name ?? '', seconds, () => this.converse(first, pieces, options, onPart));
    } catch (error) {
      // The process is in the middle of a file that nobody waits for any more.
      this.kill();
      throw error;
    }
  }

  private async converse(
    first: Uint8Array,
    pieces: Pieces,
    options: ReadOptions,
    onPart: OnPart,
  ): Promise<ChildAnswer | 'ended'> {
    let piece = first;
    let sent = piece.length;
    let asked = this.ask({ piece, first: { options, size: pieces.size }, last: sent >= pieces.size });
    for (;;) {
      const last = sent >= pieces.size;
      const next = last ? undefined : pieces.next();
      const answer = await asked;
      if (answer === 'ended' || answer.kind === 'failed' || answer.kind === 'ready') {
        await next;
        return answer;
      }
      if (answer.kind === 'parts') {
        piece = answer.more && next !== undefined ? await next : NO_BYTES;
        if (!answer.more) await next;
        sent += piece.length;
        // A file that became shorter while it was read ends there.
        if (piece.length === 0) sent = pieces.size;
        asked = this.ask({ piece, last: sent >= pieces.size });
      }
      for (const part of answer.parts ?? []) await onPart(part);
      if (answer.kind === 'result') return answer;
    }
  }

  /** Runs one file under watch of its time and memory. */
  private async watched(
    name: string,
    seconds: number,
    work: () => Promise<ChildAnswer | 'ended'>,
  ): Promise<ReadResult> {
    this.hold();
    if (!(await this.ready)) return this.refuse(name, 'ReaderCrashed', { detail: this.lastWords.slice(-300) });
    this.files += 1;
    let stopped: RefusalCode | undefined;
    this.stop = (code) => {
      stopped ??= code;
      this.kill();
    };
    this.patience = seconds * 1_000 * CLOCK_FACTOR;
    const before = this.use()?.cpuSeconds ?? 0;
    const watch = setInterval(() => {
      const use = this.use();
      if (use === undefined) return;
      if (use.residentBytes - this.idleBytes > this.limits.memoryMegabytes * MEGABYTE) this.stop('MemoryLimit');
      if (use.cpuSeconds - before > seconds) this.stop('TimeLimit');
    }, WATCH_MILLISECONDS);
    try {
      const answer = await work();
      if (stopped === 'TimeLimit') return this.refuse(name, 'TimeLimit', { limit: seconds });
      if (stopped === 'MemoryLimit' || this.diedOfHunger()) {
        return this.refuse(name, 'MemoryLimit', { limit: this.limits.memoryMegabytes });
      }
      if (answer === 'ended' || answer.kind === 'ready' || answer.kind === 'parts')
        return this.refuse(name, 'ReaderCrashed', {});
      if (answer.kind === 'failed') return this.refuse(name, 'ReaderCrashed', { detail: answer.detail });
      if (answer.rss - this.idleBytes > this.limits.memoryMegabytes * MEGABYTE * KEPT_SHARE) this.usable = false;
      return answer.result;
    } finally {
      clearInterval(watch);
      this.release();
    }
  }

  /** True once the process is no more, or should be no more. */
  get isOver(): boolean {
    return !this.usable || this.child.exitCode !== null || this.child.signalCode !== null;
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

  /** The clock runs only while the process is waited for, never while its parts are dealt with. */
  private async ask(request: ChildRequest): Promise<ChildAnswer | 'ended'> {
    const clock = setTimeout(() => this.stop('TimeLimit'), this.patience);
    const answer = await new Promise<ChildAnswer | 'ended'>((resolve) => {
      if (!this.usable) return resolve('ended');
      this.onAnswer = resolve;
      this.child.send(request, (error) => {
        if (error !== null) this.kill();
      });
    });
    clearTimeout(clock);
    return answer;
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
