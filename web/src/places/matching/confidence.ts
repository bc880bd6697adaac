import { t } from '../../texts/index.ts';

const text = t.matching.confidence;

/** A confidence in words: nobody knows what 83 out of 100 is. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 95) return text.sure;
  if (confidence >= 80) return text.likely;
  return confidence >= 60 ? text.possible : text.weak;
}
