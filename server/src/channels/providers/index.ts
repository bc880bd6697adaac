/** The door of paid providers: one way to speak to each, and nothing about what is due or to whom. */
import type { Provider, Service } from '@acquit/recovery';
import { ar24Connector } from './ar24.ts';
import { brevoConnector } from './brevo.ts';
import { genericConnector, templateFault } from './generic-http.ts';
import { mailevaConnector } from './maileva.ts';
import { merciFacteurConnector } from './merci-facteur.ts';
import type { Connector } from './model.ts';
import { ovhConnector } from './ovh.ts';
import { type AskOptions, urlFault } from './request.ts';

export type {
  Connector,
  Finding,
  Followed,
  FollowedEvent,
  PaidOrder,
  PaidOutcome,
  PostalParty,
  Prepared,
} from './model.ts';
export type { AskOptions } from './request.ts';
export { parisDay } from './words.ts';

/** What opens an account: its settings and its secrets, together. */
export type AccountValues = Readonly<Record<string, string>>;

/** How connectors reach out: the machine's clock, and the limits of their calls. */
export interface ProviderNet {
  now: () => number;
  options?: AskOptions;
}

/** Speaks to a provider for one service. `values` passed `accountFault` and `addressFault` when they were saved. */
export function openConnector(
  provider: Provider,
  service: Service,
  values: AccountValues,
  net: ProviderNet,
): Connector {
  const of = (key: string): string => (values[key] ?? '').trim();
  const baseUrl = of('baseUrl').replace(/\/+$/, '');
  const options = net.options ?? {};
  const postal = service === 'letter' ? 'letter' : 'registered';
  switch (provider) {
    case 'ovh':
      return ovhConnector(
        {
          baseUrl,
          serviceName: of('serviceName'),
          applicationKey: of('applicationKey'),
          applicationSecret: of('applicationSecret'),
          consumerKey: of('consumerKey'),
        },
        options,
      );
    case 'brevo':
      return brevoConnector({ baseUrl, apiKey: of('apiKey') }, options);
    case 'http':
      return genericConnector(
        {
          method: of('method') === 'GET' ? 'GET' : 'POST',
          url: of('url'),
          contentType: contentTypeOf(of('contentType')),
          headers: values.headers ?? '',
          body: values.body ?? '',
          referenceAt: of('referenceAt'),
          checkUrl: of('checkUrl'),
          secret: of('secret'),
        },
        options,
      );
    case 'maileva':
      return mailevaConnector(
        {
          baseUrl,
          authUrl: of('authUrl').replace(/\/+$/, ''),
          clientId: of('clientId'),
          clientSecret: of('clientSecret'),
          username: of('username'),
          password: of('password'),
          notificationEmail: of('notificationEmail'),
          scanReceipts: of('scanReceipts') !== 'non',
        },
        postal,
        options,
      );
    case 'merci-facteur':
      return merciFacteurConnector(
        {
          baseUrl,
          serviceId: of('serviceId'),
          secretKey: of('secretKey'),
          idUser: of('idUser'),
          authorizedIps: of('authorizedIps'),
        },
        postal,
        net.now,
        options,
      );
    case 'ar24':
      return ar24Connector(
        { baseUrl, token: of('token'), privateKey: of('privateKey'), idUser: of('idUser') },
        net.now,
        options,
      );
  }
}

const CONTENT_TYPES = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'] as const;

function contentTypeOf(text: string): (typeof CONTENT_TYPES)[number] {
  return CONTENT_TYPES.find((type) => type === text) ?? 'application/json';
}

/** Why an address or a template among these values cannot be used; null when all can. */
export function addressFault(values: AccountValues): string | null {
  for (const key of ['baseUrl', 'authUrl', 'url', 'checkUrl']) {
    const value = (values[key] ?? '').trim();
    if (value === '') continue;
    // The places of a template are filled later: what stands around them is what is checked.
    const fault = urlFault(value.replace(/\{\{\s*\w*\s*\}\}/g, 'x')) ?? templateFault(value);
    if (fault !== null) return fault;
  }
  return templateFault(values.headers ?? '') ?? templateFault(values.body ?? '');
}
