import { createCipheriv, createHash } from 'node:crypto';
import { ar24Signature } from '../ar24.ts';
import { type Fake, type FakeAnswer, type FakeCall, readForm, startFake } from './fake.ts';

const TOKEN = 'ar24-token';
const KEY = '7X9gx9E3Qx4EiUdB63nc';

/** AR24: signed dates, encrypted answers, always 200, and nothing without the sender's code of the hour. */
export function fakeAr24(): Promise<Fake> {
  let next = 600;
  let unlocked = false;
  let origin = '';
  const mails = new Map<string, Record<string, unknown>>();
  const files = new Set<string>();
  const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  /** An answer encrypted for the date of its call, as the real one does. */
  const sealed = (body: unknown, date: string): FakeAnswer => {
    const cipher = createCipheriv('aes-256-cbc', sha(`${date}${KEY}`).slice(0, 32), sha(sha(KEY)).slice(0, 16));
    const bytes = Buffer.concat([cipher.update(JSON.stringify(body), 'utf8'), cipher.final()]);
    return { status: 200, body: bytes.toString('base64'), type: 'text/html' };
  };
  const error = (slug: string, message: string): FakeAnswer => ({
    status: 200,
    body: { status: 'ERROR', slug, message },
  });
  const fieldsOf = (call: FakeCall) =>
    call.method === 'POST'
      ? readForm(call)
      : { fields: Object.fromEntries(call.query), files: {} as Record<string, Buffer> };
  return startFake(
    (at) => {
      origin = at;
      return { baseUrl: `${at}/api`, token: TOKEN, privateKey: KEY, idUser: '7155' };
    },
    (call, desk) => {
      if (call.path.startsWith('/get/proof/'))
        return { status: 200, body: Buffer.from(`%PDF-${call.path}`), type: 'application/pdf' };
      const { fields, files: sent } = fieldsOf(call);
      const date = fields.date ?? '';
      if (fields.token !== TOKEN) return error('unknown_token', 'Token is unknown');
      if (call.headers.signature !== ar24Signature(date, KEY))
        return error('invalid_signature', 'Signature is invalid');
      if (fields.id_user !== '7155') return error('user_not_exist', 'User does not exist');
      if (call.path === '/api/user') return sealed({ status: 'SUCCESS', result: { id: '7155' } }, date);
      if (call.path === '/api/user/auth_otp') {
        if (fields.otp !== '123456') return error('invalid_otp', 'OTP is invalid');
        unlocked = true;
        return sealed({ status: 'SUCCESS', result: {} }, date);
      }
      if (call.path === '/api/attachment') {
        if (sent.file?.subarray(0, 5).toString('latin1') !== '%PDF-') return error('missing_file', 'file');
        const id = `file-${next++}`;
        files.add(id);
        return sealed({ status: 'SUCCESS', result: { file_id: id } }, date);
      }
      if (call.path === '/api/mail' && call.method === 'POST') {
        if (fields.eidas !== '1' || !unlocked) return error('otp_needed', 'The sender must be authenticated by OTP');
        if (!fields.to_email?.includes('@') || !fields.to_lastname) return error('invalid_to_email', 'to_email');
        if (!['particulier', 'professionnel'].includes(fields.dest_statut ?? ''))
          return error('invalid_dest_statut', 'dest_statut');
        if (!files.has(fields['attachment[0]'] ?? '')) return error('attachment_not_exist', 'attachment');
        return desk.paid(
          () => {
            const id = String(next++);
            mails.set(id, { id, ref_dossier: fields.ref_dossier, price_ht: 3.49, status: 'waiting' });
            desk.bought.push({ ref: fields.ref_dossier ?? '', fields });
            return sealed({ status: 'SUCCESS', result: mails.get(id) }, date);
          },
          error('blocked_recipient', 'This recipient cannot be reached'),
        );
      }
      if (call.path === '/api/user/mail') return sealed({ status: 'SUCCESS', result: [...mails.values()] }, date);
      if (call.path === '/api/mail') {
        const mail = mails.get(fields.id ?? '');
        if (!mail) return error('mail_not_exist', 'mail');
        const fate = desk.fates.get(String(mail.ref_dossier)) ?? {};
        const proofs = Object.fromEntries(
          ['ev', 'ar', 'rf', 'ng', 'bc'].map((kind) => [
            `proof_${kind}_url`,
            `${origin}/get/proof/${kind}-${mail.id}?token=1`,
          ]),
        );
        return sealed({ status: 'SUCCESS', result: { ...mail, ...proofs, ...fate } }, date);
      }
      return error('unknown_route', call.path);
    },
  );
}
