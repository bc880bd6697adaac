/**
 * After any form is sent with something wrong in it: its first wrong field, with its sentence, is where to go on. It may
 * stand above or below what is seen, and the press would seem to have done nothing.
 */
export function leadToWhatIsWrong(): void {
  addEventListener('submit', ({ target }) => {
    requestAnimationFrame(() => {
      // Of choices, the sentence alone says that one is missing: the first of them takes the focus.
      const wrong =
        target instanceof Element ? target.querySelector<HTMLElement>('[aria-invalid], fieldset > .field-error') : null;
      const field = wrong?.closest<HTMLElement>('[aria-invalid]') ?? wrong?.closest('fieldset')?.querySelector('input');
      field?.focus({ preventScroll: true });
      (wrong?.closest('.field') ?? wrong)?.scrollIntoView({ block: 'nearest' });
    });
  });
}
