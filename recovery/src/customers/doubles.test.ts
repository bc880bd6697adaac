import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../profile/profile.ts';
import { anyKind } from '../testing/random.ts';
import { doubleReason, type Identity, mergeRefusal } from './doubles.ts';

const who = (change: Partial<Identity> = {}): Identity => ({
  name: 'Vallier',
  kind: 'company',
  legalId: null,
  ...change,
});
const code = (into: Partial<Identity>, from: Partial<Identity>) => mergeRefusal(who(into), who(from))?.code ?? null;

describe('merging two customers', () => {
  it('is refused for two SIREN, and not for two establishments of one', () => {
    expect(code({ legalId: '552100554' }, { legalId: '732829320' })).toBe('DifferentLegalPersons');
    expect(code({ legalId: '552100554' }, { legalId: '55210055400013' })).toBeNull();
    expect(code({ legalId: '552 100 554' }, { legalId: '552100554' })).toBeNull();
    expect(code({ legalId: '552100554' }, {})).toBeNull();
  });

  it('is refused between two kinds of debtors that the law treats apart, whichever way it is asked', () => {
    expect(code({ kind: 'company' }, { kind: 'consumer' })).toBe('DifferentKinds');
    fc.assert(
      fc.property(anyKind, anyKind, (one, other) => {
        const refused = code({ kind: one }, { kind: other });
        expect(refused).toBe(code({ kind: other }, { kind: one }));
        const apart = one !== null && other !== null && profileOf(one).profile !== profileOf(other).profile;
        expect(refused).toBe(apart ? 'DifferentKinds' : null);
      }),
    );
  });

  it('is proposed with what the two have in common, the surest sign first', () => {
    expect(doubleReason('siren')).toEqual({ reason: 'Même SIREN', confidence: 99 });
    expect(doubleReason('name').confidence).toBeLessThan(doubleReason('vat').confidence);
  });
});
