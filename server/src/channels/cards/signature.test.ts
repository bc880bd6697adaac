import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readStripeEvent } from './signature.ts';

const SECRET = 'whsec_one';
const NOW = Date.parse('2026-11-21T10:00:00Z');
const t = NOW / 1000;
const body = Buffer.from(JSON.stringify({ id: 'evt_1', type: 'charge.refunded', data: { object: { id: 'ch_1' } } }));
const sign = (secret: string, at: number | string, of: Buffer = body) =>
  createHmac('sha256', secret).update(`${at}.`).update(of).digest('hex');
const read = (header: string | null, given = body, secret = SECRET) => readStripeEvent(given, header, secret, NOW);

describe('a signed call', () => {
  test('is read when it was signed with our secret over these very bytes', () => {
    expect(read(`t=${t},v1=${sign(SECRET, t)}`)).toEqual({
      eventId: 'evt_1',
      type: 'charge.refunded',
      object: { id: 'ch_1' },
    });
  });

  test('one good signature among several is enough, whatever their order', () => {
    const [ours, theirs] = [sign(SECRET, t), sign('whsec_old', t)];
    expect(read(`t=${t},v1=${theirs},v1=${ours},v0=${theirs}`)).not.toBeNull();
    expect(read(`v1=${ours}, v1=${theirs}, t=${t}`)).not.toBeNull();
  });

  test.each([299, -299])('%i seconds away from our clock is taken', (away) => {
    expect(read(`t=${t - away},v1=${sign(SECRET, t - away)}`)).not.toBeNull();
  });

  test.each([
    ['no header', null],
    ['another secret', `t=${t},v1=${sign('whsec_two', t)}`],
    ['another time than the signed one', `t=${t - 1},v1=${sign(SECRET, t)}`],
    ['an older scheme only', `t=${t},v0=${sign(SECRET, t)}`],
    ['too old', `t=${t - 301},v1=${sign(SECRET, t - 301)}`],
    ['too far ahead', `t=${t + 301},v1=${sign(SECRET, t + 301)}`],
    ['a cut signature', `t=${t},v1=${sign(SECRET, t).slice(0, 62)}`],
    ['no time', `v1=${sign(SECRET, '')}`],
    ['nonsense', '====,,,t,v1'],
  ])('%s is nobody’s', (_, header) => {
    expect(read(header)).toBeNull();
  });

  test('one byte more or less is nobody’s, nor is a body that is no event, nor anything without a secret', () => {
    const header = `t=${t},v1=${sign(SECRET, t)}`;
    expect(read(header, Buffer.concat([body, Buffer.from(' ')]))).toBeNull();
    const other = Buffer.from('[]');
    expect(read(`t=${t},v1=${sign(SECRET, t, other)}`, other)).toBeNull();
    expect(read(`t=${t},v1=${sign('', t)}`, body, '')).toBeNull();
  });
});
