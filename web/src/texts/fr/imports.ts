const many = (count: number, one: string, several: string, none?: string) =>
  count === 0 && none !== undefined ? none : `${count.toLocaleString('fr-FR')} ${count > 1 ? several : one}`;

export const imports = {
  title: 'Importer',
  lead: 'Vous voyez tout avant que quoi que ce soit soit enregistré.',
  drop: {
    title: 'Déposez vos fichiers ici',
    or: 'ou',
    choose: 'Choisir des fichiers',
    formats:
      'Factures (Factur-X, UBL, CII), FEC, balances et exports comptables, tableaux Excel ou CSV, relevés de banque (CAMT, CFONB 120, OFX, MT940, CSV), statuts de factures électroniques.',
    over: 'Relâchez pour lire ces fichiers',
    reading: (count: number) => (count > 1 ? `Lecture de ${count} fichiers…` : 'Lecture du fichier…'),
    more: "Ajouter d'autres fichiers",
  },
  into: {
    legend: 'Importer dans',
    mine: 'Une nouvelle société, reconnue d’après le vendeur des factures',
    demoWarning:
      'Vous êtes dans la société de démonstration. Vos vraies factures ont leur place dans votre propre société.',
  },
  company: {
    title: (name: string) => `Nous créerons la société ${name}, en mode test.`,
    text: "C'est le vendeur de ces factures. En mode test, rien ne part.",
    several: 'Ces fichiers viennent de vendeurs différents. Lequel est votre société ?',
    severalText: 'Les factures des autres vendeurs seront mises de côté : elles ne vous sont pas dues.',
    legalId: (id: string) => `SIREN ${id}`,
  },
  preview: {
    title: 'Aperçu',
    doubts: (count: number) => (count > 1 ? `${count.toLocaleString('fr-FR')} doutes` : 'un doute'),
    nothingNew: 'Rien de nouveau : tout ce que dit ce fichier est déjà connu.',
    noNumber: 'sans numéro',
    remove: 'Retirer',
    removeName: (name: string) => `Retirer le fichier ${name}`,
    linesLabel: (name: string) => `Ce que changerait ${name}`,
    kinds: 'Ne montrer que',
    all: 'Tout',
    columns: {
      action: 'Changement',
      number: 'Pièce',
      debtor: 'Client',
      on: 'Date',
      due: 'Échéance',
      amount: 'Montant',
    },
    /** The columns of a statement, which holds neither documents nor customers. */
    bankColumns: { number: 'Libellé', debtor: 'Contrepartie' },
    actions: {
      add: 'Nouvelle',
      update: 'Modifiée',
      close: 'Soldée',
      receipt: 'Paiement',
      credit: 'Avoir',
      'bank-line': 'Ligne de banque',
      status: 'Statut',
      known: 'Sans changement',
      conflict: 'Conflit',
      absent: 'Absente',
    },
    conflicts: (count: number) =>
      count > 1
        ? `${count} lignes disent autre chose que ce que vous avez : elles sont laissées telles quelles.`
        : 'Une ligne dit autre chose que ce que vous avez : elle est laissée telle quelle.',
    absent: (count: number) =>
      count > 1
        ? `${count} factures ouvertes ne sont plus dans ce fichier : leurs relances s’arrêtent jusqu’à votre réponse.`
        : 'Une facture ouverte n’est plus dans ce fichier : ses relances s’arrêtent jusqu’à votre réponse.',
    truncated: (shown: string, all: string) =>
      `Les ${shown} premières lignes sur ${all}, les changements d’abord. Toutes seront importées.`,
    showMore: (count: number) => `Afficher ${count.toLocaleString('fr-FR')} lignes de plus`,
    showRows: 'Voir les lignes',
    hideRows: 'Masquer les lignes',
    what: {
      duplicate: 'Ce fichier a déjà été importé : rien ne changera.',
      refused: 'Ce fichier ne peut pas être lu.',
      'set-aside': 'Ce fichier sera mis de côté.',
    },
    todo: {
      duplicate: "Il n'y a rien à faire.",
      refused: 'Les autres fichiers ne sont pas touchés. Corrigez celui-ci puis déposez-le de nouveau.',
      'set-aside': "Il est gardé avec sa raison dans l'historique, et aucune relance n'en partira.",
    },
    apply: (files: number, changes: number, invoices: number, bankLines: number) => {
      if (changes === 0) return files > 1 ? `Enregistrer ${files} fichiers` : 'Enregistrer';
      if (changes === invoices) return `Importer ${many(changes, 'facture', 'factures')}`;
      if (changes === bankLines) return `Importer ${many(changes, 'ligne de banque', 'lignes de banque')}`;
      return `Importer ${many(changes, 'changement', 'changements')}`;
    },
    applying: (at: number, all: number) => (all > 1 ? `Import ${at} sur ${all} :` : 'Import :'),
    working: 'En cours',
    cut: "Acquit ne répond plus : l'import reprendra dès son retour, sans rien prendre deux fois.",
    nothing: 'Rien à importer dans ces fichiers.',
    clear: 'Tout retirer',
  },
  mapping: {
    title: 'Colonnes du tableau',
    text: 'Voici comment chaque colonne a été comprise. Corrigez au besoin ; ce choix sera retenu pour les prochains tableaux de même forme.',
    column: 'Colonne du fichier',
    sample: 'Exemple',
    meaning: 'Ce que c’est',
    ignored: 'Ne pas reprendre',
    refresh: 'Relire avec ces colonnes',
    open: 'Vérifier les colonnes',
    fields: {
      number: 'Numéro de facture',
      kind: 'Type de pièce',
      issuedOn: "Date d'émission",
      dueOn: 'Échéance',
      total: 'Montant TTC',
      due: 'Reste dû',
      paid: 'Déjà payé',
      net: 'Montant HT',
      tax: 'TVA',
      currency: 'Devise',
      customerName: 'Nom du client',
      customerAccount: 'Compte client',
      legalId: 'SIREN ou SIRET',
      vat: 'Numéro de TVA',
      email: 'E-mail',
      phone: 'Téléphone',
      street: 'Adresse',
      postcode: 'Code postal',
      city: 'Ville',
      country: 'Pays',
      orderReference: 'Numéro de commande',
    } as Record<string, string>,
    bankFields: {
      on: 'Date de comptabilisation',
      valueOn: 'Date de valeur',
      operationOn: 'Date de l’opération',
      label: 'Libellé',
      words: 'Motif ou référence',
      amount: 'Montant (signé)',
      debit: 'Débit',
      credit: 'Crédit',
      side: 'Sens (débit ou crédit)',
      counterparty: 'Donneur d’ordre',
      iban: 'IBAN du donneur d’ordre',
      endToEnd: 'Référence du virement',
      mandate: 'Mandat de prélèvement',
      id: 'Identifiant de l’opération',
      kind: 'Type d’opération',
      status: 'Statut',
      account: 'Numéro de compte',
      currency: 'Devise',
      balance: 'Solde',
    } as Record<string, string>,
  },
  result: {
    title: 'Import terminé',
    none: 'Rien de nouveau.',
    bank: (receipts: number, waiting: number) =>
      `${many(receipts, 'virement rapproché', 'virements rapprochés', 'Aucun virement rapproché')}, ${many(waiting, 'à vérifier', 'à vérifier', 'aucun à vérifier')}.`,
    toMatching: 'Voir le rapprochement',
    toCases: 'Voir les dossiers',
    toToday: "Voir ce qu'il y a à faire",
    again: "Importer d'autres fichiers",
    failed: 'Ce fichier n’a pas été enregistré.',
  },
  counts: {
    companies: (count: number) => many(count, 'société', 'sociétés'),
    debtors: (count: number) => many(count, 'nouveau client', 'nouveaux clients'),
    newClaims: (count: number) => many(count, 'nouvelle facture', 'nouvelles factures'),
    newCreditNotes: (count: number) => many(count, 'nouvel avoir', 'nouveaux avoirs'),
    updatedClaims: (count: number) => many(count, 'facture modifiée', 'factures modifiées'),
    closedClaims: (count: number) => many(count, 'facture soldée', 'factures soldées'),
    receipts: (count: number) => many(count, 'encaissement', 'encaissements'),
    bankLines: (count: number) => many(count, 'ligne de banque', 'lignes de banque'),
    known: (count: number) => many(count, 'sans changement', 'sans changement'),
    conflicts: (count: number) => many(count, 'conflit', 'conflits'),
    absent: (count: number) => many(count, 'facture absente', 'factures absentes'),
    statuses: (count: number) => many(count, 'statut de facture électronique', 'statuts de factures électroniques'),
  },
  undo: {
    action: 'Annuler cet import',
    name: (file: string) => `Annuler l’import de ${file}`,
    title: 'Annuler cet import',
    what: (file: string, changes: string) =>
      changes
        ? `Tout ce que ${file} a apporté sera repris : ${changes}.`
        : `Tout ce que ${file} a apporté sera repris.`,
    text: 'Les rapprochements qui en venaient sont défaits, les messages préparés et pas encore partis sont retirés. Ce qui est déjà parti ne se rappelle pas. Vous pourrez importer le fichier de nouveau.',
    keep: 'Garder l’import',
    submit: 'Annuler l’import',
    done: (file: string) => `L’import de ${file} est annulé.`,
  },
  history: {
    title: 'Imports précédents',
    empty: 'Aucun import pour le moment.',
    columns: { file: 'Fichier', status: 'Issue', changes: 'Ce qu’il a changé', on: 'Le', actions: 'Actions' },
    nothing: 'rien',
    from: (name: string) => `par la source « ${name} »`,
    undone: (at: string) => `annulé le ${at}`,
    moreReasons: (count: number) => `${count.toLocaleString('fr-FR')} autres remarques`,
    by: (name: string) => `par ${name}`,
  },
};
