import { day, formatDay } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { noticeEffect } from './effect.ts';
import { noticeOf } from './record.ts';
import { representativeIn } from './representative.ts';
import { noticeStanding } from './standing.ts';
import { effectAdvice, effectTitle } from './words.ts';

/** A record as the open data gives it: inner parts as texts of JSON. */
function record(more: Record<string, unknown> = {}) {
  return {
    id: 'A202601765232',
    publicationavis: 'A',
    parution: '20260176',
    dateparution: '2026-09-15',
    numeroannonce: 5232,
    typeavis: 'annonce',
    typeavis_lib: 'Avis initial',
    familleavis: 'collective',
    familleavis_lib: 'Procédures collectives',
    tribunal: 'Greffe du Tribunal de Commerce de Lyon',
    commercant: 'ROCHE TRANSPORTS',
    ville: 'Villeurbanne',
    cp: '69100',
    registre: ['552 100 554', '552100554'],
    listepersonnes: JSON.stringify({
      personne: {
        typePersonne: 'pm',
        denomination: 'ROCHE TRANSPORTS',
        numeroImmatriculation: { numeroIdentification: '552 100 554', codeRCS: 'RCS', nomGreffeImmat: 'Lyon' },
      },
    }),
    jugement: judgment("Jugement d'ouverture", "Jugement d'ouverture de liquidation judiciaire", '2026-09-08'),
    parutionavisprecedent: null,
    ...more,
  };
}
const judgment = (famille: string, nature: string, date: string, complementJugement?: string) =>
  JSON.stringify({ type: 'initial', famille, nature, date, ...(complementJugement && { complementJugement }) });
const notice = (more: Record<string, unknown> = {}) => noticeOf(record(more))!;

describe('a record', () => {
  it('gives the company once, its judgment and its day', () => {
    expect(notice()).toMatchObject({
      noticeId: 'A202601765232',
      publishedOn: day('2026-09-15'),
      type: 'annonce',
      sirens: ['552100554'],
      name: 'ROCHE TRANSPORTS',
      judgment: { nature: "Jugement d'ouverture de liquidation judiciaire", on: day('2026-09-08'), details: null },
    });
  });

  it.each([
    ['10 décembre 2009', '2009-12-10'],
    ['1er mars 2024', '2024-03-01'],
    ['08/09/2026', '2026-09-08'],
    ['31 février 2024', null],
    ['le mois dernier', null],
  ])('reads the day « %s »', (date, expected) => {
    const on = notice({ jugement: judgment('x', 'y', date) }).judgment!.on;
    expect(on === null ? null : formatDay(on)).toBe(expected);
  });

  it('is read whether its parts are objects, texts, or one level deeper, and a list of numbers one text', () => {
    const whole = record();
    const objects = {
      ...whole,
      jugement: JSON.parse(whole.jugement),
      listepersonnes: JSON.parse(whole.listepersonnes),
    };
    expect(noticeOf(objects)).toEqual(notice());
    expect(noticeOf({ recordid: 'x', fields: whole })).toEqual(notice());
    expect(noticeOf(record({ registre: '552 100 554,552100554', listepersonnes: null }))!.sirens).toEqual([
      '552100554',
    ]);
  });

  it('repairs accents read in another encoding', () => {
    const broken = judgment('Jugement de clÃ´ture', "Jugement de clÃ´ture pour insuffisance d'actif", '2026-09-08');
    expect(noticeEffect(notice({ jugement: broken }))).toEqual({ kind: 'closure', reason: 'insufficient-assets' });
  });

  it('names the notice it corrects', () => {
    const previous = {
      nomPublication: 'BODACC A',
      numeroParution: '20260176',
      dateParution: '2026-09-15',
      numeroAnnonce: 5232,
    };
    const fixed = notice({
      id: 'A202601800001',
      typeavis: 'rectificatif',
      parutionavisprecedent: JSON.stringify(previous),
    });
    expect(fixed).toMatchObject({ type: 'rectificatif', previousId: 'A202601765232' });
  });

  it('keeps no address of the web', () => {
    const details = 'Les créances sont à déclarer sur https://www.creditors-services.com ou à www.x.fr, contact@x.fr.';
    expect(notice({ jugement: judgment('a', 'b', '', details) }).judgment!.details).not.toMatch(/http|www|@/);
  });

  it.each([
    null,
    3,
    'x',
    [],
    {},
    { id: 'A1' },
    { id: 'A202601765232' },
    { id: "x'; drop", dateparution: '2026-09-15' },
    { id: 'A202601765232', dateparution: '2026-02-30' },
  ])('is nothing when it is %o', (raw) => expect(noticeOf(raw)).toBeNull());
});

describe('the effect', () => {
  it.each([
    [
      "Jugement d'ouverture",
      "Jugement d'ouverture d'une procédure de sauvegarde",
      undefined,
      { kind: 'opening', proceedings: 'sauvegarde' },
    ],
    [
      "Jugement d'ouverture",
      "Jugement d'ouverture d'une procédure de redressement judiciaire",
      undefined,
      { kind: 'opening', proceedings: 'redressement' },
    ],
    [
      "Jugement d'ouverture",
      "Autre jugement d'ouverture",
      'Liquidation judiciaire simplifiée.',
      { kind: 'opening', proceedings: 'liquidation' },
    ],
    [
      "Jugement d'ouverture",
      "Jugement d'extension de liquidation judiciaire",
      undefined,
      { kind: 'opening', proceedings: 'liquidation' },
    ],
    [
      'Jugement prononçant',
      'Jugement de conversion en liquidation judiciaire',
      undefined,
      { kind: 'conversion', proceedings: 'liquidation' },
    ],
    [
      'Jugement prononçant',
      'Jugement de conversion en redressement judiciaire de la procédure de sauvegarde',
      undefined,
      { kind: 'conversion', proceedings: 'redressement' },
    ],
    [
      'Jugement prononçant',
      'Jugement prononçant la résolution du plan de redressement et la liquidation judiciaire',
      undefined,
      { kind: 'opening', proceedings: 'liquidation' },
    ],
    ['Jugement prononçant', 'Jugement arrêtant le plan de continuation', undefined, { kind: 'plan' }],
    [
      'Jugement de clôture',
      "Jugement de clôture pour insuffisance d'actif",
      undefined,
      { kind: 'closure', reason: 'insufficient-assets' },
    ],
    [
      'Jugement de clôture',
      'Jugement de clôture pour extinction du passif',
      undefined,
      { kind: 'closure', reason: 'debts-paid' },
    ],
    ['Avis de dépôt', "Dépôt de l'état des créances", undefined, { kind: 'claims-listed' }],
    [
      'Rétractation sur tierce opposition',
      'Jugement de rétractation sur tierce opposition',
      undefined,
      { kind: 'retracted' },
    ],
    [
      'Extrait de jugement',
      'Autre jugement et ordonnance',
      'Ouvre la procédure de redressement judiciaire',
      { kind: 'opening', proceedings: 'redressement' },
    ],
    ['Extrait de jugement', 'Autre jugement et ordonnance', 'Désigne un expert.', { kind: 'in-proceedings' }],
  ])('of %s, %s (%s)', (famille, nature, details, expected) => {
    const effect = noticeEffect(notice({ jugement: judgment(famille, nature, '2026-09-08', details) }));
    expect(effect).toEqual(expected);
    expect(effectTitle(effect).length).toBeGreaterThan(3);
    expect(effectAdvice(effect).length).toBeGreaterThan(3);
  });

  it('of other families', () => {
    expect(noticeEffect(notice({ familleavis: 'radiation' }))).toEqual({ kind: 'struck-off' });
    const moved = {
      descriptif:
        'Modification survenue sur l’adresse du siège et l’adresse de l’établissement : transfert du siège social.',
    };
    expect(
      noticeEffect(notice({ familleavis: 'modification', modificationsgenerales: JSON.stringify(moved) })),
    ).toEqual({ kind: 'seat-moved' });
    expect(noticeEffect(notice({ familleavis: 'modification' }))).toEqual({ kind: 'none' });
    expect(noticeEffect(notice({ familleavis: 'dpc' }))).toEqual({ kind: 'none' });
  });

  it('of a sale is the seller’s alone', () => {
    const seller = { personne: { numeroImmatriculation: { numeroIdentification: '404 833 048' } } };
    const sale = notice({ familleavis: 'vente', jugement: null, listeprecedentproprietaire: JSON.stringify(seller) });
    expect(sale.sirens).toEqual(['552100554', '404833048']);
    expect(noticeEffect(sale, '404833048')).toEqual({ kind: 'sale' });
    expect(noticeEffect(sale, '552100554')).toEqual({ kind: 'none' });
  });
});

describe('the representative', () => {
  it.each([
    [
      'Jugement prononçant la liquidation judiciaire, date de cessation des paiements le 1 août 2026, désignant liquidateur Selarl Mj Synergie - représentée par Maître Dupont 136 Cours Lafayette 69003 Lyon. Les créances sont à adresser, dans les deux mois de la présente publication, auprès du liquidateur ou sur le portail électronique prévu par les articles L. 814-2 et L. 814-13 du code de commerce à l’adresse https://www.creditors-services.com.',
      {
        role: 'liquidateur',
        name: 'Selarl Mj Synergie - représentée par Maître Dupont',
        address: '136 Cours Lafayette 69003 Lyon',
      },
    ],
    [
      'Jugement prononçant l’ouverture d’une procédure de redressement judiciaire, désignant administrateur Selarl Aja 12 rue de la Paix 75002 Paris avec pour mission : d’assister, mandataire judiciaire Selarl Actis Mandataires, en la personne de Me Martin, 8 bis avenue de l’Europe, 78000 Versailles et ouvrant une période d’observation',
      {
        role: 'mandataire judiciaire',
        name: 'Selarl Actis Mandataires, en la personne de Me Martin',
        address: '8 bis avenue de l’Europe, 78000 Versailles',
      },
    ],
    [
      'Liquidateur : SCP Durand, BP 12 - 13100 Aix-en-Provence.',
      { role: 'liquidateur', name: 'SCP Durand', address: 'BP 12 - 13100 Aix-en-Provence' },
    ],
    ['Mandataire judiciaire : Me Anne Leroy.', { role: 'mandataire judiciaire', name: 'Me Anne Leroy', address: null }],
  ])('is read (%#)', (details, expected) => expect(representativeIn(details)).toEqual(expected));

  it.each([null, '', 'Désigne un expert.', 'Les créances sont à adresser au liquidateur.'])(
    'is nobody in « %s »',
    (details) => expect(representativeIn(details)).toBeNull(),
  );
});

describe('the standing', () => {
  const open = (id: string, on: string, published: string, nature = "Jugement d'ouverture de liquidation judiciaire") =>
    notice({
      id,
      dateparution: published,
      jugement: judgment("Jugement d'ouverture", nature, on, 'désignant liquidateur Me Roux 3 rue Haute 69001 Lyon.'),
    });
  const act = (id: string, on: string, nature: string, more: Record<string, unknown> = {}) =>
    notice({ id, dateparution: on, jugement: judgment('x', nature, on), ...more });
  const stands = (...notices: ReturnType<typeof notice>[]) => {
    const { openedOn, publishedOn, closedOn, proceedings } = noticeStanding(notices);
    const iso = (on: typeof openedOn) => (on === null ? null : formatDay(on));
    return { openedOn: iso(openedOn), publishedOn: iso(publishedOn), closedOn: iso(closedOn), proceedings };
  };
  const RECEIVERSHIP = "Jugement d'ouverture d'une procédure de redressement judiciaire";

  it('begins at the judgment, its clock at the publication', () => {
    const standing = noticeStanding([open('A202600000001', '2026-09-08', '2026-09-15')]);
    expect(standing).toMatchObject({ openingId: 'A202600000001', representative: { name: 'Me Roux' }, doubts: [] });
    expect([standing.openedOn, standing.publishedOn]).toEqual([day('2026-09-08'), day('2026-09-15')]);
  });

  it('keeps its first judgment through plan, conversion and closure, in any order of arrival', () => {
    const opening = open('A202600000001', '2026-01-08', '2026-01-15', RECEIVERSHIP);
    const conversion = act('A202600000002', '2026-05-20', 'Jugement de conversion en liquidation judiciaire');
    const closure = act('A202600000003', '2026-10-01', "Jugement de clôture pour insuffisance d'actif");
    const all = {
      openedOn: '2026-01-08',
      publishedOn: '2026-01-15',
      closedOn: '2026-10-01',
      proceedings: 'liquidation',
    };
    expect(stands(closure, conversion, opening)).toEqual(all);
    expect(stands(opening, conversion, closure)).toEqual(all);
  });

  it('forgets old proceedings once new ones are open', () => {
    const old = open('A202000000001', '2020-01-08', '2020-01-15', RECEIVERSHIP);
    const closed = act('A202000000002', '2021-05-20', 'Jugement de clôture pour extinction du passif');
    expect(stands(old, closed, open('A202600000001', '2026-09-08', '2026-09-15'))).toMatchObject({
      openedOn: '2026-09-08',
      closedOn: null,
    });
  });

  it('is undone by the notice that takes back the opening', () => {
    const opening = open('A202600000001', '2026-09-08', '2026-09-15');
    const cancel = notice({
      id: 'A202600000009',
      dateparution: '2026-09-20',
      typeavis: 'annulation',
      parutionavisprecedent: 'A202600000001',
    });
    expect(stands(cancel, opening)).toMatchObject({ openedOn: null, publishedOn: null });
    const retracted = act('A202600000008', '2026-11-02', 'Jugement de rétractation sur tierce opposition');
    expect(stands(opening, retracted)).toMatchObject({ openedOn: null });
    expect(stands(opening, retracted, open('A202600000010', '2026-11-10', '2026-11-15'))).toMatchObject({
      openedOn: '2026-11-10',
    });
  });

  it('takes the corrected judgment and keeps the first publication, which ends the period soonest', () => {
    const opening = open('A202600000001', '2026-09-08', '2026-09-15');
    const fixed = {
      ...open('A202600000002', '2026-09-07', '2026-09-29'),
      type: 'rectificatif' as const,
      previousId: 'A202600000001',
    };
    expect(stands(opening, fixed)).toMatchObject({ openedOn: '2026-09-07', publishedOn: '2026-09-15' });
    expect(stands(fixed)).toMatchObject({ publishedOn: '2026-09-29' });
  });

  it('stops all by prudence when the opening itself was not seen, and says so', () => {
    const standing = noticeStanding([act('A202600000002', '2026-05-20', 'Jugement arrêtant le plan de redressement')]);
    expect([standing.openedOn, standing.publishedOn]).toEqual([day('2026-05-20'), null]);
    expect(standing.doubts[0]!.noticeId).toBe('A202600000002');
    expect(standing.doubts[0]!.message).toContain('n’a pas été vue');
  });

  it('counts from the first publication when one judgment is published twice, or its correction names nothing', () => {
    const opening = open('A202600000001', '2026-09-08', '2026-09-15');
    const again = open('A202600000002', '2026-09-08', '2026-10-02');
    expect(stands(again, opening)).toMatchObject({ openedOn: '2026-09-08', publishedOn: '2026-09-15' });
    const blind = { ...open('A202600000003', '2026-09-09', '2026-10-02'), type: 'rectificatif' as const };
    const standing = noticeStanding([opening, blind]);
    expect(standing.publishedOn).toBe(day('2026-09-15'));
    expect(standing.doubts).toMatchObject([{ noticeId: 'A202600000003' }]);
    const unseen = { ...blind, previousId: 'A202600000099' };
    expect(noticeStanding([unseen]).doubts[0]!.message).toContain('antérieure');
  });

  it('is no longer of the company that a correction replaces by another', () => {
    const opening = { ...open('A202600000001', '2026-09-08', '2026-09-15'), sirens: ['552100554'] };
    const fixed = {
      ...open('A202600000002', '2026-09-08', '2026-09-29'),
      type: 'rectificatif' as const,
      previousId: 'A202600000001',
      sirens: ['404833048'],
    };
    expect(noticeStanding([opening, fixed], '552100554').openedOn).toBeNull();
    expect(noticeStanding([opening, fixed], '404833048').openedOn).toBe(day('2026-09-08'));
    // Nobody knows his number: the correction counts, by prudence.
    expect(noticeStanding([opening, fixed], null).openedOn).toBe(day('2026-09-08'));
  });

  it('is undone by an annulment that names nothing, for what was published before it', () => {
    const opening = open('A202600000001', '2026-09-08', '2026-09-15');
    const cancel = { ...open('A202600000009', '2026-09-08', '2026-09-20'), type: 'annulation' as const };
    const struck = notice({ id: 'B202600000001', familleavis: 'radiation', jugement: null });
    const standing = noticeStanding([opening, cancel, struck]);
    expect([standing.openedOn, standing.struckOffOn]).toEqual([null, day('2026-09-15')]);
    expect(stands(opening, cancel, open('A202600000012', '2026-10-01', '2026-10-08'))).toMatchObject({
      openedOn: '2026-10-01',
    });
  });

  it('tells the notices of the proceedings under way from those that are over', () => {
    const old = open('A202000000001', '2020-01-08', '2020-01-15', RECEIVERSHIP);
    const closed = act('A202000000002', '2021-05-20', 'Jugement de clôture pour extinction du passif');
    const anew = open('A202600000001', '2026-09-08', '2026-09-15');
    const fixed = {
      ...open('A202600000002', '2026-09-08', '2026-09-29'),
      type: 'rectificatif' as const,
      previousId: 'A202600000001',
    };
    expect(noticeStanding([old, closed, anew, fixed])).toMatchObject({
      openingId: 'A202600000002',
      openingIds: ['A202600000002', 'A202600000001'],
      currentIds: ['A202600000002', 'A202600000001'],
    });
  });

  it('is struck off until that is taken back', () => {
    const struck = notice({ id: 'B202600000001', familleavis: 'radiation', jugement: null });
    expect(noticeStanding([struck]).struckOffOn).toBe(day('2026-09-15'));
    const back = notice({
      id: 'B202600000002',
      familleavis: 'radiation',
      jugement: null,
      typeavis: 'annulation',
      parutionavisprecedent: 'B202600000001',
    });
    expect(noticeStanding([struck, back])).toMatchObject({ struckOffOn: null, openedOn: null });
  });
});
