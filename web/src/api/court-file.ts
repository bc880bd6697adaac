import type { CourtBundleView } from '@acquit/recovery';
import { queryOptions } from '@tanstack/react-query';
import { read } from './client.ts';

/**
 * The court file of a procedure that was opened, by its identifier; or of a case for a procedure that was not, written
 * « case~procedure » in the address.
 */
export const courtFileQuery = (named: string) => {
  const [caseId, procedure] = named.split('~');
  const path =
    procedure === undefined ? `/procedures/${named}/court-file` : `/cases/${caseId}/court-files/${procedure}`;
  return queryOptions({
    queryKey: ['court-file', named],
    queryFn: ({ signal }) => read<CourtBundleView>(path, signal),
    retry: false,
  });
};

/** Where the acts of a court file are sent. */
export const courtFilePath = ({ caseId, procedure }: Pick<CourtBundleView, 'caseId' | 'procedure'>) =>
  `/cases/${caseId}/court-files/${procedure}`;

/** Where a file that was built is read. */
export const builtFileAddress = (bundleId: string, version: number, n: number) =>
  `/api/court-bundles/${bundleId}/versions/${version}/files/${n}`;
