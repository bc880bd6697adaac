/** The channels' door: how what was decided leaves the house. */
export * from './bodacc/index.ts';
export * from './cards/index.ts';
export * from './mail/index.ts';
export * from './providers/index.ts';
