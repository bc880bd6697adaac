import { randomUUID } from 'node:crypto';
import type { ContactFacts, ContactRole, ContactView } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** What a person may write of a contact. */
export interface ContactInput {
  role: ContactRole;
  name: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
}

const REFUSED = (email: string) =>
  `(select jsonb_build_object('on', r.refused_on, 'replyId', r.reply_id) from refused_address r
      where r.tenant_id = $1 and r.email_key = lower(${email})) as refused`;

const ALL = `select d.main_contact_id as "contactId", d.contact_role as role, d.contact_name as name, d.email, d.phone,
       d.contact_note as note, ${REFUSED('d.email')}, true as "isMain"
  from debtor d where d.tenant_id = $1 and d.debtor_id = $2
   and coalesce(d.contact_name, d.email, d.phone, d.contact_note) is not null
 union all
(select c.contact_id, c.role, c.name, c.email, c.phone, c.note, ${REFUSED('c.email')}, false
   from debtor_contact c where c.tenant_id = $1 and c.debtor_id = $2 order by c.created_at, c.contact_id)`;

/** The contacts of a customer, the main one first. A customer of whom nothing is known has none. */
export async function contactsOf(tx: Tx, debtorId: string): Promise<ContactView[]> {
  return (await tx.query<ContactView>(ALL, [tx.tenantId, debtorId])).rows;
}

/** The contacts besides the main one of many debtors at once, for the planner. */
export async function otherContacts(tx: Tx, debtorIds: readonly string[]): Promise<Map<string, ContactFacts[]>> {
  const contacts = new Map<string, ContactFacts[]>();
  for (const [debtorId, contactId, role, name, email, phone] of await tx.arrays<
    [string, string, ContactRole, string | null, string | null, string | null]
  >(
    `select debtor_id, contact_id, role, name, email, phone from debtor_contact
      where tenant_id = $1 and debtor_id = any($2::uuid[]) order by debtor_id, created_at, contact_id`,
    [tx.tenantId, debtorIds],
  )) {
    const facts = { contactId, role, name, email, phone };
    const list = contacts.get(debtorId);
    if (list) list.push(facts);
    else contacts.set(debtorId, [facts]);
  }
  return contacts;
}

/** Adds a contact; the first one of a customer without any is his main one. */
export async function addContact(tx: Tx, debtorId: string, contact: ContactInput, isMain: boolean): Promise<void> {
  const known = await contactsOf(tx, debtorId);
  const contactId = randomUUID();
  await insert(tx, debtorId, contactId, contact);
  if (isMain || !known.some((one) => one.isMain)) await makeMain(tx, debtorId, contactId);
}

/** Writes a contact of the customer again, main or not. */
export async function changeContact(tx: Tx, debtorId: string, contactId: string, contact: ContactInput): Promise<void> {
  const values = [
    tx.tenantId,
    debtorId,
    contactId,
    contact.role,
    contact.name,
    contact.email,
    contact.phone,
    contact.note,
  ];
  await tx.query(
    `update debtor set contact_role = $4, contact_name = $5, email = $6, phone = $7, contact_note = $8
      where tenant_id = $1 and debtor_id = $2 and main_contact_id = $3`,
    values,
  );
  await tx.query(
    `update debtor_contact set role = $4, name = $5, email = $6, phone = $7, note = $8
      where tenant_id = $1 and debtor_id = $2 and contact_id = $3`,
    values,
  );
}

/** Makes a contact the main one; the one before stays a contact. */
export async function makeMain(tx: Tx, debtorId: string, contactId: string): Promise<void> {
  const contacts = await contactsOf(tx, debtorId);
  const chosen = contacts.find((one) => one.contactId === contactId);
  if (!chosen || chosen.isMain) return;
  const former = contacts.find((one) => one.isMain);
  await tx.query('delete from debtor_contact where tenant_id = $1 and debtor_id = $2 and contact_id = $3', [
    tx.tenantId,
    debtorId,
    contactId,
  ]);
  await setMain(tx, debtorId, contactId, chosen);
  if (former) await insert(tx, debtorId, former.contactId, former);
}

/** Removes a contact. Of a main one the oldest other takes the place; without another nobody is known any more. */
export async function removeContact(tx: Tx, debtorId: string, contactId: string): Promise<void> {
  const contacts = await contactsOf(tx, debtorId);
  const gone = contacts.find((one) => one.contactId === contactId);
  if (!gone) return;
  const next = contacts.find((one) => !one.isMain);
  if (gone.isMain) {
    if (next) await makeMain(tx, debtorId, next.contactId);
    else
      await setMain(tx, debtorId, randomUUID(), {
        role: 'accounts-payable',
        name: null,
        email: null,
        phone: null,
        note: null,
      });
  }
  await tx.query('delete from debtor_contact where tenant_id = $1 and debtor_id = $2 and contact_id = $3', [
    tx.tenantId,
    debtorId,
    contactId,
  ]);
}

async function insert(tx: Tx, debtorId: string, contactId: string, contact: ContactInput): Promise<void> {
  await tx.query(
    `insert into debtor_contact (tenant_id, contact_id, debtor_id, role, name, email, phone, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, contactId, debtorId, contact.role, contact.name, contact.email, contact.phone, contact.note],
  );
}

async function setMain(tx: Tx, debtorId: string, contactId: string, contact: ContactInput): Promise<void> {
  await tx.query(
    `update debtor set main_contact_id = $3, contact_role = $4, contact_name = $5, email = $6, phone = $7, contact_note = $8
      where tenant_id = $1 and debtor_id = $2`,
    [tx.tenantId, debtorId, contactId, contact.role, contact.name, contact.email, contact.phone, contact.note],
  );
}

/**
 * SQL for the e-mail address, of this moment, of whoever an act (`a`) is written to: the contact frozen in it, else the
 * debtor's (`d`) main one.
 */
export const RECIPIENT_EMAIL = recipient('email');
/** The same for the telephone. */
export const RECIPIENT_PHONE = recipient('phone');

function recipient(column: 'email' | 'phone'): string {
  return `case when a.facts ? 'to' then coalesce((select x.${column} from debtor_contact x where x.tenant_id = a.tenant_id
    and x.contact_id = (a.facts #>> '{to,contactId}')::uuid), d.${column}) else d.${column} end`;
}
