/** See `pinned.mjs`, which stays JavaScript because any Node runs it. What TypeScript asks of it is declared here. */
export function installHash(folder: string): string;
