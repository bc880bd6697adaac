import { addDays, type Day, formatDay, latePenaltiesAmount, mayClaimLatePenalties, rate } from '@acquit/law';
import type { CompanyFacts, Regime, StipulatedRate } from '../model/facts.ts';
import { citation, englishCitation } from '../texts/citation.ts';
import { fr } from '../texts/typography.ts';

/** « second semestre 2026 » */
function halfYearName(on: Day): string {
  const [year, month] = formatDay(on).split('-');
  return `${Number(month) <= 6 ? 'premier' : 'second'} semestre ${year}`;
}

/** « 12,40 % » */
function percent(ratePercent: string): string {
  return fr`${ratePercent.replace('.', ',')} %`;
}

function stipulated(terms: StipulatedRate): string {
  if ('fixed' in terms) return fr`de ${percent(terms.fixed)} par an prévu par nos conditions générales`;
  if ('legalMultiple' in terms)
    return fr`de ${terms.legalMultiple} fois l’intérêt légal prévu par nos conditions générales`;
  return fr`de la Banque centrale européenne majoré de ${terms.ecbPlus} points prévu par nos conditions générales`;
}

/** False when the law refuses the clause for that day: below the floor, or on an index not published yet. */
function isApplicable(terms: StipulatedRate, on: Day): boolean {
  const oneDayLate = { amountCents: 1, dueOn: formatDay(addDays(on, -1)), until: formatDay(on), rate: terms };
  return !('refusal' in latePenaltiesAmount(oneDayLate));
}

/**
 * The rate that the law or the terms give on a day, in percent per year with two decimals (« 12.40 »); null when it is
 * no figure: not published yet, a clause the law refuses, or a multiple that the text names in words.
 */
export function ratePercent(
  regime: Regime,
  company: Pick<CompanyFacts, 'creditorKind' | 'settings'>,
  on: Day,
): string | null {
  const terms = company.settings.stipulatedRate;
  if (regime === 'business' && terms !== null) {
    if (!('fixed' in terms) || !isApplicable(terms, on)) return null;
    const [whole, decimals = ''] = terms.fixed.split('.');
    return `${whole}.${decimals.padEnd(2, '0')}`;
  }
  const kind = regime === 'business' ? 'late-default' : regime === 'public' ? 'public' : 'legal';
  const found = rate({ kind, creditor: company.creditorKind, on: formatDay(on) });
  return found.refusal ? null : found.value.ratePercent;
}

/**
 * The same sentence for a customer who is written to in English. The articles keep their French names, because that is
 * where they are read.
 */
export function englishRateSentence(
  regime: Regime,
  company: Pick<CompanyFacts, 'creditorKind' | 'settings'>,
  on: Day,
): string {
  const found = ratePercent(regime, company, on);
  const figure = found === null ? null : `${found}% per year`;
  if (regime === 'public') {
    return `Late payment interest runs by law at the statutory rate (${englishCitation(mayClaimLatePenalties('public-body', on).article)}).`;
  }
  if (regime === 'civil') {
    return `From receipt of this formal notice, the sum due bears interest at the legal rate (article 1231-6 of the French Civil Code)${figure === null ? '' : `, currently ${figure}`}.`;
  }
  const article = englishCitation(mayClaimLatePenalties('company', on).article);
  const named = company.settings.stipulatedRate === null ? figure : figure && `${figure} under our general terms`;
  return `Late payment interest runs by law at ${named === null ? 'the rate set by law or by our general terms' : `the rate of ${named}`} (${article}).`;
}

/**
 * The sentence that names the one rate in force on a day and its article. When the rate of the half-year is not
 * published yet the article is named alone, because a figure may not be guessed.
 */
export function rateSentence(
  regime: Regime,
  company: Pick<CompanyFacts, 'creditorKind' | 'settings'>,
  on: Day,
): string {
  if (regime === 'public') {
    return fr`Les intérêts moratoires courent de plein droit au taux réglementaire (${citation(mayClaimLatePenalties('public-body', on).article)}).`;
  }
  if (regime === 'civil') {
    const legal = rate({ kind: 'legal', creditor: company.creditorKind, on: formatDay(on) });
    const figure = legal.refusal ? '' : fr`, soit ${percent(legal.value.ratePercent)} par an au ${halfYearName(on)}`;
    return fr`À compter de la réception de cette mise en demeure, la somme due porte intérêt au taux légal (article 1231-6 du code civil)${figure}.`;
  }
  const article = citation(mayClaimLatePenalties('company', on).article);
  const unnamed = fr`Les pénalités de retard courent de plein droit au taux prévu par la loi (${article}).`;
  const terms = company.settings.stipulatedRate;
  if (terms !== null) {
    if (!isApplicable(terms, on)) return unnamed;
    return fr`Les pénalités de retard courent de plein droit au taux ${stipulated(terms)} (${article}).`;
  }
  const statutory = rate({ kind: 'late-default', on: formatDay(on) });
  if (statutory.refusal) return unnamed;
  return fr`Les pénalités de retard courent de plein droit au taux de ${percent(statutory.value.ratePercent)} par an, en vigueur au ${halfYearName(on)} (${article}).`;
}
