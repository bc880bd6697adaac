import type { StipulatedRate } from '@acquit/recovery';

export type RateKind = 'none' | 'fixed' | 'legalMultiple' | 'ecbPlus';

/** The two fields of the form for a rate: its kind and its figure, with a French comma. */
export function rateToForm(rate: StipulatedRate | null): { kind: RateKind; value: string } {
  const [entry] = Object.entries(rate ?? {});
  if (!entry) return { kind: 'none', value: '' };
  return { kind: entry[0] as RateKind, value: entry[1].replace('.', ',') };
}

/** The rate from the form; undefined when the figure is not a number. It stays a decimal string: no float on the way. */
export function rateFromForm(kind: RateKind, value: string): StipulatedRate | null | undefined {
  if (kind === 'none') return null;
  const figure = value.trim().replace(',', '.');
  if (!/^\d{1,4}(\.\d{1,6})?$/.test(figure)) return undefined;
  if (kind === 'fixed') return { fixed: figure };
  return kind === 'legalMultiple' ? { legalMultiple: figure } : { ecbPlus: figure };
}
