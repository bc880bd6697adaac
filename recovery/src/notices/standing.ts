import type { Day } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import { noticeEffect } from './effect.ts';
import type { NoticeEffect, NoticeRecord, ProceedingsKind, Representative } from './model.ts';
import { representativeIn } from './representative.ts';

/** Where a debtor stands by the notices matched to him. */
export interface NoticeStanding {
  /** Day of the judgment, whose effect is from its first hour; null: no proceedings are known. */
  openedOn: Day | null;
  /** Publication that starts the period to declare; null: the opening was not seen. */
  publishedOn: Day | null;
  /** The notice of that opening. */
  openingId: string | null;
  /** The notices of that opening: itself, those it corrects, and the same judgment published twice. */
  openingIds: string[];
  /** Every notice of the proceedings under way, those corrected included. */
  currentIds: string[];
  proceedings: ProceedingsKind | null;
  closedOn: Day | null;
  closure: 'insufficient-assets' | 'debts-paid' | null;
  representative: Representative | null;
  struckOffOn: Day | null;
  /** What must be verified, each beside the notice that leaves it open. */
  doubts: NoticeDoubt[];
}

export interface NoticeDoubt {
  noticeId: string;
  /** A French sentence. */
  message: string;
}

interface Effective {
  notice: NoticeRecord;
  effect: NoticeEffect;
  /** Its judgment's day, else that of its publication. */
  on: Day;
  /** Its own publication, or that of the notice it corrects when that one is known. */
  publishedOn: Day;
}

/**
 * The standing that notices make together, whatever the order they came in: those taken back are left out, those
 * corrected stand corrected but keep the first day of publication, which ends the periods soonest. Interest stops at the
 * first judgment of the proceedings under way; the period to declare runs from the last opening published.
 */
export function noticeStanding(notices: readonly NoticeRecord[], siren: string | null = null): NoticeStanding {
  const byId = new Map(notices.map((notice) => [notice.noticeId, notice]));
  const inForce = effective(byId, siren);
  const closure = inForce.findLast(({ effect }) => effect.kind === 'closure') ?? null;
  // Proceedings closed before the last opening are over.
  const lastOpening = inForce.findLast(({ effect }) => effect.kind === 'opening') ?? null;
  const isReopened = closure !== null && lastOpening !== null && lastOpening.on > closure.on;
  const current = isReopened ? inForce.filter(({ on }) => on > closure.on) : inForce;
  const acts = current.filter(({ effect }) => STOPPING.includes(effect.kind));
  const openings = acts.filter(({ effect }) => effect.kind === 'opening');
  const first = openings[0] ?? acts[0] ?? null;
  const clock = openings.at(-1) ?? null;
  // One judgment may be published twice, and a correction may not name what it corrects: the first publication counts.
  const ofClock = clock === null ? [] : openings.filter((one) => one.on === clock.on || isBlindCorrection(clock, byId));
  const kinds = acts
    .map(({ effect }) => ('proceedings' in effect ? effect.proceedings : null))
    .filter((one) => one !== null);
  const named = acts
    .map(({ notice }) => representativeIn(notice.judgment?.details ?? null))
    .findLast((one) => one !== null);
  const ended = first !== null && closure !== null && !isReopened ? closure : null;
  return {
    openedOn: first?.on ?? null,
    publishedOn: ofClock.reduce<Day | null>(
      (day, one) => (day === null || one.publishedOn < day ? one.publishedOn : day),
      null,
    ),
    openingId: clock?.notice.noticeId ?? null,
    openingIds: ofClock.flatMap(({ notice }) => chainOf(notice, byId)),
    currentIds: current.flatMap(({ notice }) => chainOf(notice, byId)),
    proceedings: kinds.at(-1) ?? null,
    closedOn: ended?.on ?? null,
    closure: ended?.effect.kind === 'closure' ? ended.effect.reason : null,
    representative: named ?? null,
    struckOffOn: inForce.findLast(({ effect }) => effect.kind === 'struck-off')?.on ?? null,
    doubts: doubtsOf({ first, clock, hasKind: kinds.length > 0 }, byId),
  };
}

type ById = ReadonlyMap<string, NoticeRecord>;

/** What the notices leave open, each beside the one to read again. */
function doubtsOf(
  { first, clock, hasKind }: { first: Effective | null; clock: Effective | null; hasKind: boolean },
  byId: ById,
): NoticeDoubt[] {
  const doubts: NoticeDoubt[] = [];
  const doubt = ({ notice: { noticeId } }: Effective, message: string) => doubts.push({ noticeId, message });
  if (first !== null && clock === null)
    doubt(
      first,
      fr`L’annonce du jugement d’ouverture n’a pas été vue : la date retenue est celle de l’annonce la plus ancienne connue. Cherchez l’ouverture sur bodacc.fr, elle fait courir le délai de déclaration.`,
    );
  if (clock !== null && isBlindCorrection(clock, byId))
    doubt(
      clock,
      fr`L’annonce que celle-ci corrige n’est pas connue : cherchez-la sur bodacc.fr, le délai de déclaration court sans doute de sa publication, antérieure.`,
    );
  if (first !== null && first.notice.judgment?.on === null)
    doubt(first, fr`L’annonce ne donne pas le jour du jugement : celui de sa publication est retenu, à vérifier.`);
  if (first !== null && !hasKind)
    doubt(first, fr`La nature de la procédure n’est pas claire dans l’annonce : à vérifier.`);
  return doubts;
}

/** A correction of which the notice corrected is not named, or was never seen. */
const isBlindCorrection = ({ notice: { type, previousId } }: Effective, byId: ById): boolean =>
  type === 'rectificatif' && (previousId === null || !byId.has(previousId));

/** Effects that say that proceedings are open: reminders stop. */
const STOPPING: readonly NoticeEffect['kind'][] = ['opening', 'conversion', 'plan', 'claims-listed', 'in-proceedings'];

/** Whether a notice says that proceedings are open against the debtor. */
export const stopsReminders = (kind: NoticeEffect['kind']): boolean => STOPPING.includes(kind);

/**
 * Whether a correction says that the company was another one: it takes back what it corrects and says nothing of this one.
 */
export function namesAnother(notice: NoticeRecord, previous: NoticeRecord | null, siren: string | null): boolean {
  const { type, sirens } = notice;
  if (type !== 'rectificatif' || siren === null || sirens.length === 0 || previous === null) return false;
  return previous.sirens.includes(siren) && !sirens.includes(siren);
}

/** The notices that stand, in the order of their judgments. */
function effective(byId: ById, siren: string | null): Effective[] {
  const notices = [...byId.values()];
  const gone = new Set<string>();
  for (const { type, previousId } of notices) if (type !== 'annonce' && previousId !== null) gone.add(previousId);
  const standing = notices
    .filter((notice) => {
      if (gone.has(notice.noticeId) || (notice.type === 'annulation' && notice.previousId !== null)) return false;
      return !namesAnother(notice, byId.get(notice.previousId ?? '') ?? null, siren);
    })
    .map((notice): Effective => {
      const effect = noticeEffect(notice, siren);
      const on = notice.judgment?.on ?? notice.publishedOn;
      return { notice, effect, on, publishedOn: firstPublication(notice, byId) };
    })
    .sort((one, other) => one.on - other.on || one.publishedOn - other.publishedOn);
  const takingBack = standing.filter(
    ({ notice, effect }) => notice.type === 'annulation' || effect.kind === 'retracted',
  );
  return standing.filter((one) => !takingBack.some((other) => other === one || takesBack(other, one)));
}

/** Whether what takes something back takes this one: the notice it names, else what was published or judged before it. */
function takesBack({ notice, effect, on }: Effective, one: Effective): boolean {
  if (notice.previousId !== null) return one.notice.noticeId === notice.previousId;
  if (notice.type !== 'annulation') return STOPPING.includes(one.effect.kind) && one.on <= on;
  const isAlike =
    one.effect.kind === effect.kind || (STOPPING.includes(one.effect.kind) && STOPPING.includes(effect.kind));
  return isAlike && one.notice.publishedOn <= notice.publishedOn;
}

/** A notice and those it corrects, one after the other, as far as they are known. */
function chainOf(notice: NoticeRecord, byId: ById): string[] {
  const chain = new Set([notice.noticeId]);
  for (let before = notice.previousId; before !== null && !chain.has(before); ) {
    chain.add(before);
    before = byId.get(before)?.previousId ?? null;
  }
  return [...chain];
}

function firstPublication(notice: NoticeRecord, byId: ById): Day {
  const days = chainOf(notice, byId).flatMap((noticeId) => byId.get(noticeId)?.publishedOn ?? []);
  return Math.min(...days) as Day;
}
