import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import type { CourtFileView } from '../views/courts.ts';
import { chooseCourt } from './choose.ts';
import { chosenCourtDoubt } from './chosen.ts';
import { communeKey, departmentOfPostcode, inseeCode } from './commune.ts';
import type { CommuneCourts, CourtEvidence, CourtQuery, Seat } from './model.ts';

const on = day('2026-11-22');
const seat = (id: string, name: string, address: string | null = null): Seat => ({
  id,
  name,
  address,
  phone: null,
  email: null,
});
const file = (layout: CourtFileView['layout']): CourtFileView => ({
  layout,
  name: layout,
  fileName: `${layout}.csv`,
  edition: null,
  entries: 3,
  importedOn: '2026-11-01',
  ageDays: 21,
  doubts: [],
});
const evidence = (more: Partial<CourtEvidence> = {}): CourtEvidence => ({
  ministry: file('ministry'),
  registry: file('registry'),
  addresses: null,
  communes: [],
  communeRegistry: null,
  postcodeRegistry: null,
  department: '13',
  departmentRegistries: [],
  departmentJudicial: [],
  departmentLocal: [],
  ...more,
});
const commune = (more: Partial<CommuneCourts> = {}): CommuneCourts => ({
  insee: '01187',
  name: 'Haut-Valromey',
  judicial: seat('TJ-1', 'TJ Bourg-en-Bresse', '32 avenue Alsace-Lorraine, 01000 Bourg-en-Bresse'),
  local: seat('TPRX-2', 'Belley'),
  registry: seat('RCS-BOURG', 'BOURG-EN-BRESSE'),
  ...more,
});
const ask = (courtKind: CourtQuery['courtKind'], facts: Partial<CourtEvidence>, more: Partial<CourtQuery> = {}) =>
  chooseCourt({ courtKind, on, ...more }, evidence(facts));

describe('names of communes', () => {
  it.each([
    ['Saint-Étienne', 'St Etienne'],
    ['L’Haÿ-les-Roses', "l'hay les roses"],
    ['Villefranche-sur-Saône', 'VILLEFRANCHE S/ SAONE'],
    ['Sainte-Œuvre', 'Ste Oeuvre'],
    ['Lyon', 'LYON CEDEX 03'],
    ['Lyon', 'Lyon 03'],
    ['Marseille', 'Marseille 8e Arrondissement'],
    ['Paris', 'PARIS 1ER ARRONDISSEMENT'],
    ['Le Mans', 'Mans (Le)'],
    ['L’Isle-Adam', "Isle-Adam (L')"],
  ])('%s is %s', (one, other) => expect(communeKey(other)).toBe(communeKey(one)));

  it('keep apart what is not the same', () => {
    expect(communeKey('Saint-Denis')).not.toBe(communeKey('Sainte-Denise'));
    expect(communeKey('Sens')).not.toBe(communeKey('Sens-Beaujeu'));
  });

  it.each([
    ['01000', '01'],
    ['20090', '2A'],
    ['20200', '2B'],
    ['97410', '974'],
    ['98800', '988'],
    ['1000', null],
    ['L-1234', null],
  ])('the postcode %s is of %s', (postcode, department) => expect(departmentOfPostcode(postcode)).toBe(department));

  it('puts back the zero that INSEE codes lost', () => {
    expect(['1053', '2a004', '75056', '975', 'x'].map(inseeCode)).toEqual(['01053', '2A004', '75056', null, null]);
  });
});

describe('the civil court', () => {
  it('is the tribunal de proximité of the commune up to its sum, the judicial one beyond', () => {
    const near = ask('judicial-or-local', { communes: [commune()] }, { amountCents: 1_000_000 });
    expect(near).toMatchObject({ status: 'found', help: null });
    expect(near.courts[0]).toMatchObject({
      courtId: 'TPRX-2',
      name: 'Tribunal de proximité de Belley',
      town: 'Belley',
    });
    expect(near.sources.map(({ layout }) => layout)).toEqual(['ministry']);
    const far = ask('judicial-or-local', { communes: [commune()] }, { amountCents: 1_000_001 });
    expect(far.courts[0]).toMatchObject({ name: 'Tribunal judiciaire de Bourg-en-Bresse', town: 'Bourg-en-Bresse' });
    expect(ask('judicial-or-local', { communes: [commune({ local: null })] }).courts[0]!.courtId).toBe('TJ-1');
  });

  it('names the judge who sits there', () => {
    expect(ask('protection', { communes: [commune()] }).courts[0]!.name).toBe(
      'Juge des contentieux de la protection, tribunal de proximité de Belley',
    );
    expect(ask('enforcement', { communes: [commune()] }).courts[0]!.name).toBe(
      'Juge de l’exécution, tribunal judiciaire de Bourg-en-Bresse',
    );
  });

  it('is one for the arrondissements of a city, and chosen between homonyms of two courts', () => {
    const paris = ['75101', '75102'].map((insee) =>
      commune({ insee, name: 'Paris', judicial: seat('TJ-75', 'Tribunal judiciaire de Paris'), local: null }),
    );
    expect(ask('judicial', { communes: paris }).status).toBe('found');
    const two = ask('judicial', { communes: [commune(), commune({ judicial: seat('TJ-9', 'Nantua') })] });
    expect(two).toMatchObject({ status: 'choose', help: 'https://www.justice.fr' });
    expect(two.courts).toHaveLength(2);
  });

  it('is chosen in the department when the commune is not known, never guessed', () => {
    const facts = { departmentJudicial: [seat('TJ-1', 'Aix-en-Provence'), seat('TJ-2', 'Marseille')] };
    const answer = ask('judicial', facts, { postcode: '13999', city: 'Nulle-Part' });
    expect(answer.status).toBe('choose');
    expect(answer.courts.map(({ name }) => name)).toEqual([
      'Tribunal judiciaire d’Aix-en-Provence',
      'Tribunal judiciaire de Marseille',
    ]);
    expect(answer.why).toContain('13999 Nulle-Part');
  });

  it('is unknown without its file', () => {
    const answer = ask('judicial', { ministry: null }, { postcode: '13001' });
    expect(answer).toMatchObject({ status: 'unknown', courts: [], sources: [], help: 'https://www.justice.fr' });
  });
});

describe('the commercial court', () => {
  const registries = (...names: string[]) => names.map((name) => seat(`RCS-${name}`, name));

  it('is that of the commune, with its address', () => {
    const lyon = commune({ insee: '69123', name: 'Lyon', registry: seat('RCS-LYON', 'LYON', '44 rue de Bonnel') });
    const answer = ask('commercial', { communes: [lyon], department: '69' });
    expect(answer.courts[0]).toMatchObject({
      kind: 'economic',
      name: 'Tribunal des activités économiques de Lyon',
      address: '44 rue de Bonnel',
    });
    expect(answer.doubts.join()).toContain('31 décembre 2028');
  });

  it('bears its old name before and after the trial of the tribunals of economic activities', () => {
    const lyon = { communes: [commune({ insee: '69123', registry: seat('RCS-LYON', 'LYON') })] };
    const nameOn = (iso: string) =>
      chooseCourt({ courtKind: 'economic', on: day(iso) }, evidence(lyon)).courts[0]!.name;
    expect(nameOn('2024-12-31')).toBe('Tribunal de commerce de Lyon');
    expect(nameOn('2025-01-01')).toBe('Tribunal des activités économiques de Lyon');
    expect(nameOn('2028-12-31')).toBe('Tribunal des activités économiques de Lyon');
    expect(nameOn('2029-01-01')).toBe('Tribunal de commerce de Lyon');
  });

  it.each([
    ['57', 'METZ', 'Chambre commerciale du tribunal judiciaire de Metz'],
    ['68', 'COLMAR', 'Chambre commerciale du tribunal judiciaire de Colmar'],
    ['76', 'LE HAVRE', 'Tribunal des activités économiques du Havre'],
    ['17', 'LA ROCHELLE', 'Tribunal de commerce de La Rochelle'],
    ['49', 'ANGERS', 'Tribunal de commerce d’Angers'],
    ['35', 'SAINT MALO', 'Tribunal de commerce de Saint-Malo'],
    ['971', 'BASSE-TERRE', 'Tribunal mixte de commerce de Basse-Terre'],
    ['974', 'SAINT-DENIS-DE-LA-REUNION', 'Tribunal mixte de commerce de Saint-Denis de La Réunion'],
    ['988', 'Nouvelle Calédonie', 'Tribunal mixte de commerce de Nouméa'],
    ['975', 'SAINT PIERRE (TGI)', 'Tribunal de première instance de Saint-Pierre'],
    ['59', 'LILLE METROPOLE', 'Tribunal de commerce de Lille Metropole'],
  ])('of department %s at %s is the %s', (department, name, expected) => {
    const [only] = registries(name);
    const answer = ask('commercial', { department, postcodeRegistry: only!, departmentRegistries: [only!] });
    expect(answer.courts.map((court) => court.name)).toEqual([expected]);
  });

  it('is chosen when the postcode alone speaks and the department has several, the likeliest first', () => {
    const facts = {
      postcodeRegistry: registries('TARASCON')[0]!,
      departmentRegistries: registries('AIX-EN-PROVENCE', 'MARSEILLE', 'TARASCON'),
    };
    const answer = ask('commercial', facts, { postcode: '13150', city: 'Boulbon' });
    expect(answer.status).toBe('choose');
    expect(answer.courts.map(({ town }) => town)).toEqual(['Tarascon', 'Aix-en-Provence', 'Marseille']);
    const seatItself = ask('commercial', facts, { postcode: '13150', city: 'TARASCON CEDEX' });
    expect(seatItself).toMatchObject({ status: 'found', courts: [{ town: 'Tarascon' }] });
  });

  it('does not exist where no French registry is', () => {
    const [none] = registries('Gie Infogreffe');
    const answer = ask('commercial', { department: '980', postcodeRegistry: none!, departmentRegistries: [none!] });
    expect(answer).toMatchObject({ status: 'unknown', courts: [] });
    expect(answer.why).toContain('aucun greffe français');
  });

  it('is unknown without its file', () => {
    expect(ask('economic', { registry: null }).why).toContain('n’est pas importé');
  });
});

describe('a court chosen by hand', () => {
  it('keeps no doubt when it is the one found, and says the other one otherwise', () => {
    const answer = ask('judicial', { communes: [commune()] });
    expect(chosenCourtDoubt(answer, { courtId: 'TJ-1', name: 'x' })).toBeNull();
    const doubt = chosenCourtDoubt(answer, { courtId: 'TJ-9', name: 'Tribunal judiciaire de Paris' });
    expect(doubt).toContain('Tribunal judiciaire de Bourg-en-Bresse');
    expect(chosenCourtDoubt(answer, { courtId: null, name: 'Tribunal de Metz' })).toContain('Tribunal de Metz');
  });
});
