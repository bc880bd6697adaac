import { F1, KNOWN, type Life, PAPERS } from './lives.ts';

const AMTSGERICHT = {
  courtName: 'Amtsgericht Wedding, Europäisches Mahngericht',
  courtAddress: '13343 Berlin, Allemagne',
  europeanCourtCountry: 'Allemagne (DE)',
};

const PERSON = { ...KNOWN, debtorFirstNames: 'Jeanne', claimBasis: 'Pose de fenêtres achevée le 5 février 2026' };

/** Lives that no French court opens: across a border, or before a conciliateur. */
export const LIVES_BEYOND: readonly Life[] = [
  {
    name: 'European order against a German company',
    procedure: 'european-payment-order',
    debtor: { postcode: '10115', city: 'Berlin', country: 'DE' },
    claims: [F1],
    answers: { ...KNOWN, ...AMTSGERICHT, europeanGround: 'domicile', europeanTransfer: 'ordinary' },
    exhibits: PAPERS,
    expected: {
      'Feuille de report du formulaire A': [
        'annexe I',
        'Amtsgericht Wedding',
        'Allemagne (DE)',
        'Domicile du défendeur',
        '10115 Berlin',
        '1 200,00 €',
        'Vente de bois livrée le 5 février 2026',
        'Indemnité forfaitaire pour frais de recouvrement (1 facture)',
        'Pièce notice-proof',
        'appendice 2',
      ],
    },
    ready: true,
  },
  {
    name: 'European order whose court and ground nobody named',
    procedure: 'european-payment-order',
    debtor: { postcode: '10115', city: 'Berlin', country: 'DE' },
    claims: [F1],
    answers: KNOWN,
    exhibits: PAPERS,
    expected: { 'Feuille de report du formulaire A': ['à compléter'] },
    ready: false,
    missing: ['court', 'field-Compétence de la juridiction-Critère', 'field-Juridiction-État membre'],
  },
  {
    name: 'small claim against a Belgian consumer, before the judges of his country',
    procedure: 'european-small-claims',
    debtor: { kind: 'consumer', postcode: '1000', city: 'Bruxelles', country: 'BE' },
    claimKind: 'works',
    claims: [F1],
    answers: {
      ...PERSON,
      courtName: 'Justice de paix de Bruxelles',
      courtAddress: 'Rue des Quatre Bras 13, 1000 Bruxelles',
      europeanCourtCountry: 'Belgique (BE)',
      europeanHearing: 'no',
    },
    exhibits: PAPERS,
    expected: {
      'Feuille de report du formulaire A': [
        'petits litiges',
        'Justice de paix de Bruxelles',
        'seuls les juges de l’État de son domicile sont compétents',
        'Jeanne',
        'formulaire D',
      ],
    },
    ready: true,
  },
  {
    name: 'consumer, a conciliateur is asked first',
    procedure: 'conciliation',
    debtor: { kind: 'consumer' },
    claimKind: 'works',
    claims: [F1],
    answers: {
      ...PERSON,
      conciliator: 'M. Aubert, conciliateur de justice\nMairie de Grenoble, 38000 Grenoble',
      conciliationOffer: 'Paiement en trois mois, sans les pénalités',
    },
    exhibits: ['invoice', 'formal-notice'],
    expected: {
      'Saisine du conciliateur de justice': [
        'M. Aubert, conciliateur de justice',
        'Paiement en trois mois, sans les pénalités',
        'art. 2238 C. civ.',
        'Pose de fenêtres achevée le 5 février 2026',
      ],
    },
    ready: true,
  },
];
