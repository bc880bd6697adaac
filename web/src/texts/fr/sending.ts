import { common } from './common.ts';

export const sending = {
  title: 'Envois',
  tabs: {
    'a-venir': 'À venir',
    captures: 'Auraient été envoyés',
    'en-doute': 'En doute',
    'a-imprimer': "File d'impression",
    envoyes: 'Envoyés',
    refuses: 'Refusés',
  },
  tabsLabel: "Étapes de l'envoi",
  plan: {
    lead: "Ce qui partira dans les quatorze jours si rien ne change, et pourquoi. Un paiement, une pause ou un litige le retire d'ici.",
    leadTest: 'Ce qui partirait dans les quatorze jours si la société était en réel, et pourquoi.',
    empty: {
      title: 'Rien de prévu dans les quatorze jours',
      text: "Aucune facture n'atteint d'étape d'ici là.",
    },
    truncated: "La liste s'arrête ici : il y a davantage à venir que ce qui peut être montré.",
    columns: { debtor: 'Client', step: 'Étape', to: 'Destinataire', release: 'Départ', amount: 'Somme réclamée' },
    day: (messages: number) => (messages > 1 ? `${messages} actes` : 'un acte'),
    noRecipient: 'aucune adresse connue',
    toPost: 'À imprimer et poster',
    stop: 'Pour en retenir un, ouvrez son dossier et mettez-le en pause.',
    andMore: (listed: string, more: number) => `${listed} et ${more} autres`,
  },
  list: {
    columns: { debtor: 'Client', step: 'Étape', to: 'Destinataire', on: 'Décidé le', amount: 'Somme réclamée' },
    read: 'Lire',
    sentAt: (at: string) => `Parti le ${at}`,
    answer: 'Réponse du serveur :',
    attempts: (count: number) => (count > 1 ? `${count} essais` : 'un essai'),
  },
  captures: {
    lead: 'Mode test : ces messages ont été préparés en entier, puis gardés ici au lieu de partir.',
    empty: {
      title: 'Rien n’aurait encore été envoyé',
      text: 'Après la prochaine passe, les messages préparés paraîtront ici, mot pour mot.',
    },
  },
  doubt: {
    lead: "L'échange avec le serveur de messagerie s'est coupé au dernier moment : le message est peut-être arrivé. Acquit ne renvoie jamais de lui-même dans ce cas ; vous seul pouvez trancher.",
    attempts: 'Essais',
    lastAnswer: 'Dernière réponse',
    noAnswer: 'aucune',
    advice:
      'Cherchez ce message dans vos « envoyés » ou demandez au client s’il l’a reçu. L’identifiant permet de le retrouver dans les journaux du serveur.',
    arrived: 'Il est arrivé',
    again: 'Renvoyer',
    arrivedTitle: 'Le message est bien arrivé ?',
    arrivedText: (name: string) =>
      `Il sera noté comme envoyé à ${name}, et le scénario continue. Acquit ne le renverra pas.`,
    againTitle: 'Renvoyer ce message ?',
    againText: (name: string) =>
      `Si le premier est arrivé, ${name} le recevra deux fois, avec le même identifiant : la plupart des messageries n'en montrent alors qu'un.`,
    arrivedDone: (name: string) => `Noté : le message à ${name} est arrivé.`,
    againDone: (name: string) => `Le message à ${name} repart.`,
    empty: { title: 'Aucun envoi en doute', text: 'Chaque message parti a reçu la réponse du serveur.' },
  },
  print: {
    lead: 'Les courriers prêts à partir par la poste. Imprimez la file, postez, puis dites-le ici : le journal garde la date.',
    pdf: 'Ouvrir la file en PDF',
    pdfHint: (count: number) => `${common.letters(count)}, avec une page de garde qui les liste.`,
    all: 'Tous les courriers',
    choose: (name: string) => `Choisir le courrier à ${name}`,
    mark: (count: number) =>
      count > 1 ? `Marquer ces ${count} courriers comme postés` : 'Marquer ce courrier comme posté',
    confirmTitle: 'Ces courriers sont postés ?',
    confirmText: (count: number) =>
      `${common.letters(count)} seront notés comme postés aujourd'hui, et les délais courent à partir de là. Cela ne s'annule pas.`,
    confirm: 'Oui, ils sont postés',
    done: (count: number) => (count > 1 ? `${count} courriers notés comme postés.` : 'Courrier noté comme posté.'),
    empty: { title: 'Aucun courrier à imprimer', text: 'Les mises en demeure et les courriers prévus paraîtront ici.' },
  },
  sent: {
    lead: 'Ce qui est parti, avec la réponse du serveur qui l’atteste.',
    empty: { title: 'Aucun message envoyé', text: 'Les messages partis paraîtront ici avec la preuve de leur envoi.' },
  },
  refused: {
    lead: 'Ces messages ont été refusés par le serveur du destinataire. Corrigez l’adresse dans le dossier, puis renvoyez.',
    empty: { title: 'Aucun refus', text: 'Les messages refusés paraîtront ici avec la raison donnée par le serveur.' },
  },
  message: {
    title: 'Message',
    letter: 'Courrier',
    to: 'À',
    subject: 'Objet',
    state: 'État',
    on: 'Décidé le',
    messageId: 'Identifiant',
    answer: 'Réponse du serveur',
    preview: 'Contenu du message',
    previewLetter: 'Aperçu du courrier',
    letterPdf: 'Ouvrir le courrier en PDF',
    asText: 'Voir en texte seul',
    asHtml: 'Voir la mise en forme',
    attachments: 'Pièces jointes',
    why: 'Pourquoi ce message',
    openCase: 'Ouvrir le dossier',
    bytes: (kilobytes: number) => `${kilobytes.toLocaleString('fr-FR')} Ko`,
  },
};
