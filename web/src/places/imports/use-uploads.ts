import type { ImportJobView, SessionView, SyncPreview } from '@acquit/recovery';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refreshAll } from '../../api/act.ts';
import { change, newKey, query, read, Unreachable } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { t } from '../../texts/index.ts';

export interface Applied {
  preview: SyncPreview;
  result: ImportJobView | null;
  error: unknown;
}

/** How far the files are: how many are done, and what the one under way is at. */
export interface Progress {
  done: number;
  all: number;
  fileName: string;
  phase: string | null;
  /** From 0 to 1 within the file; null when it is not known. */
  part: number | null;
}

const POLL_MS = 700;
/** Between two tries while the server does not answer. */
const CUT_MS = 3_000;
/** Files sent in one request, which sees what each brings to the next; the server takes five hundred at most. */
const FILES_AT_ONCE = 400;

/** Files that would bring something; the others are shown with their reason and left alone. */
export function isReady(preview: SyncPreview): boolean {
  return preview.status === 'ready' || preview.status === 'set-aside';
}

const isUnderWay = ({ state }: ImportJobView) => state === 'waiting' || state === 'running';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks until an answer comes. The same bytes are never taken twice, so a file may be asked for again after a cut; saying
 * instead that it was not imported could be false.
 */
async function patiently<T>(ask: () => Promise<T>, onCut: () => void): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (failure) {
      if (!(failure instanceof Unreachable)) throw failure;
      onCut();
      await pause(CUT_MS);
    }
  }
}

/** Waits until a job has ended, telling how far it is meanwhile. */
async function ended(
  job: ImportJobView,
  tell: (job: ImportJobView) => void,
  onCut: () => void,
): Promise<ImportJobView> {
  let now = job;
  while (isUnderWay(now)) {
    tell(now);
    await pause(POLL_MS);
    now = await patiently(() => read<ImportJobView>(`/imports/${job.importId}`), onCut);
  }
  return now;
}

/** Asks the browser to warn whoever closes the tab before every chosen file has been handed to the server. */
function holdTheTab(): () => void {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', warn);
  return () => removeEventListener('beforeunload', warn);
}

/**
 * From dropped files to imported invoices: read for a preview, corrected, applied one after the other. The first file
 * applied on an empty installation creates the company; the next ones go into it.
 */
export function useUploads(companyId: string | null) {
  const client = useQueryClient();
  const [reading, setReading] = useState(0);
  const [previews, setPreviews] = useState<SyncPreview[]>([]);
  /** What was read and not taken by the last import: refused, or known already. */
  const [left, setLeft] = useState<SyncPreview[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [applied, setApplied] = useState<Applied[]>([]);
  const [progress, setProgress] = useState<Progress | null>(null);

  const readFiles = async (files: readonly File[]) => {
    setError(null);
    setReading((before) => before + files.length);
    for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
      const some = files.slice(at, at + FILES_AT_ONCE);
      const form = new FormData();
      for (const file of some) form.append('files', file);
      try {
        const found = await change<SyncPreview[]>('POST', `/companies/imports/preview${query({ companyId })}`, form);
        setPreviews((before) => [
          ...before.filter((one) => !found.some((two) => two.uploadId === one.uploadId)),
          ...found,
        ]);
      } catch (failure) {
        setError(failure);
      }
      setReading((before) => before - some.length);
    }
  };

  const correct = async (uploadId: string, mapping: Record<string, number>) => {
    const again = await change<SyncPreview>('POST', `/imports/${uploadId}/preview`, { companyId, mapping });
    setPreviews((before) => before.map((one) => (one.uploadId === uploadId ? again : one)));
  };

  const apply = async (chosen: readonly SyncPreview[], mappings: ReadonlyMap<string, Record<string, number>>) => {
    let into = companyId;
    const letGo = holdTheTab();
    for (const [done, preview] of chosen.entries()) {
      const at = { done, all: chosen.length, fileName: preview.fileName };
      const cut = () => setProgress({ ...at, phase: t.imports.preview.cut, part: null });
      setProgress({ ...at, phase: null, part: null });
      const mapping = mappings.get(preview.uploadId);
      const body = { companyId: into, ...(mapping ? { mapping } : {}) };
      let result: ImportJobView | null = null;
      let failure: unknown = null;
      try {
        const key = newKey();
        const job = await patiently(
          () => change<ImportJobView>('POST', `/imports/${preview.uploadId}/apply`, body, key),
          cut,
        );
        // Once the last file is with the server, closing the tab stops nothing.
        if (done === chosen.length - 1) letGo();
        result = await ended(job, (now) => setProgress({ ...at, phase: now.phase, part: now.progress }), cut);
        // The company that this file has just created is the one the next files belong to.
        if (!into) into = companyFor(await patiently(() => read<SessionView>('/session'), cut), preview);
      } catch (caught) {
        failure = caught;
      }
      setApplied((before) => [...before, { preview, result, error: failure }]);
    }
    letGo();
    setLeft(previews.filter((one) => !chosen.includes(one)));
    setPreviews([]);
    setProgress(null);
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await refreshAll(client);
    return into;
  };

  return {
    reading,
    previews,
    error,
    applied,
    left,
    progress,
    readFiles,
    correct,
    apply,
    /** An import as it is now, undone for example. */
    replace: (result: ImportJobView) =>
      setApplied((before) =>
        before.map((one) => (one.result?.importId === result.importId ? { ...one, result } : one)),
      ),
    remove: (uploadId: string) => setPreviews((before) => before.filter((one) => one.uploadId !== uploadId)),
    clear: () => {
      setPreviews([]);
      setApplied([]);
      setLeft([]);
      setError(null);
    },
  };
}

function companyFor(session: SessionView, preview: SyncPreview): string | null {
  const wanted = preview.proposedCompany;
  const own = session.companies.filter((company) => !company.isDemo);
  const found = own.find((company) => company.legalId === wanted?.legalId || company.name === wanted?.name);
  return (found ?? own[0])?.companyId ?? null;
}
