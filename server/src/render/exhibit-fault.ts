/** Why a file cannot be an exhibit. */
export type ExhibitFaultCode = 'protected' | 'unreadable' | 'too-many-pages' | 'picture-too-large';

/** Thrown inside a press process; it crosses to the parent as its code alone. */
export class ExhibitFault extends Error {
  readonly code: ExhibitFaultCode;

  constructor(code: ExhibitFaultCode) {
    super(code);
    this.code = code;
  }
}

/** The sentence for each, which says what to do. */
export const EXHIBIT_FAULTS: Record<ExhibitFaultCode, string> = {
  protected: 'Ce PDF est protégé par un mot de passe. Enregistrez-en une copie sans protection, puis ajoutez-la.',
  unreadable: 'Ce fichier n’a pas pu être lu comme PDF, JPEG ou PNG. Imprimez-le en PDF, puis ajoutez-le de nouveau.',
  'too-many-pages': 'Ce fichier a trop de pages pour une pièce. Séparez-le en plusieurs pièces.',
  'picture-too-large': 'Cette image est trop grande. Réduisez-la, ou enregistrez-la en PDF.',
};
