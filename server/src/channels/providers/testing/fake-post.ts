import { createHmac } from 'node:crypto';
import { type Fake, json, problem, readForm, startFake } from './fake.ts';

interface Draft {
  status: 'DRAFT' | 'ACCEPTED' | 'REJECTED';
  custom_id: string;
  documents: number;
  recipients: Record<string, unknown>[];
}

/** Maileva: drafts are free; `submit` buys, once for each draft. */
export function fakeMaileva(): Promise<Fake> {
  let next = 1;
  const drafts = new Map<string, Draft>();
  return startFake(
    (origin) => ({
      baseUrl: origin,
      authUrl: `${origin}/auth`,
      clientId: 'app',
      clientSecret: 'hush',
      username: 'durand',
      password: 'pass',
      notificationEmail: 'compta@durand.example',
      scanReceipts: 'oui',
    }),
    (call, desk) => {
      if (call.path === '/auth/token') {
        const form = new URLSearchParams(call.body.toString('utf8'));
        const basic = `Basic ${Buffer.from('app:hush').toString('base64')}`;
        if (call.headers.authorization !== basic || form.get('password') !== 'pass')
          return { status: 401, body: { errors: [{ code: 'invalid_grant', message: 'Invalid user credentials' }] } };
        return { status: 200, body: { access_token: 'tok', expires_in: 1440 } };
      }
      if (call.headers.authorization !== 'Bearer tok')
        return { status: 401, body: { code: 'UNAUTHORIZED', message: 'token' } };
      const [, , , sendings, id = '', what = '', recipientId = '', leaf = ''] = call.path.split('/');
      if (sendings !== 'sendings') return problem(404, 'unknown path');
      if (id === '' && call.method === 'GET') return { status: 200, body: { sendings: [], paging: {} } };
      if (id === '') {
        const order = json(call.body);
        if (!order.name || !order.notification_email) return problem(400, 'name and notification_email are required');
        if (String(order.custom_id).length > 38) return problem(400, 'custom_id is too long');
        const made = `sending-${next++}`;
        drafts.set(made, { status: 'DRAFT', custom_id: String(order.custom_id), documents: 0, recipients: [] });
        return { status: 201, body: { id: made, status: 'DRAFT', custom_id: order.custom_id } };
      }
      const draft = drafts.get(id);
      if (!draft) return { status: 404, body: { code: 'NOT_FOUND', message: 'sending' } };
      const fate = desk.fates.get(draft.custom_id) ?? {};
      if (what === '' && call.method === 'DELETE') {
        if (draft.status !== 'DRAFT') return problem(400, 'only a draft can be deleted');
        drafts.delete(id);
        return { status: 204, body: '' };
      }
      if (what === 'documents') {
        const { fields, files } = readForm(call);
        if (
          files.document?.subarray(0, 5).toString('latin1') !== '%PDF-' ||
          json(Buffer.from(fields.metadata ?? '')).priority !== 1
        )
          return problem(400, 'document');
        draft.documents += 1;
        return { status: 201, body: { id: 'doc-1' } };
      }
      if (what === 'recipients' && call.method === 'POST') {
        const to = json(call.body);
        const lines = Object.entries(to).filter(([key]) => key.startsWith('address_line_'));
        if (lines.some(([, line]) => String(line).length > 38) || !/^\d{5} .+/.test(String(to.address_line_6)))
          return {
            status: 400,
            body: { errors: [{ code: 'ADDRESS_LINE_6_WRONG_FORMAT', message: 'address_line_6' }] },
          };
        draft.recipients.push({ ...to, id: 'rec-1' });
        return { status: 201, body: { id: 'rec-1' } };
      }
      if (what === 'submit') {
        if (draft.status !== 'DRAFT' || draft.documents === 0 || draft.recipients.length === 0)
          return { status: 400, body: { errors: [{ code: 'SENDING_NOT_DRAFT', message: 'cannot be submitted' }] } };
        return desk.paid(
          () => {
            draft.status = 'ACCEPTED';
            desk.bought.push({ ref: draft.custom_id, fields: { ...draft.recipients[0], path: call.path } });
            return { status: 200, body: '' };
          },
          { status: 400, body: { errors: [{ code: 'NOT_ENOUGH_CREDIT', message: 'credit' }] } },
        );
      }
      if (what === '')
        return {
          status: 200,
          body: {
            id,
            status: draft.status,
            custom_id: draft.custom_id,
            creation_date: '2026-11-06T10:00:00.000Z',
            ...fate,
          },
        };
      if (what === 'download_deposit_proof')
        return { status: 200, body: Buffer.from('%PDF-deposit'), type: 'application/pdf' };
      if (recipientId === '')
        return {
          status: 200,
          body: {
            recipients: draft.recipients.map((to) => ({
              ...to,
              status: 'PROCESSED',
              registered_number: fate.registered_number,
              postage_price: fate.postage_price,
            })),
          },
        };
      if (leaf === 'delivery_statuses')
        return { status: 200, body: { delivery_statuses: fate.delivery_statuses ?? [] } };
      if (leaf === 'download_acknowledgement_of_receipt')
        return { status: 200, body: Buffer.from('%PDF-receipt'), type: 'application/pdf' };
      return problem(404, 'unknown path');
    },
  );
}

/** Merci Facteur: a signed request for a token, then one call that buys; the same `antidoublon` is refused. */
export function fakeMerciFacteur(now: () => number): Promise<Fake> {
  let next = 128;
  const letters = new Map<string, { ref: string; at: number }>();
  const refusal = (code: string, text: string) => ({ status: 400, body: { success: false, error: { code, text } } });
  return startFake(
    (origin) => ({
      baseUrl: origin,
      serviceId: 'public-1',
      secretKey: 'secret-1',
      idUser: '37',
      authorizedIps: '203.0.113.7',
    }),
    (call, desk) => {
      if (call.path === '/getToken') {
        const time = String(call.headers['ww-timestamp']);
        const wanted = createHmac('sha256', 'secret-1').update(`public-1${time}`).digest('hex');
        if (call.headers['ww-service-signature'] !== wanted)
          return { ...refusal('BAD_SIGNATURE', 'signature'), status: 401 };
        return { status: 200, body: { success: true, token: 'mf-token', expire: 1_900_000_000 } };
      }
      if (call.headers['ww-access-token'] !== 'mf-token' || call.headers['ww-service-id'] !== 'public-1')
        return { ...refusal('BAD_TOKEN', 'token'), status: 401 };
      if (call.path === '/getQuotaCompte') return { status: 200, body: { success: true, quota: 100 } };
      if (call.path === '/sendCourrier') {
        const form = new URLSearchParams(call.body.toString('utf8'));
        const content = json(Buffer.from(form.get('content') ?? ''));
        const adress = json(Buffer.from(form.get('adress') ?? '')) as { dest?: Record<string, unknown>[] };
        const file = (content.letter as { base64files?: string[] } | undefined)?.base64files?.[0] ?? '';
        const [to] = adress.dest ?? [];
        if (!['lrare', 'suivi'].includes(form.get('modeEnvoi') ?? '') || content.card !== '' || content.photo !== '')
          return refusal('BAD_CONTENT', 'content');
        if (!Buffer.from(file, 'base64').toString('latin1').startsWith('%PDF-') || !to?.cp || !to.ville || !to.pays)
          return refusal('BAD_ADRESS', 'adress');
        const ref = form.get('antidoublon') ?? '';
        const before = [...letters.values()].some((one) => one.ref === ref && now() - one.at < 30 * 86_400_000);
        if (before) return refusal('ANTIDOUBLON', 'Courrier déjà envoyé (anti-doublon)');
        return desk.paid(
          () => {
            const id = String(next++);
            letters.set(id, { ref, at: now() });
            desk.bought.push({ ref, fields: { ...to, modeEnvoi: form.get('modeEnvoi') } });
            return {
              status: 200,
              body: { success: true, error: null, envoi_id: Number(id), price: { total: { ht: '6.85' } }, resume: {} },
            };
          },
          refusal('QUOTA', 'quota dépassé'),
        );
      }
      if (call.path === '/getSuiviEnvoi') {
        const letter = letters.get(call.query.get('idEnvoi') ?? '');
        if (!letter) return refusal('UNKNOWN', 'envoi inconnu');
        return {
          status: 200,
          body: {
            success: true,
            statutPrintEnvoi: 'Imprimé',
            suiviCourrier: [
              {
                ref_tracking: '2C123456789',
                historique: '',
                are_base64_jpeg: 'pending',
                ...desk.fates.get(letter.ref),
              },
            ],
          },
        };
      }
      return problem(404, 'unknown path');
    },
  );
}
