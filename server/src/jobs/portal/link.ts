import { addDays, type Day } from '@acquit/law';
import type { CompanyFacts } from '@acquit/recovery';
import { PORTAL_ROOT, publicNames } from '../../public-names.ts';
import { doorEpoch, type Secrets, type Tx } from '../../store/index.ts';
import { type SealedLink, seal, unseal } from '../sealed-link.ts';

/** A link to a debtor's page: it reads one account of one creditor. */
export interface PortalLink extends Omit<SealedLink, 'objectId'> {
  caseId: string;
}

const PURPOSE = 'portal link 1';

/** The link as it stands in an address: 72 letters that need no escape. */
export const writeLink = (secrets: Secrets, { caseId, ...link }: PortalLink): string =>
  seal(secrets, PURPOSE, { ...link, objectId: caseId });

/** Reads a link back; null for whatever we did not write, to the last bit. Whether it has expired is the caller's to say. */
export function readLink(secrets: Secrets, text: string): PortalLink | null {
  const link = unseal(secrets, PURPOSE, text);
  if (link === null) return null;
  const { objectId: caseId, ...rest } = link;
  return { ...rest, caseId };
}

/**
 * The link that a message of a company carries, or null: its debtors have no page, or nobody could open it. A message of
 * the test mode, which reaches nobody, shows the page as it would be.
 */
export async function messageLink(
  tx: Tx,
  secrets: Secrets,
  of: { company: CompanyFacts; caseId: string; on: Day; mode: 'test' | 'live' },
): Promise<string | null> {
  const { portalUrl } = publicNames();
  const { enabled, validDays } = of.company.settings.portal;
  if (portalUrl === null || !enabled) return null;
  const link = writeLink(secrets, {
    tenantId: tx.tenantId,
    caseId: of.caseId,
    until: addDays(of.on, validDays),
    epoch: await doorEpoch(tx, of.caseId),
    preview: of.mode === 'test',
  });
  return new URL(`${PORTAL_ROOT}/${link}`, portalUrl).href;
}
