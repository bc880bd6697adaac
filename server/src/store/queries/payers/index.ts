/** How customers pay: their facts, their scores, their peers. */
export { loadPayers, type PayerRecord } from './load.ts';
export { loadPeers, scoredCustomers } from './peers.ts';
export { markOldPayers, markPayersStale, refreshPayer, refreshPayers, setPayerClass } from './refresh.ts';
