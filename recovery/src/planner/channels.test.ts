import { describe, expect, it } from 'vitest';
import type { Channel, DebtorFacts } from '../model/facts.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { debtor } from '../testing/facts.ts';
import { routeOf } from './channels.ts';

const formal = defaultScenarios.business.steps.at(-2)!;
const route = (channels: Channel[], who: Partial<DebtorFacts>) =>
  routeOf({ ...formal, channels }, { ...debtor(), ...who });
const NOWHERE = { lines: [], postcode: null, city: null, country: 'FR' };
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

describe('a registered letter', () => {
  it('goes with its e-mail when both can arrive', () => {
    expect(route(['registered', 'email'], {})).toEqual({ channels: ['registered', 'email'], reason: null });
  });

  it('goes alone without an e-mail address', () => {
    const found = route(['registered', 'email'], { email: null });
    expect(found?.channels).toEqual(['registered']);
    expect(plain(found?.reason?.message)).toBe(
      'Adresse e-mail inconnue : l’envoi se fait par lettre recommandée seulement.',
    );
  });

  it('falls to the e-mail without a postal address, and says that nothing will prove its presentation', () => {
    const found = route(['registered', 'email'], { address: NOWHERE });
    expect(found?.channels).toEqual(['email']);
    expect(plain(found?.reason?.message)).toBe(
      'Adresse postale incomplète : l’envoi se fait par e-mail seulement. Il n’y aura pas de preuve de présentation.',
    );
  });

  it('is for nobody when he has neither', () => {
    expect(route(['registered', 'email'], { address: NOWHERE, email: null })).toBeNull();
  });
});

describe('a text message', () => {
  it('goes to a mobile number', () => {
    expect(route(['sms'], { phone: '06 12 34 56 78' })).toEqual({ channels: ['sms'], reason: null });
  });

  it('is never sent to a landline: an e-mail replaces it', () => {
    const found = route(['sms'], { phone: '01 42 68 53 00' });
    expect(found?.channels).toEqual(['email']);
    expect(plain(found?.reason?.message)).toBe(
      'Numéro de téléphone mobile inconnu : l’envoi se fait par e-mail seulement.',
    );
  });

  it('becomes a letter when there is no e-mail address either', () => {
    const found = route(['sms'], { phone: null, email: null });
    expect(found?.channels).toEqual(['letter']);
    expect(plain(found?.reason?.message)).toBe(
      'Numéro de téléphone mobile inconnu : une lettre est préparée à la place.',
    );
  });

  it('beside an e-mail that can arrive, is left out and said', () => {
    const found = route(['sms', 'email'], { phone: null });
    expect(found?.channels).toEqual(['email']);
    expect(found?.reason?.code).toBe('EmailOnly');
  });
});
