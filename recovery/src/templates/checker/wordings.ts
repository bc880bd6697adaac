import type { Finding } from '../../views/templates.ts';
import { ANNOUNCED } from './announced.ts';
import { APPEARANCE } from './appearance.ts';
import { isConditional, isDenied, sentencesOf } from './deny.ts';
import { DISCLOSURE } from './disclosure.ts';
import { type Folded, fold, passageOf, readingsOf } from './fold.ts';
import type { CheckContext, Wording } from './model.ts';
import { SUMS } from './sums.ts';
import { THREATS } from './threats.ts';

const WORDINGS: readonly Wording[] = [...THREATS, ...DISCLOSURE, ...SUMS, ...APPEARANCE, ...ANNOUNCED];

/** How far around the words what gives them another meaning may stand. */
const AROUND = 60;

/** Everything that one text says and should not, each passage quoted as it is written. */
export function wordingsIn(written: string, place: 'subject' | 'body', context: CheckContext): Finding[] {
  return readingsOf(fold(written)).flatMap((folded) => inFolded(folded, place, context));
}

function inFolded(folded: Folded, place: 'subject' | 'body', context: CheckContext): Finding[] {
  const sentences = sentencesOf(folded.text);
  return WORDINGS.filter((one) => (one.place ?? place) === place && (one.when?.(context) ?? true)).flatMap((wording) =>
    sentences.flatMap(({ sentence, at }) => inSentence(wording, sentence, at, folded, place, context)),
  );
}

function inSentence(
  wording: Wording,
  sentence: string,
  at: number,
  folded: Folded,
  place: 'subject' | 'body',
  context: CheckContext,
): Finding[] {
  const findings: Finding[] = [];
  for (const pattern of wording.patterns) {
    for (const match of sentence.matchAll(pattern)) {
      const [from, until] = [match.index, match.index + match[0].length];
      const around = sentence.slice(Math.max(0, from - AROUND), until + AROUND);
      if (wording.unless?.test(around) && !wording.stillIf?.test(sentence)) continue;
      const isDoubt = (wording.deniable ?? true) && isDenied(sentence, from, until);
      if (isDoubt && !isConditional(sentence)) continue;
      const { rule, article, message, instead } = wording;
      findings.push({
        rule,
        // What is denied on a condition is a threat said politely: a person reads it.
        severity: isDoubt ? 'warn' : wording.severity,
        place,
        passage: passageOf(folded, at + from, at + until),
        article: typeof article === 'string' ? article : article(context),
        message,
        instead,
      });
    }
  }
  return findings;
}
