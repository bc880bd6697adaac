import { folded } from '../matching/words.ts';
import type { NoticeRecord, NoticeType } from './model.ts';
import { dayOf, listOf, objectOf, textOf, withoutAddresses } from './read.ts';

const TYPES: readonly NoticeType[] = ['annonce', 'rectificatif', 'annulation'];
/** Longest free text kept: the longest real judgment has a few thousand signs. */
const LONGEST = 20_000;

const short = (text: string | null): string | null => (text === null ? null : withoutAddresses(text).slice(0, LONGEST));

/**
 * A record of the open data as a notice: fields of the dataset `annonces-commerciales`, whose inner parts are objects or
 * the JSON of objects. Null when it has no identifier or no day of publication, without which nothing can be said of it.
 */
export function noticeOf(raw: unknown): NoticeRecord | null {
  const given = objectOf(raw);
  // Older answers of the source put the fields one level deeper.
  const record = objectOf(given?.fields) ?? objectOf(objectOf(given?.record)?.fields) ?? given;
  if (record === null) return null;
  const noticeId = textOf(record.id);
  const publishedOn = dayOf(record.dateparution);
  if (noticeId === null || !/^[ABC]\d{8,20}$/.test(noticeId) || publishedOn === null) return null;
  const named = folded(textOf(record.typeavis) ?? textOf(record.typeavis_lib) ?? '').toLowerCase();
  const persons = personsOf(record.listepersonnes);
  const sellers = personsOf(record.listeprecedentproprietaire).flatMap(sirensOfPerson);
  return {
    noticeId,
    publishedOn,
    type: TYPES.find((type) => named.includes(type)) ?? 'annonce',
    family: familyOf(record),
    sirens: [...new Set([...registryOf(record.registre), ...persons.flatMap(sirensOfPerson), ...sellers])],
    sellers: [...new Set(sellers)],
    name: textOf(record.commercant) ?? persons.map(nameOf).find((name) => name !== null) ?? null,
    court: textOf(record.tribunal),
    postcode: textOf(record.cp),
    city: textOf(record.ville),
    judgment: judgmentOf(record.jugement),
    text: short(wordsOf(record)),
    previousId: previousOf(record.parutionavisprecedent),
  };
}

function familyOf(record: Record<string, unknown>): string {
  const code = textOf(record.familleavis);
  if (code !== null) return code.toLowerCase();
  const label = folded(textOf(record.familleavis_lib) ?? '');
  if (label.includes('COLLECTIVE')) return 'collective';
  if (label.includes('RADIATION')) return 'radiation';
  if (label.includes('VENTE')) return 'vente';
  return label.includes('MODIFICATION') ? 'modification' : label.toLowerCase();
}

/** Numbers of the field `registre`: a list, or its members in one text, each written with and without spaces. */
function registryOf(value: unknown): string[] {
  const members = typeof value === 'string' ? value.split(/[,;|]/) : listOf(value);
  return members.map(sirenOf).filter((siren) => siren !== null);
}

function sirenOf(value: unknown): string | null {
  const digits = (textOf(value) ?? '').replace(/[\s.]/g, '');
  return /^\d{9}$/.test(digits) ? digits : null;
}

function personsOf(value: unknown): Record<string, unknown>[] {
  const whole = objectOf(value);
  return listOf(whole?.personne ?? whole)
    .map(objectOf)
    .filter((one) => one !== null);
}

function sirensOfPerson(person: Record<string, unknown>): string[] {
  const numbers = [
    objectOf(person.numeroImmatriculation)?.numeroIdentification,
    objectOf(person.numeroImmatriculation)?.numeroIdentificationRCS,
    objectOf(person.inscriptionRM)?.numeroIdentificationRM,
  ];
  return numbers.map(sirenOf).filter((siren) => siren !== null);
}

const nameOf = (person: Record<string, unknown>): string | null =>
  textOf(person.denomination) ?? textOf([textOf(person.nom), textOf(person.prenom)].filter(Boolean).join(' '));

function judgmentOf(value: unknown): NoticeRecord['judgment'] {
  const judgment = objectOf(value);
  if (judgment === null) return null;
  const nature = textOf(judgment.nature) ?? '';
  const family = textOf(judgment.famille) ?? '';
  const details = short(textOf(judgment.complementJugement));
  return nature === '' && family === '' && details === null
    ? null
    : { family, nature, on: dayOf(judgment.date), details };
}

/** The free words of an act, a change or a striking-off. */
function wordsOf(record: Record<string, unknown>): string | null {
  const act = objectOf(record.acte);
  const parts = [
    objectOf(record.modificationsgenerales)?.descriptif,
    act?.descriptif,
    objectOf(act?.vente)?.categorieVente,
    objectOf(act?.vente)?.opposition,
    objectOf(record.radiationaurcs)?.commentaire,
    objectOf(record.divers)?.descriptif,
  ];
  return textOf(parts.map(textOf).filter(Boolean).join(' '));
}

/** The identifier of the notice corrected, made of what the source says of it: « BODACC A », issue and number. */
function previousOf(value: unknown): string | null {
  const given = textOf(value);
  if (given !== null && /^[ABC]\d{8,20}$/.test(given)) return given;
  const before = objectOf(value);
  if (before === null) return null;
  const letter = /([ABC])\s*$/.exec(textOf(before.nomPublication) ?? '')?.[1];
  const issue = textOf(before.numeroParution) ?? textOf(before.numeroPublication);
  const number = textOf(before.numeroAnnonce);
  return letter && issue && number ? `${letter}${issue}${number}` : null;
}
