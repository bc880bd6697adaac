import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { t } from '../texts/index.ts';
import { Button } from './button.tsx';

interface Toast {
  id: number;
  text: string;
  undo?: (() => void) | undefined;
}

type Say = (text: string, undo?: () => void) => void;

const SayContext = createContext<Say>(() => {});

/** Says in one sentence that an act was done, with its undo where there is one. */
export function useSay(): Say {
  return useContext(SayContext);
}

let nextId = 1;

export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const say = useCallback<Say>((text, undo) => setToast({ id: nextId++, text, undo }), []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), toast.undo ? 12_000 : 6_000);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <SayContext.Provider value={say}>
      {children}
      <div role="status" aria-live="polite">
        {toast && <Said key={toast.id} toast={toast} onUndone={() => setToast(null)} />}
      </div>
    </SayContext.Provider>
  );
}

/** The sentence over the page. A popover comes above whatever was opened before it: a dialog would hide it otherwise. */
function Said({ toast, onUndone }: { toast: Toast; onUndone: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.showPopover(), []);
  return (
    <div className="toast" popover="manual" ref={place}>
      <span>{toast.text}</span>
      {toast.undo && (
        <Button
          small
          onClick={() => {
            toast.undo?.();
            onUndone();
          }}
        >
          {t.common.undo}
        </Button>
      )}
    </div>
  );
}
