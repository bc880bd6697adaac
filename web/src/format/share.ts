/** `0.344` → « 34 % ». */
export function share(part: number): string {
  return `${Math.round(part * 100)}\u00a0%`;
}
