import type { ContactView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { addContact, changeContact, contactsOf, makeMain, removeContact, type Tx } from '../../store/index.ts';
import { changing, empty } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { contactChange, customerView, newContact } from '../schemas/customers.ts';
import { uuid } from '../schemas/view.ts';
import { customerChanged, customerOf, debtorPath, lockCustomer, customerTag as tag } from './customers.ts';
import { nothing } from './shared.ts';

const contactPath = z.strictObject({ debtorId: uuid, contactId: uuid });

async function requireContact(tx: Tx, debtorId: string, contactId: string): Promise<ContactView> {
  const contact = (await contactsOf(tx, debtorId)).find((one) => one.contactId === contactId);
  if (!contact) throw refuse('NotFound');
  return contact;
}

/** Somebody of whom nothing is known can be neither written to nor asked for. */
function requireSomething({
  name,
  email,
  phone,
}: {
  name: string | null;
  email: string | null;
  phone: string | null;
}): void {
  if (name === null && email === null && phone === null) throw refuse('ContactEmpty');
}

export const contactEndpoints = [
  changing('post', {
    path: '/api/debtors/{debtorId}/contacts',
    tag,
    title: 'Add a contact',
    description:
      'Reminders go to the accounts department, a formal notice to the legal one or the management, else to the main contact. The first contact is the main one.',
    params: debtorPath,
    query: nothing,
    body: newContact,
    answer: customerView,
    refusals: ['ContactEmpty'],
    async handle({ tx, params, body, today, caller }) {
      const found = await lockCustomer(tx, params.debtorId);
      const { isMain = false, role, name = null, email = null, phone = null, note = null } = body;
      const contact = { role, name, email, phone, note };
      requireSomething(contact);
      await addContact(tx, found.debtorId, contact, isMain);
      await customerChanged(
        tx,
        found,
        { caller, today },
        {
          action: 'contact.changed',
          payload: { ...contact, isMain },
          rewrites: true,
          reached: email !== null,
          solvent: false,
        },
      );
      return customerOf(tx, params.debtorId, today);
    },
  }),
  changing('patch', {
    path: '/api/debtors/{debtorId}/contacts/{contactId}',
    tag,
    title: 'Change a contact',
    description: 'The fields given; the others stay. What was prepared for another address is taken back.',
    params: contactPath,
    query: nothing,
    body: contactChange,
    answer: customerView,
    refusals: ['ContactEmpty'],
    async handle({ tx, params, body, today, caller }) {
      const found = await lockCustomer(tx, params.debtorId);
      const before = await requireContact(tx, found.debtorId, params.contactId);
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      const { role, name, email, phone, note } = { ...before, ...given } as ContactView;
      const contact = { role, name, email, phone, note };
      requireSomething(contact);
      await changeContact(tx, found.debtorId, params.contactId, contact);
      if (body.isMain) await makeMain(tx, found.debtorId, params.contactId);
      // A number to call, or the name of a main contact, is read when the message is made; the rest is frozen in it.
      const quiet = ['phone', 'note', ...(before.isMain ? ['name'] : [])];
      await customerChanged(
        tx,
        found,
        { caller, today },
        {
          action: 'contact.changed',
          payload: { contactId: params.contactId, ...given },
          rewrites: Object.keys(given).some((field) => !quiet.includes(field)),
          reached: Boolean(body.email),
          solvent: false,
        },
      );
      return customerOf(tx, params.debtorId, today);
    },
  }),
  changing('post', {
    path: '/api/debtors/{debtorId}/contacts/{contactId}/remove',
    tag,
    title: 'Remove a contact',
    description: 'The oldest other contact takes the place of a main one.',
    params: contactPath,
    query: nothing,
    body: empty,
    answer: customerView,
    async handle({ tx, params, today, caller }) {
      const found = await lockCustomer(tx, params.debtorId);
      const contact = await requireContact(tx, found.debtorId, params.contactId);
      await removeContact(tx, found.debtorId, params.contactId);
      await customerChanged(
        tx,
        found,
        { caller, today },
        {
          action: 'contact.removed',
          payload: { contactId: params.contactId, role: contact.role },
          rewrites: true,
          reached: false,
          solvent: false,
        },
      );
      return customerOf(tx, params.debtorId, today);
    },
  }),
];
