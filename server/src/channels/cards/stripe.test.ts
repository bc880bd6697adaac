import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyMode, keysFault } from './keys.ts';
import { checkoutRequest, endCheckout, openCheckout, paymentOfIntent, readCheckout, tryStripe } from './stripe.ts';
import { type FakeStripe, fakeStripe } from './testing/fake-stripe.ts';

let fake: FakeStripe;
beforeEach(async () => {
  fake = await fakeStripe();
});
afterEach(() => fake.close());

const account = () => ({ apiUrl: fake.origin, secretKey: fake.secretKey });
const order = (changes: object = {}) => ({
  paymentId: '6f1f2f0e-4a52-4c1c-9a55-0f3a3b0e6f10',
  amountCents: 123_456,
  title: 'Règlement de vos factures – Atelier & Fils',
  description: 'FA-2026-001 FA-2026-002',
  language: 'fr' as const,
  returnUrl: 'https://factures.example.fr/espace/x/carte/y',
  cancelUrl: 'https://factures.example.fr/espace/x/carte/y/annule',
  expiresAt: Math.floor(Date.now() / 1000) + 7_200,
  ...changes,
});

describe('a visit', () => {
  test('is asked for in euros, by card alone, under our own name, and read back', async () => {
    const opened = await openCheckout(account(), 'key-1', checkoutRequest(order()));
    expect(opened).toMatchObject({ kind: 'done', value: { status: 'open', paid: false, amountCents: 123_456 } });
    const [session] = [...fake.sessions.values()];
    expect(Object.fromEntries(session!.form)).toMatchObject({
      'payment_method_types[0]': 'card',
      'line_items[0][price_data][product_data][name]': 'Règlement de vos factures – Atelier & Fils',
      'adaptive_pricing[enabled]': 'false',
      client_reference_id: order().paymentId,
      locale: 'fr',
    });
    // 23:30 in London on the 20th is the 21st in Paris.
    fake.pay(session!.id, Date.parse('2026-11-20T23:30:00Z') / 1000);
    expect(await readCheckout(account(), session!.id)).toMatchObject({
      kind: 'done',
      value: { status: 'complete', paid: true, url: null, paidOn: '2026-11-21', intentId: 'pi_live_1', live: true },
    });
    expect(await paymentOfIntent(account(), 'pi_live_1')).toEqual({
      kind: 'done',
      value: { paymentId: order().paymentId },
    });
    expect(await endCheckout(account(), session!.id)).toMatchObject({ kind: 'refused', status: 400 });
  });

  test.each(['cut', 'cut-answer'] as const)(
    '%s after it was opened: nobody can tell, and asked again it is the same',
    async (mood) => {
      fake.moods = [mood];
      const request = checkoutRequest(order());
      expect(await openCheckout(account(), 'key-1', request)).toMatchObject({ kind: 'unknown' });
      expect(await openCheckout(account(), 'key-1', request)).toMatchObject({
        kind: 'done',
        value: { sessionId: 'cs_live_1' },
      });
      expect(fake.sessions.size).toBe(1);
    },
  );

  test('the same key for other words is refused', async () => {
    await openCheckout(account(), 'key-1', checkoutRequest(order()));
    const other = checkoutRequest(order({ amountCents: 100 }));
    expect(await openCheckout(account(), 'key-1', other)).toMatchObject({ kind: 'refused', code: 'idempotency_error' });
    expect(fake.sessions.size).toBe(1);
  });

  test('an error is in doubt at first, and final once Stripe keeps giving it for this key', async () => {
    fake.moods = ['error'];
    const request = checkoutRequest(order());
    expect((await openCheckout(account(), 'key-1', request)).kind).toBe('unknown');
    expect(await openCheckout(account(), 'key-1', request)).toMatchObject({ kind: 'refused', code: 'kept-error' });
  });

  test('too many requests say nothing; a refusal says why', async () => {
    fake.moods = ['busy', 'refuse'];
    const request = checkoutRequest(order());
    expect((await openCheckout(account(), 'key-1', request)).kind).toBe('unknown');
    expect(await openCheckout(account(), 'key-1', request)).toEqual({
      kind: 'refused',
      status: 402,
      code: 'invalid_request_error',
      answer: 'Your account cannot currently make live charges.',
    });
  });

  test('an answer that never comes is bounded, and in doubt', async () => {
    const silent = { ...account(), options: { limits: { wholeMs: 50 } }, apiUrl: fake.origin };
    fake.down = true;
    expect((await readCheckout(silent, 'cs_live_1')).kind).toBe('unknown');
  });
});

describe('a key', () => {
  test('is tried without creating anything, and told apart from a wrong one', async () => {
    expect(await tryStripe(account())).toEqual({ kind: 'done', value: { name: 'Atelier Fontaine' } });
    expect(await tryStripe({ ...account(), secretKey: 'sk_live_wrong' })).toMatchObject({
      kind: 'refused',
      status: 401,
    });
    expect(fake.sessions.size).toBe(0);
  });

  test.each([
    ['sk_live_51abcdefgh', 'live'],
    ['rk_test_51abcdefgh', 'test'],
    ['pk_live_51abcdefgh', null],
    ['sk_live_', null],
  ] as const)('%s is %s', (key, mode) => {
    expect(keyMode(key)).toBe(mode);
  });

  test('the publishable key and the webhook secret in its place are named', () => {
    const fault = (secretKey: string, webhookSecret = '') => keysFault({ secretKey, webhookSecret });
    expect(fault('pk_live_51abcdefgh')).toContain('publiable');
    expect(fault('whsec_12345678')).toContain('webhook');
    expect(fault('sk_live_51abcdefgh', 'abc')).toContain('whsec_');
    expect(fault('sk_live_51abcdefgh', 'whsec_12345678')).toBeNull();
  });
});
