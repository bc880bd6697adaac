/** See `web-build.mjs`. Builds the browser app when its sources changed since the last build. */
export function ensureWebBuilt(): void;
