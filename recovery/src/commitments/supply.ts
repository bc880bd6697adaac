import type { Supply } from '@acquit/law';

const NAMES: Readonly<Record<Supply, string>> = {
  goods: 'les livraisons',
  services: 'les prestations',
  water: 'la fourniture d’eau',
  electricity: 'la fourniture d’électricité',
  gas: 'la fourniture de gaz',
  heat: 'la fourniture de chaleur',
  telecom: 'le service de communications',
};

/** « les livraisons » */
export function supplyName(supply: Supply): string {
  return NAMES[supply];
}
