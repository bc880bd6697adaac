import { euros } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import type { Finding } from '../../views/templates.ts';
import { sentencesOf } from './deny.ts';
import { fold, passageOf } from './fold.ts';
import type { CheckContext } from './model.ts';

const PERCENT = /(\d+(?:[.,]\d+)?) ?(?:%|pour ?cents?\b|per ?cent\b)/g;
const IN_WORDS =
  /\b(?:cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|cent)(?: ?-?(?:et |virgule )?[a-z]+)? pour ?cent\b/g;
const ABOUT_A_RATE = /\b(?:taux|interets?|penalites?|moratoires?|interest|rate|an|annuel|year)\b/;
const ABOUT_ELSE = /\b(?:tva|vat|escompte|remise|rabais|ristourne|discount|acompte|commission|retenue)\b/;
const NUMBER = '\\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|vingt';
const MULTIPLE = new RegExp(
  `\\b(?:(?:${NUMBER}) fois le|double du|triple du|quadruple du) taux(?: d'interet)? (?:legal|de l'interet legal)\\b`,
  'g',
);
const ECB = new RegExp(
  `\\b(?:bce|banque centrale europeenne|ecb|european central bank)\\b[^.]{0,60}?\\b(${NUMBER}) ?(?:points?|%)`,
  'g',
);
/** No rule adds points to the legal rate before a judgment. */
const LEGAL_PLUS = new RegExp(
  `\\btaux(?: d'interet)? (?:legal|de l'interet legal)[^.]{0,20}\\b(?:majore|augmente|plus|\\+) ?(?:de )?(?:${NUMBER}) ?(?:points?|%)`,
  'g',
);
const INDEMNITY = /\bindemnite forfaitaire\b[^.]{0,60}?(\d+(?:[.,]\d+)?) ?(?:€|euros?|eur)/g;

const WRITTEN_OUT: Record<string, string> = {
  double: '2',
  deux: '2',
  triple: '3',
  trois: '3',
  quadruple: '4',
  quatre: '4',
  cinq: '5',
  six: '6',
  sept: '7',
  huit: '8',
  neuf: '9',
  dix: '10',
  onze: '11',
  douze: '12',
  treize: '13',
  quatorze: '14',
  quinze: '15',
  vingt: '20',
};

const WHOSE = {
  business: 'article L441-10 du code de commerce',
  public: 'articles L2192-13 et R2192-31 du code de la commande publique',
  consumer: 'articles 1231-6 et 1344-1 du code civil',
} as const;

/** Rates and sums that the text writes out: those that are not the law's, and those that will not stay so. */
export function ratesIn(written: string, place: 'subject' | 'body', context: CheckContext): Finding[] {
  const folded = fold(written);
  return sentencesOf(folded.text).flatMap(({ sentence, at }) => {
    const quote = (match: RegExpMatchArray) =>
      passageOf(folded, at + match.index!, at + match.index! + match[0].length);
    return [
      ...percentages(sentence, context).map(({ match, isRight }) =>
        isRight ? lasting(quote(match), place, context) : wrong(quote(match), place, context),
      ),
      ...[...sentence.matchAll(MULTIPLE)]
        .filter((match) => !isMultiple(match[0], context))
        .map((match) => wrong(quote(match), place, context)),
      ...[...sentence.matchAll(IN_WORDS)]
        .filter(() => ABOUT_A_RATE.test(sentence) && !ABOUT_ELSE.test(sentence))
        .map((match) => wrong(quote(match), place, context)),
      ...[...sentence.matchAll(LEGAL_PLUS)].map((match) => wrong(quote(match), place, context)),
      ...[...sentence.matchAll(ECB)]
        .filter((match) => !isEcb(WRITTEN_OUT[match[1]!] ?? match[1]!, context))
        .map((match) => wrong(quote(match), place, context)),
      ...indemnities(sentence, context).map((match) => wrongIndemnity(quote(match), place, context)),
    ];
  });
}

function percentages(sentence: string, context: CheckContext): { match: RegExpMatchArray; isRight: boolean }[] {
  return [...sentence.matchAll(PERCENT)].flatMap((match) => {
    const near = sentence.slice(Math.max(0, match.index - 80), match.index + match[0].length + 40);
    if (!ABOUT_A_RATE.test(near) || ABOUT_ELSE.test(near)) return [];
    return [{ match, isRight: context.rate !== null && sameRate(match[1]!, context.rate) }];
  });
}

function sameRate(written: string, rate: string): boolean {
  const hundredths = (text: string) => {
    const [whole, decimals = ''] = text.replace(',', '.').split('.');
    return `${BigInt(whole!)}.${decimals.padEnd(2, '0').replace(/0+$/, '')}`;
  };
  return hundredths(written) === hundredths(rate);
}

function isMultiple(written: string, { key, stipulatedRate }: CheckContext): boolean {
  const [count] = written.split(' ');
  const times = WRITTEN_OUT[count!] ?? count;
  return (
    key.profile === 'business' &&
    stipulatedRate !== null &&
    'legalMultiple' in stipulatedRate &&
    stipulatedRate.legalMultiple === times
  );
}

function isEcb(points: string, { key, stipulatedRate, ecbPoints }: CheckContext): boolean {
  if (key.profile === 'business' && stipulatedRate !== null) {
    return 'ecbPlus' in stipulatedRate && sameRate(points, stipulatedRate.ecbPlus);
  }
  return points === ecbPoints;
}

function indemnities(sentence: string, { indemnityCents }: CheckContext): RegExpMatchArray[] {
  if (indemnityCents === null) return [];
  return [...sentence.matchAll(INDEMNITY)].filter((match) => {
    const [whole, decimals = ''] = match[1]!.replace(',', '.').split('.');
    return Number(whole) * 100 + Number(decimals.padEnd(2, '0')) !== indemnityCents;
  });
}

function wrong(passage: string, place: 'subject' | 'body', { key, rate }: CheckContext): Finding {
  const right = rate === null ? '' : fr` (${rate.replace('.', ',')} % ce jour)`;
  return {
    rule: 'wrong-rate',
    severity: 'refuse',
    place,
    passage,
    article: WHOSE[key.profile],
    message: fr`Ce taux n’est pas celui que la loi ou vos conditions générales donnent pour ce débiteur${right}.`,
    instead: fr`Écrivez {{ taux }}, ou {{ accessoires }} : le taux du jour et son article seront toujours exacts.`,
  };
}

function lasting(passage: string, place: 'subject' | 'body', { key }: CheckContext): Finding {
  return {
    rule: 'rate-in-figures',
    severity: 'warn',
    place,
    passage,
    article: WHOSE[key.profile],
    message: fr`Ce taux est exact ce jour, et changera au prochain semestre : le texte sera alors refusé à l’envoi.`,
    instead: fr`Écrivez {{ taux }}.`,
  };
}

function wrongIndemnity(passage: string, place: 'subject' | 'body', { indemnityCents }: CheckContext): Finding {
  return {
    rule: 'wrong-indemnity',
    severity: 'refuse',
    place,
    passage,
    article: 'article D441-5 du code de commerce',
    message: fr`L’indemnité forfaitaire pour frais de recouvrement est de ${indemnityCents === null ? '' : euros(indemnityCents)} par facture.`,
    instead: fr`Retirez le montant : le décompte l’ajoute lui-même.`,
  };
}
