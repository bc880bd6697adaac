import type { ProposalKind, ReplyKind } from './model.ts';

const KINDS: Readonly<Record<ReplyKind, string>> = {
  human: 'Réponse',
  bounce: 'Message non remis',
  absence: 'Absence',
  acknowledgement: 'Accusé de réception automatique',
  challenge: 'Message retenu par un filtre',
  receipt: 'Accusé de lecture',
  unreadable: 'Message illisible',
};

const PROPOSALS: Readonly<Record<ProposalKind, string>> = {
  promise: 'Promesse de règlement',
  dispute: 'Contestation',
  paid: 'Règlement déjà fait',
  instalments: 'Demande de délai ou d’échéancier',
  'wrong-contact': 'Autre interlocuteur',
  'copy-asked': 'Facture redemandée',
};

/** What a message is, as a screen names it. */
export function replyKindName(kind: ReplyKind): string {
  return KINDS[kind];
}

/** What a message seems to say, as a screen names it. */
export function proposalKindName(kind: ProposalKind): string {
  return PROPOSALS[kind];
}
