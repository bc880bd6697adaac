/** The door of telephone calls: what came of one, and what it leads to. */
export { type CallOrder, recordCall } from './record-call.ts';
