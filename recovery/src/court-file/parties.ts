import { type DebtorKind, frenchDate, parseDay } from '@acquit/law';
import type { Address } from '../model/facts.ts';
import { addressLines, collectorAddress, legalIdLine, statedName } from '../texts/parties.ts';
import { fr } from '../texts/typography.ts';
import { field, section } from './blocks.ts';
import type { CourtFileFacts } from './facts.ts';
import type { CourtSection } from './model.ts';

const PERSONS: readonly DebtorKind[] = ['consumer', 'trader', 'artisan', 'non-business'];
const SOLE_TRADER = /^(ei|eirl|entrepreneure? individuel(le)?|micro[- ]entrepreneure?)$/i;

/** A creditor who is a natural person: by his kind, or by the form he trades under. */
export function creditorIsPerson({ company }: Pick<CourtFileFacts, 'company'>): boolean {
  return company.creditorKind === 'individual' || SOLE_TRADER.test(company.legalForm?.trim() ?? '');
}

/** Whether the debtor's kind alone leaves open that he is a natural person: a liberal profession, a farmer. */
export function mayBeEither({ case: { debtor } }: Pick<CourtFileFacts, 'case'>): boolean {
  return debtor.kind === 'civil-professional' || debtor.kind === null;
}

/** A debtor who is a natural person: as it was answered, else by his kind; an unknown one has no number. */
export function debtorIsPerson(facts: Pick<CourtFileFacts, 'case' | 'answers'>): boolean {
  const { kind, legalId } = facts.case.debtor;
  const said = mayBeEither(facts) ? facts.answers.debtorNature?.trim() : undefined;
  if (said) return said === 'person';
  return kind === null ? legalId === null : PERSONS.includes(kind);
}

const oneLine = (address: Address): string | null => addressLines(address).join(', ') || null;

/** An answer, or null when it is missing. */
export function answer(facts: CourtFileFacts, key: string): string | null {
  const given = facts.answers[key]?.trim();
  return given === undefined || given === '' ? null : given;
}

/** A day that was answered, as people write it; null when it is missing or is none. */
export function answeredDay(facts: CourtFileFacts, key: string): string | null {
  const given = parseDay(answer(facts, key) ?? '');
  return given === null ? null : frenchDate(given);
}

/** The creditor as articles 54 and 57 CPC want him; outside court the same lines, which no text then asks for. */
export function creditorSection(
  facts: CourtFileFacts,
  title = 'Demandeur',
  article: string | null = 'art. 54 CPC',
): CourtSection {
  const { company } = facts;
  const home = oneLine(company.address);
  const number = company.legalId === null ? null : legalIdLine(company.legalId);
  const register = company.registration?.rcsCity;
  const registered = number === null ? null : register ? fr`${number}, RCS ${register}` : number;
  if (creditorIsPerson(facts)) {
    const born = answeredDay(facts, 'creditorBornOn');
    const place = answer(facts, 'creditorBornAt');
    return section(title, [
      field('Nom', answer(facts, 'creditorSurname'), article),
      field('Prénoms', answer(facts, 'creditorFirstNames'), article),
      field('Profession', answer(facts, 'creditorProfession'), article),
      field('Domicile', home, article),
      field('Nationalité', answer(facts, 'creditorNationality'), article),
      field('Date et lieu de naissance', born === null || place === null ? null : fr`${born}, à ${place}`, article),
      ...(registered === null ? [] : [field('Immatriculation', registered, null)]),
      field('Nom commercial', statedName(company), null),
    ]);
  }
  return section(title, [
    field('Dénomination', statedName(company), article),
    field('Forme', company.legalForm ?? answer(facts, 'creditorForm'), article),
    field('Siège social', home, article),
    field('Immatriculation', registered, null),
    field('Organe qui la représente légalement', answer(facts, 'creditorBody'), article),
  ]);
}

/** Who signs for the creditor: as the user named him, else who collects for the creditor; null when nobody does. */
export function agentOf(facts: CourtFileFacts): string | null {
  const { collector } = facts.company;
  const collecting = collector ? [collector.name, ...addressLines(collectorAddress(collector))].join(', ') : null;
  return answer(facts, 'agentName') ?? collecting;
}

/** Who signs for the creditor, with his power; said even when there is none, because the form asks. */
export function agentSection(facts: CourtFileFacts): CourtSection {
  const agent = agentOf(facts);
  if (agent === null) return section('Mandataire', [field('Mandataire', 'Néant : le créancier agit lui-même.', null)]);
  const power = facts.exhibits.findIndex((exhibit) => exhibit.kind === 'power');
  const joined = power < 0 ? null : fr`Pouvoir joint, pièce n°\u00a0${power + 1}`;
  return section('Mandataire', [
    field('Mandataire', agent, 'art. 1407 CPC'),
    field('Pouvoir', joined, 'art. 1407 CPC'),
  ]);
}

/** The debtor as the request wants him. */
export function debtorSection(facts: CourtFileFacts, title = 'Débiteur', isAct = true): CourtSection {
  const of = (article: string) => (isAct ? article : null);
  const { debtor } = facts.case;
  const home = oneLine(debtor.address);
  const number = debtor.legalId === null ? null : legalIdLine(debtor.legalId);
  if (debtorIsPerson(facts)) {
    return section(title, [
      field('Nom', debtor.name, of('art. 1407 CPC')),
      field('Prénoms', answer(facts, 'debtorFirstNames'), of('art. 1407 CPC')),
      field('Domicile', home, of('art. 1407 CPC')),
      ...(number === null ? [] : [field('Immatriculation', number, null)]),
    ]);
  }
  return section(title, [
    field('Dénomination', debtor.name, of('art. 1407 CPC')),
    field('Forme', answer(facts, 'debtorForm'), of('art. 54 CPC')),
    field('Siège social', home, of('art. 1407 CPC')),
    field('Immatriculation', number, null),
    ...(answer(facts, 'debtorBody') === null ? [] : [field('Représentant', answer(facts, 'debtorBody'), null)]),
  ]);
}

/** « Menuiserie Vallier, 3 quai Perrière, 38000 Grenoble » */
export function debtorLine({ case: { debtor } }: CourtFileFacts): string {
  return [debtor.name, ...addressLines(debtor.address)].join(', ');
}

/** The debtor's proceedings as a sentence begins: « liquidation judiciaire ouverte le 3 mars 2026 »; null when none. */
export function insolvencyWords(facts: CourtFileFacts): string | null {
  const { insolvencyOpenedOn } = facts.case.debtor;
  if (insolvencyOpenedOn === null) return null;
  const opened = {
    sauvegarde: 'sauvegarde ouverte',
    redressement: 'redressement judiciaire ouvert',
    liquidation: 'liquidation judiciaire ouverte',
  }[answer(facts, 'insolvencyKind') ?? ''];
  return fr`${opened ?? 'procédure collective ouverte'} le ${frenchDate(insolvencyOpenedOn)}`;
}
