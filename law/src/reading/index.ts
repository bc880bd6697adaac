export { FieldReader } from './reader.ts';
export { type Receipt, type ReceiptInput, readReceipts } from './receipts.ts';
