import { type Day, type DebtorKind, euros, formatDay } from '@acquit/law';
import {
  electronicRefusal,
  fr,
  type HandOverPreview,
  hasPostalAddress,
  providerForm,
  type Service,
} from '@acquit/recovery';
import {
  appendJournal,
  bankFreshness,
  boughtSince,
  consentsToJudge,
  daysHeld,
  findProviderAccount,
  RECIPIENT_EMAIL,
  type Tx,
} from '../../store/index.ts';
import type { SendRefusal } from '../outbox/index.ts';

/** Letters of the print queue that a person wants to hand to a provider. */
export interface HandOverOrder {
  companyId: string;
  service: Exclude<Service, 'sms'>;
  actionIds: readonly string[];
  today: Day;
}

interface Waiting {
  action_id: string;
  case_id: string;
  decided_on: string;
  step: string;
  debtor_name: string;
  kind: DebtorKind | null;
  email: string | null;
  address_lines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
}

async function waitingLetters(tx: Tx, order: HandOverOrder, lock: boolean): Promise<Waiting[]> {
  const { rows } = await tx.query<Waiting>(
    `select a.action_id, a.case_id, a.decided_on, a.step, d.name as debtor_name, d.kind, ${RECIPIENT_EMAIL} as email, d.address_lines, d.postcode, d.city, d.country
       from outbox o join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id and a.mode = 'live' and a.status = 'queued'
       join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where o.tenant_id = $1 and o.company_id = $2 and o.action_id = any($3::uuid[]) and o.state = 'to-print' and o.channel = $4
      order by o.created_at, o.action_id ${lock ? 'for update of o' : ''}`,
    [tx.tenantId, order.companyId, order.actionIds, order.service === 'letter' ? 'letter' : 'registered'],
  );
  return rows;
}

const addressOf = (row: Waiting) => ({
  lines: row.address_lines,
  postcode: row.postcode,
  city: row.city,
  country: row.country,
});

const HELD = fr`Les envois de ce jour sont nombreux et attendent votre accord sur la page du jour.`;

/** Why a letter cannot be handed over; null when it can. */
async function staysBecause(tx: Tx, order: HandOverOrder, row: Waiting): Promise<string | null> {
  if (order.service !== 'electronic')
    return hasPostalAddress(addressOf(row)) ? null : fr`Adresse postale incomplète : complétez la fiche.`;
  if (row.email === null || row.email.trim() === '') return fr`Adresse e-mail inconnue : complétez la fiche.`;
  return electronicRefusal(row.kind, await consentsToJudge(tx, row.case_id), order.today)?.message ?? null;
}

/**
 * What handing these letters to the company's provider would do, and what it would cost. Refuses `ProviderMissing`,
 * `CompanyInTest`, `BankStale` and `MonthlyLimitReached`: nothing can be handed over then.
 */
export async function previewHandOver(
  tx: Tx,
  order: HandOverOrder,
  lock = false,
): Promise<{ preview: HandOverPreview; rows: Waiting[]; refusal?: undefined } | { refusal: SendRefusal }> {
  const refused = (code: string, message: string): { refusal: SendRefusal } => ({
    refusal: { code, message, facts: {} },
  });
  const account = await findProviderAccount(tx, order.companyId, order.service);
  if (account === null)
    return refused(
      'ProviderMissing',
      'Aucun prestataire n’est réglé pour cet envoi. Renseignez-le dans Réglages, puis Prestataires.',
    );
  const { rows: companies } = await tx.query<{ mode: string }>(
    'select mode from company where tenant_id = $1 and company_id = $2',
    [tx.tenantId, order.companyId],
  );
  if (companies[0]?.mode !== 'live')
    return refused('CompanyInTest', 'La société est en mode test : aucun envoi payant ne part.');
  const bank = await bankFreshness(tx, order.companyId, order.today);
  if (bank.held) return refused('BankStale', bank.message ?? 'Les données bancaires sont trop anciennes.');
  const usedThisMonth = await boughtSince(
    tx,
    order.companyId,
    order.service,
    `${formatDay(order.today).slice(0, 7)}-01`,
  );
  const leaving: HandOverPreview['leaving'] = [];
  const staying: HandOverPreview['staying'] = [];
  const rows: Waiting[] = [];
  const held = await daysHeld(tx, order.companyId);
  for (const row of await waitingLetters(tx, order, lock)) {
    const reason = held.includes(row.decided_on) ? HELD : await staysBecause(tx, order, row);
    const named = { actionId: row.action_id, debtorName: row.debtor_name };
    if (reason !== null) {
      staying.push({ ...named, reason });
      continue;
    }
    const town = [row.postcode, row.city].filter(Boolean).join(' ');
    rows.push(row);
    leaving.push({
      ...named,
      to: order.service === 'electronic' ? row.email! : [...row.address_lines, town].join(', '),
    });
  }
  const { name } = providerForm(account.provider);
  const room = account.monthlyLimit === null ? null : account.monthlyLimit - usedThisMonth;
  if (room !== null && leaving.length > room)
    return refused(
      'MonthlyLimitReached',
      fr`La limite de ${account.monthlyLimit!} envois par mois serait dépassée : ${usedThisMonth} sont déjà partis. Choisissez moins de lettres ou relevez la limite.`,
    );
  const totalPriceCents = account.unitPriceCents === null ? null : account.unitPriceCents * leaving.length;
  const asksCode = account.provider === 'ar24';
  return {
    rows,
    preview: {
      provider: account.provider,
      providerName: name,
      service: order.service,
      leaving,
      staying,
      unitPriceCents: account.unitPriceCents,
      totalPriceCents,
      usedThisMonth,
      monthlyLimit: account.monthlyLimit,
      consequence: consequenceOf(order.service, leaving.length, name, totalPriceCents),
      asksCode,
    },
  };
}

const WHAT: Readonly<Record<HandOverOrder['service'], [one: string, many: string]>> = {
  letter: ['lettre', 'lettres'],
  registered: ['lettre recommandée avec avis de réception', 'lettres recommandées avec avis de réception'],
  electronic: ['lettre recommandée électronique', 'lettres recommandées électroniques'],
};

function consequenceOf(
  service: HandOverOrder['service'],
  count: number,
  provider: string,
  cents: number | null,
): string {
  if (count === 0) return fr`Aucune lettre ne peut partir ainsi.`;
  const what = `${count}\u00a0${WHAT[service][count > 1 ? 1 : 0]}`;
  const price = cents === null ? fr`à vos frais` : fr`pour environ ${euros(cents)} hors taxes, à vos frais`;
  const verb = count > 1 ? 'partent' : 'part';
  return fr`${what} ${verb} réellement par ${provider}, ${price}. Un envoi accepté ne peut plus être rappelé.`;
}

/**
 * Hands letters of the print queue to the company's provider: from here on they leave by themselves. Gives how many.
 * Refuses what `previewHandOver` does. Called with the confirmation of a person, who has read the consequence.
 */
export async function handOverLetters(
  tx: Tx,
  order: HandOverOrder & { actor: string },
): Promise<{ handed: number; refusal?: undefined } | { refusal: SendRefusal }> {
  const found = await previewHandOver(tx, order, true);
  if (found.refusal !== undefined) return found;
  const { rows, preview } = found;
  await tx.query(
    `update outbox set state = 'due', via = $4, attempts = 0, try_after = clock_timestamp(), recipient = u.recipient
       from unnest($2::uuid[], $5::text[]) as u(action_id, recipient)
      where outbox.tenant_id = $1 and outbox.action_id = u.action_id and outbox.state = 'to-print' and outbox.channel = $3`,
    [
      tx.tenantId,
      rows.map((row) => row.action_id),
      order.service === 'letter' ? 'letter' : 'registered',
      preview.provider,
      preview.leaving.map(({ to }) => to),
    ],
  );
  if (rows.length > 0)
    await appendJournal(
      tx,
      rows.map((row) => ({
        actor: order.actor,
        action: 'dispatch.handed',
        objectKind: 'case',
        objectId: row.case_id,
        payload: {
          actionId: row.action_id,
          service: order.service,
          via: preview.provider,
          unitPriceCents: preview.unitPriceCents,
        },
      })),
    );
  return { handed: rows.length };
}

/** By whom a text message leaves; a refusal when the company has no provider for it. */
export async function smsProvider(tx: Tx, companyId: string): Promise<string | null> {
  return (await findProviderAccount(tx, companyId, 'sms'))?.provider ?? null;
}
