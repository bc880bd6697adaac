export * from './model/decision.ts';
export * from './model/facts.ts';
export * from './model/scenario.ts';
export type * from './documents/document.ts';
export type * from './views/views.ts';
