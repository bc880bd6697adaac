import type { JournalProblem } from './diagnose.ts';

/** The French sentence that tells a person what `verifyJournal` found. */
export function explainProblem({ kind, seq, part, with: other, until }: JournalProblem): string {
  switch (kind) {
    case 'edited':
      if (part === 'payload') return `Le détail de l’écriture n° ${seq} a été modifié.`;
      if (part === 'head') return `La tête de la chaîne, à l’écriture n° ${seq}, a été modifiée.`;
      return `L’écriture n° ${seq} a été modifiée.`;
    case 'deleted':
      return `Une ou plusieurs écritures ont été supprimées à partir du n° ${seq}.`;
    case 'inserted':
      return `Une ou plusieurs écritures ont été ajoutées à partir du n° ${seq}.`;
    case 'swapped':
      return `Les écritures n° ${seq} et n° ${other} ont été échangées.`;
    case 'cut':
      return `La fin du journal a été coupée à partir de l’écriture n° ${seq}.`;
    case 'rewritten':
      return `Le journal a été réécrit entre les écritures n° ${seq} et n° ${until} : il ne correspond plus à l’ancrage extérieur.`;
  }
}
