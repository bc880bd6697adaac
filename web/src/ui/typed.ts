import { useEffect, useRef, useState } from 'react';

/** A pause this long means that the person has finished typing. */
const PAUSE_MS = 250;

/**
 * What is being typed in a field whose value lives in the address: shown at once, committed after a pause. When the
 * address changes by itself (the back button, « Tout afficher »), the field follows it.
 */
export function useTyped(value: string, commit: (typed: string) => void): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const committed = useRef(value);
  const latest = useRef(commit);
  latest.current = commit;
  useEffect(() => {
    if (value === committed.current) return;
    committed.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed.trim() === committed.current.trim()) return;
    const timer = setTimeout(() => {
      committed.current = typed.trim();
      latest.current(typed.trim());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
