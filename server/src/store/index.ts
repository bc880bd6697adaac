/** The store's door: what other folders of the server may use of it. */
export { BlobFault, type Blobs, hashOfFile, type KeptFile } from './blobs.ts';
export * from './journal/index.ts';
export { joinJson, jsonList } from './json-list.ts';
export type { LiveSession, Login, Lookup, PushingSource, Tenant } from './lookup.ts';
export * from './queries/index.ts';
export { EnvironmentRefusal } from './refusal.ts';
export type { Secrets } from './secrets.ts';
export { bySlices } from './slices.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
export type { TenantOptions, Tx } from './transaction.ts';
