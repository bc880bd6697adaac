import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { holdMessage } from './held-message.ts';
import type { MailEnvelope } from './message.ts';
import type { MailRefusal } from './refusal.ts';
import { judgeError, type SendOutcome, type SendProgress } from './smtp-outcome.ts';
import { cleanAnswer, refuseLine, type SmtpError } from './smtp-trouble.ts';

/** Where and how to hand mail over. `none` is for a relay on the same machine or network: nothing is encrypted. */
export interface SmtpAccount {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  username: string | null;
  password: string | null;
}

/** Longest waits, in milliseconds, each for one thing the server may fail to do. */
export interface SmtpLimits {
  /** Connection, encryption and greeting together. */
  openMs: number;
  /** From the envelope to the leave to send the message; then from one slice of it to the next, and for the gate. */
  stepMs: number;
  /** For the answer to the dot. RFC 5321 §4.5.3.2.6 asks to wait ten minutes: giving up early makes doubts. */
  answerMs: number;
}

export const SMTP_LIMITS: SmtpLimits = { openMs: 30_000, stepMs: 60_000, answerMs: 600_000 };

/** Time left to a server for answering QUIT; nothing depends on its answer. */
const QUIT_MS = 2_000;

export interface SmtpOptions {
  limits?: Partial<SmtpLimits>;
  /** An authority to trust besides the usual ones, PEM. */
  ca?: string | undefined;
  /** Cuts the connection at once when it aborts, whatever is under way; outcomes stay true to what is known. */
  signal?: AbortSignal;
}

export interface SendGate {
  /** Asked once, when all but the final dot is written. The dot leaves only on true; otherwise the line is cut. */
  beforeDot: () => Promise<boolean>;
}

/** One connection to a mail server, for one message after another. */
export interface SmtpLine {
  /** Never throws for what a server or a network does: every end is an outcome. */
  send(raw: Buffer, envelope: MailEnvelope, gate: SendGate): Promise<SendOutcome>;
  /** False once the connection is gone or no longer in a known state; open another. */
  readonly usable: boolean;
  /** The server as evidence names it. */
  readonly server: string;
  close(): void;
}

/** The client writes the fate of each recipient into the envelope it is given, while the message is under way. */
interface ClientEnvelope {
  from: string;
  to: string[];
  size: number;
  rejected?: string[];
  rejectedErrors?: SmtpError[];
}

class Line implements SmtpLine {
  readonly server: string;
  readonly #client: SMTPConnection;
  readonly #socket: Socket;
  readonly #limits: SmtpLimits;
  #usable = true;

  constructor(client: SMTPConnection, socket: Socket, server: string, limits: SmtpLimits) {
    this.#client = client;
    this.#socket = socket;
    this.server = server;
    this.#limits = limits;
    client.on('error', () => this.#cut());
    client.on('end', () => this.#cut());
  }

  get usable(): boolean {
    return this.#usable;
  }

  /** Ends the connection at once: bytes not yet written are dropped, so no dot can follow. */
  #cut(): void {
    this.#usable = false;
    this.#socket.destroy();
  }

  close(): void {
    if (!this.#usable) return;
    this.#usable = false;
    this.#client.quit();
    // A server that never answers QUIT must not keep the process alive.
    setTimeout(() => this.#socket.destroy(), QUIT_MS).unref();
  }

  async send(raw: Buffer, envelope: MailEnvelope, gate: SendGate): Promise<SendOutcome> {
    const progress: SendProgress = { dotLeft: false, stopped: false, timedOut: null };
    const addressed: ClientEnvelope = {
      from: envelope.from,
      to: [envelope.to, envelope.cc, envelope.copyTo].filter((address) => typeof address === 'string'),
      size: raw.length,
    };
    let timer: NodeJS.Timeout | undefined;
    const within = (ms: number, sentence: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        progress.timedOut = sentence;
        this.#cut();
      }, ms);
    };
    let refusedRecipient: SmtpError | undefined;
    const message = holdMessage(raw, {
      onStart: () => {
        // The server took a copy and refused the debtor: going on would send the copy alone.
        refusedRecipient = addressed.rejected?.includes(envelope.to) ? addressed.rejectedErrors?.[0] : undefined;
        if (refusedRecipient) this.#cut();
        return !refusedRecipient;
      },
      onSlice: () => within(this.#limits.stepMs, 'Le serveur ne reçoit plus le message.'),
      mayEnd: gate.beforeDot,
      onEnd: () => {
        progress.dotLeft = true;
        within(this.#limits.answerMs, 'Le serveur n’a pas répondu à la fin du message.');
      },
      onStopped: () => {
        progress.stopped = true;
        this.#cut();
      },
    });
    within(this.#limits.stepMs, 'Le serveur ne répond pas à l’annonce du message.');
    try {
      const info = await this.#converse(addressed, message);
      // An answer before the question: the server's state is unknown, and it never had the end of the message.
      if (!progress.dotLeft) {
        this.#cut();
        return { kind: 'lost-before-dot', reason: 'Le serveur a répondu avant la fin du message.' };
      }
      return { kind: 'accepted', answer: cleanAnswer(info) };
    } catch (error) {
      const failure = refusedRecipient ?? (error as SmtpError);
      await this.#recover(message.readableDidRead && !progress.dotLeft);
      return judgeError(failure, progress);
    } finally {
      clearTimeout(timer);
    }
  }

  #converse(envelope: ClientEnvelope, message: Readable): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#client.send(envelope, message, (error, info) => (error ? reject(error) : resolve(info.response ?? '')));
    });
  }

  /** After a refusal of the envelope the session goes on once reset; in the middle of the data it cannot. */
  async #recover(inData: boolean): Promise<void> {
    if (inData) return this.#cut();
    if (!this.#usable) return;
    const failed = await new Promise<boolean>((resolve) => {
      const gone = () => settle(true);
      const timer = setTimeout(gone, this.#limits.stepMs);
      const settle = (failure: boolean) => {
        clearTimeout(timer);
        this.#client.off('end', gone);
        resolve(failure);
      };
      this.#client.once('end', gone);
      this.#client.reset((error) => settle(Boolean(error)));
    });
    if (failed) this.#cut();
  }
}

/** TCP_NODELAY: with Nagle's algorithm each message waits some 45 ms for an acknowledgement. */
function openSocket(account: SmtpAccount, signal: AbortSignal | undefined): Socket {
  const socket = connect({ host: account.host, port: account.port, noDelay: true, ...(signal ? { signal } : {}) });
  // The mail client listens only while it holds the socket; an error outside of that must not end the process.
  socket.on('error', () => {});
  return socket;
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve();
    });
  });
}

function greet(client: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('error', reject);
    client.connect((error?: Error) => (error ? reject(error) : resolve()));
  });
}

function login(client: SMTPConnection, user: string, pass: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('error', reject);
    client.login({ credentials: { user, pass } }, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * Opens a line to a mail server: connection, encryption (required unless `none`), certificate check, login. Refuses with
 * `MailServerUnreachable`, `MailServerTimeout`, `MailCertificateRefused`, `MailTlsMissing`, `MailTlsFailed`,
 * `MailLoginRefused` or `MailServerRefused`, each with the sentence that says what to do.
 */
export async function openSmtp(
  account: SmtpAccount,
  options: SmtpOptions = {},
): Promise<{ line: SmtpLine; refusal?: undefined } | { refusal: MailRefusal; line?: undefined }> {
  const limits = { ...SMTP_LIMITS, ...options.limits };
  const socket = openSocket(account, options.signal);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    socket.destroy(new Error('Connection timeout'));
  }, limits.openMs);
  try {
    await connected(socket);
    const client = new SMTPConnection({
      connection: socket,
      host: account.host,
      port: account.port,
      secure: account.security === 'tls',
      requireTLS: account.security === 'starttls',
      ignoreTLS: account.security === 'none',
      connectionTimeout: limits.openMs,
      greetingTimeout: limits.openMs,
      socketTimeout: limits.answerMs + limits.stepMs,
      tls: { minVersion: 'TLSv1.2', ...(options.ca ? { ca: options.ca } : {}) },
    });
    await greet(client);
    if (account.username !== null) await login(client, account.username, account.password ?? '');
    return { line: new Line(client, socket, `${account.host}:${account.port}`, limits) };
  } catch (error) {
    socket.destroy();
    const failure = late ? Object.assign(new Error('Connection timeout'), { code: 'ETIMEDOUT' }) : (error as SmtpError);
    return { refusal: refuseLine(failure, account.host, account.port) };
  } finally {
    clearTimeout(timer);
  }
}
