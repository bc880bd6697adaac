import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { App } from './app.ts';

export interface Served {
  /** `http://127.0.0.1:4680` */
  readonly url: string;
  readonly port: number;
  /** Stops accepting, lets requests under way end, then cuts what is left. May be called again without effect. */
  close(): Promise<void>;
}

/** How long requests under way may take to end when the server is asked to stop. */
const GRACE_MS = 5_000;

/** Limits of Node's own reader: what exceeds them is answered 4xx before any of our code runs. */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  // An upload of the largest file over a slow line still fits; bodies of JSON have their own, shorter limit.
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
};

/**
 * Listens for the app; port 0 takes any free one. Refuses by rejecting with the system's error (`EADDRINUSE`…), which
 * the command line turns into a sentence.
 */
export async function serve(app: App, at: { port: number; host?: string }): Promise<Served> {
  const host = at.host ?? '127.0.0.1';
  const server = createServer(LIMITS, getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('A listening server has an address with a port.');
  const name = host.includes(':') ? `[${host}]` : host;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    close() {
      closed ??= shut(server);
      return closed;
    },
  };
}

async function shut(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  // Connections become idle one by one as their requests end; kept alive, they would hold the server open.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  await ended;
  clearTimeout(cut);
  clearInterval(sweep);
}
