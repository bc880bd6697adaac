/** The HTTP door: the app over its services, and the server that listens for it. */
export { type App, createApp } from './app.ts';
export { HTTP_REFUSALS } from './refusal.ts';
export { type Served, serve } from './serve.ts';
export type {
  Actor,
  AppLog,
  AppServices,
  ComposedMessage,
  HttpConfig,
  ImportOptions,
  LawParameter,
  ProducedFile,
  RunDecision,
  ServiceRefusal,
  StagedFile,
} from './services.ts';
