/**
 * Names of profiles in use. The same profile is written in several ways (with `#` or `:` before `compliant`, with or
 * without the standard in front), so the outline is compared, without case.
 */
const known: readonly RegExp[] = [
  /^urn:cen\.eu:en16931:2017/i,
  /factur-x\.eu:1p0:(minimum|basicwl|basic|en16931|extended)$/i,
  /^urn:ferd:(crossindustrydocument:invoice|invoice):1p0:(basic|comfort|extended)/i,
  /^urn:zugferd\.de:2p0:(minimum|basicwl|basic|en16931|extended)$/i,
  /urn\.cpro\.gouv\.fr:1p0:/i,
  /:xrechnung_\d/i,
  /^urn:fdc:peppol\.eu:/i,
  /^urn:www\.cenbii\.eu:/i,
  // Chorus Pro names its own profiles by a letter and a figure.
  /^[ABC]\d{1,2}$/,
];

export function isKnownProfile(profile: string): boolean {
  return known.some((outline) => outline.test(profile));
}

/** The MINIMUM profile has no room for what was paid before: its amount due may differ from the total for that reason. */
export function isMinimumProfile(profile: string | undefined): boolean {
  return profile !== undefined && /:minimum$/i.test(profile);
}
