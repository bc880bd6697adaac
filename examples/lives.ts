import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, day, frenchDate, isoWeekday, LIMITATION_EVENT_NAMES } from '@acquit/law';
import {
  deadlineReminders,
  type EventValues,
  eventsOf,
  lifeOf,
  type ProcedureDeadline,
  type ProcedureFacts,
  type ProcedureLife,
  procedureEndName,
  procedureName,
} from '@acquit/recovery';
import { parse } from 'yaml';

/** The golden lives of procedures: what happened, in `life.yaml`, and the dates and states it led to, in `diary.md`. */

const LIVES = join(import.meta.dirname, 'procedures');
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

type CaseFacts = Omit<ProcedureFacts, 'kind' | 'events' | 'claimsSince'> & { claimsSince: string };

/** One procedure of a story of the courts; its facts are those of the story, save what it says itself. */
interface ToldProcedure extends Partial<CaseFacts> {
  kind: ProcedureFacts['kind'];
  events: { on: string; kind: string; values?: EventValues }[];
}

interface ToldLife {
  title: string;
  about: string;
  until: string;
  facts: CaseFacts;
  procedures: ToldProcedure[];
}

function factsOf({ facts }: ToldLife, { kind, events, ...own }: ToldProcedure): ProcedureFacts {
  const { claimsSince, ...shared } = { ...facts, ...own };
  const told = events.map((event, i) => ({
    eventId: `${i}`,
    kind: event.kind,
    on: day(event.on),
    values: event.values ?? {},
  }));
  return { ...shared, kind, claimsSince: day(claimsSince), events: told };
}

function lifeOn(facts: ProcedureFacts, on: Day): ProcedureLife {
  const life = lifeOf(facts, on);
  if ('refusal' in life) throw new Error(`${frenchDate(on)} : ${life.refusal.message}`);
  return life;
}

function inBrackets(article: string, confidence: string): string {
  return confidence === 'C' ? `(${article}, à vérifier)` : `(${article})`;
}

function dated(deadline: ProcedureDeadline): string {
  const { label, before, beforeExtended, notBefore, whose, article, confidence, effect } = deadline;
  const source = inBrackets(article, confidence);
  if (before === null) return `- Attendre : ${label}, à partir du ${named(notBefore!)} ${source}.`;
  const extended = beforeExtended === null ? '' : `, report possible au ${named(beforeExtended)}`;
  const who = whose === 'ours' ? 'À faire' : 'Attendu d’un autre';
  return `- ${who} : ${label}, jusqu’au ${named(before)}${extended} ${source}. ${effect}.`;
}

function named(on: Day): string {
  return `${WEEKDAYS[isoWeekday(on) - 1]} ${frenchDate(on)}`;
}

const STATUS = { open: 'en cours', done: 'fait', missed: 'manqué', moot: 'sans objet' };

/** What became of a date since the day before. */
function changed(deadline: ProcedureDeadline, before: ProcedureDeadline | undefined): string | null {
  const { label, status, whose } = deadline;
  if ((before?.status ?? 'open') === status) return null;
  if (whose === 'wait' && status === 'done') return `- C’est le jour : ${label}.`;
  if (whose === 'theirs' && status === 'missed') return `- Délai passé : ${label}.`;
  return `- ${label} : ${STATUS[status]}.`;
}

/** The same date, whatever became of it. */
function same(a: ProcedureDeadline, b: ProcedureDeadline): boolean {
  return a.what === b.what && a.before === b.before && a.notBefore === b.notBefore;
}

/** What a day brought to one procedure: its events, its state, its dates, its reminders and its doubts. */
function entryOf(facts: ProcedureFacts, on: Day, shown: Set<string>): string[] {
  const before = lifeOn(facts, addDays(on, -1));
  const after = lifeOn(facts, on);
  const lines: string[] = [];
  for (const { kind, on: at } of facts.events) {
    const definition = eventsOf(facts.kind).find((known) => known.kind === kind)!;
    if (at === on) lines.push(`**${definition.label}**.`);
  }
  if (after.state !== before.state) lines.push(`État : **${after.stateName}**. ${after.advice}`);
  const list: string[] = [];
  for (const deadline of after.deadlines) {
    const was = before.deadlines.find((found) => same(found, deadline));
    if (was === undefined) list.push(dated(deadline));
    const change = changed(deadline, was);
    if (change !== null) list.push(change);
  }
  for (const { key, kind, action } of deadlineReminders(after, on)) {
    if (shown.has(key)) continue;
    shown.add(key);
    if (kind === 'act') list.push(`- Rappel : ${action}`);
  }
  const isFirst = facts.events.some((event) => event.on === on) && facts.events.every((event) => event.on >= on);
  const known = isFirst ? [] : before.warnings;
  const warned = after.warnings.filter((sentence) => !known.includes(sentence));
  list.push(...warned.map((sentence) => `- Attention : ${sentence}`));
  return [...lines, ...(list.length === 0 ? [] : [list.join('\n')])];
}

/** How a procedure stands at the end: its title and what it does to limitation. */
function endingOf(facts: ProcedureFacts, on: Day): string {
  const { stateName, end, title, limitation } = lifeOn(facts, on);
  const parts = [
    `${procedureName(facts.kind)} : ${stateName}${end === null ? '' : ` (fin : ${procedureEndName(end)})`}.`,
  ];
  if (title !== null) {
    const from =
      title.enforceableFrom === null ? 'pas encore exécutoire' : `exécutoire le ${named(title.enforceableFrom)}`;
    const late = title.lateOppositionPossible ? ', opposition tardive encore possible' : '';
    parts.push(`Titre du ${frenchDate(title.on)}, ${from}${late}.`);
  }
  const acts = limitation.map(
    ({ kind, on: at, until }) =>
      `${LIMITATION_EVENT_NAMES[kind]} le ${frenchDate(at)}${until === undefined ? '' : ` jusqu’au ${frenchDate(until)}`}`,
  );
  parts.push(acts.length === 0 ? 'Prescription : rien.' : `Prescription : ${acts.join(', ')}.`);
  return parts.join(' ');
}

/** The diary of a life: every day on which something happened, began, was recalled or lapsed. */
export function diaryOfLife(life: ToldLife): string {
  const procedures = life.procedures.map((procedure) => factsOf(life, procedure));
  const until = day(life.until);
  const first = Math.min(...procedures.flatMap(({ events }) => events.map(({ on }) => on))) as Day;
  const lines = [`# ${life.title}`, '', life.about.trim(), ''];
  const shown = procedures.map(() => new Set<string>());
  for (let on = first; on <= until; on = addDays(on, 1)) {
    const entries = procedures.map((facts, i) => entryOf(facts, on, shown[i]!));
    if (entries.every((entry) => entry.length === 0)) continue;
    lines.push(`## ${named(on)}`, '');
    for (const [i, entry] of entries.entries()) {
      if (entry.length === 0) continue;
      if (procedures.length > 1) lines.push(`### ${procedureName(procedures[i]!.kind)}`, '');
      lines.push(...entry.flatMap((part) => [part, '']));
    }
  }
  lines.push(`## Au ${frenchDate(until)}`, '', ...procedures.map((facts) => `- ${endingOf(facts, until)}`));
  return `${lines.join('\n').trimEnd()}\n`;
}

/** A golden life: its diary as it is kept, and as the machines write it today. */
export interface LifePage {
  name: string;
  diaryFile: string;
  kept: string | null;
  written: string;
  procedures: readonly string[];
}

/** Reads and plays every life of `examples/procedures`. */
export function readLives(): LifePage[] {
  return readdirSync(LIVES)
    .sort()
    .map((name) => {
      const life = parse(readFileSync(join(LIVES, name, 'life.yaml'), 'utf8')) as ToldLife;
      const diaryFile = join(LIVES, name, 'diary.md');
      const kept = existsSync(diaryFile) ? readFileSync(diaryFile, 'utf8') : null;
      return { name, diaryFile, kept, written: diaryOfLife(life), procedures: life.procedures.map(({ kind }) => kind) };
    });
}
