export type { AttachmentDocument, ProtectiveAttachmentInput } from './input.ts';
export { type ProtectiveAttachmentValue, protectiveAttachment } from './rule.ts';
