import type { Missing } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import { contentsOf } from './contents.ts';
import { EXHIBIT_NAMES } from './exhibit-names.ts';
import type { ExhibitKind } from './facts.ts';
import { type CompletenessLine, doubt, met, missing } from './lines.ts';
import type { Made } from './made.ts';

/** The exhibits that the route asks for, and those that a judge looks for. */
export function exhibitLines({ facts, found }: Made): CompletenessLine[] {
  const contents = contentsOf(facts.procedure);
  if (contents === null) return [];
  const has = (kinds: readonly ExhibitKind[]) => facts.exhibits.some((exhibit) => kinds.includes(exhibit.kind));
  const label = (kinds: readonly ExhibitKind[]) =>
    fr`Pièce : ${kinds.map((kind) => EXHIBIT_NAMES[kind].toLowerCase()).join(' ou ')}`;
  const key = (kinds: readonly ExhibitKind[]) => `exhibit-${kinds[0]}`;
  const lines = contents.needed.map((kinds) =>
    has(kinds)
      ? met(key(kinds), label(kinds), 'art. 1407 CPC')
      : missing(key(kinds), label(kinds), 'Ajoutez cette pièce au dossier.', 'art. 1407 CPC'),
  );
  for (const kinds of contents.expected) {
    if (has(kinds)) lines.push({ ...met(key(kinds), label(kinds)), mandatory: false });
    else if (kinds[0] === 'notice-proof' && !has(['formal-notice'])) continue;
    else
      lines.push(
        doubt(
          key(kinds),
          label(kinds),
          kinds[0] === 'notice-proof'
            ? 'La mise en demeure est sans preuve d’envoi ou de présentation : joignez l’avis de réception ou le suivi.'
            : (WHY[kinds[0]!] ?? 'Cette pièce est d’usage : ajoutez-la si vous l’avez.'),
        ),
      );
  }
  const asked = (found?.missing ?? []).filter(
    (one) => one in ROUTE_ASKS && !lines.some((line) => line.key === ROUTE_ASKS[one]),
  );
  return [
    ...lines,
    ...asked.map((one) => doubt(ROUTE_ASKS[one]!, ROUTE_WORDS[one]!, 'La voie le demande : complétez le dossier.')),
  ];
}

const WHY: Partial<Record<ExhibitKind, string>> = {
  delivery:
    'Un bon de livraison, un procès-verbal ou un échange qui montre l’exécution rend la créance plus difficile à contester.',
  'formal-notice': 'Aucun texte ne l’exige pour déposer, mais le juge la cherche.',
  register: 'Un extrait d’immatriculation récent confirme le siège et la forme du débiteur.',
};
const ROUTE_ASKS: Partial<Record<Missing, string>> = {
  title: 'exhibit-title',
  leave: 'leave',
  'recovery-at-risk': 'risk',
  'cheque-certificate': 'cheque-certificate',
  lease: 'lease',
};
const ROUTE_WORDS: Partial<Record<Missing, string>> = {
  title: 'Titre exécutoire',
  leave: 'Autorisation du juge',
  'recovery-at-risk': 'Menace sur le recouvrement',
  'cheque-certificate': 'Certificat de non-paiement du chèque',
  lease: 'Bail écrit',
};
