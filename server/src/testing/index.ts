/** Helpers for tests with a real database; used by test files only. */
export { keptWrongly } from './kept.ts';
export { describeWith } from './outside.ts';
export { snapshotTenant } from './tenant-snapshot.ts';
export { newTenant, type TestStore, testStore } from './test-store.ts';
