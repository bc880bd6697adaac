import { departmentOfCommune, fr, inseeCode } from '@acquit/recovery';
import { CourtFileRefused, notACourtFile, type RegistryCommuneRow, type RegistryPostcodeRow } from './model.ts';

/** Longest name of a registry. */
const NAME_LENGTH = 80;

const damaged = (message: string, facts: Record<string, unknown> = {}): CourtFileRefused =>
  new CourtFileRefused({
    code: 'CourtFileDamaged',
    message: fr`${message} Rien n’est importé : téléchargez à nouveau le fichier.`,
    facts,
  });

/**
 * Reads the registries' layout, `{byCodeInsee: {code: name}, byCodePostal: {postcode: name}}`. INSEE codes of four
 * figures have lost their leading zero, which is put back. Codes of foreign places and postcodes that are none are left
 * out and counted.
 */
export function readRegistry(text: string): {
  communes: RegistryCommuneRow[];
  postcodes: RegistryPostcodeRow[];
  doubts: string[];
} {
  const value = parsed(text);
  const byInsee = mapOf(value, 'byCodeInsee');
  const byPostcode = mapOf(value, 'byCodePostal');
  const communes = new Map<string, RegistryCommuneRow>();
  let left = 0;
  for (const [code, registry] of byInsee) {
    const insee = inseeCode(code);
    if (insee === null) left += 1;
    else if (communes.has(insee) && communes.get(insee)!.registry !== registry)
      throw damaged(fr`La commune ${insee} y relève de deux greffes.`, { insee });
    else communes.set(insee, { insee, registry, department: departmentOfCommune(insee) });
  }
  const postcodes: RegistryPostcodeRow[] = [];
  for (const [postcode, registry] of byPostcode) {
    if (/^\d{5}$/.test(postcode)) postcodes.push({ postcode, registry });
    else left += 1;
  }
  if (communes.size + postcodes.length === 0) throw damaged('Ce fichier ne contient aucune commune.');
  return {
    communes: [...communes.values()],
    postcodes,
    doubts: left === 0 ? [] : [fr`${left} codes illisibles ont été laissés de côté.`],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged('Ce fichier JSON est coupé ou abîmé.');
  }
}

function mapOf(value: unknown, key: string): [string, string][] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) throw notACourtFile();
  const found = (value as Record<string, unknown>)[key];
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw notACourtFile();
  return Object.entries(found).map(([code, name]) => {
    if (typeof name !== 'string' || name.trim() === '' || name.length > NAME_LENGTH)
      throw damaged(fr`Le greffe du code ${code.slice(0, 20)} n’a pas un nom convenable.`, { code: code.slice(0, 20) });
    return [code, name.trim()];
  });
}
