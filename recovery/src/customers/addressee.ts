import type { Addressee, Reason } from '../model/decision.ts';
import type { Channel, ContactFacts, DebtorFacts, Salesperson } from '../model/facts.ts';
import type { Step } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import type { ContactRole } from '../views/customers.ts';

/** How somebody at the customer's is reached. */
export type Reach = Pick<ContactFacts, 'name' | 'email' | 'phone'>;

/**
 * Who hears of a debt, in order; the main contact comes after them all. A formal notice is for whoever answers for the
 * company, everything else for whoever pays. A buyer or another person hears of it only when he is the main contact: a
 * debt is told to nobody who has no need to know.
 */
const FORMAL: readonly ContactRole[] = ['legal', 'manager'];
const ORDINARY: readonly ContactRole[] = ['accounts-payable'];

/**
 * The contact a step goes to, or null for the main one: the first of the roles above who can be reached the way the
 * step goes (telephone, else e-mail). When nobody can be written to by e-mail, a letter is for the attention of the
 * first who has a name.
 */
export function addresseeOf(
  step: { tone: Step['tone']; channels: readonly Step['channels'][number][] },
  debtor: DebtorFacts,
): Addressee | null {
  const contacts = debtor.contacts ?? [];
  if (contacts.length === 0) return null;
  const by = step.channels.includes('phone') || step.channels.includes('sms') ? 'phone' : 'email';
  const main: Reach & { role: ContactRole; contactId: null } = {
    contactId: null,
    role: debtor.contactRole ?? 'accounts-payable',
    name: debtor.contactName,
    email: debtor.email,
    phone: debtor.phone,
  };
  const inOrder = (step.tone === 'formal' ? FORMAL : ORDINARY).flatMap((role) =>
    [main, ...contacts].filter((one) => one.role === role),
  );
  const wanted = [...inOrder, main];
  const chosen = wanted.find((one) => isSet(one[by])) ?? (by === 'email' && wanted.find((one) => isSet(one.name)));
  if (!chosen || chosen.contactId === null) return null;
  return { contactId: chosen.contactId, role: chosen.role, name: chosen.name };
}

/** The debtor as a message to this person sees him: the e-mail, the telephone and the name are that person's. */
export function facing(debtor: DebtorFacts, to: Addressee | null | undefined): DebtorFacts {
  if (!to) return debtor;
  const contact = debtor.contacts?.find((one) => one.contactId === to.contactId);
  // Somebody since removed keeps his name on what was written to him; nothing more is sent to his address.
  return {
    ...debtor,
    contactName: to.name,
    email: contact ? contact.email : debtor.email,
    phone: contact ? contact.phone : debtor.phone,
  };
}

const isSet = (text: string | null): boolean => text !== null && text.trim() !== '';

const ROLES: Readonly<Record<ContactRole, string>> = {
  'accounts-payable': 'comptabilité fournisseurs',
  buyer: 'acheteur',
  manager: 'direction',
  legal: 'service juridique',
  other: 'autre interlocuteur',
};

/** What a contact is for, in French. */
export function contactRoleName(role: ContactRole): string {
  return ROLES[role];
}

/** Says before anything leaves that it goes to somebody else than the main contact. */
export function addresseeReason(to: Addressee): Reason {
  return {
    code: 'WrittenTo',
    message: fr`Destinataire : ${[to.name, contactRoleName(to.role)].filter((part) => part !== null).join(', ')}.`,
  };
}

/** Says who of ours is sent a copy, or why nobody is: a copy goes with an e-mail, to the customer's salesperson. */
export function copyReason(to: Salesperson | undefined, channels: readonly Channel[]): Reason {
  if (to === undefined)
    return {
      code: 'NoSalesperson',
      message: fr`Pas de copie au commercial : la fiche du client n’en nomme aucun, ou l’étape ne prévoit pas d’e-mail.`,
    };
  if (!channels.includes('email'))
    return { code: 'CopyNeedsEmail', message: fr`Pas de copie à ${to.name ?? to.email} : rien ne part par e-mail.` };
  return { code: 'CopiedTo', message: fr`Copie au commercial : ${to.name ?? to.email}.` };
}
