import { type Fake, startFake } from '../../providers/testing/fake.ts';
import type { BodaccNet } from '../index.ts';

/** What the imitation holds: records of the open data, by the fields that questions look at. */
export interface FakeRecord {
  id: string;
  dateparution: string;
  familleavis: string;
  registre: readonly string[];
}

export interface FakeBodacc extends Pick<Fake, 'moods' | 'close'> {
  net: BodaccNet;
  records: FakeRecord[];
  /** The clauses it was asked, in order. */
  readonly questions: string[];
}

const PATH = '/api/explore/v2.1/catalog/datasets/annonces-commerciales/records';

/**
 * An imitation of the open data's Explore API v2.1: it understands the clauses we write and no other, sorts, gives pages
 * within the real limits (100 records, 10,000 in all), and refuses as the real one does.
 */
export async function startFakeBodacc(): Promise<FakeBodacc> {
  const records: FakeRecord[] = [];
  const questions: string[] = [];
  const wrong = (message: string) => ({ status: 400, body: { error_code: 'ODSQLError', message } });
  const fake = await startFake(
    (origin) => ({ apiUrl: origin }),
    ({ method, path, query }, desk) =>
      desk.paid(
        () => {
          if (method !== 'GET' || path !== PATH) return { status: 404, body: { error_code: 'NotFound' } };
          const [limit, offset] = [Number(query.get('limit') ?? 10), Number(query.get('offset') ?? 0)];
          if (!(limit >= 0 && limit <= 100 && offset >= 0 && limit + offset <= 10_100))
            return { status: 400, body: { error_code: 'InvalidRESTParameterError', message: 'limit, offset' } };
          if (query.get('order_by') !== 'dateparution,id') return wrong('order_by');
          const where = query.get('where') ?? '';
          questions.push(where);
          const clause =
            /^\(((?:registre="\d{9}"(?: or )?)+)\) and \(((?:familleavis="\w+"(?: or )?)+)\)(?: and dateparution>=date'(\d{4}-\d\d-\d\d)')?$/.exec(
              where,
            );
          if (clause === null) return wrong('ODSQL query is malformed');
          const words = (text: string) => [...text.matchAll(/"([^"]+)"/g)].map((found) => found[1]!);
          const [sirens, families] = [words(clause[1]!), words(clause[2]!)];
          const found = records
            .filter(
              (record) =>
                record.registre.some((one) => sirens.includes(one)) &&
                families.includes(record.familleavis) &&
                record.dateparution >= (clause[3] ?? ''),
            )
            .sort((a, b) => `${a.dateparution}${a.id}`.localeCompare(`${b.dateparution}${b.id}`));
          return { status: 200, body: { total_count: found.length, results: found.slice(offset, offset + limit) } };
        },
        { status: 403, body: { error_code: 'Forbidden' } },
      ),
  );
  const limits = { connectMs: 2_000, wholeMs: 500 };
  return Object.assign(fake, { net: { apiUrl: fake.values.apiUrl!, options: { limits } }, records, questions });
}
