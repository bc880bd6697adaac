const MINUTE_MS = 60_000;
const MINUTES = [1, 5, 15, 30, 60, 120, 240, 480, 480, 480, 480, 480];

/**
 * How long to wait after the n-th attempt (1 for the first) before the next one, in milliseconds; null when the
 * attempts have covered 48 hours and a person must be told.
 */
export function retryDelay(attempts: number): number | null {
  const minutes = MINUTES[Math.max(attempts, 1) - 1];
  return minutes === undefined ? null : minutes * MINUTE_MS;
}

/** How long to leave a mail account alone after it failed n times in a row: from one minute to half an hour. */
export function accountDelay(failures: number): number {
  return MINUTE_MS * Math.min(2 ** Math.max(failures - 1, 0), 30);
}
