/**
 * A few words of path, enough for the mapping tables: `Party/Name`, `Registration/ID[@schemeID=VA]` (attribute) and
 * `PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID` (a text below).
 */

import type { XmlElement } from './parse-xml.ts';

interface Step {
  name: string;
  where?: { attribute: string; path: Step[]; value: string };
}

const compiled = new Map<string, Step[]>();

/** Every element at `path` below `element`, in document order. */
export function select(element: XmlElement, path: string): XmlElement[] {
  return follow([element], stepsOf(path));
}

function stepsOf(path: string): readonly Step[] {
  let steps = compiled.get(path);
  if (steps === undefined) {
    steps = compile(path);
    compiled.set(path, steps);
  }
  return steps;
}

/** The texts at the paths, the first path that gives any winning; empty elements give nothing. */
export function texts(element: XmlElement, paths: readonly string[]): string[] {
  for (const path of paths) {
    const found = select(element, path).flatMap((one) => (one.text === '' ? [] : [one.text]));
    if (found.length > 0) return found;
  }
  return [];
}

/** The first text at the first path that gives one. */
export function text(element: XmlElement, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = firstText(element, stepsOf(path), 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Depth first is document order here, and keeps nothing: long statements ask for a dozen texts per entry. */
function firstText(element: XmlElement, steps: readonly Step[], place: number): string | undefined {
  const step = steps[place];
  if (step === undefined) return element.text === '' ? undefined : element.text;
  for (const child of element.children) {
    if (child.name !== step.name || !holds(child, step)) continue;
    const found = firstText(child, steps, place + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function compile(path: string): Step[] {
  return [...path.matchAll(/([^/[\]]+)(?:\[([^\]]*)\])?/g)].map(([, name = '', condition]) => {
    if (condition === undefined) return { name };
    const [left = '', value = ''] = condition.split('=');
    const attribute = left.startsWith('@') ? left.slice(1) : '';
    return { name, where: { attribute, path: attribute === '' ? compile(left) : [], value: value.toUpperCase() } };
  });
}

function follow(from: XmlElement[], steps: readonly Step[]): XmlElement[] {
  let current = from;
  for (const step of steps) {
    const next: XmlElement[] = [];
    for (const element of current) {
      for (const child of element.children) if (child.name === step.name && holds(child, step)) next.push(child);
    }
    current = next;
  }
  return current;
}

function holds(element: XmlElement, { where }: Step): boolean {
  if (where === undefined) return true;
  if (where.attribute !== '') return (element.attributes.get(where.attribute) ?? '').toUpperCase() === where.value;
  return follow([element], where.path).some((one) => one.text.toUpperCase() === where.value);
}
