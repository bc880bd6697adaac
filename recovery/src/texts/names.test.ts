import { describe, expect, it } from 'vitest';
import { debtorKindName, journalActionName, kindName, profileName, stepName } from './names.ts';

describe('names', () => {
  it.each([
    ['message-in-doubt', 'Message\u00a0: envoi douteux'],
    ['receipt.entered', 'Encaissement\u00a0: saisie'],
    ['import.undone', 'Import\u00a0: annulation'],
    ['company.mode-changed', 'Société\u00a0: changement de mode'],
    ['signed-in', 'Connexion'],
    ['claim.teleported', 'Facture\u00a0: teleported'],
    ['something.else', 'something.else'],
  ])('of the journal code %s is « %s »', (code, name) => {
    expect(journalActionName(code)).toBe(name);
  });

  it('of steps, profiles and kinds are French', () => {
    expect(stepName('mise-en-demeure')).toBe('Mise en demeure');
    expect(stepName('missing-address')).toBe('Adresse à compléter');
    expect(stepName('my-own-step')).toBe('my-own-step');
    expect([profileName('public'), kindName('credit-note'), debtorKindName(null)]).toEqual([
      'Acheteur public',
      'Avoir',
      'Qualité à préciser',
    ]);
  });
});
