export { checkScore } from './check.ts';
export { refreshCompanyPayers } from './refresh.ts';
