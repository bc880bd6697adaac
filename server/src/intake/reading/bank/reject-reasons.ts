/**
 * Why a transfer or a direct debit came back: the codes of ISO 20022 (external code set, return reasons) that French
 * banks use. The two-figure codes of CFONB 120 are given as they are: their list is reserved to banks.
 */

const isoReasons: Readonly<Record<string, string>> = {
  AC01: 'compte incorrect',
  AC03: 'compte du bénéficiaire incorrect',
  AC04: 'compte clôturé',
  AC06: 'compte bloqué',
  AC13: 'compte de consommateur (prélèvement interentreprises interdit)',
  AG01: 'opération interdite sur ce compte',
  AG02: "code d'opération incorrect",
  AM01: 'montant nul',
  AM02: 'montant non autorisé',
  AM03: 'devise non acceptée',
  AM04: 'provision insuffisante',
  AM05: 'opération en double',
  AM09: 'montant incorrect',
  BE04: 'adresse du créancier manquante',
  BE05: 'créancier inconnu du débiteur',
  BE06: 'client inconnu de la banque',
  CNOR: 'banque du créancier non enregistrée',
  CUST: "à la demande du donneur d'ordre",
  DNOR: 'banque du débiteur non enregistrée',
  DT01: 'date incorrecte',
  DUPL: 'opération en double',
  ED05: 'échec du règlement',
  FF01: 'format de fichier incorrect',
  FF05: 'type de prélèvement incorrect',
  FOCR: "à la suite d'une demande de retour",
  FRAD: 'fraude',
  MD01: 'aucun mandat valide',
  MD02: 'mandat incomplet ou incorrect',
  MD06: 'contesté par le débiteur',
  MD07: 'débiteur décédé',
  MS02: 'refus du débiteur, sans motif',
  MS03: 'motif non communiqué',
  NARR: 'motif en clair',
  RC01: 'code de banque incorrect',
  RR01: 'compte ou identité du débiteur manquants',
  RR02: 'nom ou adresse du débiteur manquants',
  RR03: 'nom ou adresse du créancier manquants',
  RR04: 'motif réglementaire',
  SL01: 'service particulier de la banque du débiteur',
  SL11: 'créancier absent de la liste autorisée par le débiteur',
  SL12: 'créancier interdit par le débiteur',
  SL13: 'montant au-delà du maximum fixé par le débiteur',
  SL14: 'nombre de prélèvements au-delà de celui fixé par le débiteur',
  TECH: 'problème technique',
  TM01: 'reçu hors délai',
  UPAY: 'opération non due',
};

/** « AM04 (provision insuffisante) »; a code that is not in the list is given as it is, with the bank's own words. */
export function isoReason(code: string | undefined, words?: string): string | undefined {
  if (code === undefined) return words;
  const meaning = isoReasons[code.toUpperCase()] ?? words;
  return meaning === undefined ? code : `${code} (${meaning})`;
}

/** A code of ISO reasons written somewhere in the bank's words. */
export function reasonIn(text: string): string | undefined {
  const found = /\b(?:AC|AG|AM|BE|DT|FF|MD|MS|RC|RR|SL|TM)\d\d\b/.exec(text)?.[0];
  return found !== undefined && Object.hasOwn(isoReasons, found) ? isoReason(found) : undefined;
}
