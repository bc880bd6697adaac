import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, formatDay } from '@acquit/law';
import { type BounceSeverity, classify, type ReplyKind, type Verdict } from '@acquit/recovery';
import { parse } from 'yaml';
import { readMessage } from '../read-message.ts';

/** What a message of the corpus is, as its `expected.yaml` says. What is left out is not judged. */
export interface Expected {
  kind: ReplyKind;
  severity?: BounceSeverity;
  code?: string;
  recipient?: string;
  returnOn?: string;
  gone?: boolean;
  insteadOf?: string;
  ticket?: string;
}

export interface Scored {
  name: string;
  expected: Expected;
  verdict: Verdict | null;
  /** The kind, and of a bounce its severity: what decides what is done. */
  isRight: boolean;
  /** Fields besides that were read otherwise. */
  misread: string[];
}

export interface Score {
  messages: Scored[];
  right: number;
  systems: number;
}

/** The day on which the messages of the corpus came, for the dates that have no year. */
const CAME_ON = day('2026-11-02');

/** Classifies every message of a folder of the corpus and compares with what it is. */
export async function scoreCorpus(set: 'known' | 'held-out-1' | 'held-out-2' | 'held-out-3'): Promise<Score> {
  const folder = join(import.meta.dirname, set);
  const expected = parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')) as Record<string, Expected>;
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  if (files.length !== Object.keys(expected).length) throw new Error(`Every message of ${set} has its verdict.`);
  const messages: Scored[] = [];
  for (const [name, wanted] of Object.entries(expected))
    messages.push(await scored(join(folder, `${name}.eml`), name, wanted));
  return {
    messages,
    right: messages.filter((one) => one.isRight).length,
    systems: new Set(Object.keys(expected).map((name) => name.split('-')[0])).size,
  };
}

async function scored(path: string, name: string, expected: Expected): Promise<Scored> {
  // Mail travels with the line ends of the wire.
  const read = await readMessage(Buffer.from(readFileSync(path, 'latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1'));
  if ('fault' in read) return { name, expected, verdict: null, isRight: expected.kind === 'unreadable', misread: [] };
  const verdict = classify(read.message, CAME_ON);
  const { bounce, absence } = verdict;
  const got: Record<keyof Expected, unknown> = {
    kind: verdict.kind,
    severity: bounce?.severity,
    code: bounce?.status ?? undefined,
    recipient: bounce?.recipients[0],
    returnOn: absence?.returnOn == null ? undefined : formatDay(absence.returnOn),
    gone: absence?.gone,
    insteadOf: absence?.insteadOf[0],
    ticket: verdict.ticket,
  };
  const differs = (Object.keys(expected) as (keyof Expected)[]).filter(
    (field) => String(got[field]) !== String(expected[field]),
  );
  return {
    name,
    expected,
    verdict,
    isRight: !differs.includes('kind') && !differs.includes('severity'),
    misread: differs.map((field) => `${field}: ${String(got[field])} (${String(expected[field])})`),
  };
}

if (import.meta.main) {
  for (const set of ['known', 'held-out-1', 'held-out-2', 'held-out-3'] as const) {
    const { messages, right, systems } = await scoreCorpus(set);
    const share = ((100 * right) / messages.length).toFixed(1);
    process.stdout.write(`${set}: ${right} of ${messages.length} right (${share} %), ${systems} systems and forms\n`);
    for (const { name, misread, verdict } of messages) {
      if (misread.length > 0)
        process.stdout.write(`  ${name}: ${misread.join(', ')} — ${verdict?.why.code ?? 'unreadable'}\n`);
    }
  }
}
