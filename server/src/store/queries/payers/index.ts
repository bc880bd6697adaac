/** How customers pay: their facts, their scores, their peers. */
export { creditLimitOf, listPayers, type PayerListOrder, setCreditLimit } from './list.ts';
export { loadPayers, type PayerRecord } from './load.ts';
export { loadPeers, scoredCustomers } from './peers.ts';
export { markOldPayers, markPayersStale, refreshPayer, refreshPayers, setPayerClass } from './refresh.ts';
