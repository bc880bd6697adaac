export { echoed } from './echo.ts';
export { FieldReader } from './reader.ts';
export { type Receipt, type ReceiptInput, readReceipts } from './receipts.ts';
export { type Allocation, readLeapYears, readPrincipalFirst, type YearLength } from './settings.ts';
