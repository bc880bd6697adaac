import { accountFault, fr, type Provider, providerForm, type Service } from '@acquit/recovery';
import {
  type AccountValues,
  addressFault,
  type Connector,
  openConnector,
  type ProviderNet,
} from '../../channels/index.ts';
import { appendJournal, findProviderAccount, type Secrets, saveProviderAccount, type Tx } from '../../store/index.ts';
import type { SendRefusal } from '../outbox/index.ts';

/** A company's account at a provider, opened. */
export interface OpenAccount {
  service: Service;
  provider: Provider;
  values: AccountValues;
  monthlyLimit: number | null;
  connector: Connector;
}

const purposeOf = (companyId: string, service: Service): string => `provider_account:${companyId}:${service}`;

/** Opens the account that a company has for a service; null when it has none. Throws the store's refusal of a lost key. */
export async function openAccount(
  tx: Tx,
  secrets: Secrets,
  net: ProviderNet,
  companyId: string,
  service: Service,
): Promise<OpenAccount | null> {
  const row = await findProviderAccount(tx, companyId, service);
  if (row === null) return null;
  const { provider, settings, monthlyLimit } = row;
  const hidden = JSON.parse(secrets.open(row.secretsSealed, purposeOf(companyId, service))) as Record<string, string>;
  const presets = Object.fromEntries(providerForm(provider).fields.map(({ key, preset }) => [key, preset]));
  const given = Object.fromEntries(
    Object.entries({ ...settings, ...hidden }).filter(([, value]) => value.trim() !== ''),
  );
  const values = { ...presets, ...given };
  return { service, provider, values, monthlyLimit, connector: openConnector(provider, service, values, net) };
}

/** What a person fills in; secrets left out stay as they are. */
export interface AccountOrder {
  companyId: string;
  service: Service;
  provider: Provider;
  values: Record<string, string>;
  unitPriceCents: number | null;
  monthlyLimit: number | null;
  actor: string;
}

/** Saves an account with its secrets sealed, and journals it without them. Refuses what could not be used. */
export async function saveAccount(tx: Tx, secrets: Secrets, order: AccountOrder): Promise<SendRefusal | null> {
  const { companyId, service, provider, values } = order;
  const refuse = (message: string): SendRefusal => ({ code: 'InvalidProviderAccount', message, facts: { provider } });
  const form = providerForm(provider);
  if (!form.services.includes(service)) return refuse(fr`${form.name} ne rend pas ce service.`);
  const before = await findProviderAccount(tx, companyId, service);
  // The secrets of another provider open nothing here.
  const kept =
    before?.provider === provider
      ? (JSON.parse(secrets.open(before.secretsSealed, purposeOf(companyId, service))) as Record<string, string>)
      : {};
  const fault = accountFault(provider, values, Object.keys(kept)) ?? addressFault(values);
  if (fault !== null) return refuse(fault);
  const isSecret = new Set(form.fields.filter((field) => field.secret).map(({ key }) => key));
  const settings: Record<string, string> = {};
  const hidden: Record<string, string> = { ...kept };
  for (const [key, value] of Object.entries(values)) {
    if (!isSecret.has(key)) settings[key] = value.trim();
    else if (value.trim() !== '') hidden[key] = value.trim();
  }
  await saveProviderAccount(tx, companyId, {
    service,
    provider,
    settings,
    secretsSealed: secrets.seal(JSON.stringify(hidden), purposeOf(companyId, service)),
    unitPriceCents: order.unitPriceCents,
    monthlyLimit: order.monthlyLimit,
  });
  await appendJournal(tx, [
    {
      actor: order.actor,
      action: 'provider.changed',
      objectKind: 'company',
      objectId: companyId,
      payload: { service, provider, settings, unitPriceCents: order.unitPriceCents, monthlyLimit: order.monthlyLimit },
    },
  ]);
  return null;
}
