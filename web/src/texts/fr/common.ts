const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('fr-FR')} ${count > 1 ? many : one}`;

export const common = {
  close: 'Fermer',
  cancel: 'Annuler',
  undo: 'Annuler',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  edit: 'Modifier',
  remove: 'Retirer',
  retry: 'Réessayer',
  reload: 'Recharger la page',
  loading: 'Chargement en cours',
  optional: '(facultatif)',
  unknown: 'non renseigné',
  none: 'Aucun',
  choose: 'À choisir',
  dayMissing: 'Indiquez une date entière.',
  more: 'Afficher la suite',
  loadingMore: 'Chargement de la suite…',
  back: 'Retour',
  total: 'Total',
  printedPart: "Impression partielle : seules les lignes affichées à l'écran figurent ici.",
  why: 'Pourquoi ?',
  moreReasons: (count: number) => `${count} autres raisons`,
  invoices: (count: number) => plural(count, 'facture', 'factures'),
  cases: (count: number) => plural(count, 'dossier', 'dossiers'),
  messages: (count: number) => plural(count, 'e-mail', 'e-mails'),
  letters: (count: number) => plural(count, 'courrier', 'courriers'),
  tasks: (count: number) => plural(count, 'tâche', 'tâches'),
  days: (count: number) => plural(count, 'jour', 'jours'),
  daysLate: (count: number) => `${plural(count, 'jour', 'jours')} de retard`,
  decisions: (count: number) => plural(count, 'décision', 'décisions'),
};

export const errors = {
  unreachable: {
    title: 'Acquit ne répond pas.',
    text: "Rien n'est perdu : ce qui était enregistré l'est toujours. Vérifiez que le serveur est démarré et que vous êtes connecté au réseau, puis réessayez.",
  },
  uploadCut: {
    title: "L'envoi a été coupé avant la fin : ces fichiers sont très lourds.",
    text: "Rien n'en a été pris. Découpez-les, ou importez-les sans navigateur : par la commande « acquit import », ou par un dossier surveillé (Encaissements, Sources).",
  },
  forbidden: {
    title: "Vous n'avez pas accès à cette page.",
    text: "Demandez à la personne qui administre Acquit de vous ouvrir l'accès.",
  },
  missing: {
    title: "Cette page n'existe pas ou n'existe plus.",
    text: "L'élément a peut-être été retiré. Revenez à la liste pour le retrouver.",
  },
  server: {
    title: 'Le serveur a rencontré une difficulté.',
    text: "Rien de ce qui était enregistré n'est touché. Réessayez ; si cela recommence, le journal du serveur en dit la cause.",
  },
  sumTooLarge: {
    title: 'Cette somme est trop grande.',
    text: "Vérifiez ses chiffres : rien n'a été enregistré.",
  },
  screen: {
    title: "Cet écran n'a pas pu s'afficher.",
    text: 'Vos données ne sont pas touchées. Rechargez la page ; si cela recommence, signalez-le avec ce que vous faisiez.',
  },
};
