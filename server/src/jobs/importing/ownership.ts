import { fr } from '@acquit/recovery';
import type { InvoiceDocument, Party, ReadResult } from '../../intake/index.ts';
import { companyNumber, type IncomingRefusal, vatNumber } from './incoming.ts';

/** What identifies a creditor of this installation. */
export interface KnownCompany {
  companyId: string;
  name: string;
  legalId: string | null;
  vat: string | null;
}

/** The creditor a first file proposes: its seller, as the file writes it. */
export interface ProposedCompany {
  name: string;
  legalForm: string | null;
  legalId: string | null;
  vat: string | null;
  addressLines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
  email: string | null;
  phone: string | null;
  iban: string | null;
  bic: string | null;
}

const words = (name: string | null | undefined) =>
  (name ?? '')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The same legal person: by SIREN when both have one, else by VAT number, else by name. */
function isSame(company: KnownCompany, party: Party | undefined): boolean {
  if (!party) return false;
  const number = companyNumber(party);
  if (company.legalId && number) return company.legalId === number;
  const vat = vatNumber(party.vat);
  if (company.vat && vat) return company.vat === vat;
  return words(company.name) !== '' && words(company.name) === words(party.name);
}

/** Two companies may share a name; their number tells them apart. */
const namedWithNumber = (name: string, number: string | null) => (number ? `${name} (${number})` : name);

/**
 * The company an invoice belongs to, or why it is set aside: somebody else's invoice, or one where we are the buyer.
 * A ledger names no seller and belongs to the company the user works in.
 */
export function ownerOf(
  document: InvoiceDocument,
  companies: readonly KnownCompany[],
  wanted: string | null,
): { companyId: string } | { refusal: IncomingRefusal } {
  const candidates = wanted ? companies.filter((company) => company.companyId === wanted) : companies;
  const owner = candidates.find((company) => isSame(company, document.seller));
  if (owner) return { companyId: owner.companyId };
  const seller = namedWithNumber(document.seller?.name ?? 'inconnu', companyNumber(document.seller));
  const facts = { seller, sellerLegalId: companyNumber(document.seller), buyer: document.buyer?.name ?? null };
  const buyer = companies.find((company) => isSame(company, document.buyer));
  if (buyer)
    return {
      refusal: {
        code: 'OurCompanyIsBuyer',
        message: fr`Sur cette facture, ${buyer.name} est le client et ${seller} le vendeur : c’est une dette, pas une créance. Elle est mise de côté.`,
        facts,
      },
    };
  const known = candidates.map((company) => namedWithNumber(company.name, company.legalId)).join(', ');
  return {
    refusal: {
      code: 'SellerIsAnother',
      message: fr`Le vendeur de cette facture est ${seller}, pas ${known} : elle est mise de côté. S’il s’agit d’une autre de vos sociétés, créez-la dans les réglages puis importez de nouveau le fichier.`,
      facts,
    },
  };
}

/**
 * On an empty installation, the creditor the files speak of: the seller seen most often, the first one when equal.
 * Null when no file names a seller (a ledger alone): the user then gives the name.
 */
export function proposeCompany(reads: readonly ReadResult[]): ProposedCompany | null {
  const seen = new Map<string, { count: number; document: InvoiceDocument; account: InvoiceDocument | null }>();
  for (const { document } of reads) {
    if (!document?.seller?.name) continue;
    const key = companyNumber(document.seller) ?? vatNumber(document.seller.vat) ?? words(document.seller.name);
    const one = seen.get(key);
    // With a payee, the account on the document is the payee's, not ours.
    const account = document.payee || document.iban.length === 0 ? null : document;
    if (one) {
      one.count += 1;
      one.account ??= account;
    } else seen.set(key, { count: 1, document, account });
  }
  let best: { count: number; document: InvoiceDocument; account: InvoiceDocument | null } | null = null;
  for (const one of seen.values()) if (!best || one.count > best.count) best = one;
  if (!best) return null;
  const { document, account } = best;
  const seller = document.seller as Party;
  return {
    name: seller.name ?? '',
    legalForm: null,
    legalId: companyNumber(seller),
    vat: vatNumber(seller.vat),
    addressLines: seller.address?.lines ?? [],
    postcode: seller.address?.postcode ?? null,
    city: seller.address?.city ?? null,
    country: (seller.address?.country ?? seller.country ?? 'FR').toUpperCase(),
    email: seller.email ?? null,
    phone: seller.phone ?? null,
    iban: account?.iban[0]?.replace(/\s/g, '') ?? null,
    bic: account?.bic[0] ?? null,
  };
}
