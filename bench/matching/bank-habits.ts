import type { Random } from '../../server/src/jobs/demo/random.ts';

/** What a bank's file gives of one transfer: some give everything apart, some one line of capitals. */
export interface Told {
  label: string;
  counterparty: string | null;
  counterpartyIban: string | null;
  endToEndId: string | null;
  remittance: string[];
}

export interface Transfer {
  payer: string;
  iban: string;
  endToEndId: string | null;
  text: string;
}

/** Banks write in capitals without accents, and their networks know few signs. */
export function bankLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']/g, ' ')
    .replace(/[^A-Za-z0-9/\-?:().,+ ]/g, ' ')
    .toUpperCase();
}

const squeeze = (text: string) => text.replace(/ +/g, ' ').trim();
const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.between(0, 9)).join('');

/** Cuts a long text in lines of a fixed width, where words end as they may. */
function cut(text: string, width: number, lines: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length && parts.length < lines; at += width) parts.push(text.slice(at, at + width).trim());
  return parts;
}

type Habit = (transfer: Transfer, random: Random) => Told;

const camt: Habit = ({ payer, iban, endToEndId, text }, random) => ({
  label: `VIREMENT SEPA RECU ${squeeze(bankLetters(payer)).slice(0, 35)}`,
  counterparty: squeeze(random.chance(0.5) ? payer : bankLetters(payer)).slice(0, random.chance(0.2) ? 35 : 70),
  counterpartyIban: iban,
  endToEndId,
  remittance: text === '' ? [] : [squeeze(random.chance(0.5) ? text : bankLetters(text)).slice(0, 140)],
});

/** CFONB 120: a label of 31 signs, then complementary records of 35 or 70. */
const cfonb: Habit = ({ payer, endToEndId, text }, random) => {
  const name = squeeze(bankLetters(payer));
  return {
    label: `VIR ${name}`.slice(0, 31),
    counterparty: random.chance(0.8) ? name.slice(0, 35) : null,
    counterpartyIban: null,
    endToEndId: random.chance(0.5) ? endToEndId : null,
    remittance: cut(squeeze(bankLetters(text)), random.chance(0.6) ? 70 : 35, 2),
  };
};

const societeGenerale: Habit = ({ payer, text, endToEndId }, random) => ({
  label: squeeze(
    `VIR RECU ${digits(random, 10)}S DE: ${bankLetters(payer)} MOTIF: ${bankLetters(text)} REF: ${endToEndId ?? 'NOTPROVIDED'}`,
  ).slice(0, 140),
  counterparty: null,
  counterpartyIban: null,
  endToEndId: null,
  remittance: [],
});

const creditAgricole: Habit = ({ payer, text }) => ({
  label: squeeze(`VIREMENT EN VOTRE FAVEUR ${bankLetters(payer).slice(0, 32)} ${bankLetters(text).slice(0, 64)}`),
  counterparty: null,
  counterpartyIban: null,
  endToEndId: null,
  remittance: [],
});

const mutuel: Habit = ({ payer, text }, random) => ({
  label: squeeze(`VIR ${random.chance(0.3) ? 'INST ' : ''}${bankLetters(payer)} ${bankLetters(text)}`).slice(
    0,
    random.chance(0.5) ? 64 : 100,
  ),
  counterparty: null,
  counterpartyIban: null,
  endToEndId: null,
  remittance: [],
});

const postale: Habit = ({ payer, text }) => ({
  label: squeeze(`VIREMENT DE ${bankLetters(payer).slice(0, 24)} REFERENCE : ${bankLetters(text)}`).slice(0, 120),
  counterparty: null,
  counterpartyIban: null,
  endToEndId: null,
  remittance: [],
});

/** Half of what French firms receive comes in a full file; the rest in what the bank's site lets them download. */
const HABITS: readonly [share: number, habit: Habit][] = [
  [0.45, camt],
  [0.25, cfonb],
  [0.08, societeGenerale],
  [0.09, creditAgricole],
  [0.08, mutuel],
  [0.05, postale],
];

export function told(transfer: Transfer, random: Random): Told {
  let dice = random.next();
  for (const [share, habit] of HABITS) {
    if (dice < share) return habit(transfer, random);
    dice -= share;
  }
  return camt(transfer, random);
}

export function madeIban(random: Random, country: string): string {
  if (country === 'US') return '';
  const length: Record<string, number> = { FR: 23, DE: 18, BE: 12, GB: 18, CH: 17, MA: 24 };
  return `${country}${String(random.between(10, 97))}${digits(random, length[country] ?? 20)}`;
}

/** A number of one of our invoices, as a payer's clerk types it. */
export function typedNumber(number: string, random: Random): string {
  const dice = random.next();
  const bare = number.replace(/[^A-Za-z0-9]/g, '');
  const tail = /(\d+)$/.exec(number)![1]!.replace(/^0+/, '');
  if (dice < 0.42) return number;
  if (dice < 0.57) return bare;
  if (dice < 0.65) return number.replace(/[^A-Za-z0-9]/g, ' ');
  if (dice < 0.72) return number.replace(/^[A-Za-z]+[-/ ]?/, '');
  if (dice < 0.8) return number.toLowerCase();
  if (dice < 0.92) return tail;
  if (dice < 0.95) return bare.slice(0, -random.between(1, 2));
  return number.replace(/[-/]/g, random.pick(['.', '_', ' - ', '']));
}

const INTRODUCTIONS = [
  '',
  '',
  'FACT ',
  'Facture ',
  'facture n° ',
  'FAC ',
  'REGLT FACTURE ',
  'Rglt ',
  'Paiement ',
  'FC ',
  'V/FACT ',
  'N/REF 4471 V/REF ',
];

export function introduction(random: Random): string {
  return random.pick(INTRODUCTIONS);
}
