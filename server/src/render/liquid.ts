import type { FillTemplate } from '@acquit/recovery';
import { Liquid, type Template } from 'liquidjs';

/**
 * Limits of one template. A text of these tags alone grows no bigger than it is long, so they are never met by a text
 * that was saved; they stand for the day on which that is not true any more.
 */
const LIMITS = { parseLimit: 40_000, renderLimit: 2_000, memoryLimit: 2_000_000 };

/** All that a letter needs: a choice between two wordings. Loops, assignments and files are how templates are attacked. */
const TAGS = new Set(['if', 'unless']);

const PARSED_AT_MOST = 1_000;

function openEngine(): Liquid {
  const engine = new Liquid({
    ...LIMITS,
    strictVariables: true,
    jsTruthy: true,
    strictFilters: true,
    ownPropertyOnly: true,
    relativeReference: false,
    dynamicPartials: false,
    templates: {},
  });
  for (const tag of Object.keys(engine.tags)) if (!TAGS.has(tag)) delete engine.tags[tag];
  for (const filter of Object.keys(engine.filters)) delete engine.filters[filter];
  engine.registerFilter('majuscule', (text: unknown) => {
    const written = String(text);
    return written.charAt(0).toUpperCase() + written.slice(1);
  });
  return engine;
}

const engine = openEngine();
const parsed = new Map<string, Template[]>();

/**
 * Fills a template with values, by the Liquid language cut down to variables and choices. Values are put in as they are:
 * each output escapes them for itself. An empty text counts as false, as a reader of the template expects. Throws
 * (a `LiquidError`) on anything that the checker of templates refuses: an unknown variable, tag or filter.
 */
export const fillTemplate: FillTemplate = (source, values) => {
  let template = parsed.get(source);
  if (template === undefined) {
    template = engine.parse(source);
    if (parsed.size >= PARSED_AT_MOST) parsed.clear();
    parsed.set(source, template);
  }
  return String(engine.renderSync(template, values));
};
