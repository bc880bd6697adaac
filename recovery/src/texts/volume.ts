import { day, frenchDate } from '@acquit/law';
import type { VolumeStop } from '../views/scenarios.ts';
import { fr, s } from './typography.ts';

/** Says that a day's messages wait for somebody because they are many, and why. */
export function volumeSentence({ onDay, reason, messages, allowed }: VolumeStop): string {
  const many = fr`${messages} message${s(messages)} du ${frenchDate(day(onDay))} attend${messages > 1 ? 'ent' : ''} votre accord`;
  return reason === 'cap'
    ? fr`${many} : c’est plus que votre plafond de ${allowed} par jour. Rien n’en part avant votre réponse.`
    : fr`${many} : c’est bien plus que d’habitude (jusqu’à ${allowed}). Rien n’en part avant votre réponse.`;
}
