import { isProfessional } from '@acquit/law';
import { fr, hasPostalAddress, mobileNumber, smsText } from '@acquit/recovery';
import type { PaidOrder, PostalParty } from '../../channels/index.ts';
import type { Store } from '../../store/index.ts';
import { type MessageToHand, messageToHand } from '../messages/index.ts';
import type { OpenAccount } from './account.ts';
import { type PaidRow, refOf, serviceOf } from './ledger.ts';

/** What is asked of the provider for a row, with its letter kept first as proof; or why it cannot be asked. */
export async function orderOf(
  store: Store,
  tenantId: string,
  row: PaidRow,
  account: OpenAccount,
): Promise<{ order: PaidOrder; refusal?: undefined } | { refusal: string }> {
  const service = serviceOf(row);
  const how = service === 'sms' || service === 'electronic' ? service : 'paper';
  const message = await store.inTenant(tenantId, (tx) => messageToHand(store, tx, row.actionId, how));
  const ref = refOf(row.actionId);
  if (message.refusal !== null) return { refusal: message.refusal };
  if (service === 'sms') {
    const to = mobileNumber(row.recipient ?? message.debtor.phone);
    if (to === null)
      return { refusal: fr`Aucun numéro de téléphone mobile. Complétez la fiche du débiteur, puis renvoyez.` };
    return { order: { ref, service, to, sender: account.values.sender ?? '', text: smsText(message.text).text } };
  }
  if (message.pdf === null) return { refusal: fr`La lettre n’a pas pu être composée.` };
  const file = { name: message.fileName, pdf: message.pdf };
  if (service === 'electronic') {
    const to = electronicAddressee(message);
    return to === null
      ? { refusal: fr`Aucune adresse e-mail. Complétez la fiche du débiteur, puis renvoyez.` }
      : { order: { ref, service, to, file, content: message.text } };
  }
  const [from, to] = [partyOf(message.company, null), partyOf(message.debtor, message.debtor.contactName)];
  if (from === null)
    return { refusal: fr`L’adresse postale de votre société est incomplète. Complétez-la dans Réglages.` };
  if (to === null)
    return { refusal: fr`L’adresse postale du débiteur est incomplète. Complétez sa fiche, puis renvoyez.` };
  return { order: { ref, service, from, to, file } };
}

type Addressed = Pick<MessageToHand['debtor'], 'name' | 'address'>;

function partyOf({ name, address }: Addressed, contact: string | null): PostalParty | null {
  if (!hasPostalAddress(address)) return null;
  return {
    name,
    contact: contact === null ? null : fr`À l’attention de ${contact}`,
    street: address.lines,
    postcode: address.postcode ?? '',
    city: address.city ?? '',
    country: address.country,
  };
}

/** A person is addressed by first and last name, which are checked against his identity before he may read. */
function electronicAddressee({ debtor }: MessageToHand): (PaidOrder & { service: 'electronic' })['to'] | null {
  const email = debtor.email?.trim() ?? '';
  if (email === '') return null;
  const professional = debtor.kind !== null && isProfessional(debtor.kind);
  const person = debtor.contactName?.trim() || (professional ? 'Représentant légal' : debtor.name.trim());
  const at = person.indexOf(' ');
  const [firstName, lastName] = at < 0 ? ['', person] : [person.slice(0, at), person.slice(at + 1).trim()];
  return { name: debtor.name, firstName: firstName || lastName, lastName, email, professional };
}
