import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { firstOfEach } from './maileva.ts';
import type { Connector, Finding, Followed, FollowedEvent } from './model.ts';
import { multipart } from './postal.ts';
import { type Answer, type AskOptions, ask, field, jsonOf, textField } from './request.ts';
import { centsOf, notBought, paidTrouble, wordsOf } from './words.ts';

export interface Ar24Account {
  /** `https://app.ar24.fr/api`; the sandbox has its own. */
  baseUrl: string;
  token: string;
  privateKey: string;
  /** The sender's account, whose identity AR24 has checked. */
  idUser: string;
}

const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
/** Their scheme takes the hexadecimal text itself as bytes: 32 of them for a key, 16 for the vector. */
const keyOf = (text: string): Buffer => Buffer.from(sha(text).slice(0, 32), 'utf8');
const vectorOf = (privateKey: string): Buffer => Buffer.from(sha(sha(privateKey)).slice(0, 16), 'utf8');

/** What proves that a call is ours: its date, encrypted with the private key. Base64. */
export function ar24Signature(date: string, privateKey: string): string {
  const cipher = createCipheriv('aes-256-cbc', keyOf(privateKey), vectorOf(privateKey));
  return Buffer.concat([cipher.update(date, 'utf8'), cipher.final()]).toString('base64');
}

/** An answer as it was before AR24 encrypted it for the date of the call; null when it does not open. */
export function ar24Open(encrypted: string, date: string, privateKey: string): string | null {
  try {
    const decipher = createDecipheriv('aes-256-cbc', keyOf(`${date}${privateKey}`), vectorOf(privateKey));
    return Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** Slugs of refusals that are about the account and not about one letter; the list is to be completed on a real account. */
const ACCOUNT = /token|signature|date_|auth|otp|user_not|unconfirmed|payment|billing|not_allowed/i;

type Told =
  | { kind: 'said'; result: unknown }
  | { kind: 'error'; slug: string; words: string }
  | { kind: 'none'; answer: Answer };

/**
 * Qualified electronic registered letters (eIDAS) through AR24. The sender proves who he is with a code, once an hour
 * (`unlock`). The file goes first, which costs nothing; POST /mail buys. Nothing there refuses the same letter twice, so a
 * sending in doubt is looked for by its reference in the sender's list.
 */
export function ar24Connector(account: Ar24Account, now: () => number, options: AskOptions): Connector {
  /** `YYYY-MM-DD HH:mm:ss` in Paris, which they accept for ten minutes. */
  const dateOf = (): string =>
    Temporal.Instant.fromEpochMilliseconds(now())
      .toZonedDateTimeISO('Europe/Paris')
      .toPlainDateTime()
      .toString({ smallestUnit: 'second' })
      .replace('T', ' ');

  function read(answer: Answer, date: string): Told {
    if (answer.kind !== 'answered') return { kind: 'none', answer };
    const clear = jsonOf(answer);
    const text = answer.body.toString('utf8').trim().replace(/^"|"$/g, '');
    const told = clear !== null && typeof clear === 'object' ? clear : parse(ar24Open(text, date, account.privateKey));
    const status = textField(told, 'status')?.toUpperCase();
    if (status === 'SUCCESS') return { kind: 'said', result: field(told, 'result') ?? told };
    if (status === 'ERROR')
      return {
        kind: 'error',
        slug: textField(told, 'slug') ?? '',
        words: [textField(told, 'message'), textField(told, 'slug')].filter(Boolean).join(' – '),
      };
    // « maintenance », or nothing that can be read.
    return { kind: 'none', answer };
  }

  async function get(path: string, query: Record<string, string>): Promise<Told> {
    const date = dateOf();
    const search = new URLSearchParams({ token: account.token, date, id_user: account.idUser, ...query });
    const answer = await ask(
      {
        method: 'GET',
        url: `${account.baseUrl}${path}?${search}`,
        headers: { signature: ar24Signature(date, account.privateKey) },
      },
      options,
    );
    return read(answer, date);
  }

  async function post(
    path: string,
    fields: Record<string, string>,
    file?: { name: string; pdf: Uint8Array },
  ): Promise<Told> {
    const date = dateOf();
    const { type, body } = multipart([
      ...Object.entries({ token: account.token, date, id_user: account.idUser, ...fields }).map(([name, content]) => ({
        name,
        content,
      })),
      ...(file === undefined
        ? []
        : [{ name: 'file', fileName: `${file.name}.pdf`, type: 'application/pdf', content: file.pdf }]),
    ]);
    const answer = await ask(
      {
        method: 'POST',
        url: `${account.baseUrl}${path}`,
        headers: { 'content-type': type, signature: ar24Signature(date, account.privateKey) },
        body,
      },
      options,
    );
    return read(answer, date);
  }

  const troubleOf = (told: Exclude<Told, { kind: 'said' }>): string =>
    told.kind === 'error' ? told.words : wordsOf(told.answer);

  const failed = (told: Exclude<Told, { kind: 'said' }>) => {
    if (told.kind === 'none') return notBought(told.answer);
    return { kind: ACCOUNT.test(told.slug) ? ('account' as const) : ('refused' as const), answer: told.words };
  };

  return {
    async check() {
      const told = await get('/user', {});
      return told.kind === 'said' ? { answer: 'Compte ouvert.' } : { trouble: troubleOf(told) };
    },

    async unlock(code) {
      const told = await post('/user/auth_otp', { otp: code.replace(/\s/g, '') });
      return { trouble: told.kind === 'said' ? null : troubleOf(told) };
    },

    async prepare(order) {
      if (order.service !== 'electronic')
        return { kind: 'refused', answer: 'AR24 n’envoie que des recommandés électroniques.' };
      const told = await post('/attachment', {}, order.file);
      if (told.kind !== 'said') return failed(told);
      const id = textField(told.result, 'file_id') ?? textField(told.result, 'id');
      return id === null
        ? { kind: 'not-taken', answer: 'AR24 n’a pas nommé le fichier reçu.' }
        : { kind: 'ready', draft: id };
    },

    async pay(order, draft) {
      if (order.service !== 'electronic' || draft === null)
        return { kind: 'refused', answer: 'AR24 n’envoie que des recommandés électroniques.' };
      const told = await post('/mail', {
        eidas: '1',
        to_firstname: order.to.firstName,
        to_lastname: order.to.lastName,
        to_company: order.to.professional ? order.to.name : '',
        to_email: order.to.email,
        dest_statut: order.to.professional ? 'professionnel' : 'particulier',
        content: order.content,
        ref_dossier: order.ref,
        'attachment[0]': draft,
      });
      if (told.kind === 'error') return { kind: ACCOUNT.test(told.slug) ? 'account' : 'refused', answer: told.words };
      // Their answer is always 200: what cannot be read says nothing of whether the letter was taken.
      if (told.kind === 'none')
        return told.answer.kind === 'answered' && isMaintenance(told.answer)
          ? { kind: 'not-taken', answer: wordsOf(told.answer) }
          : paidTrouble(told.answer);
      const id = textField(told.result, 'id');
      return {
        kind: 'accepted',
        providerRef: id,
        priceCents: centsOf(field(told.result, 'price_ht')),
        answer: `Accepté sous le numéro ${id ?? 'inconnu'}`,
      };
    },

    async find({ ref }): Promise<Finding> {
      const told = await get('/user/mail', { max: '100' });
      if (told.kind !== 'said') return { kind: 'unknown', answer: troubleOf(told) };
      const list = Array.isArray(told.result) ? told.result : field(told.result, 'mails');
      const mine = (Array.isArray(list) ? list : []).find((mail) => textField(mail, 'ref_dossier') === ref);
      if (mine === undefined)
        return { kind: 'unknown', answer: 'AR24 ne montre aucune lettre de cette référence parmi les cent dernières.' };
      return { kind: 'taken', providerRef: textField(mine, 'id'), priceCents: centsOf(field(mine, 'price_ht')) };
    },

    async follow({ providerRef, known }): Promise<Followed> {
      const told = await get('/mail', { id: providerRef });
      if (told.kind !== 'said') return { trouble: troubleOf(told) };
      const mail = told.result;
      const events: FollowedEvent[] = [];
      for (const { at, url, kinds } of MOMENTS) {
        const on = textField(mail, at)?.slice(0, 10) ?? '';
        if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || on.startsWith('0000')) continue;
        for (const kind of kinds) {
          const proofUrl = textField(mail, url);
          const proof = known.includes(kind) || proofUrl === null ? null : await proofAt(proofUrl);
          events.push({ kind, on, label: `AR24 : ${at}`, proof });
        }
      }
      return { events: firstOfEach(events), number: providerRef, priceCents: centsOf(field(mail, 'price_ht')) };
    },
  };

  /** Proofs lie behind an address that bears its own token; only one on the provider's own host is opened. */
  async function proofAt(url: string): Promise<FollowedEvent['proof']> {
    if (!URL.canParse(url) || new URL(url).host !== new URL(account.baseUrl).host) return null;
    const answer = await ask({ method: 'GET', url }, options);
    if (answer.kind !== 'answered' || answer.status !== 200 || answer.body.byteLength === 0) return null;
    return { bytes: answer.body, mediaType: 'application/pdf' };
  }
}

/** Dates of a letter and what each proves: its sending notifies the addressee, which is its first presentation. */
const MOMENTS: readonly { at: string; url: string; kinds: readonly FollowedEvent['kind'][] }[] = [
  { at: 'ts_ev_date', url: 'proof_ev_url', kinds: ['deposited', 'first-presentation'] },
  { at: 'view_date', url: 'proof_ar_url', kinds: ['delivered'] },
  { at: 'refused_date', url: 'proof_rf_url', kinds: ['refused'] },
  { at: 'negligence_date', url: 'proof_ng_url', kinds: ['unclaimed'] },
  { at: 'bounced_date', url: 'proof_bc_url', kinds: ['returned'] },
];

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function isMaintenance(answer: Answer): boolean {
  return textField(jsonOf(answer), 'status') === 'maintenance';
}
