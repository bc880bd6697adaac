import { day, formatDay } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, type EInvoiceContext, type EInvoiceStatus, effectOf } from './standing.ts';
import { eInvoiceStatusName, ruleOf, STATUS_RULES, sideOf } from './statuses.ts';

const ROLES: Record<string, string> = { buyer: 'BY', seller: 'SE', platform: 'WK' };

function status(code: string, at: string, more: Partial<EInvoiceStatus> = {}): EInvoiceStatus {
  return {
    statusId: `${code}@${at}`,
    code,
    label: '',
    at: `${at}T10:00:00`,
    issuerRole: ROLES[ruleOf(code)?.by ?? 'platform']!,
    reasons: [],
    amountCents: null,
    approvedCents: null,
    contestedCents: null,
    amountOn: null,
    ...more,
  };
}

const context: EInvoiceContext = {
  amountCents: 120_000,
  receivedCents: 0,
  announcedWorkingDays: 5,
  settledUpTo: null,
};

const kinds = (statuses: EInvoiceStatus[], more: Partial<EInvoiceContext> = {}) =>
  effectOf(statuses, { ...context, ...more }).holds.map(({ kind }) => kind);

describe('what a status does to the claim', () => {
  it('nothing for those that only tell where the invoice is', () => {
    const quiet = [
      '200',
      '201',
      '202',
      '203',
      '204',
      '205',
      '214',
      '220',
      '221',
      '224',
      '225',
      '226',
      '227',
      '228',
      '501',
    ];
    for (const code of [...quiet, '742', '', 'constructor']) {
      const standing = effectOf([status(code, '2026-03-02')], context);
      expect([code, standing.holds, standing.task]).toEqual([code, [], null]);
      expect(standing.latest?.code).toBe(code);
    }
  });

  it.each([
    ['206', 'e-invoice-disputed', 'disputed'],
    ['207', 'e-invoice-disputed', 'disputed'],
    ['208', 'e-invoice-suspended', 'suspended'],
    ['210', 'e-invoice-refused', 'refused'],
    ['213', 'e-invoice-rejected', 'rejected'],
    ['212', 'receipt-to-check', 'collected'],
  ])('%s holds the claim back until somebody acts, and asks for it', (code, kind, ground) => {
    const { holds, task } = effectOf([status(code, '2026-03-02')], context);
    expect(holds).toMatchObject([{ kind, since: day('2026-03-02'), until: null }]);
    expect(task).toMatchObject({ ground, statusId: `${code}@2026-03-02` });
  });

  it('209 ends a suspension and leaves a task, without holding', () => {
    const { holds, task } = effectOf([status('208', '2026-03-02'), status('209', '2026-03-04')], context);
    expect(holds).toEqual([]);
    expect(task?.ground).toBe('completed');
    expect(kinds([status('208', '2026-03-02'), status('209', '2026-03-04'), status('208', '2026-03-05')])).toEqual([
      'e-invoice-suspended',
    ]);
  });

  it('205 and 204 end a dispute, a suspension and a rejection, not a refusal', () => {
    for (const end of ['204', '205']) {
      for (const code of ['206', '207', '208', '213'])
        expect(kinds([status(code, '2026-03-02'), status(end, '2026-03-03')])).toEqual([]);
      expect(kinds([status('210', '2026-03-02'), status(end, '2026-03-03')])).toEqual(['e-invoice-refused']);
    }
  });

  it('202 and 203 end a rejection and nothing else', () => {
    for (const end of ['202', '203']) {
      expect(kinds([status('213', '2026-03-02'), status(end, '2026-03-03')])).toEqual([]);
      expect(kinds([status('207', '2026-03-02'), status(end, '2026-03-03')])).toEqual(['e-invoice-disputed']);
    }
    expect(kinds([status('213', '2026-03-02'), status('200', '2026-03-03')])).toEqual(['e-invoice-rejected']);
  });

  it('frees only for whoever may say it, and holds back whoever says it', () => {
    const disputed = status('207', '2026-03-02');
    for (const issuerRole of ['SE', 'WK', '', 'XX', 'constructor'])
      expect(kinds([disputed, status('205', '2026-03-03', { issuerRole })])).toEqual(['e-invoice-disputed']);
    expect(kinds([disputed, status('205', '2026-03-03', { issuerRole: 'AB' })])).toEqual([]);
    expect(kinds([status('207', '2026-03-02', { issuerRole: 'WK' })])).toEqual(['e-invoice-disputed']);
  });

  it('a refusal takes the place of a dispute', () => {
    expect(kinds([status('207', '2026-03-02'), status('210', '2026-03-03')])).toEqual(['e-invoice-refused']);
    expect(kinds([status('210', '2026-03-02'), status('207', '2026-03-03')])).toEqual([
      'e-invoice-refused',
      'e-invoice-disputed',
    ]);
  });
});

describe('an announced payment (211)', () => {
  it('holds for the working days given, over a week-end and a public holiday', () => {
    // Thursday 30 April 2026: 1 and 8 May are holidays.
    const { holds, announced, task } = effectOf([status('211', '2026-04-30', { amountCents: 120_000 })], context);
    expect(holds).toMatchObject([{ kind: 'payment-announced', until: day('2026-05-11') }]);
    expect(announced).toEqual({ statusId: '211@2026-04-30', cents: 120_000, until: day('2026-05-11') });
    expect(task).toBeNull();
  });

  it('counts from the day of the payment when it is a near one', () => {
    const until = (amountOn: string) =>
      formatDay(effectOf([status('211', '2026-03-02', { amountOn })], context).holds[0]!.until!);
    expect(until('2026-03-10')).toBe('2026-03-17');
    expect(until('2026-04-01')).toBe('2026-04-09');
    expect(until('2026-04-02')).toBe('2026-03-09');
    expect(until('2026-02-01')).toBe('2026-03-09');
  });

  it('gives way to the money the seller declares', () => {
    expect(kinds([status('211', '2026-03-02'), status('212', '2026-03-04')])).toEqual(['receipt-to-check']);
    expect(kinds([status('211', '2026-03-02'), status('212', '2026-03-04', { issuerRole: 'BY' })])).toEqual([
      'receipt-to-check',
      'payment-announced',
    ]);
  });
});

describe('a declared receipt (212)', () => {
  it('adds up over messages, and holds until as much is recorded', () => {
    const parts = [
      status('212', '2026-03-02', { amountCents: 50_000 }),
      status('212', '2026-03-09', { amountCents: 70_000 }),
    ];
    expect(effectOf(parts, context).declaredCents).toBe(120_000);
    expect(kinds(parts, { receivedCents: 119_999 })).toEqual(['receipt-to-check']);
    expect(kinds(parts, { receivedCents: 120_000 })).toEqual([]);
  });

  it('without an amount, speaks of the whole invoice', () => {
    expect(effectOf([status('212', '2026-03-02')], context).declaredCents).toBe(120_000);
  });

  it('may be taken back by a negative one', () => {
    const undone = [
      status('212', '2026-03-02', { amountCents: 50_000 }),
      status('212', '2026-03-03', { amountCents: -50_000 }),
    ];
    expect(kinds(undone)).toEqual([]);
  });
});

describe('what a person has dealt with', () => {
  it('holds no more, but what comes later does', () => {
    const settledUpTo = '2026-03-05T10:00:00';
    const settled = [status('210', '2026-03-05'), status('212', '2026-03-04'), status('207', '2026-03-01')];
    expect(effectOf(settled, { ...context, settledUpTo })).toMatchObject({ holds: [], task: null });
    expect(kinds([...settled, status('207', '2026-03-06')], { settledUpTo })).toEqual(['e-invoice-disputed']);
  });
});

describe('evidence', () => {
  it('is what the buyer and the platforms have said, each from its own side', () => {
    const { evidence } = effectOf(
      [
        status('205', '2026-03-15'),
        status('203', '2026-03-02'),
        status('205', '2026-03-16', { issuerRole: 'SE' }),
        status('202', '2026-03-01'),
      ],
      context,
    );
    expect(evidence.map(({ text }) => text)).toEqual([
      'Facture reçue par la plateforme de l’acheteur le 1er mars 2026.',
      'Facture mise à disposition de l’acheteur le 2 mars 2026.',
      'Facture approuvée par l’acheteur le 15 mars 2026.',
    ]);
  });
});

const codes = [...Object.keys(STATUS_RULES), '742', ''];
const anyStatus: fc.Arbitrary<EInvoiceStatus> = fc
  .record({
    code: fc.constantFrom(...codes),
    on: fc.integer({ min: 1, max: 9 }),
    hour: fc.constantFrom('09:00:00', '09:00:01', '18:30:00'),
    issuerRole: fc.constantFrom('BY', 'SE', 'WK', 'AB', ''),
    amountCents: fc.constantFrom(null, 5_000, 60_000, 120_000, -5_000),
  })
  .map(({ code, on, hour, issuerRole, amountCents }) => {
    const at = `2026-03-0${on}T${hour}`;
    return status(code, '', { statusId: `${at} ${code} ${issuerRole}`, at, issuerRole, amountCents });
  });
const anyContext = fc.record({
  amountCents: fc.constant(120_000),
  receivedCents: fc.constantFrom(0, 5_000, 120_000),
  announcedWorkingDays: fc.integer({ min: 1, max: 15 }),
  settledUpTo: fc.constantFrom(null, '2026-03-04T09:00:00'),
});

describe('for any statuses', () => {
  it('the order of arrival and copies change nothing', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(anyStatus, { selector: (one) => one.statusId, maxLength: 12 })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
          ),
        anyContext,
        ([all, shuffled, copies], facts) => {
          expect(effectOf([...shuffled, ...copies], facts)).toEqual(effectOf(all, facts));
        },
      ),
    );
  });

  it('an older status that comes late never undoes a newer one', () => {
    const holding = fc.constantFrom('207', '208', '210', '213');
    fc.assert(
      fc.property(holding, fc.array(anyStatus, { maxLength: 8 }), (code, older) => {
        const newest = status(code, '2026-03-20');
        const alone = effectOf([newest], context).holds;
        expect(effectOf([...older, newest], context).holds).toEqual(expect.arrayContaining(alone));
      }),
    );
  });

  it('a claim is held for a reason a person can read, and only an announced payment ends by itself', () => {
    fc.assert(
      fc.property(fc.array(anyStatus, { maxLength: 10 }), anyContext, (statuses, facts) => {
        const { holds, task } = effectOf(statuses, facts);
        for (const hold of holds) {
          expect(hold.reason).toMatch(/\.$/u);
          expect(hold.until !== null).toBe(hold.kind === 'payment-announced');
        }
        if (holds.some(({ until }) => until === null)) expect(task).not.toBeNull();
      }),
    );
  });
});

describe('names', () => {
  it('are French, and an unknown code keeps what its message says', () => {
    expect(eInvoiceStatusName('203', 'Mise_à_disposition')).toBe('Mise à disposition');
    expect(eInvoiceStatusName('742', 'Mise_de_côté')).toBe('Mise de côté (742)');
    expect(eInvoiceStatusName('742')).toBe('Statut 742');
    expect(sideOf('constructor')).toBeUndefined();
  });

  it('working days step over week-ends', () => {
    expect(formatDay(addWorkingDays(day('2026-03-06'), 1))).toBe('2026-03-09');
    expect(formatDay(addWorkingDays(day('2026-03-06'), 0))).toBe('2026-03-06');
  });
});
