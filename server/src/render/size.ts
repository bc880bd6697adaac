import { RenderRefusal } from './refusal.ts';

/** Beyond these a document is no letter any more; they also bound the time and memory that one page may take. */
const LIMITS = { textCharacters: 20_000, documentCharacters: 2_000_000, parts: 50_000, depth: 12 };

/**
 * Walks the document before it leaves for the press. Refuses (`DocumentTooLarge`) a text over 20,000 characters, a
 * document over two million or over 50,000 parts.
 */
export function assertPrintableSize(document: unknown): void {
  let characters = 0;
  let parts = 0;
  const walk = (value: unknown, depth: number): void => {
    parts++;
    if (parts > LIMITS.parts) throw tooLarge('parts', LIMITS.parts);
    if (depth > LIMITS.depth) throw tooLarge('depth', LIMITS.depth);
    if (typeof value === 'string') {
      if (value.length > LIMITS.textCharacters) throw tooLarge('textCharacters', LIMITS.textCharacters);
      characters += value.length;
      if (characters > LIMITS.documentCharacters) throw tooLarge('documentCharacters', LIMITS.documentCharacters);
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) walk(inner, depth + 1);
    }
  };
  walk(document, 0);
}

function tooLarge(what: string, limit: number): RenderRefusal {
  return new RenderRefusal(
    'DocumentTooLarge',
    'Ce document est trop long pour être mis en page. Raccourcissez le texte de l’étape, ou répartissez les factures sur plusieurs envois.',
    { what, limit },
  );
}
