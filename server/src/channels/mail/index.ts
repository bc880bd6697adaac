/** The door of e-mail: messages as bytes, lines to mail servers, and nothing about what is due or to whom. */
export { checkAddress, domainOf, type Mailbox, normalizeAddress } from './address.ts';
export { type DkimKey, readDkimKey } from './dkim.ts';
export {
  type BuiltMessage,
  buildMessage,
  type MailAttachment,
  type MailContent,
  type MailEnvelope,
  type MailSender,
  type MessageKey,
  messageIdOf,
  type OutgoingMail,
} from './message.ts';
export type { MailRefusal, MailRefusalCode } from './refusal.ts';
export {
  openSmtp,
  type SendGate,
  SMTP_LIMITS,
  type SmtpAccount,
  type SmtpLimits,
  type SmtpLine,
  type SmtpOptions,
} from './smtp-line.ts';
export type { SendOutcome } from './smtp-outcome.ts';
export { cleanAnswer } from './smtp-trouble.ts';
export { type TestMailRequest, testMail } from './test-mail.ts';
