import { Link, type LinkProps } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Kind = 'primary' | 'plain' | 'quiet';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: Kind;
  small?: boolean;
  wide?: boolean;
  /** True while the act is under way: the button stays readable, says so, and does nothing more. */
  busy?: boolean;
}

function classes(kind: Kind, small: boolean, wide: boolean): string {
  return `button${kind === 'plain' ? '' : ` button-${kind}`}${small ? ' button-small' : ''}${wide ? ' button-wide' : ''}`;
}

export function Button({ kind = 'plain', small = false, wide = false, busy = false, ...rest }: ButtonProps) {
  const { onClick, type = 'button', ...attributes } = rest;
  return (
    <button
      {...attributes}
      type={busy ? 'button' : type}
      className={classes(kind, small, wide)}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    />
  );
}

/** A way to another place that weighs as much as a button. */
export function ButtonLink({
  kind = 'plain',
  small = false,
  wide = false,
  ...rest
}: LinkProps & { kind?: Kind; small?: boolean; wide?: boolean; children: ReactNode }) {
  return <Link {...rest} className={classes(kind, small, wide)} />;
}
