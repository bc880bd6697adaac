import { addDays, type Day, day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { DEADLINE_STAGES } from '../limitation/index.ts';
import { deadlineReminders, lifeOf, OPENING_SHOWN_DAYS, type ProcedureFacts } from './index.ts';
import { procedureFacts, told } from './testing.ts';

function reminders(facts: ProcedureFacts, on: Day) {
  const life = lifeOf(facts, on);
  if ('refusal' in life) throw new Error(life.refusal.message);
  return deadlineReminders(life, on);
}

const ORDER = procedureFacts('injonction-de-payer', {
  events: [told('filed', '2026-08-20', { feePaid: true }), told('granted', '2026-09-01')],
});
const LAST = day('2026-12-01');

describe('the reminders of a date', () => {
  it('come at thirty, fifteen, seven and two days, each once', () => {
    const first = new Map<string, number>();
    for (let left = 40; left >= 0; left--) {
      for (const { key } of reminders(ORDER, addDays(LAST, -left))) if (!first.has(key)) first.set(key, left);
    }
    expect([...first.values()]).toEqual([...DEADLINE_STAGES]);
  });

  it('say what to do, until when and what it costs', () => {
    const [found] = reminders(ORDER, day('2026-11-29'));
    expect(found).toMatchObject({ kind: 'act', what: 'serve', daysLeft: 2, threshold: 2, on: LAST });
    expect(found?.action).toBe(
      'Encore 2 jours, jusqu’au 1er décembre 2026\u00a0: signifier l’ordonnance au débiteur. Sinon\u00a0: ordonnance non signifiée dans le délai → non avenue, la créance demeure (1411 CPC).',
    );
    expect(reminders(ORDER, LAST)[0]?.action).toMatch(/^Dernier jour, jusqu’au 1er décembre 2026/);
  });

  it('say that a date was missed as long as the life says so', () => {
    for (const on of [addDays(LAST, 1), addDays(LAST, 200)]) {
      expect(reminders(ORDER, on)).toMatchObject([{ kind: 'missed', what: 'serve', threshold: null }]);
    }
  });

  it('warn that only the extension is left, on the days between', () => {
    const old = procedureFacts('injonction-de-payer', {
      events: [told('filed', '2026-08-20', { feePaid: true }), told('granted', '2026-08-31')],
    });
    const [found] = reminders(old, day('2027-03-01'));
    expect(found).toMatchObject({ kind: 'act', daysLeft: -1 });
    expect(found?.action).toContain('report au 1er mars 2027');
    expect(reminders(old, day('2027-03-02'))).toMatchObject([{ kind: 'missed' }]);
  });

  it('never build on a last day that only a reading gives', () => {
    const relieved = procedureFacts('insolvency-claim', {
      creditorPlace: 'overseas',
      events: [
        told('opened', '2026-05-04', { kind: 'reorganisation' }),
        told('published', '2026-05-20'),
        told('relief-asked', '2026-10-01'),
        told('relieved', '2026-10-05'),
      ],
    });
    const [found] = reminders(relieved, day('2026-11-06'));
    expect(found).toMatchObject({ kind: 'act', daysLeft: -1, on: day('2026-11-05') });
    expect(found?.action).toContain('le 7 décembre 2026 n’est pas sûr (L622-24 C. com., à vérifier). Agissez ce jour');
  });

  it('tell that a wait is over, for a time', () => {
    const served = { ...ORDER, events: [...ORDER.events, told('served', '2026-09-15', { manner: 'person' })] };
    const opens = day('2026-11-17');
    expect(reminders(served, addDays(opens, -1))).toEqual([]);
    expect(reminders(served, opens)).toMatchObject([{ kind: 'opens', what: 'wait', on: opens }]);
    expect(reminders(served, addDays(opens, OPENING_SHOWN_DAYS))).toHaveLength(1);
    expect(reminders(served, addDays(opens, OPENING_SHOWN_DAYS + 1))).toEqual([]);
  });
});
