export const bank = {
  title: 'Banque',
  none: 'Aucun relevé importé.',
  noneText: 'Avec vos relevés, Acquit reconnaît ce qui est payé et ne relance personne à tort.',
  importOne: 'Importer un relevé',
  until: 'Relevé jusqu’au',
  silent: 'aucune date connue',
  toCheck: (count: number) =>
    count > 1 ? `${count.toLocaleString('fr-FR')} virements à vérifier` : 'Un virement à vérifier',
  toCheckText: 'Acquit ne les a pas comptés comme payés de lui-même : il attend votre accord.',
  toCheckAction: 'Vérifier',
  retired: 'compte fermé',
  retire: 'Ce compte est fermé',
  retiredSay: (label: string) => `${label} ne retient plus rien.`,
  use: 'Le suivre de nouveau',
  held: {
    title: (day: string) => `Relevé du ${day} : rien ne part tant qu’un relevé plus récent n’est pas importé.`,
    titleUnknown: 'Rien ne part tant que la banque n’a rien dit.',
    import: 'Importer un relevé',
    anyway: 'Envoyer quand même aujourd’hui',
    sources: 'Voir les sources',
  },
  released: 'Vous avez choisi d’envoyer quand même aujourd’hui, avec un relevé ancien.',
  anyway: {
    title: 'Envoyer quand même aujourd’hui',
    text: (day: string) =>
      `Acquit ne sait rien de ce qui a été payé depuis le ${day}. Un client qui a payé depuis peut recevoir une relance.`,
    textUnknown: 'Acquit ne sait rien de ce qui a été payé. Un client qui a payé peut recevoir une relance.',
    scope:
      'Ce choix vaut pour aujourd’hui seulement ; il est écrit au journal avec votre nom. Un e-mail parti ne se rappelle pas.',
    submit: 'Envoyer quand même aujourd’hui',
    done: 'Les messages d’aujourd’hui partiront. Demain, la retenue revient d’elle-même.',
  },
};
