import { type CardAccountView, fr } from '@acquit/recovery';
import { keyMode, keysFault, type StripeAccount, type StripeNet, tryStripe } from '../../channels/index.ts';
import {
  appendJournal,
  enableCards,
  findCardAccount,
  type Secrets,
  type Store,
  saveCardAccount,
  type Tx,
} from '../../store/index.ts';
import type { SendRefusal } from '../outbox/index.ts';
import { WEBHOOK_ROOT, webhookDoor } from './address.ts';

/** A company's account at Stripe, opened. */
export interface OpenCardAccount extends StripeAccount {
  enabled: boolean;
  keyMode: 'test' | 'live';
  /** What signs Stripe's own calls; '' until it was entered. */
  webhookSecret: string;
}

interface Keys {
  secretKey: string;
  webhookSecret: string;
}

const purposeOf = (companyId: string): string => `card_account:${companyId}`;

/** Opens the account of a company; null when it has none. */
export async function openCardAccount(
  tx: Tx,
  secrets: Secrets,
  net: StripeNet,
  companyId: string,
): Promise<OpenCardAccount | null> {
  const row = await findCardAccount(tx, companyId);
  if (row === null) return null;
  const keys = JSON.parse(secrets.open(row.secretsSealed, purposeOf(companyId))) as Keys;
  const { apiUrl, options } = net;
  return { apiUrl, ...(options && { options }), ...keys, enabled: row.enabled, keyMode: row.keyMode };
}

/** Keys as a person gives them: left out, or empty, they stay. */
export interface CardAccountOrder {
  companyId: string;
  secretKey?: string | undefined;
  webhookSecret?: string | undefined;
  actor: string;
}

/**
 * Saves the keys of a company, sealed, and offers cards to its debtors; the journal keeps neither. A new secret key takes
 * the webhook secret of the former one away, unless it comes with its own: it would be another account's.
 */
export async function saveCardKeys(tx: Tx, secrets: Secrets, order: CardAccountOrder): Promise<SendRefusal | null> {
  const { companyId, actor } = order;
  const before = await findCardAccount(tx, companyId);
  const kept: Keys =
    before === null
      ? { secretKey: '', webhookSecret: '' }
      : (JSON.parse(secrets.open(before.secretsSealed, purposeOf(companyId))) as Keys);
  const secretKey = order.secretKey?.trim() || kept.secretKey;
  const webhookSecret = order.webhookSecret?.trim() || (secretKey === kept.secretKey ? kept.webhookSecret : '');
  const keys: Keys = { secretKey, webhookSecret };
  const fault = keysFault(keys);
  if (fault !== null) return { code: 'InvalidCardAccount', message: fault, facts: {} };
  const mode = keyMode(secretKey)!;
  const keyEnd = secretKey.slice(-4);
  const secretsSealed = secrets.seal(JSON.stringify(keys), purposeOf(companyId));
  await saveCardAccount(tx, companyId, { enabled: true, keyMode: mode, keyEnd, secretsSealed });
  const payload = { enabled: true, keyMode: mode, keyEnd, hasWebhookSecret: webhookSecret !== '' };
  await appendJournal(tx, [{ actor, action: 'card.changed', objectKind: 'company', objectId: companyId, payload }]);
  return null;
}

/** Offers cards no longer. What was begun is still followed, and what goes back still told. False without an account. */
export async function stopCards(tx: Tx, companyId: string, actor: string): Promise<boolean> {
  if (!(await enableCards(tx, companyId, false))) return false;
  await appendJournal(tx, [
    { actor, action: 'card.changed', objectKind: 'company', objectId: companyId, payload: { enabled: false } },
  ]);
  return true;
}

/** Tries the keys of a company against Stripe; in words what it said. Nothing is created there. */
export async function tryCardAccount(
  store: Store,
  net: StripeNet,
  order: { tenantId: string; companyId: string },
): Promise<{ ok: boolean; message: string } | null> {
  const account = await store.inTenant(order.tenantId, (tx) =>
    openCardAccount(tx, store.secrets, net, order.companyId),
  );
  if (account === null) return null;
  const tried = await tryStripe(account);
  if (tried.kind === 'done') {
    const name = tried.value.name === null ? '' : fr` « ${tried.value.name} »`;
    return {
      ok: true,
      message:
        account.keyMode === 'live'
          ? fr`Stripe reconnaît la clé${name} : elle encaisse de vrais paiements.`
          : fr`Stripe reconnaît la clé${name}, qui est une clé d’essai : elle n’encaisse rien, et la carte n’est pas proposée à vos clients.`,
    };
  }
  const message =
    tried.kind === 'unknown'
      ? fr`Stripe n’a pas répondu : ${tried.answer} Recommencez dans un moment.`
      : tried.status === 401
        ? fr`Stripe ne reconnaît pas cette clé : copiez-la de nouveau. Sa réponse : ${tried.answer}`
        : tried.status === 403
          ? fr`Cette clé restreinte n’a pas le droit qu’il faut : donnez-lui l’écriture sur « Checkout Sessions » et la lecture sur « PaymentIntents » et « Charges ». Sa réponse : ${tried.answer}`
          : fr`Stripe refuse : ${tried.answer}`;
  return { ok: false, message };
}

/** What the settings show of a company's account, and why its debtors are not offered the card when they are not. */
export async function viewCardAccount(
  tx: Tx,
  secrets: Secrets,
  of: { companyId: string; mode: 'test' | 'live'; pageOpen: boolean; portalUrl: URL | null },
): Promise<CardAccountView> {
  const { companyId, portalUrl } = of;
  const row = await findCardAccount(tx, companyId);
  const door = webhookDoor(secrets, { tenantId: tx.tenantId, companyId });
  const kept = row === null ? null : (JSON.parse(secrets.open(row.secretsSealed, purposeOf(companyId))) as Keys);
  const whyNot =
    row === null
      ? fr`Aucune clé n’est enregistrée.`
      : !row.enabled
        ? fr`Le paiement par carte est arrêté.`
        : row.keyMode === 'test'
          ? fr`C’est une clé d’essai : elle n’encaisse rien.`
          : of.mode === 'test'
            ? fr`La société est en mode essai.`
            : portalUrl === null
              ? fr`L’installation n’a pas d’adresse publique (ACQUIT_PORTAL_URL).`
              : of.pageOpen
                ? null
                : fr`La page de vos clients n’est pas ouverte.`;
  return {
    keyMode: row?.keyMode ?? null,
    keyEnd: row?.keyEnd ?? null,
    enabled: row?.enabled ?? false,
    hasWebhookSecret: kept !== null && kept.webhookSecret !== '',
    webhookUrl: portalUrl === null ? null : new URL(`${WEBHOOK_ROOT}/${door}`, portalUrl).href,
    offered: whyNot === null,
    whyNot,
  };
}
