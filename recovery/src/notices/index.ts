/** Notices of the BODACC: what a record says, what it does to a claim, where a debtor stands by all of them. */
export { noticeEffect } from './effect.ts';
export type {
  NoticeEffect,
  NoticeEffectKind,
  NoticeRecord,
  NoticeType,
  ProceedingsKind,
  Representative,
} from './model.ts';
export { noticeOf } from './record.ts';
export { representativeIn } from './representative.ts';
export { type NoticeStanding, namesAnother, noticeStanding, stopsReminders } from './standing.ts';
export { effectAdvice, effectTitle, proceedingsName } from './words.ts';
