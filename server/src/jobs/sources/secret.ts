import type { Secrets, SourceRecord } from '../../store/index.ts';

/** What the seal of a source's secret is bound to: it opens for that source and no other. */
const purpose = (sourceId: string): string => `source.secret:${sourceId}`;

export const sealSourceSecret = (secrets: Secrets, sourceId: string, plain: string): Buffer =>
  secrets.seal(plain, purpose(sourceId));

/** The password or private key of a source, null when none is kept. Throws the store's refusal when it does not open any more. */
export function openSourceSecret(
  secrets: Secrets,
  source: Pick<SourceRecord, 'sourceId' | 'secretSealed'>,
): string | null {
  return source.secretSealed && secrets.open(source.secretSealed, purpose(source.sourceId));
}
