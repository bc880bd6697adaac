import { typesetAll } from '../typeset.ts';

const s = (count: number) => (count > 1 ? 's' : '');

/** What the notices of the BODACC say on their screen; fetched with it. */
export const notices = typesetAll({
  lead: 'Les annonces légales qui nomment vos clients : procédures collectives, radiations, ventes de fonds. Un numéro SIREN identique agit seul ; un nom ne fait que proposer.',
  tools: 'Veille et import',
  watch: {
    title: 'Veille de chaque nuit',
    on: 'Mettre la veille en marche',
    off: 'Arrêter la veille',
    check: 'Interroger maintenant',
    states: {
      off: 'Arrêtée : Acquit n’interroge pas le BODACC.',
      waiting: 'En marche, premier passage cette nuit.',
      well: 'En ordre',
      late: 'En retard : le dernier passage complet date de plusieurs jours.',
      failing: 'En panne',
    },
    asked: (asked: number, watched: number) =>
      `${asked} numéro${s(asked)} SIREN interrogé${s(asked)} aujourd’hui sur ${watched} client${s(watched)} qui doivent`,
    last: (when: string) => `dernier passage : ${when}`,
    started: 'Veille en marche.',
    stopped: 'Veille arrêtée.',
    done: 'BODACC interrogé.',
    sends:
      'Seuls les numéros SIREN de vos clients débiteurs sont envoyés à bodacc-datadila.opendatasoft.com, site public de la DILA.',
  },
  file: {
    button: 'Importer un fichier',
    hint: 'Export du jeu « annonces-commerciales », JSON ou CSV.',
    done: (matched: number, proposed: number, opened: number) =>
      `${matched} annonce${s(matched)} rapprochée${s(matched)}, ${proposed} à confirmer, ${opened} déclaration${s(opened)} ouverte${s(opened)}.`,
    known: (count: number) => `Rien de nouveau : ${count} annonce${s(count)} déjà connue${s(count)}.`,
    nobody: 'Aucune annonce de ce fichier ne nomme un de vos clients.',
  },
  filter: 'Annonces affichées',
  waiting: (count: number) => `À voir (${count})`,
  all: 'Toutes',
  label: 'Annonces',
  states: { proposed: 'à confirmer', applied: 'prise en compte', refused: 'écartée', undone: 'défaite' },
  published: 'Publiée le',
  judged: 'Jugement du',
  court: 'Tribunal',
  siren: 'SIREN',
  named: 'Nom publié',
  representative: 'À qui déclarer',
  noAddress: 'adresse à compléter d’après l’annonce',
  number: 'Annonce',
  declare: (day: string) => `À déclarer au plus tard le ${day}`,
  left: (days: number) =>
    days > 1
      ? `${days} jours restants`
      : days === 1
        ? 'dernier jour demain'
        : days === 0
          ? 'dernier jour'
          : 'délai passé',
  details: 'Texte de l’annonce',
  openCase: 'Voir le dossier',
  openProcedure: 'Ouvrir la déclaration',
  confirm: 'C’est bien ce client',
  refuse: 'Ce n’est pas lui',
  undo: 'Défaire',
  undoText: 'Les relances reprendront et la déclaration ouverte sera close.',
  seen: 'Vu',
  answered: {
    confirm: 'Annonce prise en compte.',
    refuse: 'Annonce écartée.',
    undo: 'Annonce défaite.',
    seen: 'Annonce vue.',
  },
  allSeen: { title: 'Rien à voir', text: 'Aucune annonce ne demande votre avis.' },
  empty: {
    title: 'Aucune annonce pour l’instant',
    text: 'Mettez la veille en marche : chaque nuit, Acquit cherche vos clients débiteurs au BODACC. Ou importez un fichier téléchargé sur bodacc-datadila.opendatasoft.com.',
  },
});
