export {
  type DebtorStanding,
  keepDeclaration,
  lockNoticed,
  markOpenings,
  type NoticedDebtor,
  nextOpening,
  type OpeningToDeclare,
  releaseDeclarations,
  writeStandings,
} from './standing.ts';
export {
  casesOfNames,
  casesOfNotices,
  casesOfSirens,
  keepNotices,
  type NewMatch,
  type NewNotice,
  type NoticedCase,
} from './take.ts';
export {
  countWaitingNotices,
  decideMatch,
  findNotice,
  listNotices,
  lockMatch,
  noticesOfCase,
} from './views.ts';
export {
  dueNoticeWatches,
  endNoticeWatch,
  leaseNoticeWatch,
  noteAsked,
  noticeWatch,
  type SirenToAsk,
  setNoticeWatch,
  sirensToAsk,
} from './watch.ts';
