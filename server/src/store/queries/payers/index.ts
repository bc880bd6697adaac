/** How customers pay: their facts, their scores, their peers. */
export { creditLimitOf, listPayers, setCreditLimit } from './list.ts';
export { loadPayers } from './load.ts';
export { loadPeers, scoredCustomers } from './peers.ts';
export { markOldPayers, markPayersStale, refreshPayer, refreshPayers, setPayerClass } from './refresh.ts';
