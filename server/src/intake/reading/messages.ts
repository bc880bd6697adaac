/**
 * Every sentence the readers say, once. A doubt says what was found and what to look at; a refusal says what to do. Both
 * are typed by code, so that a program reads the code and its facts, and a person the sentence.
 */

import { accountingDoubts, accountingRefusals } from './accounting/sentences.ts';
import { bankDoubtSentences, bankRefusalSentences } from './bank/messages.ts';
import { clip, count, day, list, money, typeset } from './french.ts';
import { limitSentences } from './limits.ts';
import type { Doubt, Facts, Refusal } from './result.ts';

/** What a field is called in a sentence. */
const fieldNames: Readonly<Record<string, string>> = {
  number: 'le numéro de facture',
  kind: 'le type de pièce',
  issuedOn: "la date d'émission",
  dueOn: "la date d'échéance",
  deliveredOn: 'la date de livraison',
  total: 'le montant total TTC',
  due: 'le montant restant dû',
  paid: 'le montant déjà réglé',
  prepaid: "l'acompte",
  partial: "le montant d'une échéance",
  rounding: "l'arrondi",
  net: 'le montant HT',
  tax: 'le montant de TVA',
  currency: 'la devise',
  customerName: 'le nom du client',
  customerAccount: 'le code client',
  legalId: 'le SIREN ou SIRET',
  vat: 'le numéro de TVA',
  email: "l'adresse e-mail",
  phone: 'le téléphone',
  street: "l'adresse",
  postcode: 'le code postal',
  city: 'la ville',
  country: 'le pays',
  orderReference: 'le numéro de commande',
  paymentId: 'le numéro de règlement',
  paidOn: 'la date de règlement',
  method: 'le mode de règlement',
  status: "l'état de la facture",
  debit: 'le débit',
  credit: 'le crédit',
  lettering: 'le lettrage',
};

/** What each sum of EN 16931 says, for the sentence of `TotalsDisagree`. */
const ruleNames: Readonly<Record<string, string>> = {
  'BR-CO-10': 'La somme des lignes',
  'BR-CO-13': 'Le total HT (lignes, moins remises, plus frais)',
  'BR-CO-14': 'La TVA (somme de ses lignes par taux)',
  'BR-CO-15': 'Le total TTC (HT plus TVA)',
  'BR-CO-16': 'Le montant dû (total TTC, moins acompte, plus arrondi)',
  ledger: 'Le reste dû (total moins règlements)',
  ageing: "Le solde (somme des tranches d'âge)",
};

const formatNames: Readonly<Record<string, string>> = {
  cdar: 'un message de cycle de vie de facture (CDAR)',
  fec: 'un fichier des écritures comptables (FEC)',
  camt: 'un relevé bancaire CAMT',
  cfonb120: 'un relevé bancaire CFONB 120',
  ofx: 'un relevé bancaire OFX',
  mt940: 'un relevé bancaire MT940',
  'bank-csv': 'un relevé bancaire en CSV',
};

const roles: Readonly<Record<string, string>> = { seller: 'du vendeur', buyer: "de l'acheteur" };

const text = (facts: Facts, name: string): string => clip(String(facts[name] ?? ''));
const field = (facts: Facts): string => fieldNames[String(facts.field)] ?? text(facts, 'field');
const texts = (facts: Facts, name: string): string => list((facts[name] as readonly string[] | undefined) ?? []);
const amount = (facts: Facts, name: string): string => money(Number(facts[name]), String(facts.currency ?? 'EUR'));
const date = (facts: Facts, name: string): string => day(String(facts[name]));
const has = (facts: Facts, name: string): boolean => facts[name] !== undefined && facts[name] !== '';
const line = (facts: Facts): string => (has(facts, 'line') ? ` (ligne ${count(Number(facts.line))})` : '');

const doubtSentences = {
  ...bankDoubtSentences,
  ...accountingDoubts,
  MissingNumber: () => 'Aucun numéro de facture.',
  MissingIssueDate: () => "Aucune date d'émission lisible.",
  MissingDueDate: (facts: Facts) =>
    has(facts, 'terms')
      ? `Aucune date d'échéance. Conditions de paiement écrites : « ${text(facts, 'terms')} ». Saisissez la date qui en résulte.`
      : "Aucune date d'échéance. Saisissez-la, ou appliquez vos conditions de paiement.",
  DueBeforeIssue: (facts: Facts) =>
    `L'échéance (${date(facts, 'dueOn')}) précède l'émission (${date(facts, 'issuedOn')}). Vérifiez les deux dates.`,
  SeveralDueDates: (facts: Facts) =>
    `Plusieurs échéances : ${list((facts.dates as readonly string[]).map(day))}. Indiquez le montant dû à chacune.`,
  NoIban: () => 'La facture ne porte aucun IBAN : les relances utiliseront celui de la société.',
  SeveralIbans: (facts: Facts) =>
    `La facture porte plusieurs IBAN : ${texts(facts, 'ibans')}. Choisissez celui des relances.`,
  InvalidIban: (facts: Facts) =>
    `« ${text(facts, 'iban')} » n'est pas un IBAN valide. Ne le donnez pas pour un paiement sans l'avoir corrigé.`,
  PayeeIsNotSeller: (facts: Facts) =>
    `Le bénéficiaire du paiement (${text(facts, 'payee')}) n'est pas le vendeur (${text(facts, 'seller')}). Vérifiez qui a le droit de réclamer cette somme.`,
  FactoredInvoice: (facts: Facts) =>
    `Facture cédée à un affactureur${has(facts, 'payee') ? ` (${text(facts, 'payee')})` : ''} : c'est en principe à lui d'être payé. Vérifiez avant toute relance.`,
  AlreadyPaid: () => 'Le montant restant dû est nul : la facture est déjà réglée.',
  PrepaidDeducted: (facts: Facts) =>
    `Un acompte de ${amount(facts, 'prepaidCents')} est déduit${has(facts, 'dueCents') ? ` : il reste ${amount(facts, 'dueCents')} à réclamer` : ''}.`,
  TotalsDisagree: (facts: Facts) =>
    `${ruleNames[String(facts.rule)] ?? 'Un total'} devrait être ${amount(facts, 'expectedCents')}, le fichier indique ${amount(facts, 'foundCents')}. Rien n'a été corrigé.`,
  NegativeAmountDue: (facts: Facts) =>
    `Le montant dû est négatif (${amount(facts, 'dueCents')}) : rien n'est à réclamer, c'est le client qui a un crédit.`,
  NegativeInvoice: (facts: Facts) =>
    `Le total est négatif (${amount(facts, 'totalCents')}) : cette pièce diminue la dette comme un avoir, elle n'est jamais relancée.`,
  MissingBuyer: () => "Aucun acheteur n'est nommé. Indiquez le client.",
  MissingSeller: () => "Aucun vendeur n'est nommé.",
  MissingTotal: () => 'Aucun montant total lisible.',
  MissingAmountDue: (facts: Facts) =>
    has(facts, 'computedCents')
      ? `Le montant dû n'est pas indiqué. D'après les autres montants, il serait de ${amount(facts, 'computedCents')} : confirmez-le.`
      : "Le montant dû n'est pas indiqué. Saisissez-le.",
  MissingCurrency: () => "La devise n'est pas indiquée.",
  UnknownCurrency: (facts: Facts) => `« ${text(facts, 'currency')} » n'est pas un code de devise connu.`,
  ForeignCurrency: (facts: Facts) => `Facture en ${text(facts, 'currency')}, et non en euros.`,
  CurrencyDisagrees: (facts: Facts) =>
    `Seul un montant en ${text(facts, 'found')} est donné pour ${field(facts)}, alors que la facture est en ${text(facts, 'currency')} : il n'est pas repris.`,
  InvalidLegalId: (facts: Facts) =>
    `L'identifiant ${roles[String(facts.role)] ?? ''} « ${text(facts, 'legalId')} » n'est ni un SIREN ni un SIRET valide.`,
  InvalidVat: (facts: Facts) =>
    `Le numéro de TVA ${roles[String(facts.role)] ?? ''} « ${text(facts, 'vat')} » n'est pas valide.`,
  UnknownProfile: (facts: Facts) =>
    `Profil de facture inconnu : « ${text(facts, 'profile')} ». Vérifiez les montants repris.`,
  PrecedingInvoice: (facts: Facts) =>
    `Renvoie à une facture antérieure : ${texts(facts, 'numbers')}. Vérifiez ce rapprochement, la référence peut être fausse.`,
  SeveralAttachments: (facts: Facts) =>
    `Plusieurs factures sont jointes à ce PDF (${texts(facts, 'names')}) : « ${text(facts, 'chosen')} » a été lue.`,
  InvalidAmount: (facts: Facts) => `Impossible de lire ${field(facts)} : « ${text(facts, 'text')} ».`,
  AmbiguousAmount: (facts: Facts) =>
    `« ${text(facts, 'text')} » (${field(facts)}) peut se lire de deux façons : indiquez si la virgule ou le point sépare les décimales.`,
  AmountTooPrecise: (facts: Facts) =>
    `« ${text(facts, 'text')} » (${field(facts)}) a plus de décimales que la devise : le montant n'est pas arrondi, saisissez-le.`,
  AmountOutOfRange: (facts: Facts) =>
    `« ${text(facts, 'text')} » (${field(facts)}) est hors de toute mesure : le montant n'est pas repris.`,
  InvalidDate: (facts: Facts) => `« ${text(facts, 'text')} » n'est pas un jour qui existe (${field(facts)}).`,
  MissingTypeCode: () => "Le type de pièce n'est pas indiqué : elle est lue comme une facture.",
  UnknownTypeCode: (facts: Facts) =>
    `Type de pièce inconnu (${text(facts, 'typeCode')}) : elle est lue comme une facture.`,
  ColumnGuessed: (facts: Facts) =>
    `La colonne ${count(Number(facts.column) + 1)} a été comprise comme ${field(facts)}, à vérifier.`,
  MissingColumn: (facts: Facts) => `Aucune colonne ne donne ${field(facts)}. Désignez-la si elle existe.`,
  DateOrderAssumed: () =>
    'Rien dans le tableau ne distingue le jour du mois : les dates sont lues à la française (jour, mois, année).',
  RepeatedNumber: (facts: Facts) => `Le numéro ${text(facts, 'number')} figure déjà${line(facts)} pour ce client.`,
  RowsSkipped: (facts: Facts) =>
    Number(facts.count) === 1
      ? `Une ligne n'est pas une facture (total, titre ou note) : elle n'est pas reprise${line(facts)}.`
      : `${count(Number(facts.count))} lignes ne sont pas des factures (totaux, titres ou notes) : elles ne sont pas reprises.`,
  MoreOfTheSame: (facts: Facts) => `La même remarque vaut ${count(Number(facts.count))} fois de plus dans ce fichier.`,
  BalanceByCustomer: () =>
    'Ce tableau donne le solde de chaque client, sans ses factures : chaque solde devient une seule créance, à détailler avant toute relance.',
  Ageing: (facts: Facts) =>
    `Le tableau ne donne pas d'échéance, mais une ancienneté : ${text(facts, 'ages')}. Vérifiez la date avant toute relance.`,
  CustomerFromAbove: (facts: Facts) =>
    `Le client n'est pas écrit sur cette ligne : « ${text(facts, 'name')} » est repris des lignes au-dessus.`,
  PaidOnTold: (facts: Facts) =>
    `Le tableau indique un règlement le ${date(facts, 'on')} : la facture est tenue pour réglée.`,
  StatusDisagrees: (facts: Facts) =>
    `L'état « ${text(facts, 'status')} » dit la facture réglée, mais il reste ${amount(facts, 'dueCents')}. Vérifiez-la avant toute relance.`,
  RowsCancelled: (facts: Facts) =>
    `${count(Number(facts.count))} ${Number(facts.count) === 1 ? 'brouillon ou pièce annulée n’est pas repris' : 'brouillons ou pièces annulées ne sont pas repris'}${line(facts)}.`,
  SerialDays: () =>
    'Des dates sont écrites comme des nombres de jours : elles sont lues comme celles d’un tableur. Vérifiez-en une.',
  PaymentWithoutInvoice: () => "Aucune facture n'est nommée : ce règlement sera rapproché par le client et le montant.",
  SeveralSheets: (facts: Facts) =>
    `Ce classeur a plusieurs feuilles (${texts(facts, 'names')}) : « ${text(facts, 'chosen')} » a été lue.`,
  MissingStatus: (facts: Facts) =>
    `Le message ne dit pas quel est le statut de la facture ${text(facts, 'number')}. Demandez-le à votre plateforme.`,
  MissingStatusTime: () => 'Le message ne dit pas de quand date le statut : sa propre date est reprise.',
  MissingMessageId: () => "Le message n'a pas d'identifiant.",
  StatusInForeignCurrency: (facts: Facts) =>
    `Des montants du message sont en ${text(facts, 'currency')}, et non en euros : ils ne sont pas repris.`,
};

const refusalSentences = {
  ...limitSentences,
  ...bankRefusalSentences,
  ...accountingRefusals,
  FileNotFound: () => "Ce fichier n'existe pas. Vérifiez son nom et son dossier.",
  NotAFile: () => 'Ce chemin ne désigne pas un fichier. Indiquez un fichier, non un dossier.',
  UnreadableFile: () => "Ce fichier ne peut pas être ouvert. Vérifiez ses droits d'accès.",
  EmptyFile: () => 'Ce fichier est vide. Exportez-le à nouveau.',
  FormatNotYetRead: (facts: Facts) =>
    `Ce fichier est ${formatNames[String(facts.format)] ?? 'un format reconnu'}, qui n'est pas encore lu ici. Déposez une facture électronique ou une liste de factures.`,
  UnknownFormat: (facts: Facts) =>
    `Ce fichier n'est ni une facture électronique (Factur-X, CII, UBL) ni une liste de factures (CSV, XLSX)${has(facts, 'start') ? ` ; il commence par « ${text(facts, 'start')} »` : ''}.`,
  UnknownXml: (facts: Facts) =>
    `Ce fichier XML n'est pas une facture : son élément principal est « ${text(facts, 'root')} ». Déposez une facture CII ou UBL.`,
  OldSpreadsheet: () =>
    'Ce classeur est dans un ancien format ou protégé par un mot de passe. Enregistrez-le sans mot de passe en .xlsx ou en .csv.',
  NotAWorkbook: () =>
    "Cette archive n'est pas un classeur Excel. Déposez les fichiers qu'elle contient, ou un classeur .xlsx.",
  DamagedWorkbook: () => 'Ce classeur est endommagé. Ouvrez-le dans votre tableur et enregistrez-le à nouveau.',
  PdfWithoutInvoice: (facts: Facts) =>
    `Ce PDF ne contient pas de facture électronique${facts.encrypted === true ? ' (il est chiffré, mais s’ouvre sans mot de passe)' : ''} : c'est sans doute une facture ordinaire. Déposez le fichier Factur-X ou le XML, ou saisissez la facture.`,
  PdfPasswordNeeded: () =>
    'Ce PDF est protégé par un mot de passe. Enregistrez-le sans protection, puis déposez-le à nouveau.',
  DamagedPdf: () => 'Ce PDF est endommagé ou incomplet. Demandez-le ou téléchargez-le à nouveau.',
  LifecycleWithoutInvoice: () =>
    "Ce message de cycle de vie ne nomme aucune facture : il n'y a rien à en faire. Demandez à votre plateforme de l'envoyer à nouveau.",
  LifecycleWithoutTime: () =>
    'Ce message de cycle de vie ne porte aucune date lisible : il ne peut pas prendre place dans la vie de la facture. Demandez à votre plateforme de l’envoyer à nouveau.',
  OrderNotInvoice: () => 'Ce fichier est une commande (Order-X), non une facture. Déposez la facture qui lui répond.',
  MalformedXml: (facts: Facts) =>
    `Le XML de ce fichier est mal formé${line(facts)}. Demandez un fichier valide à son émetteur.`,
  DoctypeForbidden: (facts: Facts) =>
    `Ce fichier XML contient une déclaration DOCTYPE${line(facts)}, qu'aucune facture n'utilise et qui peut être dangereuse. Demandez un fichier sans DOCTYPE à son émetteur.`,
  WrongEncoding: (facts: Facts) =>
    `Ce fichier s'annonce en ${text(facts, 'declared')}, mais ne suit pas cet encodage${line(facts)}. Enregistrez-le à nouveau en UTF-8.`,
  UnknownEncoding: (facts: Facts) =>
    `L'encodage « ${text(facts, 'declared')} » n'est pas accepté. Enregistrez le fichier en UTF-8.`,
  EncryptedFile: () => 'Ce fichier est chiffré. Enregistrez-le sans mot de passe, puis déposez-le à nouveau.',
  DamagedZip: () => 'Ce classeur est endommagé ou incomplet. Enregistrez-le à nouveau depuis votre tableur.',
  UnsafeZipName: (facts: Facts) =>
    `Ce classeur contient un élément au nom dangereux (« ${text(facts, 'name')} »). Enregistrez-le à nouveau depuis votre tableur.`,
  LyingZip: (facts: Facts) =>
    `Le contenu de ce classeur ne correspond pas à ce qu'il annonce (« ${text(facts, 'name')} »). Enregistrez-le à nouveau depuis votre tableur.`,
  NulByte: (facts: Facts) =>
    `Ce fichier contient un octet nul${line(facts)} : ce n'est pas un texte. Exportez-le à nouveau en CSV.`,
  UnclosedQuote: (facts: Facts) =>
    `Un guillemet ouvert n'est jamais refermé${line(facts)}. Corrigez cette ligne, puis déposez le fichier à nouveau.`,
  EmptyTable: () => 'Ce tableau ne contient aucune facture. Exportez-le avec ses lignes.',
  HeaderNotFound: (facts: Facts) =>
    `Les colonnes de ce tableau n'ont pas été reconnues (première ligne : ${texts(facts, 'columns')}). Désignez au moins le montant et le client ou le numéro de facture.`,
  InvalidMapping: (facts: Facts) =>
    `La correspondance des colonnes ne convient pas à ce tableau (${text(facts, 'detail')}). Désignez les colonnes à nouveau.`,
  ReaderCrashed: () =>
    "La lecture de ce fichier s'est arrêtée net. Il est sans doute endommagé : enregistrez-le à nouveau depuis le logiciel qui l'a produit.",
};

export type DoubtCode = keyof typeof doubtSentences;
export type RefusalCode = keyof typeof refusalSentences;

type Sentence = (facts: Facts) => string;

/** The French sentence of a doubt. */
export function describeDoubt(code: DoubtCode, facts: Facts = {}): string {
  return typeset((doubtSentences[code] as Sentence)(facts));
}

/** The French sentence of a refusal. */
export function describeRefusal(code: RefusalCode, facts: Facts = {}): string {
  return typeset((refusalSentences[code] as unknown as Sentence)(facts));
}

/** A doubt with its sentence; facts that are undefined are left out. */
export function doubt(code: DoubtCode, facts: Facts = {}): Doubt {
  const known = present(facts);
  const message = describeDoubt(code, known);
  return Object.keys(known).length === 0 ? { code, message } : { code, message, facts: known };
}

/** A refusal with its sentence. */
export function refusal(code: RefusalCode, facts: Facts = {}): Refusal {
  const known = present(facts);
  return { code, message: describeRefusal(code, known), facts: known };
}

function present(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      if (value === undefined) return [];
      // Foreign text is kept short in facts too: a doubt never becomes a way to store a book.
      return [[name, typeof value === 'string' ? value.slice(0, 1_000) : value]];
    }),
  );
}

/** Every code with its kind, for the list of refusals in the documentation. */
export const doubtCodes = Object.keys(doubtSentences) as DoubtCode[];
export const refusalCodes = Object.keys(refusalSentences) as RefusalCode[];
