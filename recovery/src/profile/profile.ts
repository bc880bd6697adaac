import { type DebtorKind, usualRegime } from '@acquit/law';
import type { Reason } from '../model/decision.ts';
import type { Profile, Regime } from '../model/facts.ts';

/** The regime of a debtor of a known kind, by the law; consumers and debtors without a business share the civil one. */
function regimeOfKind(kind: DebtorKind): Regime {
  const regime = usualRegime(kind);
  return regime === 'consumer' ? 'civil' : regime;
}

/** Which scenario goes with each regime. */
const PROFILES: Record<Regime, Profile> = { business: 'business', public: 'public', civil: 'consumer' };

/**
 * Which scenario a debtor follows, and why. An unknown kind follows the consumer scenario: its steps fall on the same
 * days, and nothing in its texts may be refused to anybody, which cannot be said of the business one.
 */
export function profileOf(kind: DebtorKind | null): { profile: Profile; reason: Reason } {
  if (kind === null) {
    return {
      profile: 'consumer',
      reason: {
        code: 'DebtorKindUnknown',
        message:
          'La qualité du débiteur n’est pas connue : le scénario des particuliers est suivi par prudence, sans pénalité ni indemnité. Précisez-la dans la fiche du débiteur.',
      },
    };
  }
  const profile = PROFILES[regimeOfKind(kind)];
  const why: Record<Profile, string> = {
    business: 'Le débiteur est un professionnel : scénario des professionnels.',
    consumer: 'Le débiteur n’agit pas pour une activité professionnelle : scénario des particuliers.',
    public: 'Le débiteur est un acheteur public : scénario des acheteurs publics.',
  };
  return { profile, reason: { code: 'DebtorKindKnown', message: why[profile] } };
}

/**
 * Which rules say what delay costs. L441-10 C. com. needs a professional on both sides, so a creditor who is a private
 * person is under the civil code whoever owes him; so is a debtor whose kind is not known, by prudence.
 */
export function regimeOf(creditorKind: 'business' | 'individual', debtorKind: DebtorKind | null): Regime {
  if (creditorKind === 'individual' || debtorKind === null) return 'civil';
  return regimeOfKind(debtorKind);
}
