import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { electronicRefusal } from './consent.ts';
import { DISPATCH_EVENTS, type DispatchEventKind, dispatchEventName, isEnded } from './events.ts';
import { smsMayLeave } from './hours.ts';
import { noticeDay } from './notice.ts';

const events = (...list: [DispatchEventKind, string][]) => list.map(([kind, on]) => ({ kind, on: day(on) }));

describe('the day of a formal notice', () => {
  it.each([
    ['nothing yet', events(['deposited', '2026-11-06']), null],
    ['presented', events(['deposited', '2026-11-06'], ['first-presentation', '2026-11-09']), '2026-11-09'],
    [
      'presented, then collected',
      events(['delivered', '2026-11-14'], ['first-presentation', '2026-11-09']),
      '2026-11-09',
    ],
    ['signed at once, presentation not told', events(['delivered', '2026-11-10']), '2026-11-10'],
    ['refused at the door', events(['refused', '2026-11-10']), '2026-11-10'],
    ['presented, then refused', events(['first-presentation', '2026-11-09'], ['refused', '2026-11-12']), '2026-11-09'],
    [
      'left at the post office',
      events(['first-presentation', '2026-11-09'], ['unclaimed', '2026-11-24']),
      '2026-11-09',
    ],
    ['wrong address', events(['deposited', '2026-11-06'], ['returned', '2026-11-12']), null],
    ['lost', events(['failed', '2026-11-12']), null],
    ['attempted at a wrong address', events(['first-presentation', '2026-11-09'], ['returned', '2026-11-12']), null],
    [
      'left, then sent back as the post does',
      events(['first-presentation', '2026-11-09'], ['unclaimed', '2026-11-24'], ['returned', '2026-11-26']),
      '2026-11-09',
    ],
  ])('%s', (_what, told, expected) => {
    expect(noticeDay(told)).toBe(expected === null ? null : day(expected));
  });
});

describe('the end of a sending', () => {
  it('comes with its last event, and not with a presentation', () => {
    expect(isEnded(events(['deposited', '2026-11-06'], ['first-presentation', '2026-11-09']))).toBe(false);
    for (const kind of ['delivered', 'refused', 'unclaimed', 'returned', 'failed'] as const)
      expect(isEnded(events([kind, '2026-11-09']))).toBe(true);
  });

  it('has a name for every event of every kind of sending', () => {
    for (const kind of DISPATCH_EVENTS)
      for (const channel of ['letter', 'registered', 'sms'] as const)
        expect(dispatchEventName(kind, { channel, electronic: false })).not.toBe('');
    expect(dispatchEventName('first-presentation', { channel: 'registered', electronic: true })).toContain(
      'Notification électronique',
    );
  });
});

describe('an electronic registered letter', () => {
  const on = day('2026-11-20');
  it('needs nothing of a professional', () => {
    for (const kind of ['company', 'trader', 'artisan', 'civil-professional'] as const)
      expect(electronicRefusal(kind, [], on)).toBeNull();
  });

  it('is refused to whoever is none and has not consented, with the article', () => {
    for (const kind of ['consumer', 'non-business', null] as const) {
      const refusal = electronicRefusal(kind, [], on);
      expect(refusal?.code).toBe('ElectronicConsentNeeded');
      expect(refusal?.message).toMatch(/L100 et R53-3/);
    }
  });

  it('is allowed from the day of the consent, until it is withdrawn', () => {
    const consent = { givenOn: day('2026-11-18'), withdrawnOn: null };
    expect(electronicRefusal('consumer', [consent], day('2026-11-17'))).not.toBeNull();
    expect(electronicRefusal('consumer', [consent], day('2026-11-18'))).toBeNull();
    const withdrawn = { ...consent, withdrawnOn: day('2026-11-20') };
    expect(electronicRefusal('consumer', [withdrawn], day('2026-11-19'))).toBeNull();
    expect(electronicRefusal('consumer', [withdrawn], on)?.message).toContain('retiré');
  });
});

describe('the hours of text messages', () => {
  const friday = day('2026-11-20');
  it.each([
    ['consumer', '09:59', false],
    ['consumer', '10:00', true],
    ['consumer', '12:59', true],
    ['consumer', '13:00', false],
    ['consumer', '14:00', true],
    ['consumer', '19:59', true],
    ['consumer', '20:00', false],
    ['business', '08:59', false],
    ['business', '09:00', true],
    ['business', '17:59', true],
    ['business', '18:00', false],
  ] as const)('%s at %s: %s', (profile, time, expected) => {
    expect(smsMayLeave(profile, friday, time)).toBe(expected);
  });

  it('are none at the week-end or on a holiday', () => {
    for (const closed of ['2026-11-21', '2026-11-22', '2026-11-11'])
      for (const profile of ['business', 'consumer', 'public'] as const)
        expect(smsMayLeave(profile, day(closed), '11:00')).toBe(false);
  });
});
