import type { Reason } from '@acquit/recovery';
import type { ReactNode } from 'react';
import { shortDay } from '../format/days.ts';
import { euros } from '../format/money.ts';
import { t } from '../texts/index.ts';

/** An amount of cents, never cut across two lines. */
export function Amount({ cents, late = false }: { cents: number; late?: boolean }) {
  return <span className={late ? 'amount late' : 'amount'}>{euros(cents)}</span>;
}

/** One line of a list of sums (`dl`): what it is, and how much. */
export function AmountLine({ label, cents, className }: { label: ReactNode; cents: number; className?: string }) {
  return (
    <div className={className}>
      <dt>{label}</dt>
      <dd>
        <Amount cents={cents} />
      </dd>
    </div>
  );
}

/** A day, with its machine form for whoever reads the page with a tool. */
export function DayText({ day }: { day: string | null }) {
  if (!day) return <span className="faint">{t.common.unknown}</span>;
  return (
    <time className="nowrap" dateTime={day}>
      {shortDay(day)}
    </time>
  );
}

/** « 42 jours de retard », in the one colour of lateness; nothing when not late. */
export function LateText({ days }: { days: number }) {
  return days > 0 ? <span className="late nowrap">{t.common.daysLate(days)}</span> : null;
}

export function Badge({ kind, children }: { kind?: 'warn' | 'accent'; children: ReactNode }) {
  return <span className={kind ? `badge badge-${kind}` : 'badge'}>{children}</span>;
}

export function Key({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}

/** Reasons shown at once; the others fold, so that a long debt does not push the page away. */
const firstReasons = 4;

function Sentences({ messages }: { messages: readonly string[] }) {
  return (
    <ul className="reasons">
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

/** Why something was decided, one sentence a line, each said once. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const messages = [...new Set(reasons.map((reason) => reason.message))];
  if (messages.length === 0) return null;
  if (messages.length <= firstReasons + 1) return <Sentences messages={messages} />;
  return (
    <div>
      <Sentences messages={messages.slice(0, firstReasons)} />
      <details className="reasons-fold">
        <summary>{t.common.moreReasons(messages.length - firstReasons)}</summary>
        <Sentences messages={messages.slice(firstReasons)} />
      </details>
    </div>
  );
}

/** Pairs of a name and a value. Rows without a value are left out by passing null. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode] | null)[] }) {
  return (
    <dl className="facts">
      {rows.map((row) =>
        row ? (
          <div key={row[0]} className="facts-row">
            <dt>{row[0]}</dt>
            <dd>{row[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
