import type { DocumentParty } from '../documents/document.ts';
import type { Address, CompanyFacts, DebtorFacts } from '../model/facts.ts';
import { fr } from './typography.ts';

const FRANCE = 'FR';
const ADDRESS_LINES = 5;

/** Name of a country in French capitals, as the last line of an address abroad wants it; else its code. */
const COUNTRIES: Record<string, string> = {
  BE: 'BELGIQUE',
  CH: 'SUISSE',
  DE: 'ALLEMAGNE',
  ES: 'ESPAGNE',
  GB: 'ROYAUME-UNI',
  IT: 'ITALIE',
  LU: 'LUXEMBOURG',
  MC: 'MONACO',
  NL: 'PAYS-BAS',
  PT: 'PORTUGAL',
};

/** Address lines as they go in the window: street lines, then postcode and town, then the country when abroad. */
export function addressLines(address: Address): string[] {
  const town = [address.postcode, address.city].filter((part) => part !== null && part.trim() !== '').join(' ');
  const abroad = address.country === FRANCE ? [] : [COUNTRIES[address.country] ?? address.country];
  const fixed = [...(town === '' ? [] : [town]), ...abroad];
  const street = address.lines.map((line) => line.trim()).filter((line) => line !== '');
  return [...street.slice(0, ADDRESS_LINES - fixed.length), ...fixed];
}

/** « SIREN 123 456 789 » or « SIRET … » by its length; another number is shown as it is. */
export function legalIdLine(legalId: string): string {
  const digits = legalId.replace(/\s/g, '');
  const grouped = digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})?$/, (_, a, b, c, nic) =>
    [a, b, c, nic].filter((part) => part !== undefined).join('\u202f'),
  );
  if (digits.length === 9) return `SIREN ${grouped}`;
  return digits.length === 14 ? `SIRET ${grouped}` : legalId;
}

/** An IBAN by groups of four, which people can read and type. */
export function groupedIban(iban: string): string {
  return iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0');
}

export function companyParty(company: CompanyFacts): DocumentParty {
  const contact = [
    ...(company.phone === null ? [] : [fr`Tél. : ${company.phone}`]),
    ...(company.email === null ? [] : [company.email]),
  ];
  return { name: company.name, lines: addressLines(company.address), contact };
}

export function debtorParty(debtor: DebtorFacts): DocumentParty {
  const attention = debtor.contactName === null ? [] : [fr`À l’attention de ${debtor.contactName}`];
  return { name: debtor.name, lines: addressLines(debtor.address), contact: attention };
}

/** The legal identity at the foot of a letter or an e-mail. */
export function identityLine(company: CompanyFacts): string {
  return [
    [company.name, company.legalForm].filter((part) => part !== null).join(', '),
    ...addressLines(company.address),
    ...(company.legalId === null ? [] : [legalIdLine(company.legalId)]),
    ...(company.vat === null ? [] : [fr`TVA ${company.vat}`]),
  ].join(' – ');
}
