import type { MessageFacts } from '../../model/decision.ts';
import type { Profile } from '../../model/facts.ts';
import { businessTexts } from './business.ts';
import { consumerTexts } from './consumer.ts';
import { publicTexts } from './public.ts';
import { type ProfileTexts, type StepText, textKind } from './shape.ts';

const CATALOGUE: Record<Profile, ProfileTexts> = {
  business: businessTexts,
  consumer: consumerTexts,
  public: publicTexts,
};

/** The words of a message, by who receives it and by what it is for. */
export function textFor(facts: MessageFacts): StepText {
  return CATALOGUE[facts.profile][textKind(facts)];
}
