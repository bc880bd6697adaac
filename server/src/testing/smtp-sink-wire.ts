import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Answers one command line: a reply, `null` for silence, or `hang-up`. The end of a message is asked as the line `.`, the
 * first bytes of it as `data`.
 */
export type WireScript = (line: string) => string | null | 'hang-up';

/** A mail server reduced to its wire: it says what the script says, and keeps every byte it was sent. */
export interface Wire {
  port: number;
  /** All that came, in order, over all connections. */
  received(): string;
  /** Waits until what came holds `part`; fails after some seconds. */
  until(part: string): Promise<void>;
  /** Waits until every connection is closed, by whichever side. */
  closed(): Promise<void>;
  connections(): number;
  close(): Promise<void>;
}

const END_OF_DATA = '\r\n.\r\n';
const PATIENCE_MS = 10_000;

/** What a good server without any extension says. */
export function plainAnswer(line: string): string {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'EHLO' || verb === 'HELO') return '250 wire';
  if (verb === 'DATA') return '354 go on';
  if (verb === 'QUIT') return '221 bye';
  if (verb === 'STAR') return '502 not implemented';
  return '250 ok';
}

class Conversation {
  readonly #socket: Socket;
  readonly #script: WireScript;
  #rest = '';
  #inData = false;
  #begun = false;

  constructor(socket: Socket, script: WireScript) {
    this.#socket = socket;
    this.#script = script;
  }

  take(text: string): void {
    this.#rest += text;
    while (this.#inData ? this.#takeData() : this.#takeLine());
  }

  #takeLine(): boolean {
    const end = this.#rest.indexOf('\r\n');
    if (end < 0) return false;
    const line = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end + 2);
    const answer = this.#answer(line);
    this.#inData = line.toUpperCase() === 'DATA' && (answer?.startsWith('354') ?? false);
    this.#begun = false;
    return true;
  }

  #takeData(): boolean {
    if (!this.#begun && this.#rest.length > 0) {
      this.#begun = true;
      const early = this.#script('data');
      if (early === 'hang-up') this.#socket.destroy();
      else if (early?.startsWith('!')) this.#socket.write(`${early.slice(1)}\r\n`);
    }
    const end = this.#rest.indexOf(END_OF_DATA);
    if (end < 0) return false;
    this.#rest = this.#rest.slice(end + END_OF_DATA.length);
    this.#inData = false;
    this.#answer('.');
    return true;
  }

  #answer(line: string): string | null {
    const answer = this.#script(line);
    if (answer === 'hang-up') this.#socket.destroy();
    else if (answer !== null) this.#socket.write(`${answer}\r\n`);
    return answer;
  }
}

/** Starts a scripted server on the loopback. An answer to `data` is said early only when it begins with `!`. */
export async function startWire(script: WireScript = plainAnswer): Promise<Wire> {
  let received = '';
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    const conversation = new Conversation(socket, script);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      received += text;
      conversation.take(text);
    });
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.write('220 wire\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function until(happened: () => boolean, what: string): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!happened()) {
      if (performance.now() > deadline) throw new Error(`The wire waited in vain for ${what}; it got: ${received}`);
      await pause(2);
    }
  }
  return {
    port: (server.address() as AddressInfo).port,
    received: () => received,
    until: (part) => until(() => received.includes(part), JSON.stringify(part)),
    closed: () => until(() => sockets.size === 0, 'the end of every connection'),
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
