import { createHash } from 'node:crypto';
import { type Fake, json, problem, startFake } from './fake.ts';

/** OVHcloud: checks the signature of each call over its method, address, body and time. */
export function fakeOvh(): Promise<Fake> {
  const keys = { applicationKey: 'AK1', applicationSecret: 'AS1', consumerKey: 'CK1', serviceName: 'sms-ab12345-1' };
  let base = '';
  let next = 1000;
  const sent = new Map<number, { tag: string; message: string; receiver: string }>();
  return startFake(
    (origin) => {
      base = `${origin}/1.0`;
      return { baseUrl: base, sender: 'Durand', ...keys };
    },
    (call, desk) => {
      if (call.path === '/1.0/auth/time') return { status: 200, body: '1795341600', type: 'text/plain' };
      const url = `${base.replace('/1.0', '')}${call.path}${call.query.size > 0 ? `?${call.query}` : ''}`;
      const signed = [
        keys.applicationSecret,
        keys.consumerKey,
        call.method,
        url,
        call.body.toString('utf8'),
        '1795341600',
      ];
      const wanted = `$1$${createHash('sha1').update(signed.join('+')).digest('hex')}`;
      if (
        call.headers['x-ovh-application'] !== keys.applicationKey ||
        call.headers['x-ovh-consumer'] !== keys.consumerKey
      )
        return problem(403, 'This credential is not valid');
      if (call.headers['x-ovh-signature'] !== wanted) return problem(400, 'Invalid signature');
      const sms = `/1.0/sms/${keys.serviceName}`;
      if (call.path === sms) return { status: 200, body: { name: keys.serviceName, creditsLeft: 120 } };
      if (call.path === `${sms}/jobs` && call.method === 'POST') {
        const order = json(call.body);
        const [receiver] = (order.receivers as string[] | undefined) ?? [];
        if (!order.message || !receiver || !order.sender) return problem(400, 'Missing parameter');
        if (String(order.tag).length > 20) return problem(400, 'tag is too long');
        if (!/^\+33[67]\d{8}$/.test(receiver))
          return {
            status: 200,
            body: { totalCreditsRemoved: 0, ids: [], validReceivers: [], invalidReceivers: [receiver] },
          };
        return desk.paid(
          () => {
            const id = next++;
            sent.set(id, { tag: String(order.tag), message: String(order.message), receiver });
            desk.bought.push({ ref: String(order.tag), fields: order });
            return {
              status: 200,
              body: { totalCreditsRemoved: 1, ids: [id], validReceivers: [receiver], invalidReceivers: [] },
            };
          },
          problem(400, 'Sender is not validated'),
        );
      }
      if (call.path === `${sms}/outgoing`) {
        const tag = call.query.get('tag');
        return { status: 200, body: [...sent].filter(([, one]) => one.tag === tag).map(([id]) => id) };
      }
      const id = Number(call.path.split('/').at(-1));
      const one = sent.get(id);
      if (!one) return problem(404, 'This object does not exist');
      return {
        status: 200,
        body: {
          id,
          ...one,
          creationDatetime: '2026-11-20T10:00:00+01:00',
          deliveryReceipt: 0,
          ...desk.fates.get(one.tag),
        },
      };
    },
  );
}

/** Brevo: one key, one call, and a list of events. */
export function fakeBrevo(): Promise<Fake> {
  let next = 1511882900000000;
  const events: { tag: string; messageId: number; event: string; date: string }[] = [];
  return startFake(
    (origin) => ({ baseUrl: `${origin}/v3`, apiKey: 'xkeysib-1', sender: 'Durand' }),
    (call, desk) => {
      if (call.headers['api-key'] !== 'xkeysib-1')
        return { status: 401, body: { code: 'unauthorized', message: 'Key not found' } };
      if (call.path === '/v3/account')
        return { status: 200, body: { email: 'compta@durand.example', companyName: 'Atelier Durand' } };
      if (call.path === '/v3/transactionalSMS/send') {
        const order = json(call.body);
        if (!/^33[67]\d{8}$/.test(String(order.recipient)))
          return { status: 400, body: { code: 'invalid_parameter', message: 'recipient' } };
        if (order.type !== 'transactional' || !order.content || String(order.sender).length > 11)
          return { status: 400, body: { code: 'invalid_parameter', message: 'sender' } };
        return desk.paid(
          () => {
            const messageId = next++;
            const tag = String(order.tag);
            desk.bought.push({ ref: tag, fields: order });
            events.push({ tag, messageId, event: 'sent', date: '2026-11-20T10:00:00.000+01:00' });
            return { status: 201, body: { messageId } };
          },
          { status: 402, body: { code: 'not_enough_credits', message: 'Not enough credits' } },
        );
      }
      if (call.path === '/v3/transactionalSMS/statistics/events') {
        const tag = call.query.get('tags');
        const mine = events.filter((event) => event.tag === tag);
        const more = [...mine];
        const fate = desk.fates.get(String(tag));
        if (fate && mine[0]) more.push({ ...mine[0], ...fate } as (typeof events)[number]);
        return { status: 200, body: { events: more } };
      }
      return problem(404, 'not found');
    },
  );
}

/** Any small provider of text messages: a bearer token and a JSON body. */
export function fakeHttp(): Promise<Fake> {
  let next = 1;
  return startFake(
    (origin) => ({
      sender: 'Durand',
      method: 'POST',
      url: `${origin}/send`,
      contentType: 'application/json',
      headers: 'Authorization: Bearer {{secret}}\nX-Reference: {{reference}}',
      body: '{"to":"{{to}}","from":"{{sender}}","text":"{{text}}","reference":"{{reference}}"}',
      referenceAt: 'data.0.id',
      checkUrl: `${origin}/me`,
      secret: 's3cret',
    }),
    (call, desk) => {
      if (call.headers.authorization !== 'Bearer s3cret') return problem(401, 'unauthorized');
      if (call.path === '/me') return { status: 200, body: { ok: true } };
      const order = json(call.body);
      if (typeof order.to !== 'string' || typeof order.text !== 'string') return problem(422, 'invalid body');
      return desk.paid(
        () => {
          desk.bought.push({ ref: String(order.reference), fields: order });
          return { status: 202, body: { data: [{ id: `m-${next++}` }] } };
        },
        problem(422, 'blocked number'),
      );
    },
  );
}
