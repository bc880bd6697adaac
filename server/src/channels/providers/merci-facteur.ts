import { createHmac } from 'node:crypto';
import type { DispatchEventKind } from '@acquit/recovery';
import { firstOfEach } from './maileva.ts';
import type { Connector, Finding, Followed, FollowedEvent, PostalParty } from './model.ts';
import { type Answer, type Ask, type AskOptions, ask, field, jsonOf, textField } from './request.ts';
import { centsOf, paidTrouble, wordsOf } from './words.ts';

export interface MerciFacteurAccount {
  /** `https://www.merci-facteur.com/api/1.2/prod/service` */
  baseUrl: string;
  serviceId: string;
  secretKey: string;
  /** The user of their account in whose name letters leave. */
  idUser: string;
  /** Addresses of this machine on the internet that may use the token, separated by « ; ». */
  authorizedIps: string;
}

const DAY_MS = 86_400_000;
/** They recognise a repeated sending for thirty days; ours are repeated well within. */
const RECOGNISED_MS = 25 * DAY_MS;

/** Words of their history and what they mean; the wording is theirs and is to be verified on real letters. */
const HISTORY: readonly [RegExp, DispatchEventKind][] = [
  [/non r[ée]clam/i, 'unclaimed'],
  [/refus/i, 'refused'],
  [
    /distribu[ée] [àa] l['’]exp[ée]diteur|retour(n[ée])? [àa] l['’]exp[ée]diteur|destinataire inconnu|d[ée]faut d['’]acc[èe]s/i,
    'returned',
  ],
  [/distribu[ée] au destinataire|distribu[ée]\b|accus[ée] de r[ée]ception sign[ée]/i, 'delivered'],
  [/avis[ée]|pr[ée]sent|attend d['’][êe]tre retir[ée]|point de retrait/i, 'first-presentation'],
  [/pris en charge|d[ée]pos[ée]/i, 'deposited'],
];

/**
 * Letters through Merci Facteur, registered (`lrare`: they scan the acknowledgement) or not. They refuse a second letter
 * under the same `antidoublon` for thirty days, so one in doubt is sent again under its name: it is bought once.
 */
export function merciFacteurConnector(
  account: MerciFacteurAccount,
  service: 'letter' | 'registered',
  now: () => number,
  options: AskOptions,
): Connector {
  let token: string | null = null;

  async function signIn(): Promise<Answer | null> {
    const seconds = Math.floor(now() / 1000);
    // The key itself never travels: it signs the service's name and the time.
    const signature = createHmac('sha256', account.secretKey).update(`${account.serviceId}${seconds}`).digest('hex');
    const answer = await ask(
      {
        method: 'GET',
        url: `${account.baseUrl}/getToken`,
        headers: {
          'ww-service-signature': signature,
          'ww-timestamp': String(seconds),
          'ww-service-id': account.serviceId,
          'ww-authorized-ip': account.authorizedIps,
        },
      },
      options,
    );
    token = answer.kind === 'answered' && answer.status === 200 ? textField(jsonOf(answer), 'token') : null;
    return token === null ? answer : null;
  }

  async function call(request: Ask): Promise<Answer> {
    if (token === null) {
      const failed = await signIn();
      if (failed !== null)
        return failed.kind === 'answered'
          ? { ...failed, status: failed.status >= 500 ? 429 : 401 }
          : { kind: 'not-sent', reason: failed.reason };
    }
    const headers = { ...request.headers, 'ww-access-token': token!, 'ww-service-id': account.serviceId };
    const answer = await ask({ ...request, headers }, options);
    if (answer.kind === 'answered' && answer.status === 401) token = null;
    return answer;
  }

  return {
    async check() {
      const answer = await call({ method: 'GET', url: `${account.baseUrl}/getQuotaCompte` });
      if (answer.kind === 'answered' && answer.status === 200) return { answer: 'Compte ouvert.' };
      return { trouble: wordsOf(answer) };
    },

    async prepare(order) {
      return order.service === 'letter' || order.service === 'registered'
        ? { kind: 'ready', draft: null }
        : { kind: 'refused', answer: 'Merci Facteur n’envoie que du courrier.' };
    },

    async pay(order) {
      if (order.service !== 'letter' && order.service !== 'registered')
        return { kind: 'refused', answer: 'Merci Facteur n’envoie que du courrier.' };
      const answer = await call({
        method: 'POST',
        url: `${account.baseUrl}/sendCourrier`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          idUser: account.idUser,
          modeEnvoi: service === 'registered' ? 'lrare' : 'suivi',
          antidoublon: order.ref,
          designation: order.ref,
          adress: JSON.stringify({ exp: addressOf(order.from, null), dest: [addressOf(order.to, order.ref)] }),
          // What is empty is written "", never a list or null: their reader wants it so.
          content: JSON.stringify({
            letter: {
              files: '',
              base64files: [Buffer.from(order.file.pdf).toString('base64')],
              final_filename: order.file.name.slice(0, 50),
              print_sides: 'rectoverso',
            },
            card: '',
            photo: '',
          }),
        }).toString(),
      });
      const told = jsonOf(answer);
      const id = textField(told, 'envoi_id');
      if (answer.kind === 'answered' && answer.status === 200 && field(told, 'success') === true && id !== null)
        return {
          kind: 'accepted',
          providerRef: id,
          priceCents: centsOf(textField(told, 'price', 'total', 'ht') ?? textField(told, 'price', 'total', 0, 'ht')),
          answer: wordsOf(answer),
        };
      // Already taken under this name, by a call whose answer was lost.
      if (isDuplicate(told)) return { kind: 'accepted', providerRef: null, priceCents: null, answer: wordsOf(answer) };
      return paidTrouble(answer);
    },

    async find({ ageMs }): Promise<Finding> {
      if (ageMs < RECOGNISED_MS) return { kind: 'repeatable' };
      return { kind: 'unknown', answer: 'L’envoi est trop ancien pour que Merci Facteur reconnaisse une répétition.' };
    },

    async follow({ providerRef }): Promise<Followed> {
      const url = `${account.baseUrl}/getSuiviEnvoi?idEnvoi=${encodeURIComponent(providerRef)}`;
      const answer = await call({ method: 'GET', url });
      const told = jsonOf(answer);
      if (answer.kind !== 'answered' || answer.status !== 200 || field(told, 'success') !== true)
        return { trouble: wordsOf(answer) };
      const letter = field(told, 'suiviCourrier', 0);
      const events = firstOfEach(historyOf(textField(letter, 'historique') ?? ''));
      const receipt = textField(letter, 'are_base64_jpeg');
      const delivered = events.find(({ kind }) => kind === 'delivered');
      if (delivered && receipt !== null && receipt !== 'pending' && receipt !== 'null')
        delivered.proof = { bytes: Buffer.from(receipt, 'base64'), mediaType: 'image/jpeg' };
      return { events, number: textField(letter, 'ref_tracking'), priceCents: null };
    },
  };
}

/** Eleven keys, all present, the unused ones empty: their format. */
function addressOf(party: PostalParty, reference: string | null): Record<string, string | number> {
  const street = party.street.map((line) => line.trim()).filter((line) => line !== '');
  return {
    civilite: '',
    nom: (party.contact ?? '').slice(0, 70),
    prenom: '',
    societe: party.name.slice(0, 90),
    adresse1: street[0] ?? '',
    adresse2: street[1] ?? '',
    adresse3: street.slice(2).join(' '),
    cp: party.postcode,
    ville: party.city,
    // Their own spelling of countries; France is the only one checked here.
    pays: party.country === 'FR' ? 'france' : party.country,
    email: '',
    ...(reference !== null && { phone: '', consent: 0, reference }),
  };
}

/** Their refusal of a second letter under one name; its exact code is to be verified, so its words are read. */
function isDuplicate(told: unknown): boolean {
  return field(told, 'success') === false && /doublon/i.test(JSON.stringify(field(told, 'error') ?? ''));
}

/** « 14/02/2020 : Courrier pris en charge par La Poste », one a line. */
function historyOf(text: string): FollowedEvent[] {
  return text.split(/\r?\n|<br\s*\/?>/i).flatMap((line): FollowedEvent[] => {
    const [, dd, mm, yyyy, label = ''] = /^\s*(\d{2})\/(\d{2})\/(\d{4})\s*:\s*(.+)$/.exec(line) ?? [];
    const kind = HISTORY.find(([words]) => words.test(label))?.[1];
    return dd === undefined || kind === undefined
      ? []
      : [{ kind, on: `${yyyy}-${mm}-${dd}`, label: label.trim(), proof: null }];
  });
}
