/**
 * How a customer pays, told from his own history with this company: the scenario's conditions read it. Not the profile,
 * which says which law applies. `large-account` and any other may be set by hand.
 */
export const PAYER_CLASSES = ['good-payer', 'ordinary', 'at-risk', 'large-account', 'consumer', 'public-body'] as const;
export type PayerClass = (typeof PAYER_CLASSES)[number];
