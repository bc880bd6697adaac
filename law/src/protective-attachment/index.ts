export { type AttachmentDocument, DOCUMENTS, type ProtectiveAttachmentInput } from './input.ts';
export { type ProtectiveAttachmentValue, protectiveAttachment } from './rule.ts';
