/** The worked examples of `law/README.md`: each block of code, with the block of text that says what it prints. */
import { readFileSync } from 'node:fs';

export interface WorkedExample {
  readonly title: string;
  readonly code: string;
  readonly printed: string;
}

const EXAMPLE = /^### (.+)\n(?:(?!^#)[\s\S])*?^```js\n([\s\S]*?)^```\n+```text\n([\s\S]*?)^```$/gm;

/** Every example of the README, in its order. */
export function workedExamples(): readonly WorkedExample[] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  return [...readme.matchAll(EXAMPLE)].map(([, title, code, printed]) => ({
    title: title!,
    code: code!,
    printed: printed!,
  }));
}
