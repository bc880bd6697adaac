import { fr } from '@acquit/recovery';

/** Whether a key takes real money. */
export type KeyMode = 'test' | 'live';

/** The mode that a secret key says of itself; null when it is no secret key. */
export function keyMode(key: string): KeyMode | null {
  const [, mode] = /^(?:sk|rk)_(test|live)_[A-Za-z0-9_]{8,240}$/.exec(key) ?? [];
  return mode === undefined ? null : (mode as KeyMode);
}

/** Why these keys cannot be used, in a sentence; null when they can. A webhook secret left out is '' . */
export function keysFault(keys: { secretKey: string; webhookSecret: string }): string | null {
  if (keys.secretKey.startsWith('pk_'))
    return fr`C’est la clé publiable : copiez la clé secrète, qui commence par sk_ ou par rk_.`;
  if (keys.secretKey.startsWith('whsec_'))
    return fr`C’est le secret du webhook : il va dans l’autre champ. La clé secrète commence par sk_ ou par rk_.`;
  if (keyMode(keys.secretKey) === null)
    return fr`La clé secrète de Stripe commence par sk_live_, rk_live_, sk_test_ ou rk_test_ : copiez-la en entier.`;
  if (keys.webhookSecret !== '' && !/^whsec_[A-Za-z0-9+/=_-]{8,200}$/.test(keys.webhookSecret))
    return fr`Le secret du webhook commence par whsec_ : copiez-le en entier.`;
  return null;
}
