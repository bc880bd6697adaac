/** The channels' door: how what was decided leaves the house. */
export * from './cards/index.ts';
export * from './mail/index.ts';
export * from './providers/index.ts';
