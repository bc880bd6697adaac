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
    reply: {
      title: 'Réponses à lire',
      text: 'Vos clients ont écrit. Rien ne part seul dans ces dossiers tant que la réponse n’est pas lue.',
      action: 'Lire',
    },
    'portal-act': {
      title: 'Déclarations de vos clients',
      text: 'Ce que vos clients ont fait sur leur page et qui attend votre réponse.',
      action: "C'est répondu",
    },
    partner: {
      title: 'Indiqué par les professionnels',
      text: 'Ce qu’un avocat, un commissaire de justice ou une société de recouvrement a noté sur un dossier confié.',
      action: 'Lire',
    },
    'to-confirm': {
      title: 'À accorder',
      text: 'Ces messages sont prêts et attendent votre accord pour partir.',
      action: 'Accorder',
    },
    'to-send': {
      title: 'À envoyer par vous',
      text: 'Ces messages sont prêts ; vous les envoyez vous-même, puis vous le dites ici.',
      action: "C'est envoyé",
    },
    deadline: {
      title: 'Échéances de procédure',
      text: 'Passé ce jour, un droit est perdu. Faites l’acte, puis notez-le dans la procédure.',
      action: 'Ouvrir la procédure',
    },
    limitation: {
      title: 'Prescriptions proches',
      text: 'Le délai pour agir se termine : une relance ou une mise en demeure ne l’interrompt pas.',
      action: 'Voir le radar',
    },
    notice: {
      title: 'Annonces légales sur vos clients',
      text: 'Une annonce publiée nomme un client : lisez ce qu’elle change, ou confirmez que c’est bien lui.',
      action: 'Lire l’annonce',
    },
    opening: {
      title: 'Voies qui s’ouvrent',
      text: 'Une attente imposée par la loi est terminée : l’étape suivante est possible.',
      action: 'Ouvrir la procédure',
    },
    procedure: {
      title: 'Procédures : choisir la suite',
      text: 'Ces procédures sont terminées, ou tout y est réglé : dites la suite, puis clôturez-les.',
      action: 'Ouvrir la procédure',
    },
    call: { title: 'À appeler', text: "Un appel trouve souvent la cause d'un retard.", action: "Consigner l'appel" },
    promise: {
      title: 'Promesses à vérifier',
      text: 'Le règlement était promis pour aujourd’hui ou avant. Sans nouvelle, la relance reprend seule après le délai de grâce.',
      action: 'Voir',
    },
    plan: {
      title: 'Échéances manquées',
      text: 'Une échéance d’un plan n’a pas été réglée à temps.',
      action: 'Voir',
    },
    dispute: {
      title: 'Litiges à traiter',
      text: 'La réponse était attendue pour aujourd’hui ou avant ; la part contestée n’est pas réclamée d’ici là.',
      action: 'Clore',
    },
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
    registered: {
      title: 'Recommandés à compléter',
      text: 'Saisissez le numéro, puis le jour de la première présentation : le délai de la mise en demeure court de ce jour.',
      action: 'Saisir',
    },
    coming: {
      title: 'À venir',
      text: 'Ce qui est attendu dans les sept jours.',
      action: 'Voir',
    },
    parked: {
      title: 'À examiner',
      text: "Acquit s'est arrêté sur ces dossiers plutôt que de deviner.",
      action: 'Examiner',
    },
  },
  counters: {
    label: 'Ce qui vous attend',
    late: 'En retard',
    today: "Pour aujourd'hui",
    coming: (days: number) => `Dans les ${days} jours`,
    nothing: 'rien',
  },
  lateBy: (days: number) => (days > 1 ? `attend depuis ${days} jours` : 'attend depuis hier'),
  owner: (name: string) => `Suivi par ${name}`,
  mine: 'À vous',
  toSort: {
    title: (count: number) =>
      count > 1 ? `${count} messages ne sont rattachés à aucun dossier.` : "Un message n'est rattaché à aucun dossier.",
    action: 'Les rattacher',
  },
  stop: {
    title: (day: string, count: number) =>
      count > 1 ? `Les ${count} messages du ${day} sont retenus` : `Le message du ${day} est retenu`,
    cap: (allowed: number) => `Vous avez fixé la limite à ${allowed} par jour.`,
    jump: (allowed: number) => `C'est beaucoup plus que d'habitude : jusqu'à ${allowed}, rien n'aurait été demandé.`,
    go: 'Les laisser partir',
    goTitle: 'Laisser partir ces messages ?',
    goText: (count: number) =>
      `${count > 1 ? `${count} messages partiront` : 'Un message partira'} au prochain envoi. Un message parti ne se rappelle pas.`,
    went: 'Les messages partiront au prochain envoi.',
    keep: 'Les retenir',
    kept: (count: number) =>
      count > 1
        ? `${count} messages retirés ; la prochaine passe décidera de nouveau.`
        : 'Message retiré ; la prochaine passe décidera de nouveau.',
  },
  answered: (name: string) => `Noté : vous avez répondu à ${name}.`,
  undone: (name: string) => `C'est annulé : ${name} attend de nouveau.`,
  groupOneByOne: 'À la suite',
  groupOneByOneOf: (title: string) => `Traiter un dossier à la fois : ${title}`,
  showAll: (count: number) => (count > 1 ? `Afficher les ${count} autres` : "Afficher l'autre"),
  beyond: (count: number) =>
    count > 1 ? `Les ${count} suivants paraîtront au fur et à mesure.` : 'Le suivant paraîtra ensuite.',
  since: 'Échéance la plus ancienne :',
  skip: 'Passer',
  sentByHand: (name: string) => `Envoi noté pour ${name}.`,
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
    examined: (cases: number) => `${common.cases(cases)} ${cases > 1 ? 'examinés' : 'examiné'}`,
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
    of: (title: string) => `Un dossier à la fois : ${title}`,
    position: (index: number, count: number) => `${index} sur ${count}`,
    previous: 'Précédent',
    following: 'Suivant',
    leave: "Revenir à Aujourd'hui",
    openCase: 'Ouvrir le dossier',
    promise: 'Noter une promesse',
    doneTitle: 'Tout est traité',
    doneText: "Il ne reste rien qui attende votre décision aujourd'hui.",
    leftTitle: (count: number) => (count > 1 ? `Il reste ${count} dossiers` : 'Il reste un dossier'),
    leftText: 'Vous les avez laissés de côté ; ils vous attendent dans « Aujourd’hui ».',
    handled: 'Traité',
    did: 'Ce que vous venez de faire',
    nothingDone: "Rien n'a été fait.",
    undo: 'Annuler',
    undoOf: (what: string) => `Annuler : ${what}`,
    undone: 'Annulé',
    nothingToUndo: 'Rien à annuler ici.',
    claims: 'Factures',
    claimLate: (days: string) => `en retard de ${days}`,
    moreClaims: (count: number) => (count > 1 ? `et ${count} autres` : 'et une autre'),
    last: 'Derniers échanges',
    noLast: 'Aucun échange encore.',
    agreed: 'En cours avec ce client',
    promised: (amount: string, on: string) => `${amount} promis pour le ${on}`,
    contested: (amount: string) => `${amount} contestés`,
    plan: (received: string, total: string) => `Échéancier : ${received} reçus sur ${total}`,
    message: 'Le message',
    subject: 'Objet :',
    acts: {
      confirm: 'Message accordé',
      skip: 'Étape passée',
      done: 'Envoi noté',
      call: 'Appel consigné',
      decide: 'Décision enregistrée',
      absent: 'Réponse donnée sur une facture absente',
      reply: 'Réponse lue',
      'portal-act': 'Réponse donnée au client',
      dispute: 'Litige clos',
      enter: 'Suivi du recommandé complété',
      promise: 'Promesse notée',
    },
    keys: 'Entrée : accorder ou ouvrir · s : passer · c : appel · p : promesse · n : suivant · u : annuler · ? : aide',
  },
};
