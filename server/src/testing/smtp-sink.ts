import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { TestCertificate } from './smtp-sink-certificate.ts';

/** A message the sink took, as it came off the wire. */
export interface SinkMessage {
  messageId: string;
  from: string;
  to: string[];
  raw: Buffer;
}

/** What the sink does with the end of a message: keep it or not, and which answer it gives (`drop`: it hangs up). */
export interface SinkVerdict {
  keep: boolean;
  answer: 'ok' | 'drop' | { code: number; text: string };
  delayMs?: number;
}

export interface SinkReply {
  code: number;
  text: string;
}

/** How the sink behaves; everything left out is the behaviour of a good server. */
export interface SinkOptions {
  port?: number;
  /** 'starttls' offers and requires it; 'tls' encrypts from the first byte. */
  security?: 'none' | 'starttls' | 'tls';
  certificate?: TestCertificate;
  /** When given, nobody sends without it. */
  login?: { username: string; password: string };
  onSender?: (address: string) => SinkReply | null;
  onRecipient?: (address: string) => SinkReply | null;
  /** Hang up once this many bytes of the data have come. */
  dropAfterBytes?: (message: { to: string[] }) => number | null;
  onMessage?: (message: SinkMessage) => SinkVerdict | Promise<SinkVerdict>;
  /** Runs before the answer, for a kept message: a drill writes to disk here. */
  onKept?: (message: SinkMessage) => void;
  /** Raw messages are forgotten when many thousands come. */
  keepRaw?: boolean;
}

export interface Sink {
  port: number;
  messages: SinkMessage[];
  /** Messages kept, counted by Message-ID: the only judge of what arrived. */
  counts: Map<string, number>;
  /** Data phases begun, ended by a dot, and cut before it. */
  seen: { begun: number; ended: number; cut: number; bytes: number; connections: number };
  options: SinkOptions;
  close(): Promise<void>;
}

const GOOD: SinkVerdict = { keep: true, answer: 'ok' };

function smtpError({ code, text }: SinkReply): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** The Message-ID as it stands in the headers; empty when there is none. */
export function messageIdIn(raw: Buffer): string {
  const headers = raw.subarray(0, raw.indexOf('\r\n\r\n') + 2).toString('latin1');
  return /^message-id:\s*(<[^>]+>)/im.exec(headers)?.[1] ?? '';
}

/** The words of a message and the names of its files, as its reader sees them. */
export async function readMail({ raw }: SinkMessage): Promise<{ subject: string; text: string; files: string[] }> {
  const { subject = '', text = '', attachments } = await PostalMime.parse(raw);
  return { subject, text, files: attachments.map(({ filename }) => filename ?? '') };
}

/** Closes the connection of a session without another word. The server keeps its connections in a set it exposes. */
function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) {
    const open = connection as unknown as { session: SMTPServerSession; _socket: { destroy(): void } };
    if (open.session === session) open._socket.destroy();
  }
}

function readMessage(server: SMTPServer, sink: Sink, stream: SMTPServerDataStream, session: SMTPServerSession) {
  const to = session.envelope.rcptTo.map((recipient) => recipient.address);
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  const limit = sink.options.dropAfterBytes?.({ to }) ?? null;
  const chunks: Buffer[] = [];
  sink.seen.begun += 1;
  return new Promise<SinkMessage | null>((resolve) => {
    let bytes = 0;
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      sink.seen.bytes += chunk.length;
      if (limit !== null && bytes >= limit) hangUp(server, session);
    });
    stream.on('end', () => {
      sink.seen.ended += 1;
      const raw = Buffer.concat(chunks);
      resolve({ messageId: messageIdIn(raw), from, to, raw });
    });
    // The connection went before the dot: by the protocol nothing was handed over.
    stream.on('error', () => {
      sink.seen.cut += 1;
      resolve(null);
    });
  });
}

/** Starts a real mail server on the loopback that keeps what it is given and counts it by Message-ID. */
export async function startSink(options: SinkOptions = {}): Promise<Sink> {
  const security = options.security ?? 'none';
  const server: SMTPServer = new SMTPServer({
    secure: security === 'tls',
    ...(options.certificate ? { key: options.certificate.key, cert: options.certificate.certificate } : {}),
    disabledCommands: [...(security === 'none' ? ['STARTTLS'] : []), ...(options.login ? [] : ['AUTH'])],
    authOptional: !options.login,
    allowInsecureAuth: security === 'none',
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 500,
    onConnect(_session, callback) {
      sink.seen.connections += 1;
      callback();
    },
    onAuth(auth, _session, callback) {
      const { login } = sink.options;
      const known = login !== undefined && auth.username === login.username && auth.password === login.password;
      callback(known ? null : smtpError({ code: 535, text: '5.7.8 Authentication failed' }), { user: auth.username });
    },
    onMailFrom(address, _session, callback) {
      const reply = sink.options.onSender?.(address.address) ?? null;
      callback(reply ? smtpError(reply) : null);
    },
    onRcptTo(address, _session, callback) {
      const reply = sink.options.onRecipient?.(address.address) ?? null;
      callback(reply ? smtpError(reply) : null);
    },
    async onData(stream, session, callback) {
      const message = await readMessage(server, sink, stream, session);
      if (!message) return;
      const verdict = (await sink.options.onMessage?.(message)) ?? GOOD;
      if (verdict.delayMs) await new Promise((resolve) => setTimeout(resolve, verdict.delayMs));
      if (verdict.keep) {
        sink.counts.set(message.messageId, (sink.counts.get(message.messageId) ?? 0) + 1);
        if (sink.options.keepRaw ?? true) sink.messages.push(message);
        sink.options.onKept?.(message);
      }
      if (verdict.answer === 'drop') hangUp(server, session);
      else if (verdict.answer === 'ok') callback(null, '2.0.0 kept');
      else callback(smtpError(verdict.answer));
    },
  });
  const sink: Sink = {
    port: 0,
    messages: [],
    counts: new Map(),
    seen: { begun: 0, ended: 0, cut: 0, bytes: 0, connections: 0 },
    options,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  // A client that hangs up in the middle is what many tests are about.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve());
  });
  sink.port = (server.server.address() as AddressInfo).port;
  return sink;
}
