import type { ImportPreview, ImportView, SessionView } from '@acquit/recovery';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refreshAll } from '../../api/act.ts';
import { change, newKey, query, read } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';

export interface Applied {
  preview: ImportPreview;
  result: ImportView | null;
  error: unknown;
}

/** Files that would bring something; the others are shown with their reason and left alone. */
export function isReady(preview: ImportPreview): boolean {
  return preview.status === 'ready' || preview.status === 'set-aside';
}

/**
 * From dropped files to imported invoices: read for a preview, corrected, applied one after the other. The first file
 * applied on an empty installation creates the company; the next ones go into it.
 */
export function useUploads(companyId: string | null) {
  const client = useQueryClient();
  const [reading, setReading] = useState(0);
  const [previews, setPreviews] = useState<ImportPreview[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [applied, setApplied] = useState<Applied[]>([]);
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);

  const readFiles = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const form = new FormData();
    for (const file of files) form.append('files', file);
    setReading(files.length);
    setError(null);
    try {
      const found = await change<ImportPreview[]>('POST', `/companies/imports/preview${query({ companyId })}`, form);
      setPreviews((before) => [
        ...before.filter((one) => !found.some((two) => two.uploadId === one.uploadId)),
        ...found,
      ]);
    } catch (failure) {
      setError(failure);
    }
    setReading(0);
  };

  const correct = async (uploadId: string, mapping: Record<string, number>) => {
    const again = await change<ImportPreview>('POST', `/imports/${uploadId}/preview`, { companyId, mapping });
    setPreviews((before) => before.map((one) => (one.uploadId === uploadId ? again : one)));
  };

  const apply = async (chosen: readonly ImportPreview[], mappings: ReadonlyMap<string, Record<string, number>>) => {
    let into = companyId;
    let done = 0;
    setProgress({ done, all: chosen.length });
    for (const preview of chosen) {
      const mapping = mappings.get(preview.uploadId);
      const body = { companyId: into, ...(mapping ? { mapping } : {}) };
      let result: ImportView | null = null;
      let failure: unknown = null;
      try {
        result = await change<ImportView>('POST', `/imports/${preview.uploadId}/apply`, body, newKey());
        // The company that this file has just created is the one the next files belong to.
        if (!into) into = companyFor(await read<SessionView>('/session'), preview);
      } catch (caught) {
        failure = caught;
      }
      done += 1;
      setProgress({ done, all: chosen.length });
      setApplied((before) => [...before, { preview, result, error: failure }]);
    }
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
    progress,
    readFiles,
    correct,
    apply,
    remove: (uploadId: string) => setPreviews((before) => before.filter((one) => one.uploadId !== uploadId)),
    clear: () => {
      setPreviews([]);
      setApplied([]);
      setError(null);
    },
  };
}

function companyFor(session: SessionView, preview: ImportPreview): string | null {
  const wanted = preview.proposedCompany;
  const own = session.companies.filter((company) => !company.isDemo);
  const found = own.find((company) => company.legalId === wanted?.legalId || company.name === wanted?.name);
  return (found ?? own[0])?.companyId ?? null;
}
