import { day, euros, frenchDate, type Missing, type PublishedFigure, type UsualDuration } from '@acquit/law';
import { enumerated, fr } from '../texts/typography.ts';
import type { AnswerValue, RouteQuestion } from './model.ts';

const MISSING_WORDS: Readonly<Record<Missing, string>> = {
  contract: 'écrit qui engage le débiteur (contrat, commande, devis signé)',
  delivery: 'preuve de livraison ou d’exécution',
  invoice: 'facture',
  lease: 'bail écrit',
  'formal-notice': 'mise en demeure',
  'amicable-attempt': 'tentative amiable, ou dispense à indiquer',
  title: 'titre exécutoire',
  leave: 'autorisation du juge',
  'recovery-at-risk': 'ce qui menace le recouvrement',
  'cheque-certificate': 'certificat de non-paiement',
  decree: 'décret d’application',
  'publication-date': 'jour de publication au BODACC',
};

/** What a file lacks, as a list names it. */
export function missingName(missing: Missing): string {
  return MISSING_WORDS[missing];
}

const WEEK = 7;

/** « 2 à 6 semaines », « 1 à 4 mois », « 1 mois » */
export function durationWords({ low, high, unit }: Pick<UsualDuration, 'low' | 'high' | 'unit'>): string {
  const isWeeks = unit === 'days' && low % WEEK === 0 && high % WEEK === 0;
  const [from, until] = isWeeks ? [low / WEEK, high / WEEK] : [low, high];
  const words = unit === 'months' ? 'mois' : isWeeks ? 'semaines' : 'jours';
  return from === until ? fr`${from} ${words}` : fr`${from} à ${until} ${words}`;
}

const THOUSANDS = /(?<=\d)(?=(\d{3})+$)/g;

/** « 139 234 », « 3 000,00 € » */
export function figureWords({ value, unit }: Pick<PublishedFigure, 'value' | 'unit'>): string {
  return unit === 'cents' ? euros(BigInt(value)) : String(value).replace(THOUSANDS, '\u202f');
}

const NOTHING = '–';

/** An answer as a reader sees it. */
export function answerWords({ kind, choices }: Pick<RouteQuestion, 'kind' | 'choices'>, value: AnswerValue): string {
  if (value === null || value === '') return NOTHING;
  const label = (one: string) => choices.find((choice) => choice.value === one)?.label ?? one;
  switch (kind) {
    case 'choice':
      return label(String(value));
    case 'choices':
      return enumerated((value as string[]).map((one) => label(one).toLowerCase())) || NOTHING;
    case 'flag':
      return value === true ? 'oui' : 'non';
    case 'day':
      return frenchDate(day(String(value)));
    case 'cents':
      return euros(BigInt(Number(value)));
    case 'percent':
      return fr`${Number(value)} %`;
    case 'count':
      return figureWords({ value: Number(value), unit: 'count' });
    case 'text':
      return String(value);
  }
}
