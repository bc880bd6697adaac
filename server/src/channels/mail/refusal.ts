/** Why a message cannot be written or handed over. The message is a French sentence that says what to do. */
export interface MailRefusal {
  code: MailRefusalCode;
  message: string;
  facts: Record<string, unknown>;
}

export type MailRefusalCode =
  // About the message.
  | 'HeaderInjection'
  | 'InvalidAddress'
  // About the account.
  | 'InvalidDkimKey'
  | 'MailServerUnreachable'
  | 'MailServerTimeout'
  | 'MailServerRefused'
  | 'MailCertificateRefused'
  | 'MailTlsMissing'
  | 'MailTlsFailed'
  | 'MailLoginRefused'
  // About the answer to a test.
  | 'MailRefused';
