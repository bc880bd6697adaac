import type { RefusalView } from '@acquit/recovery';
import type { Calculator } from './fields.ts';
import type { Reading } from './input.ts';

/** Where a refusal of the law is told: at a field of the form, or over the result when it names none. */
export interface PlacedRefusal {
  key: string | null;
  /** The name of that field on screen. */
  label: string | null;
  message: string;
}

/** A refusal's sentence with the names that fields have on screen, rather than those of the protocol. */
function onScreen(message: string, reading: Reading): string {
  let text = message;
  for (const [path, { label }] of reading.at) {
    text = text.replaceAll(`«\u00a0${path}\u00a0»`, `«\u00a0${label}\u00a0»`);
    // A bare name is told from a French word by its inner capital.
    if (/^[a-z]+[A-Z]\w+$/.test(path)) text = text.replaceAll(path, `«\u00a0${label}\u00a0»`);
  }
  return text;
}

/** Puts a refusal at its field. One that names the whole of what several fields make goes to the first of them. */
export function placeRefusal(refusal: RefusalView, reading: Reading, calculator: Calculator): PlacedRefusal {
  const { field } = refusal.facts;
  const named = typeof field === 'string' ? field : null;
  const path = [...reading.at.keys()].find(
    (one) => one === named || one.startsWith(`${named}.`) || one.startsWith(`${named}[`),
  );
  const key = path === undefined ? calculator.refusedAt[refusal.code] : reading.at.get(path)?.key;
  const label = [...reading.at.values()].find((place) => place.key === key)?.label;
  return {
    key: label === undefined ? null : (key ?? null),
    label: label ?? null,
    message: onScreen(refusal.message, reading),
  };
}
