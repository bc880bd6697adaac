import { type CourtKind, isCommercial } from '../court-costs/index.ts';
import { type ArticleKey, listed, valueOn } from '../parameters/index.ts';
import type { RouteCase } from './input.ts';
import { isListed } from './lists.ts';

/** The court that hears a claim, with the reasons that chose it; null when no French or European text names one. */
export interface Hearing {
  readonly court: CourtKind | null;
  readonly reasons: readonly ArticleKey[];
}

function startsWithOneOf(postcode: string, list: 'court-overseas-prefixes' | TownList, { on }: RouteCase): boolean {
  return listed(valueOn(list, on)!).some((prefix) => postcode.startsWith(prefix));
}

type TownList = 'court-economic-postcodes' | 'court-economic-departments';

/** The name that the commercial court has where the debtor is: a postcode proves it only in some places. */
function economicOrNot(routeCase: RouteCase): Hearing {
  const { courtTown, postcode, on } = routeCase;
  const towns = valueOn('court-economic-towns', on);
  const commercial: Hearing = { court: 'commercial', reasons: [] };
  const economic: Hearing = { court: 'economic', reasons: ['route-economic-court'] };
  if (towns === null) return commercial;
  if (courtTown !== null) {
    const name = courtTown.toLowerCase();
    return listed(towns).some((town) => town.toLowerCase() === name) ? economic : commercial;
  }
  if (postcode !== null && startsWithOneOf(postcode, 'court-economic-postcodes', routeCase)) return economic;
  if (postcode !== null && !startsWithOneOf(postcode, 'court-economic-departments', routeCase)) return commercial;
  return { court: 'commercial-or-economic', reasons: ['route-economic-court'] };
}

/** The commercial court of the debtor's place. */
export function commercialCourt(routeCase: RouteCase): Hearing {
  const { isAlsaceMoselle, postcode } = routeCase;
  if (isAlsaceMoselle) return { court: 'commercial-chamber', reasons: ['route-commercial-chamber'] };
  if (postcode !== null && startsWithOneOf(postcode, 'court-overseas-prefixes', routeCase)) {
    return { court: 'mixed-commercial', reasons: ['route-overseas-court'] };
  }
  return economicOrNot(routeCase);
}

function withReasons({ court, reasons }: Hearing, more: readonly ArticleKey[]): Hearing {
  return { court, reasons: [...reasons, ...more] };
}

/** The civil court: the amount tells whether the local chamber may hear the claim. */
function civilCourt(routeCase: RouteCase, reasons: readonly ArticleKey[]): Hearing {
  const { amountCents, on } = routeCase;
  const isLocal = amountCents <= Number(valueOn('court-local-limit', on)!.value);
  return { court: isLocal ? 'judicial-or-local' : 'judicial', reasons };
}

/** Why a professional who is no trader stays before the civil court in a town whose commercial court was renamed. */
function notEconomic(routeCase: RouteCase): readonly ArticleKey[] {
  const isCivilProfessional = routeCase.debtorKind === 'civil-professional';
  const isRenamed = economicOrNot(routeCase).court === 'economic';
  return isCivilProfessional && isRenamed ? ['route-not-economic'] : [];
}

function betweenParties(routeCase: RouteCase): Hearing {
  const { creditorKind, debtorKind, on } = routeCase;
  const isParty = (kind: string) => isListed('route-commercial-parties', kind, on);
  const publicEnterprise: readonly ArticleKey[] = debtorKind === 'public-enterprise' ? ['route-public-enterprise'] : [];
  if (isParty(creditorKind) && (isParty(debtorKind) || debtorKind === 'public-enterprise')) {
    const isMixed = (creditorKind === 'artisan') !== (debtorKind === 'artisan');
    return withReasons(commercialCourt(routeCase), [
      ...(isMixed ? (['route-mixed-parties'] as const) : []),
      ...publicEnterprise,
    ]);
  }
  if (isListed('route-commercial-debtors', debtorKind, on)) {
    return withReasons(commercialCourt(routeCase), ['route-choice-of-court', ...publicEnterprise]);
  }
  return civilCourt(routeCase, notEconomic(routeCase));
}

/**
 * The court that hears a claim for payment (L721-3 and L731-1 C. com., L211-3, L213-4-4 and L213-4-5 COJ, 750 CPC):
 * by the debtor when it is public or abroad, then by the claim, then by the two parties.
 */
export function hearingOf(routeCase: RouteCase): Hearing {
  const { debtorKind, claimKind, country, on } = routeCase;
  if (!isListed('court-french-codes', country, on)) {
    const isUnion = isListed('court-eu-members', country, on);
    return isUnion ? { court: 'european', reasons: ['route-european-suit'] } : { court: null, reasons: [] };
  }
  if (isListed('route-administrative-debtors', debtorKind, on)) return { court: 'administrative', reasons: [] };
  if (isListed('route-protection-claims', claimKind, on)) {
    return { court: 'protection', reasons: claimKind === 'consumer-credit' ? ['route-consumer-credit-term'] : [] };
  }
  if (isListed('route-civil-claims', claimKind, on)) return civilCourt(routeCase, []);
  if (isListed('route-commercial-claims', claimKind, on)) return commercialCourt(routeCase);
  return betweenParties(routeCase);
}

/** Whether a claim goes before a commercial judge, whatever the name of the court. */
export function isCommercialHearing({ court }: Hearing): boolean {
  return court !== null && (isCommercial(court) || court === 'commercial-chamber' || court === 'mixed-commercial');
}
