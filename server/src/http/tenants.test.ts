import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { everyCall, type Named } from './testing/calls.ts';
import { makeNamed } from './testing/named.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home);

/** A hash of every row of one tenant, in every table that has tenants: whatever changes there changes it. */
async function fingerprint(tenantId: string): Promise<string> {
  return asSupervisor(async (client) => {
    const tables = await client.query<{ table_name: string }>(
      `select table_name from information_schema.columns where column_name = 'tenant_id' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const parts: string[] = [];
    for (const { table_name: table } of tables.rows) {
      const { rows } = await client.query<{ hash: string | null }>(
        `select md5(string_agg(t::text, '|' order by t::text)) as hash from ${table} t where tenant_id = $1`,
        [tenantId],
      );
      parts.push(`${table} ${rows[0]!.hash}`);
    }
    expect(parts.length).toBeGreaterThan(20);
    return parts.join('\n');
  });
}

const isUuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}/;

test('a foreign identifier is unknown on every route, and nothing happens on the other side', async () => {
  const [ours, theirs] = [await newTenant(store, 'Nous'), await newTenant(store, 'Eux')];
  const [intruder, owner] = [await signedIn(app, store, ours), await signedIn(app, store, theirs)];
  await makeNamed(store, ours, intruder);
  const named = await makeNamed(store, theirs, owner);
  const canaries = [
    'Atelier Fontaine',
    'Boulangerie',
    named.companyId,
    named.caseId,
    named.debtorId,
    ...Object.values(named.claimIds),
  ];
  const before = await fingerprint(theirs);
  let cells = 0;
  for (const { route, call } of everyCall(named)) {
    const foreign = isUuid.test(call.path) || isUuid.test(JSON.stringify(call.body ?? ''));
    if (!foreign) continue;
    cells += 1;
    const answer = await intruder.send(call.method, call.path, call.body);
    const expected = route.startsWith('POST /api/imports') ? 'UploadGone or NotFound' : 'NotFound';
    const code = answer.body?.refusal?.code ?? `${answer.status} ${answer.text.slice(0, 200)}`;
    expect([route, expected.includes(code) ? expected : code]).toEqual([route, expected]);
    for (const canary of canaries) expect([route, answer.text.includes(canary)]).toEqual([route, false]);
  }
  expect(cells).toBeGreaterThan(30);
  expect(await fingerprint(theirs)).toBe(before);
});

test('a foreign identifier inside a body of ours is unknown too', async () => {
  const [ours, theirs] = [await newTenant(store), await newTenant(store)];
  const [intruder, owner] = [await signedIn(app, store, ours), await signedIn(app, store, theirs)];
  const mine = await makeNamed(store, ours, intruder);
  const named = await makeNamed(store, theirs, owner);
  const before = await fingerprint(theirs);
  const mixed: [string, unknown, string][] = [
    [
      '/api/receipts',
      {
        caseId: mine.caseId,
        receivedOn: '2026-11-20',
        amountCents: 1,
        method: 'transfer',
        claimIds: [named.claimIds.old],
      },
      'ClaimNotInCase',
    ],
    [
      `/api/cases/${mine.caseId}/promises`,
      { promisedOn: '2026-12-04', claimIds: [named.claimIds.old] },
      'ClaimNotInCase',
    ],
    [
      `/api/cases/${mine.caseId}/disputes`,
      {
        claims: [{ claimId: named.claimIds.old, contestedCents: null }],
        reason: 'price',
        owner: 'Claire',
        deadlineOn: '2026-12-04',
      },
      'ClaimNotInCase',
    ],
    [
      `/api/cases/${mine.caseId}/plans`,
      { claimIds: [named.claimIds.old], accessories: 'reserved', cut: { from: '2026-12-10', count: 2, every: 'week' } },
      'ClaimNotInCase',
    ],
    [
      `/api/cases/${mine.caseId}/pauses`,
      { claimIds: [named.claimIds.old], until: '2026-12-10', reason: 'essai' },
      'ClaimNotInCase',
    ],
    [`/api/imports/${mine.uploadId}/apply`, { companyId: named.companyId }, 'NotFound'],
    [`/api/imports/${mine.uploadId}/preview`, { companyId: named.companyId, mapping: {} }, 'NotFound'],
  ];
  for (const [path, body, code] of mixed) expect((await intruder.post(path, body)).body.refusal?.code).toBe(code);
  const printed = await intruder.post(`/api/companies/${mine.companyId}/print-queue/printed`, {
    actionIds: [named.toPrint],
  });
  expect(printed.body).toEqual({ printed: 0 });
  expect(await fingerprint(theirs)).toBe(before);
});

test('an identifier that is not one, or that nobody has, is simply unknown', async () => {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const wrong = (id: string): Named => {
    const uploadId = id.replaceAll('-', '0').padEnd(64, '0');
    const claimIds = { old: id, recent: id, future: id };
    return {
      companyId: id,
      debtorId: id,
      caseId: id,
      claimIds,
      importId: id,
      bankAccountId: id,
      sourceId: id,
      replyToAccept: id,
      replyToRefuse: id,
      replyToRead: id,
      replyToSort: id,
      replyOfBounce: id,
      sha256: '',
      undoableId: id,
      volumeStopId: id,
      otherStopId: id,
      receiptId: id,
      toConfirm: id,
      toDo: id,
      captured: id,
      toUndo: id,
      inDoubt: id,
      portalActId: id,
      partnerId: id,
      handOverId: id,
      matchId: id,
      toldFactId: id,
      toldReceiptId: id,
      bundleId: id,
      bundleFileId: id,
      filedProcedureId: id,
      procedureId: id,
      orderedEventId: id,
      procedureFileSha: id.replaceAll('-', '0').padEnd(64, '0'),
      costId: id,
      closedProcedureId: id,
      ringingProcedureId: id,
      limitationFactId: id,
      oldClaimId: id,
      writeOffId: id,
      toPrint: id,
      liveCompanyId: id,
      registeredToPrint: id,
      dispatchedId: id,
      dispatchEventId: id,
      refusedLetterId: id,
      consentId: id,
      callToMake: id,
      uploadId,
      contactId: id,
      doubleId: id,
      mergeId: id,
      promiseId: id,
      disputeId: id,
      disputeFileSha: id.replaceAll('-', '0').padEnd(64, '0'),
      resolvedDisputeId: id,
      planId: id,
      noticedPlanId: id,
      pauseId: id,
      suspensionId: id,
      lineId: id,
      claimToMatch: id,
      lineToRestore: id,
      matchToApply: id,
      matchToDecline: id,
      matchToUndo: id,
    };
  };
  for (const id of ['00000000-0000-4000-8000-000000000000', 'x', "1'%20or%201=1", '..%2f..%2fetc', '%00']) {
    for (const { route, call } of everyCall(wrong(id))) {
      if (!route.includes('Id}')) continue;
      const answer = await owner.send(call.method, call.path, call.body);
      const known = ['NotFound', 'UploadGone', 'InvalidRequest'].includes(answer.body?.refusal?.code ?? '');
      expect([route, id, answer.status, known]).toEqual([route, id, answer.status, true]);
    }
  }
  expect(app.heard.errors).toEqual([]);
});
