import { type KeyboardEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';

/**
 * A menu under a button, on the browser's own popover: it closes by itself on Escape or a click elsewhere and lies
 * over everything. What is ours is the place, computed once when it opens, and the arrow keys of the ARIA pattern.
 */

const gap = 6;

function entries(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Below the button when there is room, above it when there is not, and never out of the window. */
function placeUnder(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const room = innerHeight - at.bottom - gap;
  const top = room >= height || at.top < height ? at.bottom + gap : at.top - height - gap;
  menu.style.top = `${Math.max(gap, Math.min(top, innerHeight - height - gap))}px`;
  const left = at.left + width > innerWidth - gap ? at.right - width : at.left;
  menu.style.left = `${Math.max(gap, left)}px`;
}

function useMenu(button: RefObject<HTMLButtonElement | null>, menu: RefObject<HTMLDivElement | null>) {
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!open || !element || !button.current) return;
    element.showPopover();
    placeUnder(element, button.current);
    entries(element)[0]?.focus();
  }, [open, button, menu]);
  const keys = (event: KeyboardEvent) => {
    const all = entries(menu.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) {
      if (event.key === 'Tab') setOpen(false);
      return;
    }
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };
  return { open, setOpen, keys };
}

export function Menu({
  label,
  className,
  name,
  children,
}: {
  /** What the button shows. */
  label: ReactNode;
  className: string;
  /** The button's name for a screen reader, when its content is not enough. */
  name?: string;
  children: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const { open, setOpen, keys } = useMenu(button, menu);
  const close = () => {
    menu.current?.hidePopover();
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div
          ref={menu}
          id={id}
          popover="auto"
          role="menu"
          tabIndex={-1}
          className="menu"
          aria-label={name}
          onKeyDown={keys}
          onClick={close}
          onToggle={(event) => {
            if (event.newState === 'closed') setOpen(false);
          }}
        >
          {children}
        </div>
      )}
    </>
  );
}

export function MenuItem({
  onSelect,
  checked,
  children,
}: {
  onSelect: () => void;
  /** For a choice among several: which one holds now. */
  checked?: boolean;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="menu-item"
      {...(checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': checked })}
      onClick={onSelect}
    >
      {children}
    </button>
  );
}

/** An entry that saves a file; the browser does it, and says how far it is. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a role="menuitem" tabIndex={-1} className="menu-item" href={href} download>
      {children}
    </a>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <div className="menu-label" role="presentation">
      {children}
    </div>
  );
}

export function MenuLine() {
  return <hr className="menu-line" />;
}
