import type { ExplanationRow } from '@acquit/law';
import type { AnnexRow } from '../documents/document.ts';

/**
 * The rows of one explanation without what the annex has said before: a text is cited where it first serves, and the
 * reason for a branch, which bears no figure, is given once. Every figure stays.
 */
export function saidOnce(rows: readonly ExplanationRow[], said: Set<string>): AnnexRow[] {
  return rows.flatMap(({ depth, label, value, source }) => {
    const words = `${label.replace(/\d/g, '')}\n${source ?? ''}`;
    const again = source !== null && said.has(words);
    if (source !== null) said.add(words);
    if (again && value === '') return [];
    return [{ depth, label, value, source: again ? null : source }];
  });
}
