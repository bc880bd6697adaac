import { addDays, type Day, parseEuros } from '@acquit/law';
import { DISPUTE_REASONS, instalmentFault } from '@acquit/recovery';
import type { DebtorSays } from '../../jobs/index.ts';
import type { FormBody } from './form-body.ts';
import type { FormChoice } from './form-pages.ts';
import { owedLines, spreadCents } from './form-pages.ts';
import type { PortalFault } from './texts.ts';
import { typedDay, type Visit } from './visit.ts';

/** A form read: what it says, or what is wrong with it, by field. */
export type Read = { says: DebtorSays } | { faults: Partial<Record<string, PortalFault>> };

/** A date further away than this is a slip of the finger. */
const FURTHEST_DAYS = 366;
const EMAIL = /^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,190}\.[^\s@<>",;.]{2,}$/;

/** Reads the form of a choice, in the terms of the account as it stands now. */
export const READERS: Readonly<Record<FormChoice, (visit: Visit, form: FormBody) => Read>> = {
  paid: readPaid,
  promise: readPromise,
  contest: readContest,
  instalments: readInstalments,
  other: readOther,
};

const field = (form: FormBody, name: string): string => (form.values[name] ?? '').trim();

function chosen(visit: Visit, form: FormBody): string[] {
  return owedLines(visit)
    .map((line) => line.claimId)
    .filter((id) => form.values[`claim-${id}`] === 'on');
}

function readPaid(visit: Visit, form: FormBody): Read {
  const faults: Partial<Record<string, PortalFault>> = {};
  const claimIds = chosen(visit, form);
  if (claimIds.length === 0) faults.claims = 'no-claim';
  const on = typedDay(field(form, 'on'));
  if (on === null) faults.on = 'date';
  else if (on > visit.today) faults.on = 'date-future';
  else if (on < addDays(visit.today, -FURTHEST_DAYS)) faults.on = 'date-far';
  const typed = field(form, 'amount');
  const amountCents = typed === '' ? null : parseEuros(typed);
  if (typed !== '' && amountCents === null) faults.amount = 'amount';
  if (Object.keys(faults).length > 0) return { faults };
  const known = visit.texts.form.meansOf;
  const means = Object.hasOwn(known, field(form, 'means')) ? field(form, 'means') : 'other';
  return {
    says: {
      kind: 'paid',
      claimIds,
      on: on as Day,
      means,
      amountCents,
      reference: field(form, 'reference').slice(0, 200),
    },
  };
}

function readPromise(visit: Visit, form: FormBody): Read {
  const faults: Partial<Record<string, PortalFault>> = {};
  const claimIds = chosen(visit, form);
  if (claimIds.length === 0) faults.claims = 'no-claim';
  const on = typedDay(field(form, 'on'));
  if (on === null) faults.on = 'date';
  else if (on < visit.today) faults.on = 'date-past';
  else if (on > addDays(visit.today, FURTHEST_DAYS)) faults.on = 'date-far';
  if (Object.keys(faults).length > 0) return { faults };
  return { says: { kind: 'promise', claimIds, on: on as Day, name: field(form, 'name').slice(0, 200) } };
}

function readContest(visit: Visit, form: FormBody): Read {
  const faults: Partial<Record<string, PortalFault>> = {};
  const open = new Map(owedLines(visit).map((line) => [line.claimId, line.openCents]));
  const claims = chosen(visit, form).map((claimId) => {
    const typed = field(form, `part-${claimId}`);
    const cents = typed === '' ? null : parseEuros(typed);
    if (typed !== '' && cents === null) faults[`part-${claimId}`] = 'amount';
    else if (cents !== null && cents > open.get(claimId)!) faults[`part-${claimId}`] = 'amount-large';
    // The whole of it, typed as a sum, is the whole.
    return { claimId, contestedCents: cents === open.get(claimId) ? null : cents };
  });
  if (claims.length === 0) faults.claims = 'no-claim';
  const reason = DISPUTE_REASONS.find((one) => one === field(form, 'reason'));
  if (reason === undefined) faults.reason = 'reason';
  const details = field(form, 'details').slice(0, 2_000);
  if (details === '') faults.details = 'details';
  if (Object.keys(faults).length > 0) return { faults };
  return { says: { kind: 'dispute', claims, reason: reason!, details, file: form.file } };
}

function readInstalments(visit: Visit, form: FormBody): Read {
  const bounds = visit.company.settings.portal.instalments!;
  const firstOn = typedDay(field(form, 'on'));
  if (firstOn === null) return { faults: { on: 'date' } };
  const count = Number(field(form, 'count'));
  const fault = instalmentFault({ count, firstOn }, spreadCents(visit), bounds, visit.today);
  if (fault !== null) return { faults: { [fault === 'count' ? 'count' : 'on']: fault } };
  return {
    says: {
      kind: 'instalments',
      claimIds: owedLines(visit)
        .filter((line) => line.isLate)
        .map((line) => line.claimId),
      count,
      firstOn,
      name: field(form, 'name').slice(0, 200),
      details: field(form, 'details').slice(0, 2_000),
    },
  };
}

function readOther(_visit: Visit, form: FormBody): Read {
  const email = field(form, 'email');
  if (email !== '' && !EMAIL.test(email)) return { faults: { email: 'email' } };
  return {
    says: {
      kind: 'wrong-addressee',
      name: field(form, 'name').slice(0, 200),
      email,
      details: field(form, 'details').slice(0, 2_000),
    },
  };
}
