import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Refused, Unreachable } from '../api/client.ts';
import { t } from '../texts/index.ts';
import { typeset } from '../texts/typeset.ts';
import { Button } from './button.tsx';

/** Something the person should know. `warn` is announced at once by a screen reader. */
export function Notice({
  kind = 'info',
  title,
  children,
  actions,
}: {
  kind?: 'info' | 'warn';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={kind === 'warn' ? 'notice notice-warn' : 'notice'} role={kind === 'warn' ? 'alert' : 'status'}>
      {title && <p className="notice-title">{title}</p>}
      {children && <div>{children}</div>}
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  );
}

interface Told {
  title: string;
  text: string;
}

/** The only value that a careful form still lets through and that is refused for its form alone: a slip of too many digits. */
function isSumTooLarge({ refusal: { code, facts } }: Refused): boolean {
  const problems = (facts.problems ?? []) as { field: string; problem: string }[];
  return code === 'InvalidRequest' && problems.some((one) => one.problem === 'too_big' && one.field.endsWith('Cents'));
}

/** From here on a transfer is long enough to be cut for its length alone. */
const HEAVY_BYTES = 50 * 1024 * 1024;

/** What happened, what is safe and what to do, from any error of the client. */
export function tellError(error: unknown): Told {
  if (error instanceof Unreachable) return error.sentBytes > HEAVY_BYTES ? t.errors.uploadCut : t.errors.unreachable;
  if (error instanceof Refused) {
    if (isSumTooLarge(error)) return t.errors.sumTooLarge;
    if (error.refusal.code !== 'NoAnswer') return { title: typeset(error.refusal.message), text: '' };
    // A proxy in front of Acquit has limits of its own, and does not say them in our words.
    if (error.status === 413) return t.errors.uploadCut;
    if (error.status === 403) return t.errors.forbidden;
    if (error.status === 404) return t.errors.missing;
    return t.errors.server;
  }
  return t.errors.screen;
}

/** An error where the content would have been, with the way to try again. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, text } = tellError(error);
  return (
    <Notice
      kind="warn"
      title={title}
      actions={
        onRetry && (
          <Button small onClick={onRetry}>
            {t.common.retry}
          </Button>
        )
      }
    >
      {text && <p>{text}</p>}
    </Notice>
  );
}

/**
 * An answer that comes into view as it appears: at the end of a long form it would be said below the fold, and the press
 * would seem to have done nothing.
 */
export function Answer({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return <div ref={ref}>{children}</div>;
}

/**
 * The answer to an act that was refused, beside its button; nothing while there is none. It goes once its form is changed:
 * what was refused is no longer what the form says. `lasting` for what is said of the form as it stands.
 */
export function ActError({ error, lasting = false }: { error: unknown; lasting?: boolean }) {
  const [past, setPast] = useState<unknown>(null);
  const place = useRef<HTMLDivElement>(null);
  const shown = error && error !== past;
  useEffect(() => {
    const form = shown && !lasting ? place.current?.closest('form') : null;
    if (!form) return;
    const forget = () => setPast(error);
    form.addEventListener('input', forget, { once: true });
    return () => form.removeEventListener('input', forget);
  }, [shown, lasting, error]);
  return shown ? (
    <Answer>
      <div ref={place}>
        <ErrorNotice error={error} />
      </div>
    </Answer>
  ) : null;
}

export function Skeleton({ lines = 6 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status" aria-label={t.common.loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move.
        <span key={line} />
      ))}
    </div>
  );
}

/** Nothing here yet: says so and says the first thing to do. */
export function Empty({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {action}
    </div>
  );
}

/** Draws what was read, its skeleton while it comes, or its error with a way to try again. */
export function Loaded<T>({
  from,
  lines,
  children,
}: {
  from: UseQueryResult<T>;
  lines?: number;
  children: (data: T) => ReactNode;
}) {
  if (from.data !== undefined) return children(from.data);
  if (from.isError) return <ErrorNotice error={from.error} onRetry={() => void from.refetch()} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}
