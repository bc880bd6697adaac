import { t } from '../../texts/index.ts';

/** The means of payment as a person says it; a means we do not know yet is shown as it came. */
export function methodName(method: string): string {
  return (t.words.receiptMethod as Record<string, string>)[method] ?? method;
}
