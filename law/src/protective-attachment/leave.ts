import { derived, type Explanation, flagValue, given } from '../explain/index.ts';
import { CLAIM_NAMES, type ClaimKind } from '../kinds/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type AttachmentCase, type AttachmentDocument, DOCUMENT_NAMES } from './input.ts';

/** A case of L511-2 CPCE: the documents and the claims that it asks for (every claim, or every document, when absent). */
type Exemption = { readonly label: string; readonly because: ArticleKey } & (
  | { readonly documents: readonly AttachmentDocument[]; readonly claims?: readonly ClaimKind[] }
  | { readonly documents?: undefined; readonly claims: readonly ClaimKind[] }
);

const EXEMPTIONS: readonly Exemption[] = [
  { label: 'Titre produit', documents: ['title'], because: 'protective-attachment-title' },
  { label: 'Décision de justice produite', documents: ['judgment'], because: 'protective-attachment-judgment' },
  { label: 'Créance née d’une décision de justice', claims: ['judgment'], because: 'protective-attachment-judgment' },
  {
    label: 'Effet de commerce ou chèque',
    documents: ['accepted-bill', 'bill', 'promissory-note', 'cheque'],
    because: 'protective-attachment-paper',
  },
  {
    label: 'Loyer d’un bail écrit',
    documents: ['lease'],
    claims: ['rent', 'commercial-rent'],
    because: 'protective-attachment-lease',
  },
  { label: 'Provisions de copropriété', claims: ['co-ownership'], because: 'protective-attachment-co-ownership' },
];

/** Compares French names, which differ from each other as the codes do, so that the tree is read without a code. */
function isOneOf<K extends string>(label: string, fact: Explanation, list: readonly K[], names: Record<K, string>) {
  const words = list.map((word, i) => given(`${label}, cas ${i + 1}`, names[word], 'text'));
  return derived('is-one-of', label, 'flag', [fact, ...words]);
}

function exemptionNode({ label, ...asked }: Exemption, document: Explanation, claim: Explanation): Explanation {
  if (asked.documents === undefined) return isOneOf(label, claim, asked.claims, CLAIM_NAMES);
  const { documents, claims } = asked;
  if (claims === undefined) return isOneOf(label, document, documents, DOCUMENT_NAMES);
  return derived('all-of', label, 'flag', [
    isOneOf(`${label}, document`, document, documents, DOCUMENT_NAMES),
    isOneOf(`${label}, créance`, claim, claims, CLAIM_NAMES),
  ]);
}

/** Whether a judge's leave is needed (L511-2 and L511-3 CPCE): a `flag` node with the reason that decided. */
export function leaveNode({ hasTitle, document, claimKind }: AttachmentCase): Explanation {
  const shown = given('Document', DOCUMENT_NAMES[document], 'text');
  const claim = given('Créance', CLAIM_NAMES[claimKind], 'text');
  const title = given('Le créancier a un titre exécutoire', hasTitle, 'flag');
  const nodes = EXEMPTIONS.map((exemption) => exemptionNode(exemption, shown, claim));
  const met = EXEMPTIONS.filter((_, i) => flagValue(nodes[i]!)).map(({ because }) => because);
  const keys = new Set<ArticleKey>(hasTitle ? ['protective-attachment-title', ...met] : met);
  if (keys.size === 0) {
    keys.add('protective-attachment-leave');
    if (document === 'invoice') keys.add('protective-attachment-invoice');
  }
  const reasons = [...keys].map((key) => reason(key));
  return derived('none-of', 'Autorisation du juge nécessaire', 'flag', [title, ...nodes, ...reasons]);
}
