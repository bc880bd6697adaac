import { fr } from '../../texts/typography.ts';
import type { Finding } from '../../views/templates.ts';
import type { TemplateKey, TemplateSource } from '../model.ts';
import { piecesOf } from '../parse.ts';
import { variableOf, variablesOf } from '../variables.ts';
import { fold, passageOf } from './fold.ts';

/** Longest subject and body: a mail header and two printed pages. */
const SUBJECT_AT_MOST = 200;
const BODY_AT_MOST = 12_000;

const fault = (rule: string, place: Finding['place'], passage: string, message: string, instead: string): Finding => ({
  rule,
  severity: 'refuse',
  place,
  passage,
  article: null,
  message,
  instead,
});

/** What makes a text impossible to fill: a variable that does not exist, a construction that texts may not use. */
export function languageFaults(source: TemplateSource, key: TemplateKey): Finding[] {
  const isShort = key.channel === 'sms';
  return [
    ...(isShort ? [] : faultsOf(source.subject, 'subject', key)),
    ...faultsOf(source.body, 'body', key),
    ...lengths(source, isShort),
    ...table(source, isShort),
  ];
}

function faultsOf(text: string, place: 'subject' | 'body', key: TemplateKey): Finding[] {
  const known = new Set(variablesOf(key.kind).map(({ name }) => name));
  const pieces = piecesOf(text);
  const found = pieces.flatMap((piece): Finding[] => {
    if (piece.kind === 'refused') return [construction(piece.source, place)];
    if (piece.kind === 'text') return /\{\{|\{%|%\}|\}\}/.test(piece.text) ? [unclosed(piece.text, place)] : [];
    const names = piece.kind === 'variable' ? [piece.name] : piece.names;
    return names.filter((name) => !known.has(name)).map((name) => unknown(name, place, known));
  });
  return [...found, ...unbalanced(text, place), ...disguised(text, place)];
}

/** Tags and entities: a text is not HTML, and these only cut words so that nobody finds them. */
const MARKUP = /<\/?[a-z][^<>]*>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]{2,10});/i;
/** Signs that make a line read in another order than it is written. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/u;
/** Letters that are read as ours and are none: small capitals, other alphabets, and words spelt letter by letter. */
const SPELT = /(?<![a-z0-9])(?:[a-z][ ._*-]{1,2}){9,}[a-z](?![a-z0-9])/i;

/** What a reader would see otherwise than the checker reads it. */
function disguised(text: string, place: Finding['place']): Finding[] {
  const quote = (found: RegExpExecArray) =>
    text
      .slice(Math.max(0, found.index - 10), found.index + found[0].length + 10)
      .replace(REORDERING, '…')
      .trim();
  const tag = MARKUP.exec(text);
  const order = REORDERING.exec(text);
  const words = fold(text.replace(/\{[{%][^{}]*[%}]\}/g, ' '));
  const letter = /(?![a-z])\p{L}/u.exec(words.text);
  const spelt = SPELT.exec(text.normalize('NFKD').replace(/\p{M}/gu, ''));
  return [
    tag &&
      fault(
        'markup',
        place,
        quote(tag),
        fr`Un texte ne contient ni balise ni code de caractère : le lecteur les verrait tels quels.`,
        fr`Écrivez le mot ou le signe lui-même : « & » et non « &amp; ».`,
      ),
    order &&
      fault(
        'hidden-words',
        place,
        quote(order),
        fr`Un signe invisible change l’ordre des lettres : ce qui se lit n’est pas ce qui est écrit.`,
        fr`Effacez ce passage et retapez-le.`,
      ),
    letter &&
      fault(
        'hidden-words',
        place,
        passageOf(words, Math.max(0, letter.index - 10), Math.min(words.text.length, letter.index + 10)),
        fr`Une lettre vient d’un autre alphabet : le texte ne peut pas être relu.`,
        fr`Retapez ce mot au clavier ; un nom étranger vient de la fiche, par {{ client }}.`,
      ),
    spelt &&
      fault(
        'hidden-words',
        place,
        spelt[0],
        fr`Des mots sont écrits lettre par lettre : le texte ne peut pas être relu.`,
        fr`Écrivez les mots en entier.`,
      ),
  ].filter((finding) => finding !== null);
}

function construction(passage: string, place: Finding['place']): Finding {
  return fault(
    'construction',
    place,
    passage,
    fr`Cette construction ne peut pas servir dans un texte.`,
    fr`Servez-vous de {{ variable }}, de {{ variable | majuscule }} et de {% if variable %} … {% else %} … {% endif %}.`,
  );
}

function unclosed(text: string, place: Finding['place']): Finding {
  const passage = /[^\n]{0,20}(?:\{\{|\{%|%\}|\}\})[^\n]{0,20}/.exec(text)?.[0] ?? '';
  return fault(
    'construction',
    place,
    passage.trim(),
    fr`Une accolade n’est pas refermée, ou est de trop.`,
    fr`Écrivez {{ variable }} en entier.`,
  );
}

function unbalanced(text: string, place: Finding['place']): Finding[] {
  const depth = { if: 0, unless: 0 };
  for (const [, end, tag] of text.matchAll(/\{%-?\s*(end)?(if|unless)\b/g)) {
    depth[tag as 'if' | 'unless'] += end ? -1 : 1;
    if (depth.if < 0 || depth.unless < 0) break;
  }
  if (depth.if === 0 && depth.unless === 0) return [];
  return [
    fault(
      'construction',
      place,
      '',
      fr`Un {% if %} n’a pas son {% endif %}, ou l’inverse.`,
      fr`Refermez chaque {% if … %} par {% endif %}.`,
    ),
  ];
}

function unknown(name: string, place: Finding['place'], known: ReadonlySet<string>): Finding {
  const elsewhere = variableOf(name) !== undefined;
  const near = [...known].find((one) => one.startsWith(name.slice(0, 4)) || name.startsWith(one.slice(0, 4)));
  return fault(
    'unknown-variable',
    place,
    name,
    elsewhere
      ? fr`La variable « ${name} » existe, mais pas pour ce genre de message.`
      : fr`La variable « ${name} » n’existe pas.`,
    near === undefined ? fr`Choisissez une variable de la liste.` : fr`Vouliez-vous écrire {{ ${near} }} ?`,
  );
}

function lengths({ subject, body }: TemplateSource, isShort: boolean): Finding[] {
  const found: Finding[] = [];
  if (!isShort && subject.trim() === '')
    found.push(
      fault(
        'subject-missing',
        'subject',
        '',
        fr`L’objet manque.`,
        fr`Écrivez par exemple : « {{ objet | majuscule }} – votre règlement ».`,
      ),
    );
  if (/[\r\n]/.test(subject))
    found.push(
      fault('subject-lines', 'subject', '', fr`L’objet tient sur une ligne.`, fr`Retirez le retour à la ligne.`),
    );
  if (subject.length > SUBJECT_AT_MOST)
    found.push(
      fault(
        'subject-too-long',
        'subject',
        '',
        fr`L’objet est trop long.`,
        fr`Tenez-vous à ${SUBJECT_AT_MOST} caractères.`,
      ),
    );
  if (body.trim() === '')
    found.push(
      fault('body-missing', 'body', '', fr`Le texte est vide.`, fr`Écrivez-le, ou revenez au texte d’origine.`),
    );
  if (body.length > BODY_AT_MOST)
    found.push(
      fault(
        'body-too-long',
        'body',
        '',
        fr`Le texte est trop long.`,
        fr`Tenez-vous à deux pages : ${BODY_AT_MOST} caractères.`,
      ),
    );
  return found;
}

/** The statement of account is a paragraph of its own, once, and outside any choice. */
function table({ subject, body }: TemplateSource, isShort: boolean): Finding[] {
  const uses = [...body.matchAll(/\{\{-?\s*tableau\b[^}]*\}\}/g)];
  if (uses.length === 0 && !/\btableau\b/.test(subject.replace(/[^{}\w\s]/g, ''))) return [];
  if (/\{\{-?\s*tableau/.test(subject) || (isShort && uses.length > 0))
    return [
      fault(
        'table-place',
        'subject',
        '{{ tableau }}',
        fr`Le décompte ne tient ni dans un objet ni dans un SMS.`,
        fr`Retirez {{ tableau }}.`,
      ),
    ];
  const alone = /(?:^|\n[ \t]*\r?\n)[ \t]*\{\{ *tableau *\}\}[ \t]*(?=\r?\n[ \t]*\r?\n|\s*$)/.test(body);
  const inChoice = uses.some((use) => opened(body.slice(0, use.index)) > 0);
  if (uses.length <= 1 && (uses.length === 0 || (alone && !inChoice))) return [];
  return [
    fault(
      'table-place',
      'body',
      '{{ tableau }}',
      fr`Le décompte se met une fois, seul dans son paragraphe, hors de tout {% if %}.`,
      fr`Laissez une ligne vide avant et après {{ tableau }}.`,
    ),
  ];
}

function opened(text: string): number {
  return (
    [...text.matchAll(/\{%-?\s*(?:if|unless)\b/g)].length - [...text.matchAll(/\{%-?\s*end(?:if|unless)\b/g)].length
  );
}
