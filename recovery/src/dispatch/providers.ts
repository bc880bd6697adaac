import { fr } from '../texts/typography.ts';
import { senderFault } from './sms.ts';

/** What a provider's account is used for. */
export const SERVICES = ['sms', 'letter', 'registered', 'electronic'] as const;
export type Service = (typeof SERVICES)[number];

export const PROVIDERS = ['ovh', 'brevo', 'http', 'maileva', 'merci-facteur', 'ar24'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** One thing to fill in to open an account. */
export interface ProviderField {
  key: string;
  label: string;
  /** Sealed, never shown again. */
  secret: boolean;
  required: boolean;
  /** What stands there when nothing is given. */
  preset: string;
  hint: string | null;
  kind: 'line' | 'text' | 'url' | 'email' | 'yes-no' | 'method' | 'content-type';
}

export interface ProviderForm {
  provider: Provider;
  name: string;
  services: readonly Service[];
  /** What he does about a sending asked for twice, which tells what a doubt costs. */
  promise: string;
  fields: readonly ProviderField[];
}

const line = (key: string, label: string, more: Partial<ProviderField> = {}): ProviderField => ({
  key,
  label,
  secret: false,
  required: true,
  preset: '',
  hint: null,
  kind: 'line',
  ...more,
});
const secret = (key: string, label: string, more: Partial<ProviderField> = {}) =>
  line(key, label, { secret: true, ...more });
const url = (preset: string, key = 'baseUrl', label = 'Adresse du service'): ProviderField =>
  line(key, label, { kind: 'url', preset, hint: 'À ne changer que pour l’environnement d’essai du prestataire.' });
const SENDER = line('sender', 'Nom d’expéditeur', {
  hint: fr`3 à 11 lettres sans accent ou chiffres ; le prestataire doit parfois l’avoir validé.`,
});

/** Every provider, and what to fill in for each. */
export const PROVIDER_FORMS: readonly ProviderForm[] = [
  {
    provider: 'ovh',
    name: 'OVHcloud',
    services: ['sms'],
    promise: fr`Ne reconnaît pas un SMS demandé deux fois ; un envoi douteux est recherché par sa référence.`,
    fields: [
      line('serviceName', 'Compte SMS', { hint: 'Par exemple sms-ab12345-1.' }),
      SENDER,
      secret('applicationKey', 'Clé d’application'),
      secret('applicationSecret', 'Secret d’application'),
      secret('consumerKey', 'Clé d’utilisateur (consumer key)', {
        hint: 'Avec les droits GET et POST sur /sms/*.',
      }),
      url('https://eu.api.ovh.com/1.0'),
    ],
  },
  {
    provider: 'brevo',
    name: 'Brevo',
    services: ['sms'],
    promise: fr`Ne reconnaît pas un SMS demandé deux fois ; un envoi douteux est recherché par sa référence.`,
    fields: [SENDER, secret('apiKey', 'Clé d’API'), url('https://api.brevo.com/v3')],
  },
  {
    provider: 'http',
    name: 'Autre prestataire (HTTP)',
    services: ['sms'],
    promise: fr`Ne peut pas être interrogé : un envoi douteux est à vérifier dans votre espace client.`,
    fields: [
      SENDER,
      line('method', 'Méthode', { kind: 'method', preset: 'POST' }),
      line('url', 'Adresse', {
        kind: 'url',
        hint: fr`Champs possibles : {{to}}, {{text}}, {{sender}}, {{reference}}, {{secret}}.`,
      }),
      line('contentType', 'Type du contenu', { kind: 'content-type', preset: 'application/json' }),
      line('headers', 'En-têtes', {
        kind: 'text',
        required: false,
        hint: 'Un par ligne, par exemple Authorization: Bearer {{secret}}.',
      }),
      line('body', 'Contenu', {
        kind: 'text',
        required: false,
        preset: '{"to":"{{to}}","from":"{{sender}}","text":"{{text}}","reference":"{{reference}}"}',
      }),
      line('referenceAt', 'Identifiant dans la réponse', {
        required: false,
        hint: fr`Par exemple data.0.id ; vide s’il n’y en a pas.`,
      }),
      line('checkUrl', 'Adresse d’essai gratuite', { kind: 'url', required: false }),
      secret('secret', 'Secret', { required: false }),
    ],
  },
  {
    provider: 'maileva',
    name: 'Maileva',
    services: ['letter', 'registered'],
    promise: fr`L’envoi est préparé en brouillon et acheté en une fois : un envoi douteux se résout toujours seul.`,
    fields: [
      line('clientId', 'Identifiant d’application'),
      secret('clientSecret', 'Secret d’application'),
      line('username', 'Identifiant Maileva', { required: false, hint: 'Vide si l’application a ses propres droits.' }),
      secret('password', 'Mot de passe Maileva', { required: false }),
      line('notificationEmail', 'Adresse e-mail des notifications', { kind: 'email' }),
      line('scanReceipts', 'Avis de réception numérisés par Maileva', { kind: 'yes-no', preset: 'oui' }),
      url('https://api.maileva.com'),
      url(
        'https://connexion.maileva.com/auth/realms/services/protocol/openid-connect',
        'authUrl',
        'Adresse de connexion',
      ),
    ],
  },
  {
    provider: 'merci-facteur',
    name: 'Merci Facteur',
    services: ['letter', 'registered'],
    promise: fr`Refuse pendant trente jours un courrier déjà demandé : un envoi douteux est redemandé sans risque de doublon.`,
    fields: [
      line('serviceId', 'Service ID'),
      secret('secretKey', 'Secret key'),
      line('idUser', 'Numéro d’utilisateur'),
      line('authorizedIps', 'Adresses IP autorisées', { required: false, hint: 'Séparées par des points-virgules.' }),
      url('https://www.merci-facteur.com/api/1.2/prod/service'),
    ],
  },
  {
    provider: 'ar24',
    name: 'AR24',
    services: ['electronic'],
    promise: fr`Ne reconnaît pas une lettre demandée deux fois ; un envoi douteux est recherché par sa référence.`,
    fields: [
      secret('token', 'Jeton d’accès'),
      secret('privateKey', 'Clé privée'),
      line('idUser', 'Numéro de l’expéditeur', { hint: 'Le compte dont AR24 a vérifié l’identité.' }),
      url('https://app.ar24.fr/api'),
    ],
  },
];

export function providerForm(provider: Provider): ProviderForm {
  return PROVIDER_FORMS.find((form) => form.provider === provider)!;
}

const SERVICE_NAMES: Readonly<Record<Service, string>> = {
  sms: 'SMS',
  letter: 'Lettre',
  registered: 'Lettre recommandée',
  electronic: 'Recommandé électronique',
};

export function serviceName(service: Service): string {
  return SERVICE_NAMES[service];
}

/** What is still to fill in to open an account. Presets stand in for what is empty, as do secrets already sealed (`sealed`). */
export function missingFields(
  provider: Provider,
  values: Readonly<Record<string, string>>,
  sealed: readonly string[],
): ProviderField[] {
  return providerForm(provider).fields.filter(
    ({ key, required, preset, secret: isSecret }) =>
      required && (values[key]?.trim() || preset) === '' && !(isSecret && sealed.includes(key)),
  );
}

/** Why these values do not open an account, as a sentence; null when they may. Takes what `missingFields` does. */
export function accountFault(
  provider: Provider,
  values: Readonly<Record<string, string>>,
  sealed: readonly string[],
): string | null {
  const missing = missingFields(provider, values, sealed).map(({ label }) => fr`« ${label} »`);
  if (missing.length > 1) return fr`${missing.join(', ')} sont à remplir.`;
  if (missing.length === 1) return fr`${missing[0]!} est à remplir.`;
  const known = new Set(providerForm(provider).fields.map(({ key }) => key));
  const stray = Object.keys(values).find((key) => !known.has(key));
  if (stray !== undefined) return fr`Le réglage « ${stray} » n’existe pas pour ce prestataire.`;
  return known.has('sender') ? senderFault((values.sender ?? '').trim()) : null;
}
