/** Reads the `examples.yaml` of the rules; used by tests only. */
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Example {
  readonly name: string;
  readonly source: string;
  readonly input: Record<string, unknown>;
  readonly value?: Record<string, unknown>;
  readonly not?: readonly Record<string, unknown>[];
  readonly refusal?: { readonly code: string; readonly facts?: Record<string, unknown> };
}

export interface ExampleFile {
  readonly rule: string;
  /** Field of the value that the tree explains: the value of its root. Null for a rule that answers a list. */
  readonly main: string | null;
  readonly examples: readonly Example[];
}

const SOURCES = new URL('../src/', import.meta.url);

/** Every rule's examples, in the order of their folders; a long list is several files, examples-….yaml. */
export function exampleFiles(): ExampleFile[] {
  return globSync('*/examples*.yaml', { cwd: SOURCES })
    .sort()
    .map((path) => parse(readFileSync(new URL(path, SOURCES), 'utf8')) as ExampleFile);
}
