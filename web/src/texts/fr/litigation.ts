import { typesetAll } from '../typeset.ts';

/**
 * What the place « Contentieux » says. Read by that place only, so it is fetched with it: the catalogue that opens the
 * app does not carry it.
 */
export const litigation = typesetAll({
  title: 'Contentieux',
  tabsLabel: 'Parties du contentieux',
  tabs: {
    radar: 'Prescription',
    procedures: 'Procédures',
    echeances: 'Échéances',
    annonces: 'Annonces',
    confies: 'Confiés',
  },
  none: {
    radar: {
      title: 'Aucune créance à surveiller',
      text: 'Chaque facture importée reçoit ici la date à laquelle elle ne pourra plus être portée en justice.',
    },
    procedures: {
      title: 'Aucune procédure ouverte',
      text: "Une procédure s'ouvre depuis un dossier : choisissez la voie, puis notez chaque acte à sa date.",
      action: 'Voir les dossiers',
    },
    deadlines: {
      title: 'Aucune échéance de procédure',
      text: 'Les dates à tenir, les dates attendues et celles avant lesquelles rien ne peut être fait se lisent ici dès la première procédure.',
    },
    notices: {
      title: 'Aucune annonce',
      text: 'Les annonces légales qui concernent vos clients (sauvegarde, redressement, liquidation) se lisent ici dès leur import.',
    },
    handedOver: {
      title: 'Aucun dossier confié',
      text: "Confiez un dossier à un avocat, un commissaire de justice ou une société de recouvrement depuis sa page : il y lira ce dossier seul, et ce qu'il y fait revient ici.",
      action: 'Voir les dossiers',
    },
  },
});
