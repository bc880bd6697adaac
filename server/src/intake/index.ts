/** The door of intake: everything that comes into the house from outside. */

export * from './courts/index.ts';
export * from './notices/index.ts';
export * from './reading/index.ts';
