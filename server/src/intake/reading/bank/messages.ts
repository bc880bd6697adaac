/** The sentences about bank statements; `messages.ts` of the readers joins them to the others. */

import { clip, count, day, list, money } from '../french.ts';
import type { Facts } from '../result.ts';

const text = (facts: Facts, name: string): string => clip(String(facts[name] ?? ''));
const amount = (facts: Facts, name: string): string => money(Number(facts[name]), String(facts.currency ?? 'EUR'));
const line = (facts: Facts): string => (facts.line === undefined ? '' : ` (ligne ${count(Number(facts.line))})`);
const account = (facts: Facts): string =>
  facts.account === undefined ? 'Le relevé' : `Le relevé du compte ${text(facts, 'account')}`;

/** Why an entry could not be taken, in words. */
const problems: Readonly<Record<string, string>> = {
  InvalidAmount: 'son montant est illisible',
  AmbiguousAmount: 'son montant peut se lire de deux façons',
  AmountTooPrecise: 'son montant a plus de décimales que la devise',
  AmountOutOfRange: 'son montant est hors de toute mesure',
  MissingAmount: "elle n'a pas de montant",
  MissingSign: 'elle ne dit pas si la somme est reçue ou versée',
  MissingDate: "elle n'a pas de date",
};

export const bankDoubtSentences = {
  BankEntryLeftOut: (facts: Facts) =>
    `Une ligne du relevé n'est pas reprise${line(facts)} : ${problems[String(facts.problem)] ?? 'elle est illisible'} (« ${text(facts, 'text')} »). Vérifiez-la sur votre relevé.`,
  BankDateInvalid: (facts: Facts) =>
    `« ${text(facts, 'text')} » n'est pas un jour qui existe${line(facts)}${facts.used === undefined ? '' : ` : la ligne est datée du ${day(String(facts.used))}`}.`,
  BankDateMissing: (facts: Facts) =>
    `Une ligne n'a pas de date${line(facts)} : elle est datée du ${day(String(facts.used))}, comme le relevé.`,
  StatementUnbalanced: (facts: Facts) =>
    `${account(facts)} ne tombe pas juste : ${amount(facts, 'openingCents')} au départ, ${amount(facts, 'creditsCents')} reçus et ${amount(facts, 'debitsCents')} versés feraient ${amount(facts, 'expectedCents')}, il annonce ${amount(facts, 'closingCents')}. Une ligne manque peut-être.`,
  StatementNotClosed: (facts: Facts) =>
    `${account(facts)} n'a pas de solde de fin${line(facts)} : le fichier est peut-être incomplet.`,
  StatementNotOpened: (facts: Facts) =>
    `Des lignes se trouvent hors de tout relevé${line(facts)} : elles sont reprises dans un relevé sans solde de départ.`,
  SeveralCurrencies: (facts: Facts) =>
    `${account(facts)} mêle plusieurs devises (${list((facts.currencies as readonly string[] | undefined) ?? [])}) : ses totaux les additionnent telles quelles et ne valent rien pour un rapprochement.`,
  AnnouncedSumDisagrees: (facts: Facts) =>
    `${account(facts)} annonce ${amount(facts, 'announcedCents')} de ${facts.side === 'credits' ? 'sommes reçues' : 'sommes versées'}, ses lignes font ${amount(facts, 'foundCents')}.`,
  DetailsDisagree: (facts: Facts) =>
    `Le détail d'une ligne groupée fait ${amount(facts, 'detailsCents')} et la ligne ${amount(facts, 'entryCents')}. Le montant de la ligne fait foi.`,
  RecordCutShort: (facts: Facts) =>
    `Un enregistrement compte ${count(Number(facts.found))} caractères au lieu de ${count(Number(facts.expected))}${line(facts)} : ce qui manque est lu comme vide.`,
  UnknownRecord: (facts: Facts) =>
    `Une ligne n'est pas du format attendu${line(facts)} : « ${text(facts, 'text')} ». Elle n'est pas reprise.`,
  RepeatedEntryId: (facts: Facts) =>
    `La banque donne deux fois l'identifiant « ${text(facts, 'id')} »${line(facts)} : les deux lignes sont reprises, vérifiez que ce n'est pas la même.`,
  MaskedAccount: (facts: Facts) =>
    facts.account === undefined
      ? 'Ce fichier ne donne pas le numéro du compte : ses lignes vont au seul compte connu de la société, sinon à un compte sans numéro.'
      : `Le numéro de compte est masqué (« ${text(facts, 'account')} ») : ses lignes vont au seul compte connu de la société, sinon à un compte sans numéro.`,
  FileEndsEarly: () => "Le fichier s'arrête avant sa fin : il est peut-être incomplet. Téléchargez-le à nouveau.",
  RowsNotSettled: (facts: Facts) =>
    `${count(Number(facts.count))} ${Number(facts.count) === 1 ? 'opération annulée ou refusée n’est pas reprise' : 'opérations annulées ou refusées ne sont pas reprises'}.`,
  BankLayoutGuessed: (facts: Facts) =>
    `Ce relevé n'est d'aucune banque connue : ses colonnes ont été comprises par leurs noms (${list((facts.columns as readonly string[] | undefined) ?? [])}), à vérifier.`,
};

export const bankRefusalSentences = {
  Cfonb240: () =>
    'Ce fichier est un CFONB 240 (remises et prélèvements), non un relevé de compte. Demandez à votre banque le relevé au format CFONB 120 ou camt.053.',
  NoBankEntry: (facts: Facts) =>
    `Aucune ligne de ce relevé n'a pu être lue${facts.text === undefined ? '' : ` (« ${text(facts, 'text')} »)`}. Téléchargez-le à nouveau, ou dans un autre format.`,
  NoBankStatement: () =>
    'Ce fichier est au format d’un relevé bancaire mais n’en contient aucun. Téléchargez-le à nouveau depuis votre banque.',
  TooManyStatements: (facts: Facts) =>
    `Ce fichier contient plus de ${count(Number(facts.limit))} relevés : la lecture est arrêtée par prudence. Découpez-le.`,
  MalformedBankFile: (facts: Facts) =>
    `Ce relevé est mal formé${line(facts)} : ${text(facts, 'detail')}. Téléchargez-le à nouveau depuis votre banque.`,
  BankColumnsNotFound: (facts: Facts) =>
    `Les colonnes de ce relevé n'ont pas été reconnues (${list((facts.columns as readonly string[] | undefined) ?? [])}). Désignez au moins la date et le montant, ou le débit et le crédit.`,
};
