import { randomUUID } from 'node:crypto';
import { day } from '@acquit/law';
import type { CourtBundleView, HandOverLinkView, PortalLinkView } from '@acquit/recovery';
import { read, utils } from '@e965/xlsx';
import type { Client } from 'pg';
import PostalMime from 'postal-mime';
import { afterAll, expect, test } from 'vitest';
import { buildMessage, type MailContent } from '../channels/index.ts';
import { composeMessage, composer, writeDigest } from '../jobs/index.ts';
import { closeRender } from '../render/index.ts';
import { pdfFacts } from '../render/pdf-facts.ts';
import type { Tx } from '../store/index.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { makeNamed } from './testing/named.ts';
import { signedIn } from './testing/people.ts';

/**
 * What others write — debtors, banks, invoices, clerks, providers — put straight into every free text of the database, then
 * every output made for real and taken apart: its bones must be those that the plainest text gives.
 */
const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home, { portalUrl: new URL('https://factures.example.fr') });
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const named = await makeNamed(store, tenantId, owner);
afterAll(closeRender);

/** Sources: a column that somebody else fills, by table. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  debtor: ['name', 'contact_name', 'city', 'phone', 'account', 'sector', 'contact_note', 'circuit', 'delivery_city'],
  debtor_contact: ['name', 'phone', 'note'],
  company: ['name', 'city', 'legal_form', 'phone', 'rcs_city'],
  claim: ['order_reference', 'payment_reference'],
  claim_hold: ['reason'],
  bank_line: ['label', 'counterparty', 'end_to_end_id', 'operation', 'reject_reason', 'set_aside_reason'],
  receipt: ['reference'],
  promise: ['made_by', 'note'],
  dispute: ['details', 'owner', 'outcome_note'],
  pause: ['reason'],
  delivery_suspension: ['reason', 'owner'],
  portal_act: ['file_name', 'effect'],
  reply: ['from_name', 'subject', 'own_text'],
  import_job: ['file_name'],
  court_bundle_file: ['title', 'file_name'],
  partner: ['name', 'person', 'city', 'phone'],
  hand_over: ['reference', 'note', 'outcome_note'],
  hand_over_post: ['author', 'title', 'details', 'bearer', 'file_name'],
  procedure: ['court_name', 'case_number', 'note', 'close_reason'],
  procedure_event: ['note', 'proof_name'],
  outbox: ['server_answer'],
  dispatch: ['provider_ref', 'number'],
  dispatch_event: ['label'],
  action: ['note', 'result'],
  einvoice_status: ['label'],
};
const LISTS: readonly [table: string, column: string][] = [
  ['debtor', 'address_lines'],
  ['company', 'address_lines'],
  ['bank_line', 'remittance'],
  ['partner', 'address_lines'],
];

/** A column that goes with another is written where it has something; the others everywhere. */
async function write(client: Client, table: string, column: string, text: string): Promise<void> {
  const order = `update acquit.${table} set ${column} = $2 where tenant_id = $1`;
  const refused = await client.query(order, [tenantId, text]).then(
    () => false,
    (error) => error.code === '23514' || Promise.reject(error),
  );
  if (refused) await client.query(`${order} and ${column} is not null`, [tenantId, text]);
}

/** Writes one text everywhere; numbers of invoices keep an end of their own, because two of a company are never the same. */
async function plant(text: string): Promise<void> {
  await asSupervisor(async (client) => {
    for (const [table, columns] of Object.entries(SOURCES))
      for (const column of columns) await write(client, table, column, text);
    for (const [table, column] of LISTS)
      await client.query(`update acquit.${table} set ${column} = array[$2, $2] where tenant_id = $1`, [tenantId, text]);
    await client.query(`update acquit.claim set number = $2 || left(claim_id::text, 6) where tenant_id = $1`, [
      tenantId,
      text,
    ]);
    await client.query(
      `update acquit.action set facts = jsonb_set(jsonb_set(facts, '{stepName}', to_jsonb($2::text)), '{claims,0,number}', to_jsonb($2::text)),
              reasons = jsonb_build_array(jsonb_build_object('code', 'StepDue', 'message', $2::text)) where tenant_id = $1`,
      [tenantId, text],
    );
    await client.query(
      `update acquit.company set settings = settings || jsonb_build_object('signatory', $2::text) where tenant_id = $1`,
      [tenantId, text],
    );
    await client.query(
      `update acquit.portal_act set said = said || jsonb_build_object('name', $2::text, 'details', $2::text) where tenant_id = $1`,
      [tenantId, text],
    );
  });
}

/** What an output is made of, whatever its words, and the words. */
interface Output {
  bones: string[];
  words: string;
}

/** Elements with the names of their attributes, and where links lead: never what stands between. */
function bonesOfHtml(html: string): string[] {
  return [
    ...html.matchAll(/<(!?\/?[a-z][a-z0-9]*)((?:\s+[^\s=>"']+(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*\/?>|<!--/gi),
  ].map(([, name = '!--', attributes = '']) =>
    [name.toLowerCase(), ...[...attributes.matchAll(/([^\s="']+)=(?:"[^"]*"|'[^']*')/g)].map(([, one]) => one)].join(
      ' ',
    ),
  );
}

const bodyOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

async function page(path: string, fields?: Record<string, string>): Promise<Output> {
  const answer = await fetch(app.url + path, {
    redirect: 'manual',
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  const html = await answer.text();
  expect([path, answer.status], html.slice(0, 200)).toEqual([path, expect.toBeOneOf([200, 422])]);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  return { bones: bonesOfHtml(html), words: bodyOf(html) };
}

async function mail(content: Pick<MailContent, 'to' | 'subject' | 'text' | 'html' | 'attachments'>): Promise<Output> {
  const built = await buildMessage({
    ...content,
    from: { name: 'Atelier', address: 'compta@atelier.example' },
    replyTo: null,
    copyTo: null,
    dkim: null,
    key: { tenantId, actionId: named.captured, channel: 'email' },
    messageId: null,
    caseId: named.caseId,
    date: `${TODAY}T08:00:00Z`,
  });
  if ('refusal' in built) throw new Error(built.refusal.message);
  const { headers, to, attachments, html = '', text = '', subject = '' } = await PostalMime.parse(built.message.raw);
  return {
    bones: [
      ...headers.map(({ key }) => key),
      ...(to ?? []).map(({ address = '' }) => address),
      ...attachments.map(({ mimeType }) => mimeType),
      ...bonesOfHtml(html),
      `lines ${text.split('\n').length}`,
    ],
    words: [subject, text, bodyOf(html), ...(to ?? []).map(({ name }) => name)].join('\n'),
  };
}

async function pdf(bytes: Uint8Array): Promise<Output> {
  const { actions, foreignFonts, pages } = await pdfFacts(bytes);
  return { bones: [...actions, ...foreignFonts], words: pages.join('\n') };
}

async function fetched(path: string): Promise<Uint8Array> {
  const answer = await fetch(app.url + path, { headers: { cookie: owner.cookie } });
  expect([path, answer.status]).toEqual([path, 200]);
  const name = answer.headers.get('content-disposition');
  // A feed is read by programs, and has no name.
  if (name !== null || path !== feed)
    expect(name).toMatch(/^(?:inline|attachment); filename="[ -!#-~]*"(?:; filename\*=UTF-8''[\w%.!#$&+^`|~-]*)?$/);
  return new Uint8Array(await answer.arrayBuffer());
}

const tablesOf = (bytes: Uint8Array | string, options: object): Output => {
  const { Sheets } = read(bytes, options);
  const [sheet] = Object.values(Sheets);
  const rows = utils.sheet_to_json<unknown[]>(sheet!, { header: 1 });
  const formulas = Object.values(sheet!).filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell);
  return {
    bones: [
      `columns ${Math.max(...rows.map((row) => row.length))}`,
      ...rows.map(() => 'row'),
      ...formulas.map(() => 'formula'),
    ],
    words: rows.flat().join('\n'),
  };
};

const { companyId, caseId } = named;
const text = new TextDecoder();
const portal = new URL((await owner.post<PortalLinkView>(`/api/cases/${caseId}/portal/links`)).body.url).pathname;
const partner = new URL(
  (await owner.post<HandOverLinkView>(`/api/hand-overs/${named.handOverId}/links`, { days: 30 })).body.url,
).pathname;
await owner.post(`/api/cases/${caseId}/promises`, { promisedOn: '2026-11-30', amountCents: 123_456 });
const feed = (await owner.post<{ path: string }>(`/api/companies/${companyId}/calendar-feed`, {})).body.path;
const inTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.inTenant(tenantId, work);

/** Outputs: all that leaves the house, made by what makes it. */
const OUTPUTS: Readonly<Record<string, (planted: string) => Promise<Output>>> = {
  'page of the debtor': () => page(portal),
  'page of the debtor, paying': () => page(`${portal}/payer`),
  'page of the debtor, a form given back': (planted) =>
    page(`${portal}/contester`, { details: planted, reason: planted, act: randomUUID(), 'part-x': planted }),
  'page of the debtor, another form given back': (planted) =>
    page(`${portal}/autre-destinataire`, { name: planted, email: `${planted}@`, details: planted, act: randomUUID() }),
  'page of the professional': () => page(partner),
  'e-mail': async () =>
    mail(
      (await composer(store)({
        tenantId,
        actionId: named.captured,
        companyId,
        caseId,
        step: 'notice',
        decidedOn: '2026-11-18',
        createdAt: `${TODAY}T08:00:00Z`,
        recipient: 'compta@client.example',
        messageId: null,
        fence: 1n,
        attempts: 1,
        facts: null,
      })) as MailContent,
    ),
  'text message': async () => {
    const { text: words } = await inTenant((tx) => composeMessage(store, tx, named.captured, 'sms'));
    return { bones: [`lines ${words.split('\n').length}`], words };
  },
  letter: async () => {
    const { attachments } = await inTenant((tx) => composeMessage(store, tx, named.toPrint, 'letter'));
    return pdf(attachments[0]!.bytes);
  },
  'weekly digest': async () => {
    const order = { on: day('2026-11-23'), reader: 'Claire', appUrl: null };
    const { message } = (await inTenant((tx) => writeDigest(tx, companyId, order)))!;
    return mail({ ...message, to: { name: null, address: 'claire@example.fr' }, attachments: [] });
  },
  'ledger in CSV': async () =>
    tablesOf(text.decode(await fetched(`/api/companies/${companyId}/ledger/export?format=csv`)), {
      type: 'string',
      FS: ';',
    }),
  'ledger in XLSX': async () => tablesOf(await fetched(`/api/companies/${companyId}/ledger/export?format=xlsx`), {}),
  'calendar in CSV': async () =>
    tablesOf(text.decode(await fetched(`/api/companies/${companyId}/calendar/export`)), { type: 'string', FS: ';' }),
  'calendar feed': async () => {
    const whole = text.decode(await fetched(feed)).replaceAll('\r\n ', '');
    return {
      bones: whole.split(/\r\n|\r|\n|\u0085|\u2028|\u2029/).map((line) => line.split(/[:;]/)[0]!),
      words: whole,
    };
  },
  'court file': async () => {
    const base = `/api/cases/${caseId}/court-files/injonction-de-payer`;
    const built = await owner.post<CourtBundleView>(`${base}/build`, {});
    expect([built.status, built.status === 200 ? '' : built.text, app.heard.errors]).toEqual([200, '', []]);
    const version = Math.max(...built.body.versions.map((one) => one.version));
    const { files } = built.body.versions.find((one) => one.version === version)!;
    for (const { fileName } of files) expect(fileName).toMatch(/^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]{1,5})?$/);
    const at = files.findIndex(({ role }) => role === 'merged');
    const merged = await pdf(await fetched(`/api/court-bundles/${named.bundleId}/versions/${version}/files/${at + 1}`));
    return { ...merged, bones: [...merged.bones, ...files.map(({ role }) => role)] };
  },
  'journal over HTTP': async () => {
    const answer = await owner.get(`/api/companies/${companyId}/journal`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    return { bones: [], words: answer.text };
  },
};

/** What may show nowhere: it turns the reading round, or hides. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

const FAMILIES: readonly [what: string, planted: string][] = [
  [
    'markup of pages',
    `Nom"'><script>alert(1)</script><img src=x onerror=alert(1)><!-- &amp; <a href="javascript:alert(1)">x</a>`,
  ],
  ['marks that turn the reading round', 'Nom \u202e00,21\u202c \u2066isolé\u2069 \u200bfin\u00ad'],
  ['line breaks and headers', 'Nom\r\nBcc: victime@example.fr\r\n\r\ncorps\u0085suite\u2028ligne\u2029fin\n.\r\nQUIT'],
  [
    'another template',
    `Nom {{ 7919 | times: 7907 }}{% if true %}vrai{% endif %}{{ company.settings }}\${7919*7907}<%= 7919*7907 %>`,
  ],
  ['another typesetter', 'Nom #import "/letter.typ": doc #panic("x") $x^2$ *gras* _it_ `raw` @ref <label> \\ // fin'],
  ['formulas of sheets', '=HYPERLINK("http://x.example";"Clic")'],
  ['another calendar', 'Nom;a,b\\nEND:VEVENT\nBEGIN:VALARM\r\nTRIGGER:-PT5M'],
  ['paths', '../../../etc/passwd\\..\\CON.pdf/'],
  ['characters of every kind', 'Nom 👩‍👩‍👧 漢字 שלום x\u0301\u0302\u0303\u0304\u0305\u0306 \ud83d\ude00 №'],
  ['length', `Nom ${'Interminable'.repeat(30)}`],
];

/** What a plain text gives. */
const plain: Record<string, string[]> = {};
await plant('Nom ordinaire');
for (const [name, make] of Object.entries(OUTPUTS)) plain[name] = (await make('Nom ordinaire')).bones;

test('the plainest text gives outputs with their bones, and no bone is one that acts', () => {
  for (const name of ['page of the debtor', 'e-mail', 'weekly digest', 'ledger in CSV', 'calendar feed', 'court file'])
    expect([name, plain[name]!.length]).toEqual([name, expect.toSatisfy((n) => n > 5)]);
  expect(
    Object.values(plain)
      .flat()
      .filter((bone) => /^script|\bon[a-z]+$|^formula$/.test(bone)),
  ).toEqual([]);
  // The canary: an element or a header more is noticed.
  expect(bonesOfHtml('<p class="a">x</p><img src=x onerror="y">')).toEqual(['p class', '/p', 'img onerror']);
});

test.each(FAMILIES)(
  '%s: inert in every output',
  async (_what, planted) => {
    await plant(planted);
    for (const [name, make] of Object.entries(OUTPUTS)) {
      const { bones, words } = await make(planted);
      expect([name, bones]).toEqual([name, plain[name]]);
      if (name !== 'journal over HTTP') expect([name, TURNING.exec(words)]).toEqual([name, null]);
      expect([name, words.includes('62615533')]).toEqual([name, false]);
    }
    expect(app.heard.errors).toEqual([]);
  },
  120_000,
);

test('a file that its texts make too long is refused by name, and what to do is said', async () => {
  await plant('Interminable '.repeat(400));
  const built = await owner.post(`/api/cases/${caseId}/court-files/injonction-de-payer/build`, {});
  expect([built.status, built.body.refusal?.code]).toEqual([422, 'DocumentTooLarge']);
  expect(built.body.refusal?.message).toContain('Raccourcissez');
  expect(app.heard.errors).toEqual([]);
}, 120_000);
