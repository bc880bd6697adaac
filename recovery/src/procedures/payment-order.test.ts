/** The turns of a payment order that the golden lives do not take. */
import { day, formatDay } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { lifeOf, type ProcedureEvent, type ProcedureFacts, type ProcedureLife } from './index.ts';
import { procedureFacts, told } from './testing.ts';

const FILED = told('filed', '2026-08-20', { feePaid: true });
const GRANTED = told('granted', '2026-09-01');
const SERVED = told('served', '2026-09-30', { manner: 'person' });
const OFFICE = told('served', '2026-09-30', { manner: 'office' });

function lifeAt(on: string, events: readonly ProcedureEvent[], change: Partial<ProcedureFacts> = {}): ProcedureLife {
  const life = lifeOf(procedureFacts('injonction-de-payer', { ...change, events }), day(on));
  if ('refusal' in life) throw new Error(life.refusal.message);
  return life;
}

function dates({ deadlines }: ProcedureLife): Record<string, string> {
  return Object.fromEntries(
    deadlines.map(({ what, before, notBefore, status }) => [what, `${formatDay((before ?? notBefore)!)} ${status}`]),
  );
}

describe('the fee of the request', () => {
  it.each([
    ['commercial', 'fee-lapsed', 'pay-registry-fee'],
    ['economic', 'fee-lapsed', 'pay-registry-fee'],
    ['mixed-commercial', 'fee-lapsed', 'pay-registry-fee'],
    ['commercial-chamber', 'filed', 'pay-registry-fee-to-verify'],
    [null, 'filed', 'pay-registry-fee-to-verify'],
    ['judicial', 'filed', undefined],
    ['protection', 'filed', undefined],
  ] as const)('before %s leads to %s', (court, state, what) => {
    const life = lifeAt('2026-09-30', [told('filed', '2026-08-20')], { court });
    expect(life.state).toBe(state);
    expect(Object.keys(dates(life))).toEqual(what === undefined ? [] : [what]);
  });

  it('that was not noted does not undo an order that the court made, and says so', () => {
    const life = lifeAt('2026-09-10', [told('filed', '2026-08-10'), GRANTED]);
    expect(life.state).toBe('granted');
    expect(life.warnings.join()).toContain('Verser les frais de greffe');
    expect(life.warnings.join()).toContain('notez leur paiement');
  });

  it('lets no order follow a lapse that the court pronounced, until it is lifted', () => {
    const lapsed = [told('filed', '2026-07-20'), told('lapse-decided', '2026-08-10')];
    expect(lifeAt('2026-09-10', [...lapsed, GRANTED]).state).toBe('fee-lapsed');
    const lifted = [...lapsed, told('relief-asked', '2026-08-12'), told('lapse-lifted', '2026-08-25')];
    expect(lifeAt('2026-08-26', lifted).state).toBe('filed');
    const later = lifeAt('2026-12-30', lifted);
    expect(later).toMatchObject({ state: 'filed', end: null, warnings: [] });
    expect(dates(later)['pay-registry-fee']).toBe('2026-08-04 moot');
    expect(lifeAt('2026-09-10', [...lifted, GRANTED]).state).toBe('granted');
  });
});

describe('an opposition', () => {
  it('in time stops everything, and is undone when it is withdrawn', () => {
    const opposed = [FILED, GRANTED, SERVED, told('opposed', '2026-10-30')];
    expect(lifeAt('2027-03-01', opposed)).toMatchObject({ state: 'opposed', end: null, title: null });
    const withdrawn = [...opposed, told('opposition-withdrawn', '2026-11-10')];
    expect(lifeAt('2026-11-30', withdrawn).state).toBe('wait');
    const life = lifeAt('2026-12-01', withdrawn);
    expect(life).toMatchObject({ state: 'enforceable', since: day('2026-12-01') });
    expect(life.warnings.join()).toContain('Opposition retirée');
    const later = [...opposed, told('opposition-withdrawn', '2027-01-11')];
    expect(lifeAt('2027-01-11', later)).toMatchObject({ state: 'enforceable', since: day('2027-01-11') });
  });

  it('after its month but before enforcement stops it, and is left to the court', () => {
    const life = lifeAt('2026-11-20', [FILED, GRANTED, SERVED, told('opposed', '2026-11-16')]);
    expect(life.state).toBe('opposed');
    expect(life.warnings.join()).toContain('L’opposition est reçue après son délai');
  });

  it('too late against an order served in person changes nothing but asks for care', () => {
    const life = lifeAt('2027-01-20', [FILED, GRANTED, SERVED, told('opposed', '2027-01-11')]);
    expect(life).toMatchObject({ state: 'enforceable', title: { lateOppositionPossible: false } });
    expect(life.warnings.join()).toContain('Interrogez le greffe');
  });

  it('against an order not served in person is open without end, then for a month after the seizure', () => {
    const open = lifeAt('2027-06-01', [FILED, GRANTED, OFFICE]);
    expect(open).toMatchObject({ state: 'enforceable', title: { lateOppositionPossible: true } });
    const seized = [FILED, GRANTED, OFFICE, told('seizure-notified', '2027-06-01')];
    expect(dates(lifeAt('2027-06-02', seized))['oppose-late']).toBe('2027-07-01 open');
    expect(lifeAt('2027-07-02', seized).title?.lateOppositionPossible).toBe(false);
  });

  it('makes the service a suit for limitation, until the judgment; its lapse erases it', () => {
    const opposed = [FILED, GRANTED, SERVED, told('opposed', '2026-10-12')];
    const served = { kind: 'payment-order-served', on: day('2026-09-30') };
    expect(lifeAt('2026-11-01', opposed).limitation).toContainEqual(served);
    const judged = [
      ...opposed,
      told('hearing-set', '2026-11-02', { hearingOn: '2026-12-14' }),
      told('judgment', '2027-01-11', { outcome: 'granted', nature: 'contradictory' }),
    ];
    expect(lifeAt('2027-01-20', judged).limitation).toContainEqual({ ...served, until: day('2027-01-11') });
    const extinct = [...opposed, told('nobody-appeared', '2026-12-14')];
    expect(lifeAt('2027-01-20', extinct)).toMatchObject({
      end: 'lapsed',
      limitation: [{ kind: 'payment-order-filed' }],
    });
  });

  it('asks for the deed of service at the hearing from September 2026 on, not before', () => {
    const after = [
      SERVED,
      told('opposed', '2026-10-12'),
      told('hearing-set', '2026-10-26', { hearingOn: '2026-12-14' }),
    ];
    const old = [told('filed', '2026-08-03', { feePaid: true }), told('granted', '2026-08-31'), ...after];
    expect(dates(lifeAt('2026-11-01', old))).not.toHaveProperty('file-deed');
    expect(dates(lifeAt('2026-11-01', [FILED, GRANTED, ...after]))['file-deed']).toBe('2026-12-14 open');
    const missed = lifeAt('2026-12-15', [FILED, GRANTED, ...after]);
    expect(missed).toMatchObject({ state: 'hearing', end: null });
    expect(missed.warnings.join()).toContain('Produire l’acte de signification');
  });

  it('ends by the silence of the lawyer in written procedure', () => {
    const opposed = [FILED, GRANTED, SERVED, told('opposed', '2026-10-12'), told('lawyer-asked', '2026-10-19')];
    expect(lifeAt('2026-11-03', opposed, { court: 'judicial' }).state).toBe('opposed');
    expect(lifeAt('2026-11-04', opposed, { court: 'judicial' })).toMatchObject({ state: 'extinct', end: 'lapsed' });
  });
});

describe('an insolvency in the middle', () => {
  const stop = (on: string) => told('stopped', on, { cause: 'insolvency' });

  it.each([
    ['sans certification', [SERVED], '2026-11-16'],
    ['non titrée', [SERVED], '2026-10-20'],
    ['non titrée', [OFFICE], '2026-11-16'],
    ['l’instance est suspendue', [SERVED, told('opposed', '2026-10-12')], '2026-11-16'],
  ] as const)('says what is declared: %s', (words, events, on) => {
    const life = lifeAt('2026-12-20', [FILED, GRANTED, ...events, stop(on)]);
    expect(life).toMatchObject({ state: 'stopped', end: 'stopped', follows: ['insolvency-claim', 'overindebtedness'] });
    expect(life.warnings.join()).toContain(words);
  });

  it('leaves an order that was enforceable its title', () => {
    const life = lifeAt('2027-02-01', [FILED, GRANTED, SERVED, stop('2027-01-11')]);
    expect(life.title).toMatchObject({ on: day('2026-09-01'), servedOn: day('2026-09-30') });
    expect(lifeAt('2027-02-01', [FILED, GRANTED, SERVED, stop('2026-11-16')]).title).toBeNull();
  });
});

it('that was enforceable, then opposed, leaves no title to who settles', () => {
  const events = [FILED, GRANTED, OFFICE, told('seizure-notified', '2027-01-11'), told('opposed', '2027-01-20')];
  expect(lifeAt('2027-01-12', events).title).not.toBeNull();
  for (const kind of ['settled', 'paid']) {
    const life = lifeAt('2027-03-01', [...events, told(kind, '2027-02-15')]);
    expect(life).toMatchObject({ end: kind === 'paid' ? 'paid' : 'agreed', title: null });
  }
});

describe('a deed', () => {
  it('dated on a Sunday or a holiday is doubted', () => {
    const life = lifeAt('2026-12-01', [FILED, GRANTED, told('served', '2026-11-11', { manner: 'person' })]);
    expect(life.warnings.join()).toContain('664');
    expect(lifeAt('2026-12-01', [FILED, GRANTED, SERVED]).warnings.join()).not.toContain('664');
  });

  it('is in time on the extended last day, and too late the day after', () => {
    const old = [told('filed', '2026-08-03', { feePaid: true }), told('granted', '2026-08-31')];
    const served = (on: string) => lifeAt('2027-03-10', [...old, told('served', on, { manner: 'person' })]);
    expect(served('2027-03-01').state).toBe('served-person');
    const late = served('2027-03-02');
    expect(late).toMatchObject({ state: 'void-not-served', end: 'lapsed', follows: ['injonction-de-payer'] });
    expect(late.deadlines.find(({ what }) => what === 'serve')).toMatchObject({
      status: 'missed',
      doneOn: day('2027-03-02'),
      before: day('2027-02-28'),
      beforeExtended: day('2027-03-01'),
    });
  });
});
