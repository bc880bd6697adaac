import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

const store = 'acquit.keys';

/** Whether keys of one stroke act, as the person chose in this browser; a voice or a shaking hand may set them off. */
export const keysAreOn = (): boolean => localStorage.getItem(store) !== 'off';

export function turnKeys(on: boolean): void {
  if (on) localStorage.removeItem(store);
  else localStorage.setItem(store, 'off');
}

/** True when the key belongs to what is being typed or to an open dialog, and must not move the page. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (document.querySelector('dialog[open], [role="menu"]')) return true;
  const target = event.target;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}

/**
 * Listens to keys on the whole page while the caller is on screen. `first`: before every screen, for the keys of two
 * strokes, whose second one must not reach the screen's own keys.
 */
export function useKeys(handle: (key: string, event: KeyboardEvent) => void, first = false): void {
  const latest = useRef(handle);
  latest.current = handle;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (keysAreOn() && !isTyping(event)) latest.current(event.key, event);
    };
    addEventListener('keydown', listen, first);
    return () => removeEventListener('keydown', listen, first);
  }, [first]);
}

/** The letter of each place, after `g`. */
const goes = {
  a: '/',
  d: '/dossiers',
  e: '/encaissements',
  l: '/contentieux',
  v: '/envois',
  c: '/calculer',
} as const;

/** The keys that work everywhere: `/`, `?`, `i`, and `g` then the letter of a place. */
export function useGlobalKeys(onHelp: () => void): void {
  const navigate = useNavigate();
  const goPressed = useRef(false);
  useKeys((key, event) => {
    if (goPressed.current) {
      goPressed.current = false;
      const to = goes[key as keyof typeof goes];
      if (to) {
        event.preventDefault();
        event.stopImmediatePropagation();
        void navigate({ to });
      }
      return;
    }
    if (key === 'g') goPressed.current = true;
    else if (key === '?') onHelp();
    else if (key === 'i') void navigate({ to: '/importer' });
    else if (key === '/') {
      event.preventDefault();
      const field = document.getElementById('case-search');
      if (field) field.focus();
      else void navigate({ to: '/dossiers', search: { chercher: true } });
    }
  }, true);
}
