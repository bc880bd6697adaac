/** The door of intake: everything that comes into the house from outside. */

export * from './reading/index.ts';
