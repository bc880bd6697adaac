/** Invented people, firms and towns of the demo. Any likeness to a real firm is an accident; addresses use `.example`. */

export const demoCompany = {
  name: 'Atelier Vauban',
  legalForm: 'SARL au capital de 20 000 €',
  addressLines: ['18 rue de la Martinière'],
  postcode: '69001',
  city: 'Lyon',
  country: 'FR',
  email: 'facturation@atelier-vauban.example',
  phone: '04 72 00 18 18',
  // Published example account of the SEPA documentation, not anybody's.
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPLYO',
  signatory: 'Claire Vauban, gérante',
};

export const firms = [
  'Garage Lemoine', 'Boulangerie Aubert', 'Menuiserie du Val', 'Imprimerie Rousselot', 'Hôtel des Deux Rives', 'Pharmacie Delorme',
  'Transports Keller', 'Cabinet Bertin Conseil', 'Clinique vétérinaire des Acacias', 'Brasserie Le Grand Large', 'Études Marchetti',
  'Plomberie Rivoire', 'Librairie L’Encrier', 'Charpentes Mallet', 'Société nouvelle de distribution horticole du Haut-Beaujolais',
  'Optique Sabatier', 'Scierie Chambon', 'Auto-école Pilat', 'Fromagerie Perrachon', 'Agence Tournesol', 'Laverie Express Bellecour',
  'Domaine des Cèdres', 'Peinture Façade Ouest', 'Électricité Moreau', 'Cycles Vercors', 'Carrosserie Dumas', 'Traiteur Saint-Jean',
  'Informatique Lagrange', 'Carrelages Fontaine', 'Jardins de l’Ain', 'Sellerie Camille', 'Déménagements Raynaud', 'Confiserie Bouvier',
  'Architectes associés Vidal', 'Maçonnerie Teixeira', 'Cave Les Trois Coteaux', 'Salon Harmonie', 'Atelier Bois Brut', 'Studio Nord-Sud',
  'Roche & Fils', 'Serrurerie Monplaisir', 'Textiles Ardéchois',
] as const;

export const legalForms = ['SARL', 'SAS', 'SASU', 'EURL', 'SA'] as const;

export const people = [
  'Mme Hélène Garnier', 'M. Karim Benali', 'M. Julien Faure', 'Mme Sophie Lacombe', 'Mme Aïcha Diallo', 'M. Étienne Brossard',
  'M. et Mme Pellegrini', 'Mme Maryvonne Le Guellec', 'M. Thomas Nguyen', 'Mme Inès Carvalho', 'M. Gérard Pichon', 'Mme Zoé Ferrand',
] as const;

export const publicBodies = [
  'Commune de Saint-Aubin-des-Bois', 'Département de la Haute-Vallée', 'Lycée Joseph-Vernet', 'Centre hospitalier des Trois-Monts',
  'Syndicat des eaux de la Dheune', 'Office public de l’habitat du Bugey',
] as const;

export const towns = [
  ['69003', 'Lyon'], ['69100', 'Villeurbanne'], ['42000', 'Saint-Étienne'], ['38000', 'Grenoble'], ['01000', 'Bourg-en-Bresse'],
  ['71000', 'Mâcon'], ['26000', 'Valence'], ['73000', 'Chambéry'], ['74000', 'Annecy'], ['63000', 'Clermont-Ferrand'], ['21000', 'Dijon'],
  ['75011', 'Paris'], ['13001', 'Marseille'], ['44000', 'Nantes'], ['35000', 'Rennes'],
] as const;

export const streets = ['rue des Tanneurs', 'avenue de la République', 'rue Victor-Hugo', 'quai Perrache', 'chemin des Vignes', 'place du Marché', 'rue de l’Industrie', 'route de Genas', 'impasse des Lilas', 'boulevard Gambetta'] as const;
