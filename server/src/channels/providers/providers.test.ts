import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { PROVIDER_FORMS, type Provider, type Service } from '@acquit/recovery';
import { afterEach, describe, expect, test } from 'vitest';
import { makeCertificate } from '../../testing/smtp-sink-certificate.ts';
import { ar24Open, ar24Signature } from './ar24.ts';
import { addressFault, type Connector, openConnector, type PaidOrder } from './index.ts';
import { tagOf } from './ovh.ts';
import { sixLines } from './postal.ts';
import { ask, urlFault } from './request.ts';
import {
  type Fake,
  fakeAr24,
  fakeBrevo,
  fakeHttp,
  fakeMaileva,
  fakeMerciFacteur,
  fakeOvh,
  type Mood,
} from './testing/index.ts';

const NOW = Date.UTC(2026, 10, 20, 9, 0, 0);
const now = () => NOW;
const REF = '0193f0aa7b1c7d2e8f3a4b5c6d7e8f90';
const PDF = Buffer.from('%PDF-1.7 a letter');

const sms: PaidOrder = {
  ref: REF,
  service: 'sms',
  to: '+33612345678',
  sender: 'Durand',
  text: 'Durand : la facture F-1',
};
const posted = (service: 'letter' | 'registered'): PaidOrder => ({
  ref: REF,
  service,
  from: {
    name: 'Atelier Durand',
    contact: null,
    street: ['3 rue des Tanneurs'],
    postcode: '69001',
    city: 'LYON',
    country: 'FR',
  },
  to: {
    name: 'Société Générale de Menuiserie',
    contact: 'À l’attention de Mme Petit',
    street: ['12 rue de la Paix'],
    postcode: '75002',
    city: 'PARIS',
    country: 'FR',
  },
  file: { name: 'mise-en-demeure', pdf: PDF },
});
const electronic: PaidOrder = {
  ref: REF,
  service: 'electronic',
  to: {
    name: 'Menuiserie SARL',
    firstName: 'Jeanne',
    lastName: 'Petit',
    email: 'jeanne@menuiserie.example',
    professional: true,
  },
  file: { name: 'mise-en-demeure', pdf: PDF },
  content: 'Vous trouverez ci-joint notre mise en demeure.',
};

interface Case {
  provider: Provider;
  service: Service;
  order: PaidOrder;
  start: () => Promise<Fake>;
  /** What is bought is named by, at the fake. */
  ref: string;
  /** What the provider says of a sending whose answer was lost. */
  found: 'taken' | 'repeatable' | 'unknown';
}

const CASES: Case[] = [
  { provider: 'ovh', service: 'sms', order: sms, start: fakeOvh, ref: tagOf(REF), found: 'taken' },
  { provider: 'brevo', service: 'sms', order: sms, start: fakeBrevo, ref: REF, found: 'taken' },
  { provider: 'http', service: 'sms', order: sms, start: fakeHttp, ref: REF, found: 'unknown' },
  { provider: 'maileva', service: 'letter', order: posted('letter'), start: fakeMaileva, ref: REF, found: 'taken' },
  {
    provider: 'maileva',
    service: 'registered',
    order: posted('registered'),
    start: fakeMaileva,
    ref: REF,
    found: 'taken',
  },
  {
    provider: 'merci-facteur',
    service: 'registered',
    order: posted('registered'),
    start: () => fakeMerciFacteur(now),
    ref: REF,
    found: 'repeatable',
  },
  { provider: 'ar24', service: 'electronic', order: electronic, start: fakeAr24, ref: REF, found: 'taken' },
];

const fakes: Fake[] = [];
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close();
});

async function opened(of: Case, more: Record<string, string> = {}): Promise<{ fake: Fake; connector: Connector }> {
  const fake = await of.start();
  fakes.push(fake);
  const connector = openConnector(
    of.provider,
    of.service,
    { ...fake.values, ...more },
    { now, options: { limits: { wholeMs: 400 } } },
  );
  await connector.unlock?.('123 456');
  return { fake, connector };
}

/** A whole sending: what is free, then the one call that costs. */
async function sent(connector: Connector, order: PaidOrder) {
  const prepared = await connector.prepare(order);
  if (prepared.kind !== 'ready') return { outcome: prepared, draft: null };
  return { outcome: await connector.pay(order, prepared.draft), draft: prepared.draft };
}

const named = CASES.map((of) => [`${of.provider} ${of.service}`, of] as const);

test('every provider of every service is in these cases', () => {
  const tried = new Set(CASES.map(({ provider }) => provider));
  expect(tried).toEqual(new Set(PROVIDER_FORMS.map(({ provider }) => provider)));
});

describe.each(named)('%s', (_name, of) => {
  test('takes a sending once, and tells by what name', async () => {
    const { fake, connector } = await opened(of);
    expect((await connector.check()).trouble).toBeUndefined();
    const { outcome } = await sent(connector, of.order);
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(fake.bought.map(({ ref }) => ref)).toEqual([of.ref]);
  });

  test('with a wrong secret nothing is bought, and it is the account’s trouble', async () => {
    const form = PROVIDER_FORMS.find(({ provider }) => provider === of.provider)!;
    const [first] = form.fields.filter(({ secret }) => secret);
    const { fake, connector } = await opened(of, { [first!.key]: 'wrong' });
    expect(await connector.check()).toHaveProperty('trouble');
    expect((await sent(connector, of.order)).outcome.kind).toBe('account');
    expect(fake.bought).toEqual([]);
  });

  test.each<Mood>(['cut', 'cut-answer', 'error', 'silent'])(
    'taken and then %s: unknown, and found again',
    async (mood) => {
      const { fake, connector } = await opened(of);
      fake.moods = [mood];
      const { outcome, draft } = await sent(connector, of.order);
      expect(outcome.kind).toBe('unknown');
      expect(fake.bought).toHaveLength(1);
      expect((await connector.find({ ref: REF, draft, ageMs: 60_000 })).kind).toBe(of.found);
      if (of.found === 'repeatable') {
        expect((await sent(connector, of.order)).outcome.kind).toBe('accepted');
        expect(fake.bought).toHaveLength(1);
      }
    },
  );

  test('a refusal and a busy provider buy nothing, and are told apart', async () => {
    const { fake, connector } = await opened(of);
    fake.moods = ['refuse', 'busy'];
    expect(['refused', 'account']).toContain((await sent(connector, of.order)).outcome.kind);
    expect((await sent(connector, of.order)).outcome.kind).toBe('not-taken');
    expect(fake.bought).toEqual([]);
  });

  test('when nobody listens, nothing was sent', async () => {
    const { fake, connector } = await opened(of);
    const prepared = await connector.prepare(of.order);
    await fake.close();
    const outcome = prepared.kind === 'ready' ? await connector.pay(of.order, prepared.draft) : prepared;
    expect(outcome.kind).toBe('not-taken');
  });
});

describe('what becomes of a sending', () => {
  const follow = async (of: Case, what: Record<string, unknown>, known: ('deposited' | 'delivered')[] = []) => {
    const { fake, connector } = await opened(of);
    const { outcome } = await sent(connector, of.order);
    fake.become(of.ref, what);
    const { providerRef } = outcome as { providerRef: string };
    return connector.follow!({ ref: REF, providerRef, known });
  };
  const caseOf = (provider: Provider, service: Service) =>
    CASES.find((of) => of.provider === provider && of.service === service)!;

  test('OVHcloud: delivered or lost, by its code', async () => {
    const of = caseOf('ovh', 'sms');
    expect(await follow(of, {})).toMatchObject({ events: [] });
    expect(await follow(of, { deliveryReceipt: 1 })).toMatchObject({
      events: [{ kind: 'delivered', on: '2026-11-20' }],
    });
    expect(await follow(of, { deliveryReceipt: 2 })).toMatchObject({ events: [{ kind: 'failed' }] });
  });

  test('Brevo: delivered or bounced, by its events', async () => {
    const of = caseOf('brevo', 'sms');
    const date = '2026-11-20T23:30:00.000Z';
    expect(await follow(of, {})).toMatchObject({ events: [] });
    expect(await follow(of, { event: 'delivered', date })).toMatchObject({
      events: [{ kind: 'delivered', on: '2026-11-21' }],
    });
    expect(await follow(of, { event: 'hardBounces', date, reason: 'unknown number' })).toMatchObject({
      events: [{ kind: 'failed', label: 'hardBounces : unknown number' }],
    });
  });

  test('Maileva: the whole way of a registered letter, its number, its price and its proofs', async () => {
    const of = caseOf('maileva', 'registered');
    const told = await follow(of, {
      registered_number: '1E00232062142',
      postage_price: 7.56,
      delivery_statuses: [
        { status: 'A01', label: 'Pris en charge', date: '2026-11-06T16:00:00.000Z' },
        { status: 'A07', label: 'Départ', date: '2026-11-06T20:00:00.000Z' },
        { status: 'P02', label: 'En attente de seconde présentation', date: '2026-11-10T09:00:00.000Z' },
        { status: 'A05', label: 'Tentative de distribution infructueuse', date: '2026-11-09T09:00:00.000Z' },
        { status: 'N05', label: 'Refusé', date: '2026-11-12T09:00:00.000Z' },
      ],
    });
    expect(told).toMatchObject({ number: '1E00232062142', priceCents: 756 });
    const events = told.trouble === undefined ? told.events : [];
    expect(events.map(({ kind, on }) => [kind, on])).toEqual([
      ['deposited', '2026-11-06'],
      ['first-presentation', '2026-11-09'],
      ['refused', '2026-11-12'],
    ]);
    expect(Buffer.from(events[0]!.proof!.bytes).toString()).toBe('%PDF-deposit');
  });

  test('Maileva: a proof already kept is not fetched again', async () => {
    const of = caseOf('maileva', 'registered');
    const told = await follow(of, { delivery_statuses: [{ status: 'D01', date: '2026-11-09T09:00:00Z' }] }, [
      'delivered',
    ]);
    expect(told).toMatchObject({ events: [{ kind: 'delivered', proof: null }] });
  });

  test('Merci Facteur: its history, line by line, and the scanned acknowledgement', async () => {
    const of = caseOf('merci-facteur', 'registered');
    const told = await follow(of, {
      historique:
        '06/11/2026 : Courrier imprimé par Merci facteur\n06/11/2026 : Courrier pris en charge par La Poste\n09/11/2026 : Pli présenté, destinataire avisé\n12/11/2026 : Courrier distribué au destinataire',
      are_base64_jpeg: Buffer.from('jpeg').toString('base64'),
    });
    const events = told.trouble === undefined ? told.events : [];
    expect(events.map(({ kind, on }) => [kind, on])).toEqual([
      ['deposited', '2026-11-06'],
      ['first-presentation', '2026-11-09'],
      ['delivered', '2026-11-12'],
    ]);
    expect(events[2]!.proof?.mediaType).toBe('image/jpeg');
    const back = await follow(of, {
      historique: '24/11/2026 : Pli non réclamé\n26/11/2026 : Distribué à l’expéditeur',
    });
    expect(back.trouble === undefined && back.events.map(({ kind }) => kind)).toEqual(['unclaimed', 'returned']);
  });

  test('AR24: notified, then left for fifteen days, each with its proof', async () => {
    const of = caseOf('ar24', 'electronic');
    const told = await follow(of, {
      ts_ev_date: '2026-11-06 18:15:01',
      view_date: '0000-00-00 00:00:00',
      negligence_date: '2026-11-22 00:00:01',
    });
    const events = told.trouble === undefined ? told.events : [];
    expect(events.map(({ kind, on }) => [kind, on])).toEqual([
      ['deposited', '2026-11-06'],
      ['first-presentation', '2026-11-06'],
      ['unclaimed', '2026-11-22'],
    ]);
    expect(Buffer.from(events[2]!.proof!.bytes).toString()).toMatch(/^%PDF-\/get\/proof\/ng/);
  });

  test('AR24 takes nothing before the sender’s code, and says that it is the account', async () => {
    const of = caseOf('ar24', 'electronic');
    const fake = await of.start();
    fakes.push(fake);
    const connector = openConnector('ar24', 'electronic', fake.values, { now });
    expect((await sent(connector, of.order)).outcome.kind).toBe('account');
    expect((await connector.unlock!('000000')).trouble).toContain('OTP');
    expect((await connector.unlock!('123456')).trouble).toBeNull();
    expect((await sent(connector, of.order)).outcome.kind).toBe('accepted');
  });
});

describe('a sending in doubt', () => {
  test('Maileva’s draft never submitted was certainly not bought', async () => {
    const { fake, connector } = await opened(CASES[4]!);
    const prepared = await connector.prepare(CASES[4]!.order);
    const draft = prepared.kind === 'ready' ? prepared.draft : null;
    expect(await connector.find({ ref: REF, draft, ageMs: 0 })).toEqual({ kind: 'not-taken' });
    expect(fake.bought).toEqual([]);
  });

  test('what no provider knows stays unknown: the same is never bought twice on a silence', async () => {
    for (const of of CASES.filter(({ provider }) => ['ovh', 'brevo', 'ar24'].includes(provider))) {
      const { connector } = await opened(of);
      expect((await connector.find({ ref: REF, draft: null, ageMs: 0 })).kind).toBe('unknown');
    }
  });

  test('Merci Facteur is asked again only while it recognises the letter', async () => {
    const { connector } = await opened(CASES[5]!);
    const find = (days: number) => connector.find({ ref: REF, draft: null, ageMs: days * 86_400_000 });
    expect((await find(24)).kind).toBe('repeatable');
    expect((await find(26)).kind).toBe('unknown');
  });
});

describe('AR24’s signature', () => {
  // The example of their documentation.
  const [date, key] = ['2021-05-26 14:00:00', '7X9gx9E3Qx4EiUdB63nc'];
  test('is the one of their example', () => {
    expect(ar24Signature(date, key)).toBe('bDop0cbjKpkySlpvnNGvBMg7PuYFFgPPqTTS2RAHoY0=');
  });
  test('opens their example, and nothing under another date', () => {
    expect(ar24Open('WwBOU6s8DaMWmYdctBJwfuoujFgVygBUjhsbdf8eWqQ=', date, key)).toContain('SUCCESS');
    expect(ar24Open('WwBOU6s8DaMWmYdctBJwfuoujFgVygBUjhsbdf8eWqQ=', '2021-05-26 14:00:01', key)).toBeNull();
  });
});

describe('a described provider', () => {
  test('a hostile name stays a value: no field of the call can be made of it', async () => {
    const { fake, connector } = await opened(CASES[2]!);
    const text = '","to":"+33600000000","x":"\r\nX-Evil: 1';
    await sent(connector, { ...sms, text } as PaidOrder);
    expect(fake.bought[0]!.fields).toMatchObject({ to: '+33612345678', text });
  });

  test('its form and its address escape what stands in them', async () => {
    const fake = await fakeHttp();
    fakes.push(fake);
    const origin = new URL(fake.values.url!).origin;
    const values = {
      ...fake.values,
      contentType: 'application/x-www-form-urlencoded',
      body: 'to={{to}}&text={{text}}',
      url: `${origin}/send?r={{reference}}`,
    };
    const connector = openConnector('http', 'sms', values, { now });
    expect((await sent(connector, { ...sms, text: 'a&to=+336' } as PaidOrder)).outcome.kind).toBe('refused');
    expect(fake.calls).toEqual(['POST /send']);
  });

  test.each([
    ['an address without TLS', { baseUrl: 'http://provider.example/v1' }, /https/],
    ['an address with a password', { url: 'https://me:secret@provider.example' }, /mot de passe/],
    ['an unknown place', { body: '{{telephone}}' }, /telephone/],
    ['no address', { url: 'provider' }, /adresse web/],
  ])('%s is refused when it is saved', (_what, values, words) => {
    expect(addressFault(values as Record<string, string>)).toMatch(words);
  });

  test('the provider’s own machine may be called without TLS', () => {
    expect(urlFault('http://127.0.0.1:8080/send')).toBeNull();
    expect(addressFault({ url: 'https://sms.example/{{to}}', body: '{"t":"{{text}}"}' })).toBeNull();
  });
});

describe('one call', () => {
  test('over TLS, only a certificate that is trusted is spoken to', async () => {
    const { certificate, key } = makeCertificate('127.0.0.1');
    const server = createTlsServer({ cert: certificate, key }, (_request, response) => response.end('ok'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect(await ask({ method: 'GET', url })).toEqual({
      kind: 'not-sent',
      reason: expect.stringContaining('certificat'),
    });
    expect(await ask({ method: 'GET', url }, { ca: certificate })).toMatchObject({ kind: 'answered', status: 200 });
    server.close();
  });

  test('an answer without end or beyond measure leaves a doubt, and a redirection is not followed', async () => {
    const { createServer: plain } = await import('node:http');
    const server = plain((request, response) => {
      if (request.url === '/moved') return void response.writeHead(302, { location: '/there' }).end();
      response.write('x'.repeat(5_000));
      if (request.url === '/long') response.end('x'.repeat(5_000));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    expect((await ask({ method: 'POST', url: at('/endless'), body: 'x' }, { limits: { wholeMs: 200 } })).kind).toBe(
      'unknown',
    );
    expect((await ask({ method: 'POST', url: at('/long'), body: 'x' }, { limits: { answerBytes: 6_000 } })).kind).toBe(
      'unknown',
    );
    expect(await ask({ method: 'GET', url: at('/moved') })).toMatchObject({ kind: 'answered', status: 302 });
    server.closeAllConnections();
    server.close();
  });

  test('stopped before the line is open it certainly said nothing; after, nobody knows', async () => {
    const listener = createServer(() => {});
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
    const stopped = new AbortController();
    stopped.abort();
    expect((await ask({ method: 'GET', url }, { signal: stopped.signal })).kind).toBe('not-sent');
    const later = new AbortController();
    const call = ask({ method: 'POST', url, body: 'x' }, { signal: later.signal });
    listener.once('connection', () => setTimeout(() => later.abort(), 30));
    expect((await call).kind).toBe('unknown');
    listener.close();
  });
});

describe('an address for the post', () => {
  const party = {
    name: 'Atelier Durand',
    contact: null,
    street: ['3 rue des Tanneurs'],
    postcode: '69001',
    city: 'LYON',
    country: 'FR',
  };
  test('has its street on the fourth line and its town on the sixth', () => {
    expect(sixLines(party)).toEqual(['Atelier Durand', '', '', '3 rue des Tanneurs', '', '69001 LYON']);
  });
  test('a long name goes on in the next line', () => {
    const name = 'Société nouvelle des établissements Bertrand et Associés';
    expect(sixLines({ ...party, name, contact: 'Mme Petit' })?.slice(0, 4)).toEqual([
      'Société nouvelle des établissements',
      'Bertrand et Associés',
      'Mme Petit',
      '3 rue des Tanneurs',
    ]);
  });
  test('what does not fit is refused, never cut', () => {
    expect(sixLines({ ...party, street: ['x'.repeat(39)] })).toBeNull();
    expect(sixLines({ ...party, name: 'x'.repeat(80) })).toBeNull();
    expect(sixLines({ ...party, street: ['a', 'b', 'c', 'd', 'e', 'f'] })).toBeNull();
    expect(sixLines({ ...party, street: [' '] })).toBeNull();
  });
});
