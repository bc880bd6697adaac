import { COURT_NAMES, type CourtKind } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import type { CompletenessLine } from './lines.ts';
import type { Made } from './made.ts';

type Family = 'commercial' | 'judicial' | 'administrative' | 'european';

const FAMILIES: Record<CourtKind, Family> = {
  commercial: 'commercial',
  economic: 'commercial',
  'commercial-or-economic': 'commercial',
  'mixed-commercial': 'commercial',
  'commercial-chamber': 'judicial',
  judicial: 'judicial',
  'judicial-or-local': 'judicial',
  protection: 'judicial',
  enforcement: 'judicial',
  administrative: 'administrative',
  european: 'european',
};

/** What a court is by its own name; null when its name says nothing. */
function familyOfName(name: string): Family | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/judiciaire|proximite|contentieux de la protection|execution/.test(plain)) return 'judicial';
  if (/commerce|activites economiques/.test(plain)) return 'commercial';
  return /administrati/.test(plain) ? 'administrative' : null;
}

/** A court was chosen, and it is the one that the law names for these facts (art. 54 and 1406 CPC; C. com., COJ). */
export function courtLinesOf({ facts, found }: Made): CompletenessLine[] {
  const base = { key: 'court', label: 'Tribunal', article: 'art. 54 CPC', mandatory: true };
  const { court } = facts;
  if (court === null)
    return [{ ...base, state: 'missing', todo: 'Choisissez le tribunal du lieu où demeure le débiteur.' }];
  const wanted = found?.courtKind ?? null;
  // Which court of which State is answered on the form: no name proves it.
  const isOpen = wanted !== null && FAMILIES[wanted] === 'european';
  const family = court.kind === null ? familyOfName(court.name) : FAMILIES[court.kind];
  if (wanted === null || family === null || isOpen)
    return [
      {
        ...base,
        mandatory: false,
        state: 'doubtful',
        label: fr`Tribunal : ${court.name}`,
        todo: 'La compétence de ce tribunal n’a pas pu être vérifiée sur ces faits.',
      },
    ];
  if (facts.procedure === 'saisie-conservatoire' && family === 'commercial')
    return [
      {
        ...base,
        mandatory: false,
        state: 'doubtful',
        label: fr`Tribunal : ${court.name}`,
        article: 'art. L511-3 CPCE',
        todo: 'Son président autorise la mesure avant tout procès, pour une créance que ce tribunal jugerait ; sinon, adressez la requête au juge de l’exécution.',
      },
    ];
  if (family !== FAMILIES[wanted])
    return [
      {
        ...base,
        state: 'missing',
        label: fr`Tribunal incompétent : ${court.name}`,
        todo: fr`Sur ces faits la demande se porte devant : ${COURT_NAMES[wanted]}.`,
      },
    ];
  const renamed = wanted === 'economic' && /commerce/i.test(court.name);
  return [
    renamed
      ? {
          ...base,
          mandatory: false,
          state: 'doubtful',
          label: fr`Tribunal : ${court.name}`,
          todo: 'Dans cette ville, le tribunal de commerce s’appelle tribunal des activités économiques : vérifiez le nom.',
        }
      : { ...base, state: 'met', label: fr`Tribunal : ${court.name}`, todo: null },
  ];
}
