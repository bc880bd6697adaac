const ABSENT = '[not here: ';

/** Title of a group of tests that are not tried because what they need is not here. */
export const absentTitle = (name: string, what: string): string => `${name} ${ABSENT}${what}]`;

/** What a group of tests misses, by the titles it stands under; null when it misses nothing. */
export function missedBy(titles: readonly string[]): string | null {
  const title = titles.find((one) => one.endsWith(']') && one.includes(ABSENT));
  return title === undefined ? null : title.slice(title.indexOf(ABSENT) + ABSENT.length, -1);
}
