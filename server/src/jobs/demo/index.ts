export { type DemoResult, loadDemo } from './load.ts';
