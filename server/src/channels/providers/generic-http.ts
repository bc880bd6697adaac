import type { Connector } from './model.ts';
import { type AskOptions, ask, jsonOf, textField } from './request.ts';
import { notBought, paidTrouble, wordsOf } from './words.ts';

/** Any provider of text messages that takes one HTTP call, described as data. */
export interface GenericAccount {
  method: 'GET' | 'POST';
  url: string;
  contentType: 'application/json' | 'application/x-www-form-urlencoded' | 'text/plain';
  /** One header a line: « Authorization: Bearer {{secret}} ». */
  headers: string;
  body: string;
  /** Where the identifier of the message stands in a JSON answer, by points: « data.0.id »; empty when there is none. */
  referenceAt: string;
  /** A free call that proves the account, or empty. */
  checkUrl: string;
  secret: string;
}

type Escape = (value: string) => string;
const inJson: Escape = (value) => JSON.stringify(value).slice(1, -1);
const inHeader: Escape = (value) => value.replace(/[^\x20-\x7e]/g, '?');

/** Puts values in the places of a template, each written as that place wants it; a place without a value stays empty. */
function filled(template: string, values: Record<string, string>, escaped: Escape): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => escaped(values[name] ?? ''));
}

/** The places a template may have. */
export const PLACES = ['to', 'text', 'sender', 'reference', 'secret'] as const;

/** Why a template cannot be used: a place that nobody fills. Null when it can. */
export function templateFault(template: string): string | null {
  for (const [, name = ''] of template.matchAll(/\{\{\s*(\w*)\s*\}\}/g))
    if (!(PLACES as readonly string[]).includes(name))
      return `« {{${name}}} » n’existe pas. Les champs possibles sont ${PLACES.map((place) => `{{${place}}}`).join(', ')}.`;
  return null;
}

/**
 * Text messages through a provider described by its user: an address, headers and a body with {{to}}, {{text}},
 * {{sender}}, {{reference}} and {{secret}}. It tells nothing afterwards and is asked nothing: a sending in doubt there is
 * for a person to settle. Values are escaped for where they stand, so that no name of a customer ever becomes a field.
 */
export function genericConnector(account: GenericAccount, options: AskOptions): Connector {
  const headersOf = (values: Record<string, string>): Record<string, string> => {
    const headers: Record<string, string> = {};
    for (const line of account.headers.split(/\r?\n/)) {
      const at = line.indexOf(':');
      if (at > 0) headers[line.slice(0, at).trim().toLowerCase()] = filled(line.slice(at + 1).trim(), values, inHeader);
    }
    return headers;
  };
  const bodyEscape: Escape =
    account.contentType === 'application/json'
      ? inJson
      : account.contentType === 'text/plain'
        ? (value) => value
        : encodeURIComponent;
  return {
    async check() {
      if (account.checkUrl === '') return { answer: 'Aucune adresse d’essai n’est réglée : rien n’a été demandé.' };
      const values = { secret: account.secret };
      const url = filled(account.checkUrl, values, encodeURIComponent);
      const answer = await ask({ method: 'GET', url, headers: headersOf(values) }, options);
      if (answer.kind === 'answered' && answer.status < 300) return { answer: wordsOf(answer) };
      return { trouble: notBought(answer).answer };
    },

    async prepare(order) {
      return order.service === 'sms'
        ? { kind: 'ready', draft: null }
        : { kind: 'refused', answer: 'Ce prestataire n’envoie que des SMS.' };
    },

    async pay(order) {
      if (order.service !== 'sms') return { kind: 'refused', answer: 'Ce prestataire n’envoie que des SMS.' };
      const { to, text, sender, ref: reference } = order;
      const values = { to, text, sender, reference, secret: account.secret };
      const answer = await ask(
        {
          method: account.method,
          url: filled(account.url, values, encodeURIComponent),
          headers: { ...headersOf(values), ...(account.method === 'POST' && { 'content-type': account.contentType }) },
          ...(account.method === 'POST' && { body: filled(account.body, values, bodyEscape) }),
        },
        options,
      );
      if (answer.kind !== 'answered' || answer.status >= 300 || answer.status < 200) return paidTrouble(answer);
      const path = account.referenceAt.split('.').filter((part) => part !== '');
      const found = path.length === 0 ? null : textField(jsonOf(answer), ...path);
      // It promised an identifier and gave none: its yes is not the yes that was described.
      if (path.length > 0 && found === null) return { kind: 'unknown', answer: wordsOf(answer) };
      return { kind: 'accepted', providerRef: found, priceCents: null, answer: wordsOf(answer) };
    },

    async find() {
      return {
        kind: 'unknown',
        answer: 'Ce prestataire ne peut pas être interrogé. Regardez dans votre espace client.',
      };
    },

    follow: null,
  };
}
