import type { Day } from '@acquit/law';
import {
  type BuiltMessage,
  buildMessage,
  domainOf,
  openSmtp,
  type SmtpLine,
  type SmtpOptions,
} from '../../channels/index.ts';
import type { MailAccount } from './account.ts';
import type { DomainRate } from './domain-rate.ts';
import { Feed } from './feed.ts';
import { Ledger } from './ledger.ts';
import type { Compose, DueMail, InTenant, Journal, SendRefusal } from './model.ts';
import { later, notTried, refused, settlementOf } from './outcome.ts';
import type { Settlement } from './settle.ts';
import { renewLeases, takeDue } from './take.ts';

export interface SendOptions {
  inTenant: InTenant;
  journal: Journal;
  compose: Compose;
  worker: string;
  connections: number;
  leaseMs: number;
  batch: number;
  /** Many servers end a session after a hundred messages or so; leaving first costs nothing. */
  messagesPerLine: number;
  domainRate: DomainRate;
  smtp: SmtpOptions;
  signal: AbortSignal;
  today: () => Day;
  passDay: () => Day;
  onUnwritten: (settlement: Settlement, why: unknown) => void;
}

export interface SendCounts {
  sent: number;
  refused: number;
  inDoubt: number;
  postponed: number;
}

export interface SendResult extends SendCounts {
  /** Set when the account itself does not work: nothing more was tried, and everything left is due again. */
  trouble: SendRefusal | null;
}

const COUNTED = { sent: 'sent', refused: 'refused', 'in-doubt': 'inDoubt', due: 'postponed' } as const;

/** Sends all that is due for one company through its mail account, over several connections at once. */
export async function sendCompany(
  options: SendOptions,
  tenantId: string,
  companyId: string,
  account: MailAccount,
): Promise<SendResult> {
  return new CompanyRun(options, tenantId, companyId, account).run();
}

interface Ready {
  mail: DueMail;
  message: BuiltMessage;
}

class CompanyRun {
  readonly #options: SendOptions;
  readonly #account: MailAccount;
  readonly #feed: Feed;
  readonly #ledger: Ledger;
  readonly #renew: () => void;
  readonly #result: SendResult = { sent: 0, refused: 0, inDoubt: 0, postponed: 0, trouble: null };
  #openLines = 0;

  constructor(options: SendOptions, tenantId: string, companyId: string, account: MailAccount) {
    const { inTenant, worker, leaseMs, batch, connections, journal, onUnwritten, today, passDay } = options;
    this.#options = options;
    this.#account = account;
    this.#ledger = new Ledger({ inTenant, tenantId, worker, leaseMs, connections, journal, onUnwritten });
    this.#feed = new Feed(
      () =>
        inTenant(tenantId, (tx) =>
          takeDue(tx, { companyId, worker, leaseMs, limit: batch, today: today(), passDay: passDay() }),
        ),
      connections,
    );
    this.#renew = () => {
      // A renewal that fails is no harm: the fence finds out before any dot.
      inTenant(tenantId, (tx) => renewLeases(tx, companyId, worker, leaseMs)).catch(() => {});
    };
  }

  async run(): Promise<SendResult> {
    const { connections, leaseMs, signal } = this.#options;
    // Composing may take longer than the lease, and so may a server's answer.
    const renewal = setInterval(this.#renew, leaseMs / 3);
    const onAbort = () => void this.#release('L’envoi a été arrêté.');
    signal.addEventListener('abort', onAbort);
    try {
      do {
        const lanes = await Promise.allSettled(Array.from({ length: connections }, () => this.#lane()));
        for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
        // A connection refused for one too many gives its message back, and the others may have ended just then.
      } while (this.#feed.pending && !signal.aborted);
      return this.#result;
    } finally {
      await this.#release(this.#result.trouble?.message ?? 'L’envoi s’est interrompu.');
      await this.#ledger.flushed();
      signal.removeEventListener('abort', onAbort);
      clearInterval(renewal);
    }
  }

  /** What is reserved and not begun is due again at once, without waiting for its lease to run out. */
  async #release(why: string): Promise<void> {
    for (const mail of await this.#feed.stop()) this.#record(notTried(mail, why, 0));
  }

  /** Queues the record without waiting: the next mark of this connection is written no earlier. */
  #record(settlement: Settlement): void {
    this.#result[COUNTED[settlement.state]] += 1;
    void this.#ledger.settle(settlement);
  }

  /** One connection at a time, one message after another, until nothing is due. */
  async #lane(): Promise<void> {
    let line: SmtpLine | null = null;
    let carried = 0;
    // Made while the present message waits for its commit, so that neither waits for the other.
    const upcoming: { ready: Promise<Ready | null> | null } = { ready: null };
    try {
      for (;;) {
        const ready = await (upcoming.ready ?? this.#nextReady());
        upcoming.ready = null;
        if (!ready) return;
        if (line && (!line.usable || carried >= this.#options.messagesPerLine)) {
          this.#leave(line);
          line = null;
        }
        if (!line) {
          line = await this.#open(ready.mail);
          carried = 0;
          if (!line) return;
        }
        carried += 1;
        const goOn = await this.#send(line, ready, () => {
          upcoming.ready = this.#nextReady();
        });
        if (!goOn) return;
      }
    } finally {
      if (line) this.#leave(line);
      const unused = await upcoming.ready;
      if (unused) this.#feed.giveBack(unused.mail);
    }
  }

  /** The next message with its bytes; null when nothing is due. Those that cannot be made are settled on the way. */
  async #nextReady(): Promise<Ready | null> {
    for (;;) {
      if (this.#options.signal.aborted) return null;
      const mail = await this.#feed.next();
      if (!mail) return null;
      const message = await this.#prepare(mail);
      if (message) return { mail, message };
    }
  }

  #leave(line: SmtpLine): void {
    this.#openLines -= 1;
    line.close();
  }

  /** Opens a line for a message; null when none can be had, with the message given back. */
  async #open(mail: DueMail): Promise<SmtpLine | null> {
    const { line, refusal } = await openSmtp(this.#account.smtp, this.#options.smtp);
    if (line) {
      this.#openLines += 1;
      return line;
    }
    // Some servers allow fewer connections than we would like: those that are open go on with the work.
    if (this.#openLines > 0) this.#feed.giveBack(mail);
    else {
      this.#record(notTried(mail, refusal.message, 0));
      await this.#fail({ ...refusal });
    }
    return null;
  }

  /** The account does not work: trying the other messages would only collect the same refusal for each. */
  async #fail(trouble: SendRefusal): Promise<void> {
    this.#result.trouble ??= trouble;
    await this.#release(trouble.message);
  }

  /** Makes the bytes of a message; null when that settled it. */
  async #prepare(mail: DueMail): Promise<BuiltMessage | null> {
    try {
      if (mail.recipient === null) {
        this.#record(refused(mail, 'Aucune adresse électronique. Complétez la fiche du débiteur, puis renvoyez.'));
        return null;
      }
      const putOff = this.#options.domainRate.wait(domainOf(mail.recipient));
      if (putOff > 0) {
        this.#record(notTried(mail, 'Les envois vers ce domaine sont espacés.', putOff));
        return null;
      }
      const composed = await this.#options.compose(mail);
      const built = 'refusal' in composed ? composed : await this.#build(mail, composed);
      if ('message' in built) return built.message;
      this.#record(refused(mail, built.refusal.message));
    } catch (error) {
      // A mistake in one message stops that message and no other; it is tried again, in case its cause is passing.
      this.#record(later(mail, `Le message n’a pas pu être préparé (${String(error)}).`));
    }
    return null;
  }

  #build(mail: DueMail, composed: Exclude<Awaited<ReturnType<Compose>>, { refusal: SendRefusal }>) {
    return buildMessage({
      ...composed,
      ...this.#account.sender,
      key: { tenantId: mail.tenantId, actionId: mail.actionId, channel: 'email' },
      messageId: mail.messageId,
      caseId: mail.caseId,
      date: mail.createdAt,
    });
  }

  /** Sends one message; false when the account turned out not to work. `atDot` is a moment of waiting to make use of. */
  async #send(line: SmtpLine, { mail, message }: Ready, atDot: () => void): Promise<boolean> {
    const { raw, envelope, messageId } = message;
    const outcome = await line.send(raw, envelope, {
      beforeDot: () => {
        const leave = this.#ledger.mayEnd({ mail, messageId });
        atDot();
        return leave;
      },
    });
    this.#record(settlementOf(mail, messageId, outcome));
    if (outcome.kind !== 'sender-refused') return true;
    await this.#fail({
      code: 'MailSenderRefused',
      message: `Le serveur ${line.server} refuse l’expéditeur : « ${outcome.answer} ». Vérifiez l’adresse d’expédition et les droits du compte.`,
      facts: { server: line.server, answer: outcome.answer },
    });
    return false;
  }
}
