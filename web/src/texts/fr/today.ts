import { common } from './common.ts';

export const today = {
  title: "Aujourd'hui",
  totals: 'Totaux',
  open: 'À recevoir',
  overdue: 'En retard',
  received: (month: string) => `Encaissé en ${month}`,
  debtors: 'Clients débiteurs',
  openHint: (claims: number) => common.invoices(claims),
  overdueHint: (claims: number) => common.invoices(claims),
  receivedHint: 'Voir les encaissements',
  debtorsHint: 'Voir les dossiers',
  groups: {
    'in-doubt': {
      title: 'Envois en doute',
      text: "Le serveur de messagerie n'a pas répondu jusqu'au bout : ces messages sont peut-être arrivés.",
      action: 'Examiner',
    },
    'to-confirm': {
      title: 'À accorder',
      text: 'Ces messages sont prêts et attendent votre accord pour partir.',
      action: 'Accorder',
    },
    call: { title: 'À appeler', text: "Un appel trouve souvent la cause d'un retard.", action: "Consigner l'appel" },
    decide: { title: 'À décider', text: 'La suite de ces dossiers dépend de vous.', action: 'Décider' },
    'missing-address': {
      title: 'Adresse manquante',
      text: "Rien ne peut partir tant que l'adresse manque.",
      action: 'Compléter',
    },
    'e-invoice': {
      title: 'Factures électroniques à traiter',
      text: 'La plateforme a fait savoir quelque chose que vous seul pouvez régler : un refus, un litige, un rejet.',
      action: 'Traiter',
    },
    absent: {
      title: 'Absentes de la dernière liste',
      text: 'Votre comptabilité ne montre plus ces factures comme dues : elles ne sont plus relancées tant que vous n’avez pas dit pourquoi.',
      action: 'Répondre',
    },
    'to-print': {
      title: 'Courriers à imprimer',
      text: 'Les courriers sont prêts : imprimez-les, postez-les, puis dites-le ici.',
      action: 'Imprimer',
    },
    parked: {
      title: 'À examiner',
      text: "Acquit s'est arrêté sur ces dossiers plutôt que de deviner.",
      action: 'Examiner',
    },
  },
  showAll: (count: number) => (count > 1 ? `Afficher les ${count} autres` : "Afficher l'autre"),
  beyond: (count: number) => `Les ${count} suivants paraîtront au fur et à mesure.`,
  since: 'Échéance la plus ancienne :',
  skip: 'Passer',
  skipped: (name: string) => `Étape passée pour ${name}. La prochaine viendra à sa date.`,
  confirmed: (name: string) => `Accordé : le message pour ${name} partira à la prochaine passe.`,
  confirmedTest: (name: string) => `Accordé : le message pour ${name} sera montré dans « Envois ».`,
  read: 'Lire',
  readName: (name: string) => `Lire le message à ${name}`,
  oneByOne: 'Traiter un dossier à la fois',
  importDoubts: (count: number) =>
    count > 1
      ? `${count} fichiers récents portent des remarques à lire.`
      : 'Un fichier récent porte des remarques à lire.',
  importDoubtsLink: 'Voir les imports',
  nothing: {
    title: "Rien n'attend votre décision",
    text: 'Les relances prévues partent seules ; les réponses et les appels à faire paraîtront ici.',
    action: 'Voir ce qui est prévu',
  },
  empty: {
    title: 'Aucune facture pour le moment',
    text: 'Importez vos factures ou votre balance : Acquit calcule ce qui est dû, dit ce qui partirait et pourquoi.',
  },
  tonight: {
    title: 'Ce qui part cette nuit',
    titleTest: 'Ce qui partirait cette nuit',
    nothing: "Rien n'est prévu cette nuit.",
    text: (messages: number, letters: number) =>
      [messages > 0 ? common.messages(messages) : '', letters > 0 ? common.letters(letters) : '']
        .filter(Boolean)
        .join(' et '),
    asked: (amount: string) => `pour ${amount} réclamés`,
    plan: 'Voir les 14 prochains jours',
    captured: (count: number) =>
      count > 1 ? `${count} messages auraient été envoyés` : 'Un message aurait été envoyé',
  },
  pass: {
    title: 'Dernière passe',
    never: "Aucune passe n'a encore eu lieu.",
    running: 'Passe en cours…',
    line: (decisions: number, messages: number, tasks: number) =>
      `${common.decisions(decisions)}, ${common.messages(messages)}, ${common.tasks(tasks)}`,
    examined: (cases: number) => `${common.cases(cases)} examinés`,
    run: 'Lancer la passe maintenant',
    dialog: 'Lancer la passe maintenant',
    wouldDo: (count: number) =>
      count === 0
        ? "La passe n'aurait rien à faire : aucune étape n'est due aujourd'hui."
        : `Voici ce que la passe ferait, avant qu'elle ne fasse quoi que ce soit.`,
    testMode: 'Mode test : ces messages seront préparés et montrés dans « Envois ». Rien ne partira.',
    liveMode:
      'Les e-mails partiront pour de bon, à votre nom, dès que vous lancerez la passe. Un e-mail parti ne se rappelle pas.',
    go: 'Lancer la passe',
    goLive: (count: number) => (count > 1 ? `Envoyer ces ${count} messages` : 'Envoyer ce message'),
    going: 'Passe en cours…',
    done: 'La passe est terminée.',
    again: 'La lancer une seconde fois le même jour ne renverrait rien.',
    columns: { debtor: 'Client', step: 'Étape', amount: 'Somme réclamée' },
    parked: (count: number) =>
      count > 1 ? `${count} dossiers demandent votre avis.` : 'Un dossier demande votre avis.',
  },
  call: {
    title: (name: string) => `Appeler ${name}`,
    noPhone: "Aucun numéro n'est connu pour ce client.",
    addPhone: 'Ajouter un numéro',
    script: 'Ce qu’il faut savoir et dire',
    result: 'Issue de l’appel',
    note: 'Note',
    noteHint: 'Les mots du client, la date annoncée, la personne jointe. La note figure au journal du dossier.',
    submit: 'Enregistrer l’appel',
    recorded: (name: string) => `Appel à ${name} consigné.`,
    missing: 'Choisissez l’issue de l’appel.',
  },
  decide: {
    title: (name: string) => `Décider pour ${name}`,
    note: 'Votre décision',
    noteHint: 'En quelques mots ; elle figure au journal du dossier.',
    missing: 'Écrivez votre décision en quelques mots.',
    submit: 'Enregistrer la décision',
    recorded: (name: string) => `Décision enregistrée pour ${name}.`,
  },
  next: {
    title: 'Un dossier à la fois',
    position: (index: number, count: number) => `${index} sur ${count}`,
    previous: 'Précédent',
    following: 'Suivant',
    leave: "Revenir à Aujourd'hui",
    openCase: 'Ouvrir le dossier',
    doneTitle: 'Tout est traité',
    doneText: "Il ne reste rien qui attende votre décision aujourd'hui.",
    handled: 'Traité',
  },
};
