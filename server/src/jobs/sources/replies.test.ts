import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '@acquit/law';
import type { ReplyView, SourceSettings } from '@acquit/recovery';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listReplies, loadCases, replyView, verifyJournal } from '../../store/index.ts';
import { describeWith, testStore } from '../../testing/index.ts';
import { type Dovecot, findOrInstallDovecot, startDovecot } from './testing/dovecot.ts';
import { checker, plantSource, type Watched } from './testing/fixture.ts';
import { trySource } from './try.ts';

const { store } = await testStore();
const { check: look, readers } = checker(store);
afterAll(() => readers.close());
const program = findOrInstallDovecot();
const OUR_ID = `<${'3f9c1b7a52'.repeat(4)}@atelier.example>`;

interface Case {
  caseId: string;
  actionId: string;
}

/** A debtor with an invoice and a message that left for him. */
async function plantCase(
  { tenantId, companyId }: Watched,
  shape: { name: string; email: string; number: string; messageId?: string; outbox?: string },
): Promise<Case> {
  const [debtorId, caseId, claimId, actionId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await store.inTenant(tenantId, async (tx) => {
    const write = (text: string, values: unknown[]) => tx.query(text, [tenantId, ...values]);
    await write(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email, address_lines, postcode, city)
       values ($1, $2, $3, $4, 'company', $5, '{3 quai}', '38000', 'Grenoble')`,
      [debtorId, companyId, shape.name, shape.email],
    );
    await write(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, open_cents, open_claims, next_action_on)
       values ($1, $2, $3, $4, 'business', 120000, 1, '2026-11-20')`,
      [caseId, companyId, debtorId],
    );
    await write(
      `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents)
       values ($1, $2, $3, $4, $5, 'invoice', '2026-09-01', '2026-10-01', 120000, 120000)`,
      [claimId, companyId, caseId, shape.number],
    );
    await write(
      `insert into action (tenant_id, action_id, company_id, case_id, step, channel, mode, status, decided_on, total_cents, facts, reasons)
       values ($1, $2, $3, $4, 'reminder-1', 'email', 'live', $5, '2026-11-19', 120000, '{"claims": []}', '[]')`,
      [actionId, companyId, caseId, shape.outbox === 'due' ? 'queued' : 'done'],
    );
    await write(
      `insert into outbox (tenant_id, action_id, company_id, channel, state, recipient, message_id) values ($1, $2, $3, 'email', $4, $5, $6)`,
      [actionId, companyId, shape.outbox ?? 'sent', shape.email, shape.messageId ?? null],
    );
  });
  return { caseId, actionId };
}

interface Mail {
  from?: string;
  subject?: string;
  text: string;
  headers?: string[];
  id?: string;
}
let serial = 0;
function mail({
  from = 'Paul Henry <paul@morel.example>',
  subject = 'Re: rappel',
  text,
  headers = [],
  id,
}: Mail): string {
  serial += 1;
  return [
    `From: ${from}`,
    'To: compta@atelier.example',
    `Subject: ${subject}`,
    `Message-ID: ${id ?? `<${serial}.${Math.trunc(performance.timeOrigin)}@morel.example>`}`,
    `Date: ${new Date(performance.timeOrigin).toUTCString()}`,
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...text.split('\n'),
    '',
  ].join('\r\n');
}
const answering = [`In-Reply-To: ${OUR_ID}`, `References: ${OUR_ID}`];
/** A message of the corpus of classification, as it travels. */
const ofCorpus = (name: string, ...changes: [string, string][]): string =>
  changes.reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    readFileSync(join(import.meta.dirname, `../replies/corpus/known/${name}.eml`), 'utf8').replaceAll(/\r?\n/g, '\r\n'),
  );

describeWith(
  'Dovecot, a real IMAP server',
  program !== null,
  'the mailbox that debtors answer to, on a real server',
  () => {
    let server: Dovecot;
    beforeEach(async () => {
      server = await startDovecot(program!);
    });
    afterEach(() => server.stop());

    const settings = (change: object = {}): SourceSettings => ({
      kind: 'replies',
      host: '127.0.0.1',
      port: server.tlsPort,
      security: 'tls',
      username: server.user,
      mailbox: 'INBOX',
      dedicated: false,
      marksRead: false,
      ...change,
    });
    const watch = (change: object = {}) => plantSource(store, settings(change), server.password);
    const check = (watched: Watched) => look(watched, { ca: server.ca });
    const replies = ({ tenantId, companyId }: Watched): Promise<ReplyView[]> =>
      store.inTenant(tenantId, async (tx) => {
        const { items } = await listReplies(tx, companyId, 'all');
        const views: ReplyView[] = [];
        for (const { replyId } of items.reverse()) views.push((await replyView(tx, replyId))!);
        return views;
      });
    const factsOf = ({ tenantId }: Watched, caseId: string) =>
      store.inTenant(tenantId, async (tx) => (await loadCases(tx, [caseId]))[0]!.facts);

    test('an answer joins the case by its headers, is kept whole with its hash, and stops what was about to leave', async () => {
      const watched = await watch();
      const { caseId, actionId } = await plantCase(watched, {
        name: 'Charcuterie Morel',
        email: 'achats@morel.example',
        number: 'F-118',
        messageId: OUR_ID,
        outbox: 'due',
      });
      const raw = mail({
        text: 'Je vous règle vendredi.\n\nLe 2 nov. 2026 à 08:12, Atelier a écrit :\n> Bonjour',
        headers: answering,
      });
      server.deliver(raw);
      expect(await check(watched)).toMatchObject({ state: 'done' });
      const [reply, ...others] = await replies(watched);
      expect(others).toEqual([]);
      expect(reply).toMatchObject({
        kind: 'human',
        state: 'to-read',
        caseId,
        joined: { by: 'thread' },
        text: 'Je vous règle vendredi.',
      });
      expect(reply?.proposals).toMatchObject([{ kind: 'promise', quote: 'Je vous règle vendredi.', state: 'open' }]);
      const facts = await factsOf(watched, caseId);
      expect(facts.unreadReplyOn).toBe(day(reply!.on));
      const { rows } = await store.inTenant(watched.tenantId, (tx) =>
        tx.query<{ state: string; status: string; sha256: Buffer; codes: string[] }>(
          `select o.state, a.status, r.sha256, array(select action from journal_entry e where e.tenant_id = $1 order by seq) as codes
           from action a join outbox o using (tenant_id, action_id) join reply r on r.tenant_id = a.tenant_id and r.case_id = a.case_id
          where a.tenant_id = $1 and a.action_id = $2`,
          [watched.tenantId, actionId],
        ),
      );
      expect(rows).toMatchObject([{ state: 'cancelled', status: 'cancelled' }]);
      expect(rows[0]?.codes).toContain('reply.arrived');
      expect(store.blobs.get(rows[0]!.sha256).toString()).toBe(raw);
      expect(await verifyJournal(store, watched.tenantId)).toMatchObject({ valid: true });
      expect(server.marked()).toEqual([]);
    });

    test('a message is taken once, in a mailbox read again or renumbered', async () => {
      const watched = await watch();
      await plantCase(watched, { name: 'Morel', email: 'paul@morel.example', number: 'F-118' });
      server.deliver(mail({ text: 'Payé hier.' }));
      await check(watched);
      await check(watched);
      server.renumber();
      server.deliver(mail({ text: 'Et merci.' }));
      await check(watched);
      expect((await replies(watched)).map(({ text, joined }) => [text, joined?.by])).toEqual([
        ['Payé hier.', 'sender'],
        ['Et merci.', 'sender'],
      ]);
    });

    test.each([false, true])(
      'what is none of ours is left alone, or sorted where only replies come (%s); never in two cases',
      async (dedicated) => {
        const watched = await watch({ dedicated });
        await plantCase(watched, { name: 'Morel', email: 'comptable@cabinet.example', number: 'F-118' });
        await plantCase(watched, { name: 'Noël', email: 'comptable@cabinet.example', number: 'F-119' });
        server.deliver(mail({ from: 'ami@ailleurs.example', text: 'On déjeune ?' }));
        server.deliver(mail({ from: 'comptable@cabinet.example', text: 'C’est payé.' }));
        server.deliver(mail({ from: 'comptable@cabinet.example', text: 'La F-119 est payée.' }));
        server.deliver(
          mail({ from: 'inconnu@ailleurs.example', text: 'Pour la facture F-118, voyez avec la direction.' }),
        );
        await check(watched);
        const found = (await replies(watched)).map(({ state, debtorName, joined, candidates }) => [
          state,
          debtorName,
          joined?.by,
          candidates.length,
        ]);
        expect(found).toEqual([
          ...(dedicated ? [['to-sort', null, undefined, 0]] : []),
          ['to-sort', null, undefined, 2],
          ['to-read', 'Noël', 'number', 0],
          ['to-read', 'Morel', 'number', 0],
        ]);
      },
    );

    test('a hard bounce marks the address of its case and of no other; a soft one marks none', async () => {
      const watched = await watch();
      const id = '<3f9c1b7a52d04e8896ab10c4d7e2f5a61b803c9d@atelier-beranger.example>';
      const { caseId } = await plantCase(watched, {
        name: 'Morel',
        email: 'achats@morel.example',
        number: 'F-118',
        messageId: id,
      });
      server.deliver(ofCorpus('ovh-full', ['contact@vidal-paysages.example', 'achats@morel.example']));
      await check(watched);
      expect((await factsOf(watched, caseId)).debtor.email).toBe('achats@morel.example');
      server.deliver(ofCorpus('postfix-unknown', ['achats@morel.example', 'un.autre@morel.example']));
      await check(watched);
      // It came back for that very message: the address it went to is the one that failed.
      const { debtor } = await factsOf(watched, caseId);
      expect([debtor.email, debtor.refusedEmail?.address]).toEqual([null, 'achats@morel.example']);
      expect(
        (await replies(watched)).map(({ kind, state, refusedAddresses }) => [kind, state, refusedAddresses]),
      ).toEqual([
        ['bounce', 'filed', []],
        ['bounce', 'to-read', ['achats@morel.example']],
      ]);
    });

    test('a bounce of a message that is not ours marks nothing', async () => {
      const watched = await watch();
      const { caseId } = await plantCase(watched, { name: 'Morel', email: 'paul@morel.example', number: 'F-118' });
      server.deliver(ofCorpus('postfix-unknown'));
      await check(watched);
      expect(await replies(watched)).toEqual([]);
      expect((await factsOf(watched, caseId)).debtor.email).toBe('paul@morel.example');
    });

    test('an absence is noted and stops nothing; one who left asks for another address', async () => {
      const watched = await watch();
      const { caseId } = await plantCase(watched, { name: 'Morel', email: 'p.henry@siege.example', number: 'F-118' });
      server.deliver(ofCorpus('outlook-fr-away'));
      server.deliver(ofCorpus('person-gone', ['v.petit@siege.example', 'p.henry@siege.example']));
      await check(watched);
      const [away, gone] = await replies(watched);
      expect(away).toMatchObject({ kind: 'absence', state: 'filed', absence: { returnOn: '2026-11-14', gone: false } });
      expect(gone).toMatchObject({
        kind: 'absence',
        state: 'to-read',
        proposals: [{ kind: 'wrong-contact', emails: ['compta@siege.example'] }],
      });
      expect((await factsOf(watched, caseId)).unreadReplyOn).toBeUndefined();
    });

    test('hostile messages end in a named verdict, and stop none of the others', async () => {
      const watched = await watch();
      await plantCase(watched, { name: 'Morel', email: 'paul@morel.example', number: 'F-118' });
      const from = 'From: paul@morel.example\r\n';
      const parts = Array.from({ length: 10_000 }, () => '--b\r\n\r\nx\r\n').join('');
      server.deliver(`${from}Subject: mille\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`);
      server.deliver(`${from}X-Long: ${'a'.repeat(1_100_000)}\r\n\r\nx\r\n`);
      const deep = Array.from(
        { length: 300 },
        (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
      ).join('');
      server.deliver(`${from}Subject: profond\r\n${deep}`);
      server.deliver(
        `${from}Subject: =?klingon?B?////?= \u0000\r\nContent-Type: text/plain; charset=klingon-8\r\n\r\npay\u00e9 \ud83d\ude00`,
      );
      server.deliver(mail({ text: `${'😀'.repeat(12_000)} Je vous règle vendredi.` }));
      server.deliver(
        mail({
          text: 'Payé.',
          from: `"${'x'.repeat(5_000)}" <paul@morel.example>`,
          subject: `Re: ${'é'.repeat(3_000)}`,
        }),
      );
      expect(await check(watched)).toMatchObject({ state: 'done' });
      expect((await replies(watched)).map(({ kind, why, isKept }) => [kind, why.code, isKept])).toEqual([
        ['unreadable', 'TooManyParts', true],
        ['unreadable', 'MessageMalformed', true],
        ['unreadable', 'MessageMalformed', true],
        ['human', 'Human', true],
        ['human', 'Human', true],
        ['human', 'Human', true],
      ]);
    });

    test('nothing is marked in the mailbox, unless its owner asks for what was taken to be', async () => {
      const watched = await watch({ marksRead: true });
      await plantCase(watched, { name: 'Morel', email: 'paul@morel.example', number: 'F-118' });
      server.deliver(mail({ text: 'Payé.' }));
      server.deliver(mail({ from: 'ami@ailleurs.example', text: 'On déjeune ?' }));
      await check(watched);
      expect(server.marked()).toHaveLength(1);
      expect(server.count()).toBe(2);
    });

    test('our own messages come back into the mailbox are nobody’s reply', async () => {
      const watched = await watch({ dedicated: true });
      await plantCase(watched, { name: 'Morel', email: 'paul@morel.example', number: 'F-118', messageId: OUR_ID });
      server.deliver(mail({ from: 'compta@atelier.example', text: 'Facture F-118', id: OUR_ID }));
      await check(watched);
      expect(await replies(watched)).toEqual([]);
    });

    test('trying it counts the messages, and what is wrong is said by name', async () => {
      const watched = await watch();
      server.deliver(mail({ text: 'Payé.' }));
      const order = { ...watched, settings: settings(), secret: server.password };
      const permissions = { folders: null, hosts: null };
      expect(await trySource(store, order, { permissions, ca: server.ca })).toMatchObject({ ok: true, files: 1 });
      const wrong = { ...order, settings: settings({ mailbox: 'Absente' }) };
      expect(await trySource(store, wrong, { permissions, ca: server.ca })).toMatchObject({
        ok: false,
        code: 'ImapMailboxMissing',
      });
    });
  },
);
