const { NODE_COMPILE_CACHE } = process.env;

/**
 * For a child that a test gives an environment of its own: where Node keeps what it has compiled and stripped of types,
 * as the command's own launcher says it. Starting a second time costs half.
 */
export const COMPILED: Readonly<Record<string, string>> =
  NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
