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
  proceedings: ProceedingsKind | null;
  closedOn: Day | null;
  closure: 'insufficient-assets' | 'debts-paid' | null;
  representative: Representative | null;
  struckOffOn: Day | null;
  /** Sentences: what must be verified. */
  doubts: string[];
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
  const inForce = effective(notices, siren);
  const closure = inForce.findLast(({ effect }) => effect.kind === 'closure') ?? null;
  // Proceedings closed before the last opening are over.
  const lastOpening = inForce.findLast(({ effect }) => effect.kind === 'opening') ?? null;
  const isReopened = closure !== null && lastOpening !== null && lastOpening.on > closure.on;
  const current = isReopened ? inForce.filter(({ on }) => on > closure.on) : inForce;
  const acts = current.filter(({ effect }) => STOPPING.includes(effect.kind));
  const openings = acts.filter(({ effect }) => effect.kind === 'opening');
  const first = openings[0] ?? acts[0] ?? null;
  const clock = openings.at(-1) ?? null;
  const doubts: string[] = [];
  if (first !== null && clock === null)
    doubts.push(
      fr`L’annonce du jugement d’ouverture n’a pas été vue : la date retenue est celle de l’annonce la plus ancienne connue. Cherchez l’ouverture sur bodacc.fr, elle fait courir le délai de déclaration.`,
    );
  if (first !== null && first.notice.judgment?.on === null)
    doubts.push(fr`L’annonce ne donne pas le jour du jugement : celui de sa publication est retenu, à vérifier.`);
  const kinds = acts
    .map(({ effect }) => ('proceedings' in effect ? effect.proceedings : null))
    .filter((one) => one !== null);
  if (first !== null && kinds.length === 0)
    doubts.push(fr`La nature de la procédure n’est pas claire dans l’annonce : à vérifier.`);
  const named = acts
    .map(({ notice }) => representativeIn(notice.judgment?.details ?? null))
    .findLast((one) => one !== null);
  const ended = first !== null && closure !== null && !isReopened ? closure : null;
  return {
    openedOn: first?.on ?? null,
    publishedOn: clock?.publishedOn ?? null,
    openingId: clock?.notice.noticeId ?? null,
    proceedings: kinds.at(-1) ?? null,
    closedOn: ended?.on ?? null,
    closure: ended?.effect.kind === 'closure' ? ended.effect.reason : null,
    representative: named ?? null,
    struckOffOn: inForce.findLast(({ effect }) => effect.kind === 'struck-off')?.on ?? null,
    doubts,
  };
}

/** Effects that say that proceedings are open: reminders stop. */
const STOPPING: readonly NoticeEffect['kind'][] = ['opening', 'conversion', 'plan', 'claims-listed', 'in-proceedings'];

/** Whether a notice says that proceedings are open against the debtor. */
export const stopsReminders = (kind: NoticeEffect['kind']): boolean => STOPPING.includes(kind);

/** The notices that stand, in the order of their judgments. */
function effective(notices: readonly NoticeRecord[], siren: string | null): Effective[] {
  const byId = new Map(notices.map((notice) => [notice.noticeId, notice]));
  const gone = new Set<string>();
  for (const { type, previousId } of notices) if (type !== 'annonce' && previousId !== null) gone.add(previousId);
  const standing = [...byId.values()]
    .filter(({ noticeId, type }) => !gone.has(noticeId) && type !== 'annulation')
    .map((notice): Effective => {
      const effect = noticeEffect(notice, siren);
      const on = notice.judgment?.on ?? notice.publishedOn;
      return { notice, effect, on, publishedOn: firstPublication(notice, byId) };
    })
    .sort((one, other) => one.on - other.on || one.publishedOn - other.publishedOn);
  const retraction = standing.findLast(({ effect }) => effect.kind === 'retracted');
  if (retraction === undefined) return standing;
  const { previousId } = retraction.notice;
  const isTakenBack = ({ notice, effect, on }: Effective) =>
    previousId === null ? STOPPING.includes(effect.kind) && on <= retraction.on : notice.noticeId === previousId;
  return standing.filter((one) => one !== retraction && !isTakenBack(one));
}

function firstPublication(notice: NoticeRecord, byId: ReadonlyMap<string, NoticeRecord>): Day {
  let first = notice.publishedOn;
  const seen = new Set([notice.noticeId]);
  for (let before = notice.previousId; before !== null && !seen.has(before); ) {
    seen.add(before);
    const previous = byId.get(before);
    if (previous === undefined) break;
    if (previous.publishedOn < first) first = previous.publishedOn;
    before = previous.previousId;
  }
  return first;
}
