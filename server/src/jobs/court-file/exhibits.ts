import { type Day, parseDay } from '@acquit/law';
import { EXHIBIT_KINDS, type ExhibitKind } from '@acquit/recovery';
import { type Bundle, type CasePaper, gatherPapers, type Tx } from '../../store/index.ts';

/** An exhibit as it will be numbered, or left out. */
export interface Exhibit {
  key: string;
  kind: ExhibitKind;
  title: string;
  on: Day | null;
  included: boolean;
  /** Added by somebody; null: gathered from the case. */
  fileId: string | null;
  from: CasePaper['from'] | { journal: true };
}

/** The key of the extract of the journal, which every case has. */
const JOURNAL = 'journal';

/**
 * The exhibits of a file: what the case holds and what was added, in the user's order and under his names; what came
 * since is put where its kind goes. A paper that is gone is in nobody's list.
 */
export async function exhibitsOf(
  tx: Tx,
  { caseId, bundle, claimIds }: { caseId: string; bundle: Bundle | null; claimIds: ReadonlySet<string> | null },
): Promise<Exhibit[]> {
  const papers = (await gatherPapers(tx, caseId)).filter(({ key }) => {
    const claimId = key.startsWith('invoice:') ? key.slice('invoice:'.length) : null;
    return claimId === null || claimIds === null || claimIds.has(claimId);
  });
  const old = oldReminders(papers);
  const gathered = papers.map(
    ({ key, kind, title, on, from }): Exhibit => ({
      key,
      kind,
      title,
      on: parseDay(on ?? ''),
      included: !old.has(key),
      fileId: null,
      from,
    }),
  );
  const added = (bundle?.files ?? []).map(
    (file): Exhibit => ({
      key: `file:${file.fileId}`,
      kind: file.kind,
      title: file.title,
      on: parseDay(file.on ?? ''),
      included: true,
      fileId: file.fileId,
      from: { blob: file.sha256, mediaType: file.mediaType, fileName: file.fileName },
    }),
  );
  const journal: Exhibit = {
    key: JOURNAL,
    kind: 'journal',
    title: 'Extrait du journal du dossier',
    on: null,
    included: true,
    fileId: null,
    from: { journal: true },
  };
  const all = [...added, ...gathered, journal].toSorted(byKind);
  const chosen = bundle?.exhibits ?? [];
  const known = new Map(all.map((exhibit) => [exhibit.key, exhibit]));
  const ordered = chosen.flatMap(({ key, title, included }) => {
    const exhibit = known.get(key);
    return exhibit === undefined ? [] : [{ ...exhibit, title: title ?? exhibit.title, included }];
  });
  const placed = new Set(ordered.map((exhibit) => exhibit.key));
  // What came since the order was chosen goes before the first that is of a later kind.
  for (const exhibit of all.filter(({ key }) => !placed.has(key))) {
    const at = ordered.findIndex((other) => byKind(exhibit, other) < 0);
    if (at < 0) ordered.push(exhibit);
    else ordered.splice(at, 0, exhibit);
  }
  return ordered;
}

/** Days of reminders that go in a file until somebody chooses: they show that it was asked, and the notice shows the rest. */
const REMINDER_DAYS = 2;

/** Reminders before the last ones: they are listed, and left out until somebody wants them. */
function oldReminders(papers: readonly CasePaper[]): ReadonlySet<string> {
  const reminders = papers.filter(({ kind }) => kind === 'reminder');
  const kept = [...new Set(reminders.map(({ on }) => on ?? ''))].sort().slice(-REMINDER_DAYS);
  return new Set(reminders.filter(({ on }) => !kept.includes(on ?? '')).map(({ key }) => key));
}

function byKind(a: Exhibit, b: Exhibit): number {
  return EXHIBIT_KINDS.indexOf(a.kind) - EXHIBIT_KINDS.indexOf(b.kind) || (a.on ?? 0) - (b.on ?? 0);
}
