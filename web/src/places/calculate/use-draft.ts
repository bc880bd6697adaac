import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type Address, addressOf, readDraft } from './address.ts';
import type { Calculator, Draft } from './fields.ts';
import { readForm } from './input.ts';

/** A person still typing is left alone for this long before the result follows. */
const PAUSE_MS = 350;

/**
 * The form and the address, kept in step. The address is what is calculated; what is being typed reaches it once it is
 * whole and the hands rest. The first change after a result makes a new entry in the browser's history, the next ones
 * replace it, so that « back » goes from one calculation to the one before.
 */
export function useDraft(calculator: Calculator, address: Address, today: string) {
  const navigate = useNavigate();
  const asked = readDraft(calculator, address, today);
  // Written again in the order of the form, so that two addresses that say the same are the same.
  const written = JSON.stringify(addressOf(calculator, asked, today));
  const [draft, setDraft] = useState<Draft>(asked);
  const mine = useRef(written);
  const isSettled = useRef(true);

  // The address changed by itself (back, forward, an example): the form follows.
  useEffect(() => {
    if (mine.current === written) return;
    mine.current = written;
    isSettled.current = true;
    setDraft(readDraft(calculator, JSON.parse(written) as Address, today));
  }, [calculator, written, today]);

  const isWhole = Object.keys(readForm(calculator, draft).errors).length === 0;
  const wanted = addressOf(calculator, draft, today);
  const isStale = JSON.stringify(wanted) !== written && Object.keys(wanted).length > 0;

  const keep = (settled: boolean) => {
    const next = JSON.stringify(wanted);
    if (next !== mine.current) {
      mine.current = next;
      void navigate({
        to: '/calculer/$calcul',
        params: { calcul: calculator.slug },
        search: wanted,
        replace: !isSettled.current,
        resetScroll: false,
      });
      isSettled.current = settled;
    } else if (settled) isSettled.current = true;
  };
  const touched = useRef(false);
  useEffect(() => {
    if (!touched.current || !isWhole) return;
    const timer = setTimeout(() => keep(false), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return {
    draft,
    isStale,
    change(next: Draft) {
      touched.current = true;
      setDraft(next);
    },
    /** Calculates at once what is on the form; false when something is missing. */
    submit(): boolean {
      if (isWhole) keep(true);
      return isWhole;
    },
  };
}
