import { PARTNER_ROOT } from '../../public-names.ts';
import type { Secrets } from '../../store/index.ts';
import { type SealedLink, seal, unseal } from '../sealed-link.ts';

/** A link to the page of a hand-over: it reads one case, and posts on it. */
export interface PartnerLink extends Omit<SealedLink, 'objectId'> {
  handOverId: string;
}

const PURPOSE = 'hand-over link 1';

/** The path that opens the page of a hand-over. */
export function partnerPath(secrets: Secrets, { handOverId, ...link }: PartnerLink): string {
  return `${PARTNER_ROOT}/${seal(secrets, PURPOSE, { ...link, objectId: handOverId })}`;
}

/** Reads a link back; null for whatever we did not write. Whether it has expired is the caller's to say. */
export function readPartnerLink(secrets: Secrets, text: string): PartnerLink | null {
  const link = unseal(secrets, PURPOSE, text);
  if (link === null) return null;
  const { objectId: handOverId, ...rest } = link;
  return { ...rest, handOverId };
}
