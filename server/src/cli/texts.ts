/** What the command line says, in French first. Sentences of refusals come from where they are decided. */
export type Lang = 'fr' | 'en';

const list = (names: readonly string[]) => names.map((name) => `  - ${name}`).join('\n');

/** « 1 créance », « 12 créances »: French counts none and one alike. */
const some = (count: number, one: string, many = `${one}s`) => `${count} ${count > 1 ? many : one}`;
const any = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What `acquit match` counted. */
interface MatchedLines {
  examined: number;
  applied: number;
  reversed: number;
  proposed: number;
  toMatch: number;
}

const fr = {
  unknownLang: (lang: string) => `Langue inconnue : « ${lang} ». Langues possibles : fr, en.`,
  unknownCompany: (name: string, known: readonly string[]) =>
    `Aucune société « ${name} ». Sociétés connues :\n${list(known) || '  (aucune)'}`,
  chooseCompany: (known: readonly string[]) =>
    `Plusieurs sociétés existent : choisissez-en une avec --company.\n${list(known)}`,
  noCompany:
    'Aucune société pour l’instant : importez une première facture (« acquit import FICHIER ») ou chargez la démonstration (« acquit demo »).',
  badDate: (value: string) => `« ${value} » n’est pas une date. Écrivez-la AAAA-MM-JJ, par exemple 2026-11-21.`,
  badNumber: (name: string, value: string) => `${name} : « ${value} » n’est pas un nombre convenable.`,
  fileTrouble: {
    missing: (path: string) => `« ${path} » n’existe pas. Vérifiez le chemin.`,
    folder: (path: string) => `« ${path} » est un dossier : donnez un fichier.`,
    forbidden: (path: string) => `« ${path} » ne peut pas être lu ou écrit : vérifiez les droits de ce fichier.`,
    full: (path: string) => `Le disque est plein : « ${path} » n’a pas pu être écrit.`,
  },
  bug: (detail: string) =>
    `Acquit a rencontré une erreur imprévue (${detail}). Rien n’a été enregistré à moitié. Signalez-la avec la commande que vous avez lancée.`,
  importStatus: { imported: 'importé', partly: 'importé en partie', duplicate: 'déjà importé', refused: 'refusé' },
  companyCreated: (name: string) =>
    `Société créée d’après le vendeur de vos factures, en mode test : ${name}. Rien ne partira avant que vous ne la passiez en réel (« acquit company live »).`,
  changes: {
    newClaims: (n: number) => some(n, 'créance'),
    newCreditNotes: (n: number) => some(n, 'avoir'),
    debtors: (n: number) => some(n, 'client'),
    updatedClaims: (n: number) => some(n, 'créance complétée', 'créances complétées'),
    closedClaims: (n: number) => some(n, 'créance soldée', 'créances soldées'),
    receipts: (n: number) => some(n, 'règlement'),
    bankLines: (n: number) => some(n, 'ligne de banque', 'lignes de banque'),
    statuses: (n: number) => some(n, 'statut'),
    absent: (n: number) => some(n, 'créance absente de la liste', 'créances absentes de la liste'),
    conflicts: (n: number) => some(n, 'conflit'),
    known: (n: number) => some(n, 'pièce déjà connue', 'pièces déjà connues'),
  },
  passLine: (company: string, on: string, examined: number, messages: number, tasks: number, parked: number) =>
    `${company}, passe du ${on} : ${some(examined, 'dossier examiné', 'dossiers examinés')}, ${some(messages, 'message')}, ${some(tasks, 'tâche')}, ${parked} mis en attente.`,
  sent: (sent: number, doubt: number, refused: number, later: number) =>
    `E-mails : ${some(sent, 'envoyé')}, ${doubt} en doute, ${some(refused, 'refusé')}, ${later} à retenter.`,
  testMode: (company: string, captured: number) =>
    `${company} est en mode test : ${some(captured, 'message préparé et retenu', 'messages préparés et retenus')}, rien n’est parti.`,
  noMail: (company: string, waiting: number) =>
    `${company} n’a pas de messagerie réglée : ${some(waiting, 'e-mail attend', 'e-mails attendent')}. Réglez-la avec « acquit mail set ».`,
  matched: (company: string, { examined, applied, reversed, proposed, toMatch }: MatchedLines) =>
    examined === 0
      ? `${company} : aucune ligne de banque n’attend.`
      : `${company} : ${some(examined, 'ligne examinée', 'lignes examinées')}, ${some(applied, 'rapprochée')} dont ${some(reversed, 'rejet')}, ${proposed} à vérifier, ${toMatch} sans proposition.`,
  dryRun: 'Essai à blanc : rien n’a été enregistré ni envoyé.',
  nothingPlanned: 'Rien à venir sur cette période.',
  scoreNeedsCheck: 'Ajoutez --check : « acquit score --check » mesure les prévisions sur vos factures passées.',
  claimUnknown: (number: string) => `Aucune créance « ${number} ».`,
  oneCompany: 'Un scénario est celui d’une société : nommez-la avec --company.',
  unknownScenario: (key: string) => `Aucun scénario « ${key} » : « acquit scenario list » les donne.`,
  unreadableScenario: (file: string, why: string) =>
    `« ${file} » n’est pas un scénario lisible (${why}) : « acquit scenario show business --json » en donne un modèle.`,
  caseUnknown: (wanted: string) =>
    `Aucun dossier « ${wanted} ». Donnez son identifiant, le nom du client ou le numéro d’une de ses factures.`,
  caseAmbiguous: (wanted: string, names: readonly string[]) =>
    `Plusieurs dossiers répondent à « ${wanted} » :\n${list(names)}`,
  stepUnknown: (wanted: string, known: readonly string[]) =>
    `Étape inconnue : « ${wanted} ». Étapes de ce dossier :\n${list(known)}`,
  written: (file: string) => `Écrit : ${file}`,
  procedureUnknown: (name: string, known: readonly string[]) =>
    `Aucun dossier n’est prévu pour « ${name} ». Voies possibles :\n${list(known)}`,
  badPair: (option: string, value: string) => `${option} attend « nom=valeur », et a reçu « ${value} ».`,
  courtFileReady: 'Prêt à signer : aucune mention ni pièce obligatoire ne manque.',
  courtFileDraft: (missing: number) =>
    `Projet : ${missing} point${missing > 1 ? 's' : ''} obligatoire${missing > 1 ? 's' : ''} à compléter avant de signer.`,
  journalValid: (entries: number) => `Journal intact : ${some(entries, 'écriture vérifiée', 'écritures vérifiées')}.`,
  journalBroken: (problem: string) => `Journal altéré : ${problem}`,
  demoLoaded: (debtors: number, claims: number) =>
    `Société de démonstration chargée : ${debtors} clients, ${claims} factures. Lancez « npm start » pour la voir.`,
  demoExists: 'La société de démonstration est déjà chargée.',
  serving: (url: string) => `Acquit est prêt : ${url}`,
  stopping: 'Arrêt en cours…',
  mode: (company: string, mode: 'test' | 'live') =>
    mode === 'live' ? `${company} est en réel : les messages partent.` : `${company} est en mode test : rien ne part.`,
  notReady: (missing: readonly string[]) => `La société ne peut pas passer en réel. Il manque :\n${list(missing)}`,
  mailSaved: (host: string, port: number) => `Messagerie enregistrée : ${host}:${port}.`,
  cardNotSet: 'Aucune clé Stripe n’est enregistrée : « acquit card set » l’enregistre.',
  cardSaved: (mode: 'test' | 'live' | null, whyNot: string | null) =>
    whyNot === null
      ? 'La carte est proposée à vos clients, avec une clé qui encaisse de vrais paiements.'
      : `La carte n’est pas proposée à vos clients${mode === 'test' ? ' (clé d’essai)' : ''} : ${whyNot}`,
  cardWebhook: (url: string) => `Adresse à donner à Stripe (webhook) : ${url}`,
  secretOnce: 'Nouveau mot de passe : ',
  secretTwice: 'Encore une fois : ',
  secretDiffers: 'Les deux saisies diffèrent. Recommencez.',
  secretGivenUp: 'Abandonné : le mot de passe n’a pas changé.',
  secretMissing: 'Aucun mot de passe n’a été donné sur l’entrée standard. Lancez la commande dans un terminal.',
  secretUnreadable: 'L’entrée standard doit contenir le mot de passe seul, sur une ligne de texte UTF-8.',
  passwordChanged: (email: string, ended: number) =>
    `Mot de passe changé pour ${email}. ${ended > 1 ? `${ended} sessions ouvertes ont pris fin.` : ended === 1 ? 'Une session ouverte a pris fin.' : 'Aucune session n’était ouverte.'}`,
  mailTested: (answer: string) => `Message d’essai accepté par le serveur : ${answer}`,
};

export type Texts = typeof fr;

const en: Texts = {
  unknownLang: (lang) => `Unknown language: "${lang}". Languages: fr, en.`,
  unknownCompany: (name, known) => `No company "${name}". Known companies:\n${list(known) || '  (none)'}`,
  chooseCompany: (known) => `There are several companies: choose one with --company.\n${list(known)}`,
  noCompany: 'No company yet: import a first invoice ("acquit import FILE") or load the demo ("acquit demo").',
  badDate: (value) => `"${value}" is not a date. Write it YYYY-MM-DD, for instance 2026-11-21.`,
  badNumber: (name, value) => `${name}: "${value}" is not a suitable number.`,
  fileTrouble: {
    missing: (path) => `"${path}" does not exist. Check the path.`,
    folder: (path) => `"${path}" is a folder: give a file.`,
    forbidden: (path) => `"${path}" cannot be read or written: check the rights of this file.`,
    full: (path) => `The disk is full: "${path}" could not be written.`,
  },
  bug: (detail) =>
    `Acquit met an unexpected error (${detail}). Nothing was half-recorded. Please report it with the command you ran.`,
  importStatus: { imported: 'imported', partly: 'partly imported', duplicate: 'already imported', refused: 'refused' },
  companyCreated: (name) =>
    `Company created from the seller of your invoices, in test mode: ${name}. Nothing leaves until you switch it live ("acquit company live").`,
  changes: {
    newClaims: (n) => any(n, 'claim'),
    newCreditNotes: (n) => any(n, 'credit note'),
    debtors: (n) => any(n, 'debtor'),
    updatedClaims: (n) => any(n, 'claim completed', 'claims completed'),
    closedClaims: (n) => any(n, 'claim closed', 'claims closed'),
    receipts: (n) => any(n, 'receipt'),
    bankLines: (n) => any(n, 'bank line'),
    statuses: (n) => any(n, 'status', 'statuses'),
    absent: (n) => any(n, 'claim absent from the list', 'claims absent from the list'),
    conflicts: (n) => any(n, 'conflict'),
    known: (n) => `${n} known already`,
  },
  passLine: (company, on, examined, messages, tasks, parked) =>
    `${company}, pass of ${on}: ${any(examined, 'case')} examined, ${any(messages, 'message')}, ${any(tasks, 'task')}, ${parked} parked.`,
  sent: (sent, doubt, refused, later) =>
    `E-mails: ${sent} sent, ${doubt} in doubt, ${refused} refused, ${later} to retry.`,
  testMode: (company, captured) =>
    `${company} is in test mode: ${any(captured, 'message')} prepared and held, nothing left.`,
  noMail: (company, waiting) =>
    `${company} has no mail settings: ${any(waiting, 'e-mail')} waiting. Set them with "acquit mail set".`,
  dryRun: 'Dry run: nothing was recorded or sent.',
  nothingPlanned: 'Nothing to come in this period.',
  scoreNeedsCheck: 'Add --check: "acquit score --check" measures the predictions on your past invoices.',
  matched: (company, { examined, applied, reversed, proposed, toMatch }) =>
    examined === 0
      ? `${company}: no bank line waits.`
      : `${company}: ${examined} lines examined, ${applied} matched (${reversed} rejects), ${proposed} to check, ${toMatch} without a proposal.`,
  claimUnknown: (number) => `No claim "${number}".`,
  oneCompany: 'A scenario belongs to one company: name it with --company.',
  unknownScenario: (key) => `No scenario "${key}": "acquit scenario list" gives them.`,
  unreadableScenario: (file, why) =>
    `"${file}" is no readable scenario (${why}): "acquit scenario show business --json" gives a model.`,
  caseUnknown: (wanted) =>
    `No case "${wanted}". Give its identifier, the debtor's name or the number of one of his invoices.`,
  caseAmbiguous: (wanted, names) => `Several cases answer to "${wanted}":\n${list(names)}`,
  stepUnknown: (wanted, known) => `Unknown step: "${wanted}". Steps of this case:\n${list(known)}`,
  written: (file) => `Written: ${file}`,
  procedureUnknown: (name, known) => `There is no court file for "${name}". Known routes:\n${list(known)}`,
  badPair: (option, value) => `${option} expects "name=value", not "${value}".`,
  courtFileReady: 'Ready to sign: nothing mandatory is missing.',
  courtFileDraft: (missing) =>
    `Draft: ${missing} mandatory item${missing === 1 ? '' : 's'} to complete before signing.`,
  journalValid: (entries) => `Journal intact: ${entries} entries verified.`,
  journalBroken: (problem) => `Journal altered: ${problem}`,
  demoLoaded: (debtors, claims) =>
    `Demo company loaded: ${debtors} debtors, ${claims} invoices. Run "npm start" to see it.`,
  demoExists: 'The demo company is loaded already.',
  serving: (url) => `Acquit is ready: ${url}`,
  stopping: 'Stopping…',
  mode: (company, mode) =>
    mode === 'live' ? `${company} is live: messages leave.` : `${company} is in test mode: nothing leaves.`,
  notReady: (missing) => `The company cannot go live. Missing:\n${list(missing)}`,
  mailSaved: (host, port) => `Mail settings saved: ${host}:${port}.`,
  cardNotSet: 'No Stripe key is saved: “acquit card set” saves one.',
  cardSaved: (mode, whyNot) =>
    whyNot === null
      ? 'Cards are offered to your customers, with a key that takes real payments.'
      : `Cards are not offered to your customers${mode === 'test' ? ' (test key)' : ''}: ${whyNot}`,
  cardWebhook: (url) => `Address to give to Stripe (webhook): ${url}`,
  secretOnce: 'New password: ',
  secretTwice: 'Once more: ',
  secretDiffers: 'The two differ. Try again.',
  secretGivenUp: 'Given up: the password has not changed.',
  secretMissing: 'No password was given on standard input. Run the command in a terminal.',
  secretUnreadable: 'Standard input must hold the password alone, on one line of UTF-8 text.',
  passwordChanged: (email, ended) => `Password changed for ${email}. Open sessions ended: ${ended}.`,
  mailTested: (answer) => `Test message accepted by the server: ${answer}`,
};

export const texts: Record<Lang, Texts> = { fr, en };
