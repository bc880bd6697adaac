import type { DebtorKind } from '@acquit/law';

/** Forms that are commercial whatever their object (L210-1 C. com.), abbreviated or in full; what follows is not looked at. */
const COMMERCIAL_FORM =
  /^(eurl|sarl|sasu?|sa|snc|scs|sca|société (à responsabilité limitée|par actions simplifiée|anonyme|en nom collectif|en commandite))(?![\p{L}\d])/u;

/** The kind that a legal form tells by itself, « SARL au capital de 20 000 € »; null when it says nothing of the activity. */
export function kindOfForm(legalForm: string | null): DebtorKind | null {
  const form = (legalForm ?? '').trim().toLowerCase().replaceAll('.', '');
  return COMMERCIAL_FORM.test(form) ? 'company' : null;
}
