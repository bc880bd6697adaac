import { type DebtorKind, day, mayClaimFixedIndemnity, mayClaimLatePenalties } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { profileOf, regimeOf } from './profile.ts';

const ON = day('2026-11-21');
const KINDS: DebtorKind[] = [
  'consumer',
  'trader',
  'artisan',
  'company',
  'civil-professional',
  'public-body',
  'public-enterprise',
  'non-business',
];

describe('profile and regime', () => {
  it('never give a regime with accessories to a debtor of whom the law allows none', () => {
    for (const kind of KINDS) {
      const accessories = regimeOf('business', kind) !== 'civil';
      expect([kind, accessories]).toEqual([kind, mayClaimLatePenalties(kind, ON).allowed]);
      expect([kind, accessories]).toEqual([kind, mayClaimFixedIndemnity(kind, ON).allowed]);
    }
  });

  it('take the prudent reading of what is not known, and say so', () => {
    expect(regimeOf('business', null)).toBe('civil');
    expect(profileOf(null).profile).toBe('consumer');
    expect(profileOf(null).reason.code).toBe('DebtorKindUnknown');
    expect(profileOf(null).reason.message).toContain('par prudence');
  });

  it('put a private creditor under the civil code whoever owes him', () => {
    for (const kind of KINDS) expect(regimeOf('individual', kind)).toBe('civil');
  });
});
