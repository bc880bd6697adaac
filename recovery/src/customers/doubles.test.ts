import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../profile/profile.ts';
import { anyKind } from '../testing/random.ts';
import { closeNames, doubleReason, doubleSign, type Identity, type Likeness, mergeRefusal } from './doubles.ts';

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

describe('two customers that look alike', () => {
  const like = (change: Partial<Likeness>): Likeness => ({
    siren: null,
    vat: null,
    accountKey: null,
    bareName: 'menuiserie vallier',
    city: null,
    mailDomain: null,
    ...change,
  });

  it('are told apart by two SIREN, whatever else they share', () => {
    const all = { vat: 'FR1', accountKey: 'C1', city: 'Lyon', mailDomain: 'vallier.example' };
    expect(doubleSign(like({ ...all, siren: '552100554' }), like({ ...all, siren: '732829320' }))).toBeNull();
    expect(doubleSign(like({ ...all, siren: '552100554' }), like(all))).toBe('vat');
  });

  it('are known by their surest sign', () => {
    expect(doubleSign(like({ city: 'Lyon' }), like({ city: 'LYON' }))).toBe('name-and-town');
    expect(doubleSign(like({}), like({}))).toBe('name');
    expect(doubleSign(like({}), like({ bareName: 'menuiserie valier' }))).toBe('close-name');
    const mail = { mailDomain: 'vallier.example' };
    expect(doubleSign(like(mail), like({ ...mail, bareName: 'menuiserie v grenoble' }))).toBe('mail-domain');
    expect(doubleSign(like(mail), like({ ...mail, bareName: 'garage durand' }))).toBeNull();
    expect(doubleSign(like({ accountKey: 'C1' }), like({ accountKey: 'C1', bareName: 'x' }))).toBe('account');
    expect(doubleSign(like({ bareName: '' }), like({ bareName: '' }))).toBeNull();
  });

  it('have close names after one slip, not after a change of figure, and in both directions', () => {
    expect(closeNames('boulangerie dupont', 'boulangerie dupond')).toBe(true);
    expect(closeNames('jean martin', 'jean matrin')).toBe(true);
    expect(closeNames('jeanmartin', 'jean martin')).toBe(true);
    expect(closeNames('transports 12 lyon', 'transports 21 lyon')).toBe(false);
    expect(closeNames('roca', 'roza')).toBe(false);
    const letters = fc.string({ unit: fc.constantFrom(...'abcdé '), minLength: 0, maxLength: 14 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(closeNames(a, b)).toBe(closeNames(b, a));
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 7, maxLength: 14 }),
        fc.nat(13),
        (a, at) => {
          expect(closeNames(a, a.slice(0, at % a.length) + a.slice((at % a.length) + 1))).toBe(true);
        },
      ),
    );
  });
});
