import { fr } from './fr.ts';
import { typesetAll } from './typeset.ts';

/** Everything the person reads, typeset. A second language is a second catalogue of the same type. */
export const t = typesetAll(fr);
