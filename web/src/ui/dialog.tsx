import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { t } from '../texts/index.ts';
import { Button } from './button.tsx';

interface DialogProps {
  title: ReactNode;
  /** 'panel' opens at the side and keeps the page in sight; 'wide' is for tables. */
  shape?: 'plain' | 'wide' | 'panel';
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot. With `onSubmit` the whole is a form and Enter validates it. */
  foot?: ReactNode;
  onSubmit?: () => void;
}

/** What a person fills in first; of several choices, the one already made. */
const firstField = ['input:not([type=radio])', 'input[type=radio]:checked', 'select', 'textarea']
  .map((field) => `.dialog-body ${field}`)
  .join();

/**
 * The browser's own modal dialog: it traps the focus, makes the rest inert, closes on Escape and gives the focus back,
 * all without a script of ours and without the inline style sheets that our security policy refuses.
 */
export function Dialog({ title, shape = 'plain', onClose, children, foot, onSubmit }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const placed = useRef(false);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      placed.current = false;
    }
    // Closing before the element leaves the page is what gives the focus back to the button that opened it.
    return () => dialog?.close();
  }, []);
  useLayoutEffect(() => {
    const field = placed.current ? null : ref.current?.querySelector<HTMLElement>(firstField);
    if (!field) return;
    placed.current = true;
    // The browser gives the focus to « Fermer »; who came to fill something in starts there, even when it loads late.
    if (!document.activeElement?.closest('.dialog-form')) field.focus({ preventScroll: true });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  const inside = (
    <>
      <div className="dialog-body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </>
  );
  return (
    <dialog
      ref={ref}
      className={`dialog${shape === 'plain' ? '' : ` dialog-${shape}`}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        // Only the ground behind the dialog is the dialog element itself with nothing of ours under the pointer.
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId} className="wrap-anywhere">
          {title}
        </h2>
        <Button kind="quiet" small onClick={onClose}>
          {t.common.close}
        </Button>
      </div>
      {onSubmit ? (
        <form className="dialog-form" onSubmit={submit} noValidate>
          {inside}
        </form>
      ) : (
        <div className="dialog-form">{inside}</div>
      )}
    </dialog>
  );
}

interface SubmitFootProps {
  /** What the form does, as a verb. */
  label: string;
  /** While the answer of the server is awaited. */
  busy: boolean;
  /** When what is asked cannot be done yet, and the form says why. */
  disabled?: boolean;
  /** « Annuler », unless leaving means something better said. */
  cancel?: string;
  onClose: () => void;
}

/** The way out and the act, in the same place in every dialog with a form. */
export function SubmitFoot({ label, busy, disabled = false, cancel = t.common.cancel, onClose }: SubmitFootProps) {
  return (
    <>
      <Button onClick={onClose}>{cancel}</Button>
      <Button kind="primary" type="submit" disabled={disabled} busy={busy}>
        {label}
      </Button>
    </>
  );
}
