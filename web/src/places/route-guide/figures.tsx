import type { GuideRoute } from '@acquit/recovery';
import { euros, percent } from '../../format/money.ts';
import { routeGuide as text } from '../../texts/fr/route-guide.ts';
import { Badge } from '../../ui/bits.tsx';

type Chance = NonNullable<GuideRoute['chance']>;

/** What a way costs as far as it is known: « 102,69 € », « 50,00 € + devis », « devis à demander ». */
export function costWords({ costCents, isCostPartial }: Chance): string {
  if (!isCostPartial) return costCents === 0 ? text.free : euros(costCents);
  return costCents === 0 ? text.quoteNeeded : text.costFrom(euros(costCents));
}

/** What a way is worth: its expected gain, or the chances from which it covers its cost. */
export function worthOf(chance: Chance): { label: string; words: string } {
  const { verdict, expectedCents, breakEvenPercent, costCents, isCostPartial } = chance;
  if (verdict === 'never-worth') return { label: text.gain, words: text.never };
  if (expectedCents !== null) {
    const gain = euros(expectedCents);
    return { label: text.gain, words: isCostPartial ? text.beforeQuotes(gain) : gain };
  }
  if (costCents === 0) return { label: text.gain, words: text.noSuccess };
  return { label: text.breakEven, words: text.chances(percent(breakEvenPercent!.replace(/\.0$/, ''))) };
}

/** The usual duration, marked when it rests on one source. */
export function Duration({ duration }: { duration: GuideRoute['usualDuration'] }) {
  if (duration === null) return <span className="faint">{text.noDuration}</span>;
  return (
    <span title={`${duration.label}. ${duration.reference.article}, ${duration.reference.text}`}>
      {duration.text} {duration.reference.confidence === 'C' && <Badge kind="warn">{text.toVerify}</Badge>}
    </span>
  );
}
