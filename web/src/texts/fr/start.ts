export const start = {
  brandLine: 'Vos factures impayées, suivies jour après jour, chaque euro expliqué.',
  firstUser: {
    title: 'Bienvenue',
    lead: 'Créez votre accès. Tout reste sur cette machine : ni compte en ligne, ni envoi de données.',
    name: 'Votre nom',
    email: 'Votre adresse e-mail',
    password: 'Mot de passe',
    passwordHint: 'Douze caractères au moins. Une phrase de quelques mots est plus sûre et se retient mieux.',
    show: 'Afficher le mot de passe',
    submit: 'Créer mon accès',
    submitting: 'Création…',
    nameMissing: 'Indiquez votre nom : il figure au journal de vos actes.',
    emailWrong: 'Indiquez une adresse e-mail complète, par exemple claire@exemple.fr.',
    passwordShort: (missing: number) => `Il manque ${missing} caractère${missing > 1 ? 's' : ''}.`,
  },
  strength: [
    'Mot de passe vide.',
    'Faible : il serait trouvé en quelques minutes. Ajoutez des mots.',
    'Moyen : encore un ou deux mots et il sera solide.',
    'Solide.',
    'Très solide.',
  ],
  login: {
    title: 'Connexion',
    ended: 'Votre session a pris fin. Identifiez-vous : vous reviendrez à la page où vous étiez.',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    submit: 'Me connecter',
    submitting: 'Connexion…',
    wait: (seconds: number) =>
      seconds > 90
        ? `Trop d'essais. Vous pourrez réessayer dans ${Math.ceil(seconds / 60)} minutes.`
        : `Trop d'essais. Vous pourrez réessayer dans ${seconds} seconde${seconds > 1 ? 's' : ''}.`,
    forgotten: 'Mot de passe oublié ? Sur la machine où Acquit est installé, depuis son dossier, tapez :',
    forgottenCommand: 'npx acquit password votre@adresse.fr',
    waitWhy: "Cette attente protège votre accès contre quelqu'un qui essaierait tous les mots de passe.",
  },
  ways: {
    title: (name: string) => `Par où commencer, ${name} ?`,
    lead: "Dans les deux cas, rien ne part : Acquit démarre en mode test et montre ce qu'il aurait envoyé.",
    importTitle: 'Importer mes factures',
    importText:
      "Déposez vos factures (Factur-X, CII, UBL) ou un tableau Excel ou CSV. Votre société est reconnue d'après le vendeur, et vous voyez tout avant que quoi que ce soit soit enregistré.",
    importAction: 'Importer mes factures',
    demoTitle: 'Découvrir avec une société de démonstration',
    demoText:
      "Une soixantaine de clients et trois cents factures inventées, avec dix-huit mois d'histoire : relances, appels, paiements, mises en demeure.",
    demoAction: 'Charger la démonstration',
    demoBusy: 'Préparation de la démonstration…',
    demoBusyHint: "Dix-huit mois d'histoire sont rejoués ; cela prend quelques secondes.",
  },
};
