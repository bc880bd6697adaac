/** Where the pages of debtors live, whatever the name. */
export const PORTAL_ROOT = '/espace';
/** Where professionals open the cases entrusted to them. */
export const PARTNER_ROOT = '/confie';

/** The addresses under which this installation is known outside; null: on this machine only. */
export interface PublicNames {
  /** Where people open the app. */
  publicUrl: URL | null;
  /** Where debtors open their own page: a name of its own, or the app's. */
  portalUrl: URL | null;
}

/** Reads ACQUIT_PUBLIC_URL and ACQUIT_PORTAL_URL. */
export function publicNames(env: Readonly<Record<string, string | undefined>> = process.env): PublicNames {
  const read = (text: string | undefined) => (text ? new URL(text) : null);
  const publicUrl = read(env.ACQUIT_PUBLIC_URL);
  return { publicUrl, portalUrl: read(env.ACQUIT_PORTAL_URL) ?? publicUrl };
}
