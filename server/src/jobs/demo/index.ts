export { type DemoResult, loadDemo } from './load.ts';
export { practiceStatement } from './statement.ts';
