/** Customers: who they are, whom to write to, which two are one. */
export {
  addContact,
  type ContactInput,
  changeContact,
  contactsOf,
  makeMain,
  otherContacts,
  RECIPIENT_EMAIL,
  RECIPIENT_PHONE,
  removeContact,
} from './contacts.ts';
export { keepSharedSigns, listDoubles, setDistinct } from './doubles.ts';
export { holdCustomers, mergeCustomers, previewMerge } from './merge.ts';
export {
  type CustomerHead,
  customerView,
  findCustomer,
  ownerOfLegalId,
  updateCustomer,
} from './profile.ts';
export { mergedInto, undoMerge } from './undo.ts';
