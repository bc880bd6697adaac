import { euros } from '@acquit/law';
import type { DocumentParty } from '../documents/document.ts';
import type { Address, CompanyFacts, DebtorFacts } from '../model/facts.ts';
import type { CollectorFacts } from '../model/subject.ts';
import { writingOf } from './language.ts';
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

const REFERENCE_DIGITS = 8;

/** How a case is named on paper: short enough to be said on the telephone, and always the same. */
export function caseReference(caseId: string): string {
  const digits = caseId.replace(/[^0-9a-z]/gi, '').toUpperCase();
  return `D-${digits.slice(-REFERENCE_DIGITS)}`;
}

/** How a sole trader signs: « EI » stands right after his name (art. R526-27 C. com.). */
const SOLE_TRADER = /^(ei|eirl|entrepreneure? individuel(le)?)$/i;

/** The name as letters bear it: with « EI » for a sole trader, and « en liquidation » for who is being wound up. */
export function statedName({ name, legalForm, registration }: CompanyFacts): string {
  const alone = legalForm !== null && SOLE_TRADER.test(legalForm.trim());
  const named = alone && !/\bEI\b/.test(name) ? `${name} EI` : name;
  return registration?.inLiquidation ? fr`${named}, en liquidation` : named;
}

export function companyParty(company: CompanyFacts): DocumentParty {
  const contact = [
    ...(company.phone === null ? [] : [fr`Tél. : ${company.phone}`]),
    ...(company.email === null ? [] : [company.email]),
  ];
  return { name: statedName(company), lines: addressLines(company.address), contact };
}

export function collectorAddress({ addressLines: lines, postcode, city }: CollectorFacts): Address {
  return { lines, postcode, city, country: FRANCE };
}

/** Who the letter comes from: the collector, where somebody collects for the company. */
export function senderParty(company: CompanyFacts): DocumentParty {
  const { collector } = company;
  if (!collector) return companyParty(company);
  const contact = [
    ...(collector.phone === null ? [] : [fr`Tél. : ${collector.phone}`]),
    ...(collector.email === null ? [] : [collector.email]),
  ];
  return { name: collector.name, lines: addressLines(collectorAddress(collector)), contact };
}

export function debtorParty(debtor: DebtorFacts): DocumentParty {
  const { labels } = writingOf(debtor.language);
  const attention = debtor.contactName === null ? [] : [labels.attention(debtor.contactName)];
  return { name: debtor.name, lines: addressLines(debtor.address), contact: attention };
}

/** A whole number of euros is written without cents: « au capital de 10 000 € ». */
function capitalLine(cents: number): string {
  return fr`au capital de ${cents % 100 === 0 ? euros(cents).replace(/,00(?=\s)/, '') : euros(cents)}`;
}

/** « SARL au capital de 10 000 € », whichever of the two is known. */
function formLine({ legalForm, registration }: CompanyFacts): string | null {
  const form = legalForm !== null && !SOLE_TRADER.test(legalForm.trim()) ? legalForm : null;
  const capital = registration?.capitalCents == null ? null : capitalLine(registration.capitalCents);
  const parts = [form, capital].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** « SIREN 732 829 320 RCS Lyon »: the number, and the register it is in (art. R123-237 C. com.). */
function registerLine({ legalId, registration }: CompanyFacts): string | null {
  if (legalId === null) return null;
  const line = legalIdLine(legalId);
  if (registration?.rcsCity) return `${line} RCS ${registration.rcsCity}`;
  return registration?.inNationalRegister ? `${line} RNE` : line;
}

/** The legal identity at the foot of a letter or an e-mail (art. R123-237 and R123-238 C. com.). */
export function identityLine(company: CompanyFacts): string {
  const own = [
    [statedName(company), formLine(company)].filter((part) => part !== null).join(', '),
    ...addressLines(company.address),
    ...[registerLine(company)].filter((part) => part !== null),
    ...(company.vat === null ? [] : [`TVA\u00a0${company.vat}`]),
  ].join(' – ');
  const { collector } = company;
  if (!collector) return own;
  const collecting = [
    collector.name,
    ...addressLines(collectorAddress(collector)),
    ...(collector.legalId === null ? [] : [legalIdLine(collector.legalId)]),
    'recouvrement amiable de créances',
  ].join(' – ');
  return fr`${collecting}. Créancier : ${own}`;
}
