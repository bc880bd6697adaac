import { day, formatDay } from '@acquit/law';
import { fr } from '@acquit/recovery';
import { type AskOptions, ask, field, jsonOf } from '../providers/request.ts';

/** Where the open data of the BODACC is reached: the Explore API v2.1 of its publisher, without any account. */
export interface BodaccNet {
  apiUrl: string;
  options?: AskOptions;
}

/** Reads ACQUIT_BODACC_URL: another address than the source's own, for a relay or a trial against an imitation. */
export function bodaccNet(env: Readonly<Record<string, string | undefined>> = process.env): BodaccNet {
  const other = env.ACQUIT_BODACC_URL;
  return { apiUrl: other ? new URL(other).origin : 'https://bodacc-datadila.opendatasoft.com' };
}

const RECORDS = '/api/explore/v2.1/catalog/datasets/annonces-commerciales/records';
/** The most records of one answer, and how far pages reach: limits of the API. */
const PAGE = 100;
const FURTHEST = 10_000;
const LIMITS = { connectMs: 10_000, wholeMs: 30_000, answerBytes: 20 * 1024 * 1024 };
/** Families that say something of a debt; accounts filed each year are most of the others. */
const FAMILIES = ['collective', 'radiation', 'modification', 'vente', 'conciliation', 'retablissement_professionnel'];

export type BodaccAnswer =
  | { kind: 'records'; records: unknown[]; total: number }
  | { kind: 'trouble'; code: string; message: string };

/** What is asked for: notices about these companies, published since a day (`YYYY-MM-DD`); null: all there are. */
export interface BodaccQuestion {
  sirens: readonly string[];
  since: string | null;
}

/** The clause of a question, in the language of the API. Numbers are checked: nothing else ever enters it. */
export function whereOf({ sirens, since }: BodaccQuestion): string {
  if (sirens.length === 0 || !sirens.every((siren) => /^\d{9}$/.test(siren)))
    throw new Error('A question names companies by nine figures.');
  const who = sirens.map((siren) => `registre="${siren}"`).join(' or ');
  const which = FAMILIES.map((family) => `familleavis="${family}"`).join(' or ');
  const when = since === null ? '' : ` and dateparution>=date'${formatDay(day(since))}'`;
  return `(${who}) and (${which})${when}`;
}

/** One page of the answer to a question, from `offset`. Never throws; a trouble says what to do. */
export async function askBodacc(net: BodaccNet, question: BodaccQuestion, offset: number): Promise<BodaccAnswer> {
  const query = new URLSearchParams({
    where: whereOf(question),
    order_by: 'dateparution,id',
    limit: String(PAGE),
    offset: String(offset),
  });
  const answer = await ask(
    { method: 'GET', url: `${net.apiUrl}${RECORDS}?${query}`, headers: { accept: 'application/json' } },
    { ...net.options, limits: { ...LIMITS, ...net.options?.limits } },
  );
  if (answer.kind !== 'answered')
    return trouble(
      'BodaccUnreachable',
      fr`Le BODACC n’a pas répondu : ${answer.reason} Acquit réessaie de lui-même ; vous pouvez aussi importer un fichier.`,
    );
  if (answer.status === 429)
    return trouble(
      'BodaccBusy',
      'Le BODACC demande d’attendre : trop de questions lui ont été posées. Acquit réessaie plus tard.',
    );
  const body = jsonOf(answer);
  const records = field(body, 'results');
  const total = field(body, 'total_count');
  if (answer.status !== 200 || !Array.isArray(records) || typeof total !== 'number')
    return trouble(
      'BodaccAnswerUnknown',
      fr`La réponse du BODACC n’est pas celle attendue (code ${answer.status}) : son interface a peut-être changé. Importez un fichier en attendant.`,
    );
  return { kind: 'records', records, total };
}

const trouble = (code: string, message: string): BodaccAnswer => ({ kind: 'trouble', code, message: message.trim() });

/** Whether the answer to a question goes beyond what pages reach: it must then be asked in smaller parts. */
export const isBeyondPages = (total: number): boolean => total > FURTHEST;
