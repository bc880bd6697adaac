import { fold } from './fold.ts';

/** A message longer than this is read up to here: nobody writes more to his creditor. */
const LONGEST_READ = 20_000;

/** « Le 3 nov. 2026 à 10:12, X a écrit : », on one line or broken over two or three. */
const INTRODUCTION =
  /^(?:le .{4,200} (?:a ecrit|ecrit) ?:|on .{4,200} wrote:|.{0,100}[\d@<].{0,100} (?:a ecrit|wrote) ?:|am .{4,100} schrieb .{1,100}:|el .{4,100} escribio:)$/;
/** The beginning of one that goes on: « Le lun. 3 nov. 2026 à 10:12, ». */
const INTRODUCTION_BEGINS = /^(?:le|on) (?:.{0,12}\d|(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun))/;
const SEPARATOR =
  /^(?:-{2,} ?(?:message (?:d'origine|original|transfere|initial)|original message|forwarded message|courriel original|reply message).{0,40}|_{10,}|={10,}|-{20,}|\*{10,})$/;
/** « De : », « Envoyé : », « À : », « Objet : »: a block of two such lines is the head of a message before. */
const HEAD_LINE =
  /^\*?(?:de|from|envoye(?: le)?|sent|date|a|to|cc|objet|subject|expediteur|destinataire) ?:\*? ?.{0,300}$/;
const HEAD_FIRST = /^\*?(?:de|from|expediteur) ?:\*? ?.{1,300}$/;
/** A helpdesk's own line: what is above it is the answer. */
const ABOVE =
  /(?:repondez|repondre|ecrire|reponse|reply|type your reply|write).{0,40}(?:au-dessus|above).{0,60}(?:ligne|line|$)/;
const SIGNATURE = /^(?:-- ?|__)$/;
const SENT_FROM =
  /^(?:envoye (?:de(?:puis)? mon|a partir d|depuis|avec|de outlook|via)|sent from (?:my|outlook|mail)|get outlook for|telecharge[rz] outlook|obtenir outlook|provenance ?: courrier pour|courrier pour windows|yahoo mail ?:)/;
const DISCLAIMER =
  /^(?:(?:ce|cet|le present) (?:message|courriel|e-?mail|courrier).{0,120}(?:confidentiel|destinataire|propriete|usage)|this (?:e-?mail|message).{0,120}(?:confidential|intended|privileged)|(?:avis de )?confidentialite|pensez a l'environnement|avant d'imprimer|please consider the environment|\[cid:|l'integrite de ce message)/;

/**
 * What the author of a message wrote himself: without the message he answers, what he forwards, his signature and the
 * notices below it. Each is known by the line that begins it, in the forms of the usual programs.
 */
export function ownText(text: string): string {
  const read = text.slice(0, LONGEST_READ).replaceAll(/\r\n?/g, '\n');
  const lines = read.split('\n');
  const folded = lines.map((line) => fold(line).trim());
  const kept: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (ABOVE.test(folded[i]!)) {
      // The line stands at the top of what a helpdesk sends: then the text is below it.
      if (kept.some((line) => line.trim() !== '')) break;
      continue;
    }
    if (endsOwnText(folded, i)) break;
    if (!folded[i]!.startsWith('>')) kept.push(lines[i]!);
  }
  return kept.join('\n').trim();
}

function endsOwnText(folded: readonly string[], i: number): boolean {
  const line = folded[i]!;
  if (line === '') return false;
  if (SEPARATOR.test(line) || SIGNATURE.test(line) || SENT_FROM.test(line) || DISCLAIMER.test(line)) return true;
  if (HEAD_FIRST.test(line)) {
    const next = folded.slice(i + 1, i + 6).filter((one) => one !== '' && HEAD_LINE.test(one));
    if (next.length >= 1) return true;
  }
  if (INTRODUCTION.test(line)) return true;
  if (!INTRODUCTION_BEGINS.test(line)) return false;
  return [2, 3].some((count) => INTRODUCTION.test(folded.slice(i, i + count).join(' ')));
}
