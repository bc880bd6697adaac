import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { composeReminder } from '../../server/src/jobs/outbox/fixture.ts';

export interface PoolRun {
  port: number;
  connections: number;
  count: number;
  from: string;
}

/**
 * The limit of sending: nodemailer's own pool with the text and HTML of a reminder. It sets no TCP_NODELAY by itself
 * and then waits some 40 ms a message for the acknowledgement, so its sockets are opened here with it.
 */
export async function sendWithPool({ port, connections, count, from }: PoolRun): Promise<void> {
  const composed = await composeReminder({ recipient: 'x@client.example', decidedOn: '2026-11-17' } as Parameters<
    typeof composeReminder
  >[0]);
  if ('refusal' in composed) throw new Error(composed.refusal.message);
  const { subject, text, html } = composed;
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    getSocket(_options: unknown, callback: (error: Error | null, socket?: object) => void) {
      const socket = connect({ host: '127.0.0.1', port, noDelay: true }, () => callback(null, { connection: socket }));
      socket.once('error', callback);
    },
  } as Parameters<typeof createTransport>[0]);
  const send = (n: number) =>
    transport.sendMail({ from, to: `debiteur${n}@client.example`, subject, text, html: html ?? '' });
  await Promise.all(Array.from({ length: count }, (_, n) => send(n)));
  transport.close();
}
