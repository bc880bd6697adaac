import { fr } from '../../texts/typography.ts';
import type { Finding } from '../../views/templates.ts';
import type { TemplateSource, TextKind } from '../model.ts';
import { namesIn } from '../parse.ts';
import { fold } from './fold.ts';
import type { CheckContext } from './model.ts';

interface Mention {
  rule: string;
  severity: 'refuse' | 'warn';
  /** True when the text has it. */
  has: (text: string, names: ReadonlySet<string>) => boolean;
  article: string;
  message: string;
  instead: string;
}

const SUFFICIENT = 'article 1344 du code civil';

const NAMED: Mention = {
  rule: 'words-of-formal-notice',
  severity: 'refuse',
  has: (text) => /\bmise? en demeure\b|\bmettons en demeure\b/.test(text),
  article: SUFFICIENT,
  message: fr`Une mise en demeure dit qu’elle en est une.`,
  instead: fr`Écrivez : « La présente vaut mise en demeure de nous régler la somme de {{ total }}… ».`,
};

const STATEMENT: Mention = {
  rule: 'statement-missing',
  severity: 'refuse',
  has: (_, names) => names.has('tableau'),
  article: SUFFICIENT,
  message: fr`Le décompte manque : le lecteur doit voir quelles factures sont demandées, et de quoi la somme est faite.`,
  instead: fr`Mettez {{ tableau }} seul dans un paragraphe.`,
};

const DELAY: Mention = {
  rule: 'delay-missing',
  severity: 'refuse',
  has: (_, names) => names.has('delai'),
  article: SUFFICIENT,
  message: fr`Le délai laissé pour régler manque, ou n’est pas celui de l’étape.`,
  instead: fr`Écrivez : « dans un délai de {{ delai }} à compter de sa réception ».`,
};

const FROM_RECEPTION: Mention = {
  rule: 'reception-missing',
  severity: 'refuse',
  has: (text) => /\breception\b|\breceipt\b|\bdate de premiere presentation\b/.test(text),
  article: 'articles 1344 et 1231-6 du code civil',
  message: fr`Le texte ne dit pas que le délai court de la réception de la lettre.`,
  instead: fr`Écrivez : « à compter de sa réception ».`,
};

const asks = (...names: string[]): Mention => ({
  rule: 'sum-missing',
  severity: 'refuse',
  has: (_, used) => names.some((name) => used.has(name)),
  article: SUFFICIENT,
  message: fr`La somme demandée manque dans le texte.`,
  instead: fr`Écrivez la somme avec {{ ${names[0]!} }}.`,
});

const CLAUSE: Mention = {
  rule: 'clause-missing',
  severity: 'refuse',
  has: (text) => /\bclause\b/.test(text),
  article: 'article 1305-4 du code civil',
  message: fr`La mise en demeure doit viser la clause de déchéance du terme de l’échéancier.`,
  instead: fr`Écrivez : « en application de la clause de déchéance du terme de cet échéancier ».`,
};

const SUSPENDED: Mention = {
  rule: 'suspension-missing',
  severity: 'refuse',
  has: (_, names) => names.has('suspension_le') && names.has('suspension_objet'),
  article: 'articles 1219 et 1220 du code civil',
  message: fr`L’avis doit dire ce qui sera suspendu, et à partir de quel jour.`,
  instead: fr`Écrivez : « nous suspendrons {{ suspension_objet }} à partir du {{ suspension_le }} ».`,
};

const ABOUT_WHAT: Mention = {
  rule: 'statement-missing',
  severity: 'refuse',
  has: (_, names) =>
    names.has('tableau') || (names.has('total') && ['numeros', 'objet', 'premiere'].some((name) => names.has(name))),
  article: 'article 1353 du code civil (référence à vérifier)',
  message: fr`Le message ne dit pas de quelles factures il parle, ni de combien.`,
  instead: fr`Mettez {{ tableau }} seul dans un paragraphe, ou nommez les factures avec {{ objet }} et la somme avec {{ total }}.`,
};

const CROSSED: Mention = {
  rule: 'crossed-payment-missing',
  severity: 'warn',
  has: (text) =>
    /\bentre-temps\b|\bcroise\w*\b|\bdeja (?:regle|paye|parti|ordonnance|effectue)|\ben route\b|\bin the meantime\b|\balready (?:paid|on its way)\b/.test(
      text,
    ),
  article: 'article L121-7 du code de la consommation',
  message: fr`Rien n’est dit à qui aurait déjà payé : un règlement qui croise la lettre est l’erreur la plus courante.`,
  instead: fr`Ajoutez : « Si vous avez réglé entre-temps, nous vous prions de ne pas tenir compte de ce message ».`,
};

const WRITTEN: Record<TextKind, readonly Mention[]> = {
  notice: [ABOUT_WHAT],
  reminder: [ABOUT_WHAT, CROSSED],
  'find-the-cause': [ABOUT_WHAT, CROSSED],
  'get-a-date': [ABOUT_WHAT, CROSSED],
  warning: [ABOUT_WHAT, CROSSED],
  'promise-broken': [ABOUT_WHAT, CROSSED],
  'call-confirmed': [],
  thanks: [],
  'formal-notice': [NAMED, STATEMENT, asks('total'), DELAY, FROM_RECEPTION, CROSSED],
  'plan-missed': [NAMED, STATEMENT, asks('plan_manquee'), DELAY, FROM_RECEPTION, CLAUSE],
  suspension: [STATEMENT, SUSPENDED, asks('total'), CROSSED],
};

/** What a text of its kind has to say and does not. Text messages are too short to: the letter says it. */
export function missingMentions(source: TemplateSource, filled: readonly string[], { key }: CheckContext): Finding[] {
  if (key.channel === 'sms') return [];
  const names = new Set(namesIn(source.body));
  const texts = filled.map((one) => fold(one).text);
  return WRITTEN[key.kind]
    .filter(({ has }) => !texts.every((text) => has(text, names)))
    .map(({ rule, severity, article, message, instead }) => ({
      rule,
      severity,
      place: 'text',
      passage: '',
      article,
      message,
      instead,
    }));
}
