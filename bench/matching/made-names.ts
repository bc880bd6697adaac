import type { Random } from '../../server/src/jobs/demo/random.ts';

/** Invented firms and people, many of them with the same words, as a real book of customers has. */

const TRADES = [
  'Garage', 'Boulangerie', 'Menuiserie', 'Imprimerie', 'Hôtel', 'Pharmacie', 'Transports', 'Cabinet', 'Clinique', 'Brasserie',
  'Plomberie', 'Librairie', 'Charpentes', 'Optique', 'Scierie', 'Auto-école', 'Fromagerie', 'Agence', 'Laverie', 'Domaine',
  'Peinture', 'Électricité', 'Cycles', 'Carrosserie', 'Traiteur', 'Informatique', 'Carrelages', 'Jardins', 'Déménagements',
  'Confiserie', 'Maçonnerie', 'Cave', 'Serrurerie', 'Textiles', 'Ambulances', 'Pépinières', 'Couverture', 'Isolation', 'Nettoyage', 'Sécurité',
]; // biome-ignore format: a list is read by rows

const SURNAMES = [
  'Martin', 'Bernard', 'Dubois', 'Thomas', 'Robert', 'Richard', 'Petit', 'Durand', 'Leroy', 'Moreau', 'Simon', 'Laurent', 'Lefèbvre', 'Michel',
  'Garcia', 'David', 'Bertrand', 'Roux', 'Vincent', 'Fournier', 'Morel', 'Girard', 'André', 'Mercier', 'Dupont', 'Lambert', 'Bonnet', 'François',
  'Martinez', 'Legrand', 'Garnier', 'Faure', 'Rousseau', 'Blanc', 'Guérin', 'Müller', 'Henry', 'Roussel', 'Nicolas', 'Perrin', 'Morin', 'Mathieu',
  'Clément', 'Gauthier', 'Dumont', 'Lopez', 'Fontaine', 'Chevalier', 'Robin', 'Masson', 'Sanchez', 'Gérard', 'Nguyen', 'Boyer', 'Denis', 'Lemaire',
  'Duval', 'Joly', 'Gautier', 'Roger', 'Roche', 'Roy', 'Noël', 'Meyer', 'Lucas', 'Meunier', 'Jean', 'Perez', 'Marchand', 'Dufour', 'Blanchard',
  'Barbier', 'Brun', 'Dumas', 'Brunet', 'Schmitt', 'Leroux', 'Colin', 'Fernandez', 'Pierre', 'Renard', 'Arnaud', 'Rolland', 'Caron', 'Aubert',
  'Giraud', 'Leclerc', 'Vidal', 'Bourgeois', 'Renaud', 'Lemoine', 'Picard', 'Gaillard', 'Philippe', 'Le Goff', 'Le Gall', 'Da Silva', 'De Oliveira',
]; // biome-ignore format: a list is read by rows

/** The hundred commonest surnames are borne by one French person in twelve; most people bear a rarer one. */
const COMMON_SURNAME = 0.25;
const BEGINNINGS =
  'Bou Char Del Fau Gar Hau Jol Lam Mal Nav Or Pel Quer Rav Sau Tal Val Ber Cam Dur Es Ger Mon Pou Rib Ser Ver Bas Cor Lav'.split(
    ' ',
  );
const MIDDLES = 'de di ge la lo ma na ne re ri ro ta te ti va ve za che gue lle'.split(' ');
const ENDINGS = 'rd in et eau ot on ier aud ac as ert oux'.split(' ');

function surname(random: Random): string {
  if (random.chance(COMMON_SURNAME)) return random.pick(SURNAMES);
  return `${random.pick(BEGINNINGS)}${random.pick(MIDDLES)}${random.pick(ENDINGS)}`;
}

const FIRST_NAMES = [
  'Marie', 'Jean', 'Pierre', 'Michel', 'Nathalie', 'Isabelle', 'Philippe', 'Catherine', 'Sylvie', 'Laurent', 'Christophe', 'Sandrine', 'Nicolas',
  'Julien', 'Céline', 'Sébastien', 'Stéphanie', 'Émilie', 'Thomas', 'Camille', 'Léa', 'Hugo', 'Chloé', 'Lucas', 'Manon', 'Anaïs', 'Kévin', 'Mehdi',
]; // biome-ignore format: a list is read by rows

const PLACES = [
  'du Val', 'des Deux Rives', 'du Vercors', 'de l’Ouest', 'du Midi', 'Saint-Jean', 'Bellecour', 'des Acacias', 'de la Gare', 'du Port', 'Atlantique',
  'des Alpes', 'du Centre', 'Île-de-France', 'Rhône-Alpes', 'de Provence', 'du Nord', 'Grand Est', 'Occitanie', 'de Bretagne', 'des Cèdres', 'du Lac',
]; // biome-ignore format: a list is read by rows

const COINED = [
  'Tek',
  'Nov',
  'Sol',
  'Lum',
  'Ver',
  'Dal',
  'Kor',
  'Axi',
  'Pro',
  'Syn',
  'Alt',
  'Geo',
  'Bat',
  'Med',
  'Eco',
  'Ino',
  'Sen',
  'Tra',
  'Uni',
  'Zen',
];
const ENDS = [
  'via',
  'tis',
  'lia',
  'nor',
  'med',
  'pac',
  'tech',
  'gest',
  'sud',
  'plus',
  'dis',
  'nova',
  'tec',
  'lys',
  'mat',
  'bio',
  'net',
  'log',
  'ris',
  'con',
];

const FORMS = ['SARL', 'SAS', 'EURL', 'SA', 'SASU', 'SCI', 'SNC', 'ETS', ''] as const;
const TOWNS = [
  'Lyon',
  'Nantes',
  'Lille',
  'Dijon',
  'Tours',
  'Pau',
  'Brest',
  'Nîmes',
  'Metz',
  'Caen',
  'Annecy',
  'Orléans',
  'Vannes',
  'Troyes',
  'Auch',
];

export type DebtorSort = 'firm' | 'person' | 'town' | 'foreign';

export interface MadeName {
  sort: DebtorSort;
  /** As our ledger writes it. */
  ledger: string;
  /** As the holder of the bank account is called. */
  bank: string;
}

const FOREIGN_ENDS: Record<string, string> = { DE: 'GmbH', BE: 'BV', GB: 'Ltd', US: 'Inc', CH: 'AG', MA: 'SARL' };

/** A debtor's two names: the ledger's, and the one the bank knows, which seldom agree letter for letter. */
export function madeName(random: Random, country: string): MadeName {
  if (country !== 'FR') {
    const core = `${random.pick(COINED)}${random.pick(ENDS)} ${random.pick(['Trading', 'Systems', 'Partners', 'Industries', 'Services'])}`;
    return { sort: 'foreign', ledger: core, bank: `${core} ${FOREIGN_ENDS[country] ?? 'Ltd'}` };
  }
  const dice = random.next();
  if (dice < 0.15) return person(random);
  if (dice < 0.19) {
    const town = `${surname(random)}${random.pick(['ville', 'court', 'bourg', ' les Bains', ' sur Loire', ' le Haut'])}`;
    // A town's bills are paid by the public treasury, under its own name.
    return {
      sort: 'town',
      ledger: `Commune de ${town}`,
      bank: random.chance(0.3) ? `COMMUNE DE ${town}` : `SGC ${random.pick(TOWNS)}`,
    };
  }
  return firm(random);
}

function person(random: Random): MadeName {
  const [first, last] = [random.pick(FIRST_NAMES), surname(random)];
  const ledger = random.chance(0.6) ? `${first} ${last}` : `${last} ${first}`;
  const bank = random.pick([
    `${random.pick(['M', 'MME', 'MR', 'MLLE'])} ${last} ${first}`,
    `${last} ${first}`,
    `${first} ${last}`,
    `M OU MME ${last} ${first}`,
    `M ${last} ${first} ET MME ${random.pick(FIRST_NAMES)}`,
  ]);
  return { sort: 'person', ledger, bank };
}

function firm(random: Random): MadeName {
  const dice = random.next();
  const trade = random.pick(TRADES);
  const core =
    dice < 0.4
      ? `${trade} ${surname(random)}`
      : dice < 0.6
        ? `${trade} ${random.pick(PLACES)}`
        : dice < 0.75
          ? `${surname(random)} ${random.pick(['et Fils', 'Frères', '& Associés', 'Distribution', 'Conseil'])}`
          : dice < 0.9
            ? `${random.pick(COINED)}${random.pick(ENDS)}${random.chance(0.5) ? ` ${random.pick(PLACES)}` : ''}`
            : `${trade} ${random.pick(COINED)}${random.pick(ENDS)}`;
  const form = random.pick(FORMS);
  const ledger = form === '' || random.chance(0.3) ? core : random.chance(0.5) ? `${form} ${core}` : `${core} ${form}`;
  const other = random.next();
  // Most accounts are in the firm's name; some in a trading name, an owner's or one that only the bank uses.
  const bank =
    other < 0.62
      ? `${random.chance(0.5) ? `${form} ` : ''}${core}${random.chance(0.25) && form !== '' ? ` ${form}` : ''}`
      : other < 0.76
        ? `${core} ${random.pick(TOWNS)}`
        : other < 0.86
          ? abbreviated(core)
          : other < 0.93
            ? `${form || 'SARL'} ${random.pick(COINED)}${random.pick(ENDS)}`
            : `M ${surname(random)} ${random.pick(FIRST_NAMES)}`;
  return { sort: 'firm', ledger, bank: bank.trim() };
}

/** « Boulangerie Martin » as a clerk at the bank once typed it: « BOUL MARTIN », « TRANSP. DU VAL ». */
function abbreviated(core: string): string {
  const [first = '', ...rest] = core.split(' ');
  return `${first.slice(0, 5)} ${rest.join(' ')}`;
}

/** A holding that pays for several firms. */
export function groupName(random: Random): string {
  return `${random.pick(['HOLDING', 'GROUPE', 'FINANCIERE', 'CENTRALE'])} ${random.pick(COINED)}${random.pick(ENDS)}`.toUpperCase();
}

/** Somebody we have never invoiced. */
export function strangerName(random: Random): string {
  return random.chance(0.5)
    ? `${random.pick(FORMS)} ${random.pick(TRADES)} ${surname(random)}`.trim()
    : `M ${surname(random)} ${random.pick(FIRST_NAMES)}`;
}
