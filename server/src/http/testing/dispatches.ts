import { randomUUID } from 'node:crypto';
import { insertConsent, markPrinted, recordDispatchEvents, type Store } from '../../store/index.ts';
import { TODAY } from './app.ts';
import { makeAction, makeBook } from './book.ts';
import type { Client } from './client.ts';

/** Rows of paid and posted sendings that a route can name. */
export interface DispatchRows {
  /** A company that sends for real, with accounts for text messages and registered letters. */
  liveCompanyId: string;
  /** A registered letter that waits in its print queue. */
  registeredToPrint: string;
  /** One that was posted, and an event of it with its proof. */
  dispatchedId: string;
  dispatchEventId: string;
  /** A letter that its provider refused. */
  refusedLetterId: string;
  consentId: string;
  /** A call on the worklist. */
  callToMake: string;
}

/** Makes them in one tenant, through the owner's own client where a person would. */
export async function makeDispatches(store: Store, tenantId: string, owner: Client): Promise<DispatchRows> {
  const liveCompanyId = randomUUID();
  await store.inTenant(tenantId, (tx) =>
    tx.query(`insert into company (tenant_id, company_id, name, mode) values ($1, $2, 'Atelier Lumière', 'live')`, [
      tenantId,
      liveCompanyId,
    ]),
  );
  const book = await makeBook(store, tenantId, { companyId: liveCompanyId, prefix: 'FL-2026' });
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `update debtor set address_lines = '{3 rue du Four}', postcode = '69001', city = 'LYON' where tenant_id = $1 and debtor_id = $2`,
      [tenantId, book.debtorId],
    ),
  );
  const accounts: [string, object][] = [
    [
      'sms',
      {
        provider: 'http',
        values: { sender: 'Lumiere', url: 'https://sms.example/send' },
        unitPriceCents: 6,
        monthlyLimit: 200,
      },
    ],
    [
      'registered',
      {
        provider: 'maileva',
        values: { clientId: 'app', clientSecret: 'secret de maileva', notificationEmail: 'compta@lumiere.example' },
        unitPriceCents: 690,
        monthlyLimit: null,
      },
    ],
  ];
  for (const [service, body] of accounts)
    await owner.send('PUT', `/api/companies/${liveCompanyId}/providers/${service}`, body);
  const act = (shape: Parameters<typeof makeAction>[3]) =>
    makeAction(store, tenantId, book, { mode: 'live', status: 'queued', step: 'formal-notice', rank: 4, ...shape });
  const registeredToPrint = await act({ channel: 'registered', outbox: 'to-print', decidedOn: '2026-11-19' });
  const dispatchedId = await act({
    channel: 'registered',
    outbox: 'to-print',
    decidedOn: '2026-11-16',
    step: 'earlier-notice',
    claims: [book.claimIds.recent],
  });
  const refusedLetterId = await act({ channel: 'letter', outbox: 'refused', decidedOn: '2026-11-15', step: 'letter' });
  const callToMake = await act({ channel: 'phone', status: 'to-do', decidedOn: '2026-11-18', step: 'call', rank: 2 });
  const { dispatchEventId, consentId } = await store.inTenant(tenantId, async (tx) => {
    await tx.query(`update outbox set via = 'maileva' where tenant_id = $1 and action_id = $2`, [
      tenantId,
      refusedLetterId,
    ]);
    await markPrinted(tx, liveCompanyId, [dispatchedId], 'user:test');
    const proofSha256 = Buffer.from(book.sha256, 'hex');
    const event = {
      kind: 'deposited',
      on: '2026-11-17',
      source: 'hand',
      label: null,
      proofSha256,
      toldBy: 'user:test',
    } as const;
    await recordDispatchEvents(tx, { actionId: dispatchedId, today: TODAY, events: [event] });
    const { rows } = await tx.query<{ id: string }>(
      'select event_id as id from dispatch_event where tenant_id = $1 and action_id = $2',
      [tenantId, dispatchedId],
    );
    const consent = {
      caseId: book.caseId,
      givenOn: '2026-01-05',
      proof: 'Contrat signé, article 7',
      proofSha256: null,
      by: 'user:test',
    };
    return { dispatchEventId: rows[0]!.id, consentId: await insertConsent(tx, consent) };
  });
  return { liveCompanyId, registeredToPrint, dispatchedId, dispatchEventId, refusedLetterId, consentId, callToMake };
}
