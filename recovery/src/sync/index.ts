/** What a file changes in the book: comparison without effects. */
export * from './bank-lines.ts';
export * from './claims.ts';
export * from './counts.ts';
export * from './due-date.ts';
export * from './groups.ts';
export * from './lists.ts';
export type * from './model.ts';
export * from './money.ts';
export * from './unlettered.ts';
