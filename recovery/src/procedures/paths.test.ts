/** Turns of the other procedures that the golden lives do not take. */
import { day, formatDay } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { lifeOf, type ProcedureFacts, type ProcedureLife } from './index.ts';
import { procedureFacts, told } from './testing.ts';

function lifeAt(on: string, facts: ProcedureFacts): ProcedureLife {
  const life = lifeOf(facts, day(on));
  if ('refusal' in life) throw new Error(life.refusal.message);
  return life;
}

function dateOf({ deadlines }: ProcedureLife, what: string): string | undefined {
  const found = deadlines.find((deadline) => deadline.what === what);
  return found === undefined ? undefined : `${formatDay((found.before ?? found.notBefore)!)} ${found.status}`;
}

describe('a suit', () => {
  const hearing = (on: string, hearingOn: string) => told('hearing-set', on, { hearingOn });
  const served = told('served', '2026-10-05', { manner: 'home' });

  it('without a known court shows every date to verify and lapses by none', () => {
    const facts = procedureFacts('assignation', { court: null, events: [hearing('2026-09-14', '2026-11-10'), served] });
    const life = lifeAt('2026-11-20', facts);
    expect(life).toMatchObject({ state: 'served', end: null });
    const whats = life.deadlines.map(({ what }) => what);
    expect(whats).toEqual(expect.arrayContaining(['file-judicial-to-verify', 'file-commercial-to-verify']));
    expect(life.warnings.join()).toContain('Juridiction non précisée');
  });

  it('whose date was known too late for the fifteen days is not held to them before a judicial court', () => {
    const events = [hearing('2026-10-01', '2026-10-12'), told('served', '2026-10-02', { manner: 'home' })];
    const life = lifeAt('2026-10-10', procedureFacts('assignation', { court: 'judicial', events }));
    expect(life.state).toBe('served');
    expect(dateOf(life, 'file-judicial')).toBeUndefined();
  });

  it('not served in time loses its date, not the case, and takes another', () => {
    const facts = procedureFacts('assignation', { events: [hearing('2026-09-14', '2026-11-10')] });
    expect(lifeAt('2026-10-26', facts).state).toBe('dated');
    expect(lifeAt('2026-10-27', facts)).toMatchObject({ state: 'date-lost', end: null });
    const again = { ...facts, events: [...facts.events, hearing('2026-10-28', '2027-01-12')] };
    expect(lifeAt('2026-11-15', again).state).toBe('dated');
    expect(dateOf(lifeAt('2026-11-15', again), 'serve-commercial')).toBe('2026-12-28 open');
  });

  it('under appeal stays a title when its judgment is enforceable, and is none when it is not', () => {
    const judgment = (flags: Record<string, boolean>) =>
      procedureFacts('requete', {
        court: 'judicial',
        events: [
          told('filed', '2026-09-01'),
          hearing('2026-09-14', '2026-10-12'),
          told('judgment', '2026-11-02', {
            outcome: 'partly',
            nature: 'contradictory',
            grantedCents: 300_000,
            ...flags,
          }),
          told('judgment-served', '2026-11-09', { manner: 'person' }),
          told('appealed', '2026-12-01', { by: 'debtor' }),
        ],
      });
    expect(lifeAt('2027-01-01', judgment({}))).toMatchObject({
      state: 'appealed-enforceable',
      title: { enforceableFrom: day('2026-11-09'), grantedCents: 300_000 },
    });
    expect(lifeAt('2027-01-01', judgment({ notEnforceable: true }))).toMatchObject({ state: 'appealed', title: null });
  });

  it('dismissed leaves us the time to appeal, and no interruption', () => {
    const facts = procedureFacts('requete', {
      court: 'judicial',
      events: [
        told('filed', '2026-09-01'),
        hearing('2026-09-14', '2026-10-12'),
        told('judgment', '2026-11-02', { outcome: 'dismissed', nature: 'contradictory' }),
        told('judgment-received', '2026-11-09'),
      ],
    });
    const life = lifeAt('2026-11-20', facts);
    expect(life).toMatchObject({ state: 'dismissed', end: 'refused', title: null, limitation: [] });
    expect(dateOf(life, 'creditor-appeal')).toBe('2026-12-09 open');
  });

  it('whose contribution is not put right is inadmissible', () => {
    const events = [told('filed', '2026-09-01'), told('contribution-asked', '2026-09-14')];
    const facts = procedureFacts('requete', { court: 'judicial', events });
    expect(lifeAt('2026-10-14', facts).state).toBe('filed');
    expect(lifeAt('2026-10-15', facts)).toMatchObject({ state: 'inadmissible', end: 'refused', limitation: [] });
  });
});

describe('an interim order', () => {
  it('is a title during the appeal, and is none once the court of appeal refuses', () => {
    const events = [
      told('hearing-set', '2026-09-01', { hearingOn: '2026-09-21' }),
      told('served', '2026-09-03', { manner: 'person' }),
      told('ordered', '2026-10-05', { grantedCents: 200_000 }),
      told('order-served', '2026-10-12', { manner: 'person' }),
      told('appealed', '2026-10-20', { by: 'debtor' }),
    ];
    const facts = procedureFacts('refere-provision', { events });
    expect(lifeAt('2026-12-01', facts)).toMatchObject({ state: 'appealed', title: { grantedCents: 200_000 } });
    const reversed = told('appeal-decided', '2027-02-01', { outcome: 'dismissed' });
    const after = lifeAt('2027-02-02', { ...facts, events: [...events, reversed] });
    expect(after).toMatchObject({ state: 'to-the-merits', end: 'refused', title: null, limitation: [] });
  });
});

describe('a wage attachment', () => {
  const events = [told('commandement', '2026-09-11'), told('registered', '2026-09-11')];
  const facts = procedureFacts('saisie-des-remunerations', { hasTitle: true, debtorKind: 'consumer', events });

  it('waits while a contest made in time is judged', () => {
    const contested = { ...facts, events: [...events, told('contested', '2026-10-09')] };
    const life = lifeAt('2027-02-01', contested);
    expect(life).toMatchObject({ state: 'contested', end: null });
    expect(dateOf(life, 'seize-until')).toBe('2026-12-11 moot');
  });

  it('goes on when the contest comes too late', () => {
    const contested = { ...facts, events: [...events, told('contested', '2026-10-20')] };
    const life = lifeAt('2026-10-21', contested);
    expect(life.state).toBe('seizable');
    expect(life.warnings.join()).toContain('Contestation formée après le délai');
    expect(lifeAt('2026-12-12', contested).state).toBe('lapsed');
  });

  it('lapses when the command is not registered the next working day', () => {
    const late = { ...facts, events: [events[0]!, told('registered', '2026-09-15')] };
    expect(lifeAt('2026-09-15', late)).toMatchObject({ state: 'lapsed', since: day('2026-09-15') });
  });
});

describe('a protective attachment', () => {
  it('counts the copy from the seizure when the suit is older', () => {
    const events = [
      told('sued', '2026-08-03', { by: 'suit' }),
      told('leave-granted', '2026-09-07'),
      told('seized', '2026-09-16', { asset: 'account' }),
    ];
    const life = lifeAt('2026-09-17', procedureFacts('saisie-conservatoire', { document: 'invoice', events }));
    expect(dateOf(life, 'copy-to-garnishee')).toBe('2026-09-24 open');
    expect(dateOf(life, 'start-suit')).toBe('2026-10-16 done');
  });

  it('of movables has no third party to give a copy to, and of a title holder no suit to start', () => {
    const events = [told('seized', '2026-09-16', { asset: 'movables' })];
    const life = lifeAt('2026-09-17', procedureFacts('saisie-conservatoire', { hasTitle: true, events }));
    expect(life.deadlines.map(({ what }) => what)).toEqual(['notify-debtor']);
  });

  it('is not converted without a title', () => {
    const seized = [
      told('leave-granted', '2026-09-07'),
      told('seized', '2026-09-16', { asset: 'account' }),
      told('debtor-notified', '2026-09-17'),
      told('sued', '2026-09-18', { by: 'suit' }),
      told('garnishee-copied', '2026-09-21'),
      told('converted', '2026-11-02'),
    ];
    const facts = procedureFacts('saisie-conservatoire', { events: seized });
    expect(lifeOf(facts, day('2026-11-02'))).toMatchObject({ refusal: { code: 'EnforcementNeedsTitle' } });
  });
});

describe('a claim in an insolvency', () => {
  const opened = told('opened', '2026-09-08', { kind: 'reorganisation' });

  it('counts nothing from the judgment, and everything from the publication', () => {
    const facts = procedureFacts('insolvency-claim', { claimKind: 'goods', events: [opened] });
    expect(lifeAt('2027-09-01', facts)).toMatchObject({ state: 'opened', deadlines: [] });
  });

  it('left without an answer can no longer be argued, and the answer that follows is only kept', () => {
    const events = [
      opened,
      told('published', '2026-09-18'),
      told('declared', '2026-10-12'),
      told('challenged', '2026-12-01'),
      told('answered', '2027-01-05'),
    ];
    const life = lifeAt('2027-01-10', procedureFacts('insolvency-claim', { events }));
    expect(life).toMatchObject({ state: 'unanswered', since: day('2027-01-01') });
    expect(dateOf(life, 'answer-challenge')).toBe('2026-12-31 missed');
  });

  it('declared after its time is kept, changes nothing and interrupts nothing', () => {
    const events = [opened, told('published', '2026-09-18'), told('declared', '2026-11-19')];
    const life = lifeAt('2026-12-01', procedureFacts('insolvency-claim', { events }));
    expect(life).toMatchObject({ state: 'foreclosed', limitation: [] });
    expect(life.warnings.join()).toContain('vient trop tard');
  });
});

describe('talks', () => {
  it('suspend limitation from the meeting to the failure', () => {
    const events = [told('referred', '2026-09-01'), told('met', '2026-10-05'), told('failed', '2026-11-16')];
    const life = lifeAt('2026-12-01', procedureFacts('mediation', { events }));
    expect(life).toMatchObject({
      end: 'done',
      limitation: [{ kind: 'mediation', on: day('2026-10-05'), until: day('2026-11-16') }],
    });
  });

  it('keep the consent to small claims as a suspension, even when no agreement follows', () => {
    const events = [told('invited', '2026-09-15'), told('accepted', '2026-09-21'), told('refused', '2026-10-12')];
    const life = lifeAt('2026-12-01', procedureFacts('small-claims', { debtorKind: 'consumer', events }));
    expect(life.limitation).toEqual([
      { kind: 'small-claims-consent', on: day('2026-09-21'), until: day('2026-10-12') },
    ]);
  });
});

describe('a procedure that takes no more than a sum', () => {
  it.each([
    ['small-claims', told('invited', '2026-09-15')],
    ['requete', told('filed', '2026-09-15')],
    ['european-small-claims', told('filed', '2026-09-15')],
  ] as const)('says so above it, and nothing at it: %s', (kind, event) => {
    const at = (amountCents: number) =>
      lifeAt(
        '2026-09-16',
        procedureFacts(kind, { amountCents, debtorKind: 'civil-professional', court: 'judicial', events: [event] }),
      ).warnings.filter((sentence) => sentence.includes('au-dessus de la limite'));
    expect(at(500_000)).toEqual([]);
    expect(at(500_001)).toHaveLength(1);
    expect(at(500_001)[0]).toMatch(/5\u202f000,01\u00a0€.*\(5\u202f000,00\u00a0€/);
  });

  it('has none where the law sets none', () => {
    const order = procedureFacts('injonction-de-payer', { amountCents: 90_000_000 });
    expect(lifeAt('2026-09-16', order).warnings.join()).not.toContain('limite de cette procédure');
  });
});

it('doubts a sum granted above the sum asked, and no other', () => {
  const at = (grantedCents: number) =>
    lifeAt(
      '2026-09-20',
      procedureFacts('injonction-de-payer', {
        amountCents: 480_000,
        events: [told('filed', '2026-09-01', { feePaid: true }), told('granted', '2026-09-10', { grantedCents })],
      }),
    ).warnings.filter((sentence) => sentence.includes('supérieure à la somme demandée'));
  expect(at(480_000)).toEqual([]);
  expect(at(480_001)).toHaveLength(1);
});
