import { day, euros, frenchDate } from '@acquit/law';
import { type BacktestView, fr } from '@acquit/recovery';
import type { Lang } from './texts.ts';

/** What the commands about scenarios, texts, scores and audits add of their own, in French first. */

const comma = (value: number) => String(value).replace('.', ',');
const frDate = (iso: string) => frenchDate(day(iso));

const french = {
  steps: (key: string, name: string, version: number, steps: number) =>
    fr`${key}  ${name}, version ${version}, ${steps} étapes`,
  rule: (name: string, scenario: string, when: string) => fr`  règle « ${name} » → ${scenario} : ${when}`,
  version: (name: string, version: number) => `${name}, version ${version}`,
  line: (name: string, what: string) => fr`  ${name} : ${what}`,
  sample: (asked: number, cases: number) => fr` (échantillon de ${asked} dossiers sur ${cases})`,
  difference: (
    days: number,
    sample: string,
    n: { added: number; removed: number; moved: number; changed: number; same: number },
  ) =>
    fr`Dans les ${days} jours${sample}, contacts ajoutés : ${n.added} ; retirés : ${n.removed} ; déplacés : ${n.moved} ; modifiés : ${n.changed} ; inchangés : ${n.same}.`,
  inForce: (name: string, version: number) => fr`« ${name} » : version ${version} en vigueur.`,
  toRules: (debtor: string) => fr`${debtor} : rendu aux règles.`,
  assigned: (debtor: string, scenario: string) => fr`${debtor} : scénario « ${scenario} ».`,
  paid: (average: number | null) => (average === null ? '' : fr`, en moyenne ${comma(average)} jours après l’échéance`),
  period: (from: string, until: string, claims: number, paidClaims: number, paid: string) =>
    fr`Du ${frDate(from)} au ${frDate(until)} : ${claims} factures, dont ${paidClaims} payées${paid}.`,
  done: 'Fait',
  replayed: 'Avec ce scénario',
  contacts: (title: string, it: BacktestView['done']) =>
    fr`${title} : ${it.contacts} contacts (${it.emails} e-mails, ${it.letters} lettres, ${it.texts} SMS, ${it.calls} appels), ${it.formalNotices} mises en demeure, ${comma(it.perClaim)} par facture contactée.`,
  selfPaid: (claims: number, chased: number) =>
    fr`Payées d’elles-mêmes : ${claims} factures, dont ${chased} auraient été relancées par ce scénario.`,
  firstContact: (sooner: number, later: number, same: number) =>
    fr`Premier contact : ${sooner} plus tôt, ${later} plus tard, ${same} le même jour.`,
  notOneOf: (option: string, given: string, values: string) =>
    fr`${option} : « ${given} » n’est pas l’une de ces valeurs : ${values}.`,
  tones: (tones: string) => fr`Ce texte existe dans ces tons : ${tones}.`,
  subject: (subject: string) => fr`Objet : ${subject}`,
  nothingToSay: 'Rien à redire.',
  toCorrect: 'À corriger',
  toRead: 'À relire',
  finding: (what: string, message: string) => fr`${what} : ${message}`,
  passage: (passage: string) => fr`  passage : « ${passage} »`,
  instead: (instead: string) => fr`  à la place : ${instead}`,
  templateVersion: (version: number) => ` (version ${version})`,
  templateSaved: (name: string, version: number) => fr`Texte en service : ${name}, version ${version}.`,
  fileOrDefault: 'Donnez un fichier, ou --default.',
  audited: (since: string, checked: number, faultless: number, unread: number) =>
    fr`Factures émises depuis le ${since} : ${checked} lues, dont ${faultless} sans défaut ; ${unread} sans données structurées.`,
  fault: (sign: string, name: string, invoices: number, cents: number) =>
    fr`${sign} ${name} : ${invoices} facture${invoices > 1 ? 's' : ''} (${euros(cents)})`,
  toPrint: (text: string) => fr`    À imprimer : ${text}`,
  examples: (list: string) => fr`    Par exemple : ${list}`,
  terms: (message: string) => fr`✗ Vos conditions : ${message}`,
  clauses: fr`Clauses à reprendre dans vos conditions :`,
  sizeUnknown: fr`La taille de votre entreprise n’est pas indiquée dans les réglages : les mentions de la facture électronique sont celles d’une petite entreprise.`,
  unseen: fr`Ce que ce contrôle ne voit pas :`,
  company: (name: string) => fr`${name} :`,
  dayTotal: (on: string, acts: number, cents: number) =>
    fr`${frDate(on)} : ${acts} acte${acts > 1 ? 's' : ''}, ${euros(cents)} demandés`,
};

export type AmicableTexts = typeof french;

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

const english: AmicableTexts = {
  steps: (key, name, version, steps) => `${key}  ${name}, version ${version}, ${plural(steps, 'step')}`,
  rule: (name, scenario, when) => `  rule "${name}" → ${scenario}: ${when}`,
  version: (name, version) => `${name}, version ${version}`,
  line: (name, what) => `  ${name}: ${what}`,
  sample: (asked, cases) => ` (a sample of ${asked} cases out of ${cases})`,
  difference: (days, sample, n) =>
    `Within ${days} days${sample}, contacts added: ${n.added}; removed: ${n.removed}; moved: ${n.moved}; changed: ${n.changed}; unchanged: ${n.same}.`,
  inForce: (name, version) => `"${name}": version ${version} is in force.`,
  toRules: (debtor) => `${debtor}: given back to the rules.`,
  assigned: (debtor, scenario) => `${debtor}: scenario "${scenario}".`,
  paid: (average) => (average === null ? '' : `, ${average} days after the due date on average`),
  period: (from, until, claims, paidClaims, paid) =>
    `From ${from} to ${until}: ${plural(claims, 'invoice')}, ${paidClaims} of them paid${paid}.`,
  done: 'Done',
  replayed: 'With this scenario',
  contacts: (title, it) =>
    `${title}: ${plural(it.contacts, 'contact')} (${it.emails} e-mails, ${it.letters} letters, ${it.texts} text messages, ${it.calls} calls), ${plural(it.formalNotices, 'formal notice')}, ${it.perClaim} per invoice contacted.`,
  selfPaid: (claims, chased) =>
    `Paid by themselves: ${plural(claims, 'invoice')}, of which this scenario would have chased ${chased}.`,
  firstContact: (sooner, later, same) => `First contact: ${sooner} sooner, ${later} later, ${same} on the same day.`,
  notOneOf: (option, given, values) => `${option}: "${given}" is none of these: ${values}.`,
  tones: (tones) => `This text exists in these tones: ${tones}.`,
  subject: (subject) => `Subject: ${subject}`,
  nothingToSay: 'Nothing to correct.',
  toCorrect: 'To correct',
  toRead: 'To read again',
  finding: (what, message) => `${what}: ${message}`,
  passage: (passage) => `  passage: "${passage}"`,
  instead: (instead) => `  instead: ${instead}`,
  templateVersion: (version) => ` (version ${version})`,
  templateSaved: (name, version) => `Text in service: ${name}, version ${version}.`,
  fileOrDefault: 'Give a file, or --default.',
  audited: (since, checked, faultless, unread) =>
    `Invoices issued since ${since}: ${checked} read, ${faultless} of them without a fault; ${unread} without structured data.`,
  fault: (sign, name, invoices, cents) => `${sign} ${name}: ${plural(invoices, 'invoice')} (${euros(cents)})`,
  toPrint: (text) => `    To print: ${text}`,
  examples: (list) => `    For instance: ${list}`,
  terms: (message) => `✗ Your terms: ${message}`,
  clauses: 'Clauses to take into your terms:',
  sizeUnknown:
    'The size of your company is not given in the settings: the mentions of electronic invoices are those of a small one.',
  unseen: 'What this check does not see:',
  company: (name) => `${name}:`,
  dayTotal: (on, acts, cents) => `${on}: ${plural(acts, 'act')}, ${euros(cents)} asked for`,
};

export const amicableTexts: Record<Lang, AmicableTexts> = { fr: french, en: english };
