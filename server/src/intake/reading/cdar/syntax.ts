/**
 * Where the fields of a lifecycle message stand: Cross Domain Acknowledgement and Response of UN/CEFACT (D22B), as the
 * French reform of e-invoicing uses it (XP Z12-012). Paths start at the element named in the comment.
 */

/** From the root. */
export const head = {
  messageId: ['ExchangedDocument/ID'],
  name: ['ExchangedDocument/Name'],
  issuedAt: ['ExchangedDocument/IssueDateTime/DateTimeString'],
  businessProcess: ['ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID'],
  profile: ['ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID'],
  sender: 'ExchangedDocument/SenderTradeParty',
  issuer: 'ExchangedDocument/IssuerTradeParty',
  recipient: 'ExchangedDocument/RecipientTradeParty',
};

/** From an `AcknowledgementDocument`. */
export const acknowledgement = {
  element: 'AcknowledgementDocument',
  statusAt: ['IssueDateTime/DateTimeString'],
  phaseCode: ['TypeCode'],
  multiple: ['MultipleReferencesIndicator/Indicator', 'MultipleReferencesIndicator/IndicatorString'],
};

/** From a `ReferenceReferencedDocument`: one invoice and its status. */
export const reference = {
  element: 'ReferenceReferencedDocument',
  invoice: ['IssuerAssignedID', 'GlobalID'],
  statusCode: ['StatusCode'],
  typeCode: ['TypeCode'],
  receivedAt: ['ReceiptDateTime/DateTimeString'],
  invoicedOn: ['FormattedIssueDateTime/DateTimeString', 'IssueDateTime/DateTimeString'],
  status: ['ProcessConditionCode'],
  label: ['ProcessCondition'],
  seller: 'IssuerTradeParty',
  detail: 'SpecifiedDocumentStatus',
};

/** From a `SpecifiedDocumentStatus`: why, and what is asked for. */
export const detail = {
  code: ['ReasonCode'],
  text: ['Reason'],
  action: ['RequestedActionCode'],
  actionText: ['RequestedAction'],
  notes: ['IncludedNote/Content'],
  value: 'SpecifiedDocumentCharacteristic',
};

/** From a `SpecifiedDocumentCharacteristic`: one value the status speaks of. */
export const value = {
  type: ['TypeCode'],
  term: ['ID'],
  name: ['Name', 'Description'],
  amount: 'ValueAmount',
  percent: ['ValuePercent'],
  on: ['ValueDateTime/DateTimeString', 'ValueDateTime/DateTime'],
  text: ['Value', 'ValueText', 'ValueCode', 'ValueID'],
};

/** Names of the statuses (MDT-105), for a message that gives the code without its label. */
export const statusLabels: Readonly<Record<string, string>> = {
  200: 'Déposée',
  201: 'Émise',
  202: 'Reçue',
  203: 'Mise à disposition',
  204: 'Prise en charge',
  205: 'Approuvée',
  206: 'Approuvée partiellement',
  207: 'En litige',
  208: 'Suspendue',
  209: 'Complétée',
  210: 'Refusée',
  211: 'Paiement transmis',
  212: 'Encaissée',
  213: 'Rejetée',
};
