/** Reads the `examples.yaml` of the rules; used by tests only. */
import { readFileSync } from 'node:fs';
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
  readonly examples: readonly Example[];
}

const FOLDERS = ['late-penalties', 'legal-interest', 'rate'];

export function exampleFiles(): ExampleFile[] {
  return FOLDERS.map((folder) => {
    const url = new URL(`../src/${folder}/examples.yaml`, import.meta.url);
    return parse(readFileSync(url, 'utf8')) as ExampleFile;
  });
}
