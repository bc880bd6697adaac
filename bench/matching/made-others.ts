import { addDays, type Day } from '@acquit/law';
import type { Random } from '../../server/src/jobs/demo/random.ts';
import { madeIban, type Told, told } from './bank-habits.ts';
import type { MadeBook, MadeLine } from './made-book.ts';
import { strangerName } from './made-names.ts';

type Rest = Told & Pick<MadeLine, 'cents' | 'truth'> & Partial<Pick<MadeLine, 'isReversal' | 'rejectReason'>>;

const bare = (label: string): Told => ({
  label,
  counterparty: null,
  counterpartyIban: null,
  endToEndId: null,
  remittance: [],
});

/** A direct debit or a transfer received in the past weeks that comes back, told fully or in a few words. */
export function rejectLine(book: MadeBook, random: Random, on: Day): Rest {
  const debtor = random.pick(book.debtors);
  const n = book.receipts.length + 1;
  const issuedOn = addDays(on, -random.between(50, 80));
  const cents = random.chance(0.4) ? 49_90 : random.between(20_00, 3_000_00);
  const number = `PV-2026-${String(n).padStart(5, '0')}`;
  const claim = {
    id: `p${n}`,
    debtor,
    number,
    isCredit: false,
    issuedOn,
    dueOn: addDays(issuedOn, 30),
    cents,
    left: 0,
  };
  const receipt = { id: `r${n}`, claim, on: addDays(on, -random.between(2, 12)), cents, endToEndId: `PRLV-${number}` };
  book.receipts.push(receipt);
  const truth = { kind: 'reject' as const, receiptId: receipt.id, story: 'reject' };
  const name = debtor.name.bank.toUpperCase();
  const dice = random.next();
  if (dice < 0.6)
    return {
      label: `REJET PRLV SEPA ${name}`.slice(0, 50),
      counterparty: debtor.name.bank,
      counterpartyIban: debtor.iban,
      endToEndId: receipt.endToEndId,
      remittance: random.chance(0.5) ? [number] : [],
      cents: -cents,
      isReversal: true,
      rejectReason: random.pick([
        'AM04 provision insuffisante',
        'MD06 contestation du débiteur',
        'AC04 compte clos',
        'MS03',
      ]),
      truth,
    };
  if (dice < 0.85)
    return { ...bare(`PRLV IMPAYE ${name} ${number} PROVISION INSUFFISANTE`.slice(0, 90)), cents: -cents, truth };
  return { ...bare(`RETOUR PRELEVEMENT ${name}`.slice(0, 60)), cents: -cents, truth };
}

const INCOME: readonly ((random: Random) => string)[] = [
  (random) => `REMISE CB ${random.between(1_000_000, 9_999_999)} DU ${random.between(10, 28)}1126`,
  (random) => `REMISE CHEQUES N ${random.between(1_000, 99_999)} DE ${random.between(1, 20)} CHQ`,
  () => 'VERSEMENT ESPECES',
  (random) => `VIR DGFIP REMBOURSEMENT TVA ${random.between(2_024, 2_026)}-${random.between(1, 12)}`,
  (random) => `VIR URSSAF RHONE ALPES TROP PERCU ${random.between(100_000, 999_999)}`,
  (random) => `VIR STRIPE PAYMENTS EUROPE STRIPE-${random.between(100_000, 999_999)}`,
  () => 'DEBLOCAGE PRET PRO',
  () => 'INTERETS CREDITEURS',
  (random) => `VIR CPAM INDEMNITES JOURNALIERES ${random.between(10_000, 99_999)}`,
  (random) => `VIR ASSURANCE SINISTRE ${random.between(2_020_000, 2_026_999)}`,
];

/** Income that pays no invoice, and money that leaves. */
export function otherLine(random: Random, book: MadeBook): Rest {
  const cents = Math.round(10_00 * 1_000 ** random.next());
  const none = (story: string) => ({ kind: 'none' as const, story });
  const dice = random.next();
  if (dice < 0.35) return { ...bare(random.pick(INCOME)(random)), cents, truth: none('income') };
  if (dice < 0.45) {
    // A refund by a supplier, a deposit by a stranger, the owner's own money: names that look like customers'.
    const payer = strangerName(random);
    const text = random.pick([
      'REMBOURSEMENT',
      'APPORT COMPTE COURANT',
      `REF ${random.between(1_000, 999_999)}`,
      'CAUTION',
      `AVOIR ${random.between(1_000, 99_999)}`,
    ]);
    const round = random.chance(0.4) ? 49_90 : Math.round(cents / 1_000) * 1_000 + 1_000;
    return {
      ...told({ payer, iban: madeIban(random, 'FR'), endToEndId: null, text }, random),
      cents: round,
      truth: none('stranger'),
    };
  }
  const name = random.chance(0.05) ? random.pick(book.debtors).name.bank : strangerName(random);
  const text = random.pick(['FACTURE', 'SALAIRE NOVEMBRE', `FACT ${random.between(1_000, 99_999)}`, 'LOYER', 'TVA']);
  const iban = madeIban(random, 'FR');
  return {
    ...told({ payer: name, iban, endToEndId: null, text }, random),
    label: `VIR SEPA EMIS ${name} ${text}`.slice(0, 80),
    cents: -cents,
    truth: none('outgoing'),
  };
}
