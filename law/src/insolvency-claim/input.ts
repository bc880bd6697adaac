import type { Day, IsoDate } from '../calendar/index.ts';
import { datesRefusal, readWhere, type Where } from '../deadline/index.ts';
import type { Territory } from '../holidays/index.ts';
import type { Place } from '../kinds/index.ts';
import { FieldReader } from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';

/** Input of `insolvency-claim` (contract §3). */
export interface InsolvencyClaimInput {
  /** Day of the judgment that opened the proceedings. */
  readonly openedOn: IsoDate;
  /** Day of the publication in the BODACC: it starts the periods. */
  readonly publishedOn: IsoDate;
  /** The creditor's place, the court being in metropolitan France. */
  readonly place?: Place;
  readonly territory?: Territory;
  /** Receipt of the mandataire's challenge, if any. */
  readonly challengedOn?: IsoDate;
  /** Decision that relieved the creditor of a late claim, if any. */
  readonly relievedOn?: IsoDate;
}

export interface ClaimCase {
  readonly openedOn: Day;
  readonly publishedOn: Day;
  readonly where: Where;
  readonly challengedOn: Day | null;
  readonly relievedOn: Day | null;
}

const DATES = ['openedOn', 'publishedOn', 'challengedOn', 'relievedOn'] as const;
const FIELDS = new Set<string>([...DATES, 'place', 'territory']);

/** Each pair of dates that must follow each other. */
const ORDERS = [
  ['openedOn', 'publishedOn'],
  ['publishedOn', 'challengedOn'],
  ['publishedOn', 'relievedOn'],
] as const;

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField` (the date of publication, which the
 * date of the judgment never replaces), `InvalidDate`, `InvalidChoice`, `DateNotServed` and `DatesOutOfOrder`.
 */
export function readCase(input: unknown): ClaimCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  if (reader.has('openedOn') && !reader.has('publishedOn')) {
    const message =
      'La date de publication au BODACC (champ «\u00a0publishedOn\u00a0») manque\u00a0: ' +
      'c’est elle, et non le jugement, qui fait courir le délai de déclaration.';
    reader.reject('MissingField', message, { field: 'publishedOn' });
  }
  const claimCase: ClaimCase = {
    openedOn: reader.day('openedOn'),
    publishedOn: reader.day('publishedOn'),
    where: readWhere(reader),
    challengedOn: reader.optionalDay('challengedOn'),
    relievedOn: reader.optionalDay('relievedOn'),
  };
  return reader.refusal ?? datesRefusal(DATES, ORDERS, claimCase) ?? claimCase;
}
