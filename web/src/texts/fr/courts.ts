import { typesetAll } from '../typeset.ts';

const s = (count: number) => (count > 1 ? 's' : '');

/** What the files of courts and the choice of a court say; fetched with the places that show them. */
export const courts = typesetAll({
  title: 'Fichiers des tribunaux',
  lead: 'Trois fichiers publics disent quel tribunal connaît d’un débiteur. Téléchargez-les, déposez-les ici : Acquit reconnaît chacun à son contenu et remplace l’édition précédente en entier.',
  notOwner:
    'Ces fichiers servent à toutes les organisations de cette installation : seule celle qui l’a ouverte peut les charger.',
  drop: 'Déposez un fichier ici',
  over: 'Lâchez le fichier',
  choose: 'Choisir un fichier',
  reading: 'Lecture du fichier…',
  imported: (name: string, entries: string) => `${name} : ${entries} lignes chargées.`,
  unchanged: (name: string) => `${name} : ce fichier est déjà en place.`,
  shorter: 'Prendre cette édition malgré tout',
  loaded: 'Ce qui est chargé',
  missing: 'À importer',
  none: 'Aucun fichier n’est chargé : les tribunaux se choisissent à la main, avec justice.fr.',
  entries: (count: string) => `${count} lignes`,
  edition: (edition: string) => `édition ${edition}`,
  age: (days: number) => (days === 0 ? "importé aujourd'hui" : `importé il y a ${days} jour${s(days)}`),
  old: 'plus d’un an : cherchez une édition récente',
  trial: {
    title: 'Essayer',
    lead: 'Quel tribunal pour un débiteur établi ici ?',
    court: 'Nature du tribunal',
    postcode: 'Code postal',
    city: 'Commune',
    submit: 'Chercher le tribunal',
  },
  answer: {
    found: 'Tribunal compétent',
    choose: 'À choisir',
    unknown: 'Tribunal à saisir',
    list: 'Tribunal',
    listHint: 'Le tribunal du lieu du débiteur est seul compétent : vérifiez avant de déposer.',
    pick: 'Choisissez…',
    other: 'Un autre tribunal…',
    name: 'Nom du tribunal',
    noAddress: 'Adresse inconnue des fichiers chargés',
    notFound: (name: string) => `Les fichiers désignent ${name}. Le juge peut refuser la demande d’un autre lieu.`,
    byHand: 'Saisi par vous, sans fichier pour le confirmer : à vérifier.',
    fromList: 'Choisi par vous parmi les tribunaux du département : à vérifier avec la commune.',
    change: 'Choisir un autre tribunal',
    source: (name: string, age: string) => `Source : ${name}, ${age}`,
    directory: 'Chercher sur justice.fr',
    import: 'Importer les fichiers des tribunaux',
    kinds: {
      commercial: 'Tribunal de commerce ou des activités économiques',
      'judicial-or-local': 'Tribunal judiciaire ou de proximité',
      judicial: 'Tribunal judiciaire',
      protection: 'Juge des contentieux de la protection',
      enforcement: 'Juge de l’exécution',
    },
  },
});
