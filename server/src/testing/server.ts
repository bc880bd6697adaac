/** The database that every test file's own is copied from. */
export const TEMPLATE = 'acquit_template';

/** How a test process reaches the run's server. */
export interface TestServer {
  readonly socketFolder: string;
  readonly port: number;
  readonly supervisor: { readonly user: string; readonly password: string };
  readonly appPassword: string;
  /** An ordinary login with the rights that a DATABASE_URL asks for. */
  readonly visitor: { readonly user: string; readonly password: string };
}

declare module 'vitest' {
  export interface ProvidedContext {
    acquitTestServer: TestServer;
  }
}
