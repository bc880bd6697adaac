import { eInvoiceSide, eInvoiceStatusName, fr, sideOf } from '@acquit/recovery';
import type { LifecycleMessage, LifecycleParty, LifecycleReference } from '../../intake/index.ts';

/** A company of this installation that may be the seller of an invoice. */
export interface Seller {
  companyId: string;
  name: string;
  legalId: string | null;
}

export interface Note {
  code: string;
  message: string;
}
export interface ReferenceRefusal extends Note {
  facts: Record<string, unknown>;
}

export interface Sorted {
  ours: { reference: LifecycleReference; companyId: string }[];
  refusals: ReferenceRefusal[];
  doubts: Note[];
}

/** Longest number of an invoice that is kept: longer ones are no numbers, and no index holds them. */
const LONGEST_NUMBER = 200;

/** The SIREN of a French identifier (SIREN or SIRET), else what is written; null without any. */
function siren(legalId: string | undefined): string | null {
  const written = legalId?.replace(/\s/g, '') ?? '';
  if (written === '') return null;
  return /^\d{14}$/.test(written) ? written.slice(0, 9) : written;
}

/**
 * Whose invoice each reference of a message speaks of. The seller is named by the reference, else by the parties of the
 * message; a message that names none belongs to the only company there is. `wanted` is the company the user works in;
 * null lets each reference find its own.
 */
export function sortReferences(message: LifecycleMessage, companies: readonly Seller[], wanted: string | null): Sorted {
  const sorted: Sorted = { ours: [], refusals: [], doubts: [] };
  const candidates = wanted === null ? companies : companies.filter((one) => one.companyId === wanted);
  const partiesSeller = sellerAmong(message);
  for (const reference of message.references) {
    const { invoice, status, label } = reference;
    if (invoice === '' || invoice.length > LONGEST_NUMBER) sorted.refusals.push(withoutNumber(reference));
    else if (status === '') sorted.refusals.push(withoutStatus(reference));
    else {
      const seller = siren(reference.issuerLegalId) ?? partiesSeller;
      const owner = ownerOf(seller, candidates);
      if (owner === undefined) sorted.refusals.push(notOurs(reference, seller, candidates));
      else {
        sorted.ours.push({ reference, companyId: owner.companyId });
        const by = eInvoiceSide(status);
        if (by === undefined) sorted.doubts.push(unknownStatus(invoice, status, label));
        else if (by !== sideOf(message.issuerRole)) sorted.doubts.push(unexpected(invoice, status, message.issuerRole));
      }
    }
  }
  return sorted;
}

function sellerAmong(message: LifecycleMessage): string | null {
  const parties: LifecycleParty[] = [...(message.issuer ? [message.issuer] : []), ...message.recipients];
  return siren(parties.find((party) => sideOf(party.role ?? '') === 'seller' && party.legalId)?.legalId);
}

function ownerOf(seller: string | null, candidates: readonly Seller[]): Seller | undefined {
  if (seller !== null) return candidates.find((one) => siren(one.legalId ?? undefined) === seller);
  return candidates.length === 1 ? candidates[0] : undefined;
}

function withoutNumber({ status }: LifecycleReference): ReferenceRefusal {
  return {
    code: 'MissingNumber',
    message: fr`Un statut du message ne dit pas de quelle facture il parle : il n’est pas repris. Demandez à votre plateforme de l’envoyer à nouveau.`,
    facts: { status },
  };
}

function withoutStatus({ invoice }: LifecycleReference): ReferenceRefusal {
  return {
    code: 'MissingStatus',
    message: fr`Le message ne dit pas quel est le statut de la facture ${invoice} : rien n’a été repris pour elle. Demandez à votre plateforme de l’envoyer à nouveau.`,
    facts: { number: invoice },
  };
}

function notOurs(
  { invoice, status }: LifecycleReference,
  seller: string | null,
  candidates: readonly Seller[],
): ReferenceRefusal {
  const known = candidates.map((one) => (one.legalId === null ? one.name : `${one.name} (${one.legalId})`));
  if (seller === null)
    return {
      code: 'ChooseCompany',
      message: fr`Le message ne dit pas quel est le vendeur de la facture ${invoice}, et vous avez plusieurs sociétés : choisissez-la, puis importez-le de nouveau.`,
      facts: { number: invoice, status, companies: known },
    };
  return {
    code: 'SellerIsAnother',
    message: fr`La facture ${invoice} est celle du vendeur ${seller}, pas de ${known.join(', ')} : son statut est mis de côté. S’il s’agit d’une autre de vos sociétés, complétez son SIREN dans les réglages puis importez de nouveau le fichier.`,
    facts: { number: invoice, status, sellerLegalId: seller },
  };
}

function unknownStatus(invoice: string, status: string, label: string): Note {
  return {
    code: 'UnknownEInvoiceStatus',
    message: fr`Facture ${invoice} : le statut « ${eInvoiceStatusName(status, label)} » n’est pas connu d’Acquit ; il est gardé et montré, sans effet sur la relance.`,
  };
}

const SIDES = { buyer: 'à l’acheteur', seller: 'au vendeur', platform: 'à une plateforme' } as const;

function unexpected(invoice: string, status: string, role: string): Note {
  return {
    code: 'UnexpectedIssuer',
    message: fr`Facture ${invoice} : il revient ${SIDES[eInvoiceSide(status)!]} de dire « ${eInvoiceStatusName(status)} », et le message vient d’un autre (${role === '' ? 'rôle absent' : role}). Ce statut ne lève aucun blocage.`,
  };
}
