import { addDays, day, frenchDate, frenchShortDate, type LawWatchItem } from '../src/index.ts';

const TITLES: Record<LawWatchItem['why'], string> = {
  ends: 'Prend fin sans suite connue',
  doubtful: 'À faire vérifier\u00a0: source unique ou point non tranché (confiance C)',
  old: 'Pas relu depuis un an à la fin de la période',
};

const KINDS: Record<LawWatchItem['kind'], string> = {
  value: 'valeur',
  list: 'liste',
  tariff: 'barème',
  article: 'article',
  holiday: 'jour férié',
};

function shortDate(iso: string | null): string {
  return iso === null ? 'sans fin' : frenchShortDate(day(iso));
}

/** What is said of an item beside its name: dates first, because one looks for them. */
function dates({ why, until, expectedOn, verifiedOn }: LawWatchItem): string {
  if (why !== 'ends') return `relu le ${shortDate(verifiedOn)}`;
  return `jusqu’au ${shortDate(until)}, suite à chercher dès le ${shortDate(expectedOn)}`;
}

function detail({ description, expected, source }: LawWatchItem): readonly string[] {
  const texts = [description, source, expected === null ? null : `À lire\u00a0: ${expected}`];
  return texts.filter((text) => text !== null).map((text) => `      ${text}`);
}

function section(why: LawWatchItem['why'], items: readonly LawWatchItem[]): readonly string[] {
  if (items.length === 0) return [`${TITLES[why]}\u00a0: rien.`, ''];
  const width = Math.max(...items.map(({ name }) => name.length));
  const lines = items.flatMap((item) => [
    `  ${KINDS[item.kind].padEnd(10)}  ${item.name.padEnd(width)}  ${dates(item)}`,
    ...detail(item),
  ]);
  return [`${TITLES[why]} (${items.length})`, ...lines, ''];
}

/** The watch list in French, a section a reason, ready to be printed line by line. */
export function printedWatch(items: readonly LawWatchItem[], on: string, days: number): readonly string[] {
  const from = day(on);
  const period = `du ${frenchDate(from)} au ${frenchDate(addDays(from, days))}`;
  const sections = (Object.keys(TITLES) as LawWatchItem['why'][]).flatMap((why) =>
    section(
      why,
      items.filter((item) => item.why === why),
    ),
  );
  return [`Paramètres de droit à surveiller ${period}`, '', ...sections].slice(0, -1);
}
