export { importNotices } from './import.ts';
export { decideNotice, type NoticeDecision, switchNoticeWatch } from './person.ts';
export { type WatchReport, watchCompany, watchNotices } from './watch.ts';
