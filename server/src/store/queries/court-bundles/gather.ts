import { type ExhibitKind, eInvoiceStatusName, fr } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** What a case holds that may be an exhibit, and where its bytes are. */
export interface CasePaper {
  /** The same from one day to the next, so that a choice keeps to its exhibit. */
  key: string;
  kind: ExhibitKind;
  /** French, as it is listed before the user names it. */
  title: string;
  on: string | null;
  from:
    | { blob: Buffer; mediaType: string; fileName: string }
    /** A message of ours, to be composed again as it left. */
    | { actionId: string; channel: 'email' | 'letter' | 'registered' }
    /** Facts of ours or words of the debtor, to be set on a page; what they were read from goes beside, byte for byte. */
    | { page: PaperPage; original?: { blob: Buffer; mediaType: string; fileName: string } };
}

/** What is set on a page when there is no paper: facts, words, a table. */
export interface PaperPage {
  facts: { label: string; value: string }[];
  paragraphs: string[];
  table: { columns: string[]; rows: string[][] } | null;
}

/**
 * Everything that may prove a case: invoices as they came, messages that left, proofs of the post, answers, papers of
 * disputes and plans, what platforms said of e-invoices, proofs of procedures. One statement a kind, over indexes.
 */
export async function gatherPapers(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const lists = [invoices, messages, postings, replies, disputes, plans, eInvoices, procedureProofs, costProofs];
  const found: CasePaper[] = [];
  for (const list of lists) found.push(...(await list(tx, caseId)));
  return found;
}

async function invoices(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const { rows } = await tx.query<{
    claim_id: string;
    number: string;
    kind: string;
    issued_on: string | null;
    sha256: Buffer;
    media_type: string;
    name: string | null;
  }>(
    `select k.claim_id, k.number, k.kind, k.issued_on, b.sha256, b.media_type, i.file_name as name
       from claim k join blob b on b.tenant_id = k.tenant_id and b.sha256 = k.document_sha256
       left join import_job i on i.tenant_id = k.tenant_id and i.import_id = k.import_id
      where k.tenant_id = $1 and k.case_id = $2 and k.status in ('open', 'irrecoverable') order by k.due_on, k.number, k.claim_id`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => ({
    key: `invoice:${row.claim_id}`,
    kind: 'invoice',
    title: `${row.kind === 'credit-note' ? 'Avoir' : 'Facture'} ${row.number}`,
    on: row.issued_on,
    from: { blob: row.sha256, mediaType: row.media_type, fileName: row.name ?? row.number },
  }));
}

/** Messages about what is still owed: those about invoices paid since prove nothing here. */
async function messages(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const { rows } = await tx.query<{
    action_id: string;
    channel: 'email' | 'letter' | 'registered';
    on_day: string;
    step_name: string;
    formal: boolean;
    test: boolean;
    document_sha256: Buffer | null;
  }>(
    `select a.action_id, o.channel, coalesce(o.settled_at::date, a.decided_on) as on_day, coalesce(a.facts ->> 'stepName', a.step) as step_name,
            a.facts ->> 'tone' = 'formal' as formal, o.state = 'captured' as test, a.document_sha256
       from action a join outbox o on o.tenant_id = a.tenant_id and o.action_id = a.action_id
      where a.tenant_id = $1 and a.case_id = $2 and a.status <> 'cancelled' and o.channel in ('email', 'letter', 'registered')
        and exists (select from action_claim ac join claim k on k.tenant_id = ac.tenant_id and k.claim_id = ac.claim_id and k.status in ('open', 'irrecoverable')
                     where ac.tenant_id = a.tenant_id and ac.action_id = a.action_id)
        and o.state in ('sent', 'printed', 'captured') order by on_day, a.action_id, o.channel`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => {
    const by = { email: 'courriel', letter: 'lettre', registered: 'lettre recommandée' }[row.channel];
    const test = row.test ? fr`, mode test : non envoyé` : '';
    return {
      key: `message:${row.action_id}:${row.channel}`,
      kind: row.formal && !row.test ? ('formal-notice' as const) : ('reminder' as const),
      title: `${row.formal ? 'Mise en demeure' : row.step_name} (${by}${test})`,
      on: row.on_day,
      from:
        row.document_sha256 !== null && row.channel !== 'email'
          ? { blob: row.document_sha256, mediaType: 'application/pdf', fileName: 'lettre.pdf' }
          : { actionId: row.action_id, channel: row.channel },
    };
  });
}

const POSTED: Record<string, string> = {
  deposited: 'Déposé',
  'first-presentation': 'Première présentation',
  delivered: 'Distribué',
  refused: 'Refusé',
  unclaimed: 'Non réclamé',
  returned: 'Retourné',
  failed: 'Échec',
};

/** The post's own proofs as they were kept; else its news, as it was told, on a page that says by whom. */
async function postings(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const { rows } = await tx.query<{
    event_id: string;
    action_id: string;
    kind: string;
    on_day: string;
    source: string;
    label: string | null;
    number: string | null;
    proof: Buffer | null;
    media_type: string | null;
  }>(
    `select e.event_id, e.action_id, e.kind, e.on_day, e.source, e.label, d.number, e.proof_sha256 as proof, b.media_type
       from action a join dispatch d on d.tenant_id = a.tenant_id and d.action_id = a.action_id
       join dispatch_event e on e.tenant_id = d.tenant_id and e.action_id = d.action_id and e.withdrawn_at is null
       left join blob b on b.tenant_id = e.tenant_id and b.sha256 = e.proof_sha256
      where a.tenant_id = $1 and a.case_id = $2 and d.channel = 'registered' order by e.on_day, e.event_id`,
    [tx.tenantId, caseId],
  );
  const proofs = rows
    .filter((row) => row.proof !== null)
    .map(
      (row): CasePaper => ({
        key: `proof:${row.event_id}`,
        kind: 'notice-proof',
        title: fr`Preuve postale : ${POSTED[row.kind]!.toLowerCase()}${row.number === null ? '' : ` (recommandé n°\u00a0${row.number})`}`,
        on: row.on_day,
        from: { blob: row.proof!, mediaType: row.media_type ?? 'application/octet-stream', fileName: 'preuve' },
      }),
    );
  const byAction = Map.groupBy(rows, (row) => row.action_id);
  const followed = [...byAction].map(
    ([actionId, events]): CasePaper => ({
      key: `followed:${actionId}`,
      // What a person noted by hand proves nothing by itself.
      kind: events.some((event) => event.source === 'provider') ? 'notice-proof' : 'other',
      title: 'Suivi de l’envoi recommandé',
      on: events.at(-1)!.on_day,
      from: {
        page: {
          facts: [{ label: 'Numéro du recommandé', value: events[0]!.number ?? 'non renseigné' }],
          paragraphs: [],
          table: {
            columns: ['Jour', 'Événement', 'Source', 'Mots du prestataire'],
            rows: events.map((event) => [
              event.on_day,
              POSTED[event.kind]!,
              event.source === 'provider' ? 'Prestataire' : 'Saisi à la main',
              event.label ?? '',
            ]),
          },
        },
      },
    }),
  );
  return [...proofs, ...followed];
}

async function replies(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const { rows } = await tx.query<{
    reply_id: string;
    subject: string;
    from_address: string;
    from_name: string;
    own_text: string;
    on_day: string;
    message_id: string | null;
    sha256: Buffer | null;
  }>(
    `select reply_id, subject, from_address, from_name, own_text, on_day, message_id, sha256
       from reply where tenant_id = $1 and case_id = $2 and kind = 'human' order by received_at, reply_id`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => ({
    key: `reply:${row.reply_id}`,
    kind: 'reply',
    title: 'Réponse du débiteur par courriel',
    on: row.on_day,
    from: {
      page: {
        facts: [
          { label: 'De', value: row.from_name === '' ? row.from_address : `${row.from_name} <${row.from_address}>` },
          { label: 'Objet', value: row.subject },
          { label: 'Reçu le', value: row.on_day },
          { label: 'Message-ID', value: row.message_id ?? 'absent' },
          { label: 'Message d’origine, joint', value: row.sha256 === null ? 'non conservé' : 'fichier .eml' },
          { label: 'Empreinte (SHA-256)', value: row.sha256?.toString('hex') ?? '–' },
        ],
        paragraphs: row.own_text.split(/\n{2,}/).filter((part) => part.trim() !== ''),
        table: null,
      },
      ...(row.sha256 !== null && {
        original: { blob: row.sha256, mediaType: 'message/rfc822', fileName: `reponse-${row.on_day}.eml` },
      }),
    },
  }));
}

async function disputes(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const { rows } = await tx.query<{
    dispute_id: string;
    sha256: Buffer;
    file_name: string;
    media_type: string;
    on_day: string;
  }>(
    `select f.dispute_id, f.sha256, f.file_name, b.media_type, d.opened_on as on_day
       from dispute d join dispute_file f on f.tenant_id = d.tenant_id and f.dispute_id = d.dispute_id
       join blob b on b.tenant_id = f.tenant_id and b.sha256 = f.sha256
      where d.tenant_id = $1 and d.case_id = $2 order by f.added_at, f.sha256`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => ({
    key: `dispute:${row.dispute_id}:${row.sha256.toString('hex')}`,
    kind: 'dispute',
    title: fr`Pièce de la contestation : ${row.file_name}`,
    on: row.on_day,
    from: { blob: row.sha256, mediaType: row.media_type, fileName: row.file_name },
  }));
}

async function plans(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const { rows } = await tx.query<{
    plan_id: string;
    sha256: Buffer;
    name: string;
    media_type: string;
    on_day: string;
  }>(
    `select p.plan_id, p.proof_sha256 as sha256, coalesce(p.proof_name, 'plan') as name, b.media_type, p.signed_on as on_day
       from payment_plan p join blob b on b.tenant_id = p.tenant_id and b.sha256 = p.proof_sha256
      where p.tenant_id = $1 and p.case_id = $2 order by p.signed_on, p.plan_id`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => ({
    key: `plan:${row.plan_id}`,
    kind: 'plan',
    title: 'Échéancier signé',
    on: row.on_day,
    from: { blob: row.sha256, mediaType: row.media_type, fileName: row.name },
  }));
}

async function eInvoices(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const { rows } = await tx.query<{
    number: string;
    at: string;
    code: string;
    issuer_name: string | null;
    issuer_role: string;
    message_id: string;
  }>(
    `select k.number, e.at::text, e.code, e.issuer_name, e.issuer_role, e.message_id
       from claim k join einvoice_status e on e.tenant_id = k.tenant_id and e.claim_id = k.claim_id
      where k.tenant_id = $1 and k.case_id = $2 and k.status = 'open' order by k.number, e.at, e.status_id`,
    [tx.tenantId, caseId],
  );
  if (rows.length === 0) return [];
  return [
    {
      key: 'e-invoices',
      kind: 'e-invoice',
      title: 'Statuts des factures électroniques',
      on: rows
        .map((row) => row.at.slice(0, 10))
        .sort()
        .at(-1)!,
      from: {
        page: {
          facts: [],
          paragraphs: ['Statuts reçus des plateformes, tels que leurs messages les disent.'],
          table: {
            columns: ['Facture', 'Le', 'Statut', 'Émetteur', 'Message'],
            rows: rows.map((row) => [
              row.number,
              row.at.slice(0, 16),
              `${row.code} ${eInvoiceStatusName(row.code)}`,
              row.issuer_name ?? row.issuer_role,
              row.message_id,
            ]),
          },
        },
      },
    },
  ];
}

/** What makes an event of a procedure a title: the others are acts of the procedure. */
const TITLES = /order|judg|title|granted|record/;

async function procedureProofs(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const { rows } = await tx.query<{
    event_id: string;
    kind: string;
    on_day: string;
    sha256: Buffer;
    name: string;
    media_type: string;
  }>(
    `select e.event_id, e.kind, e.on_day, e.proof_sha256 as sha256, coalesce(e.proof_name, e.kind) as name, b.media_type
       from procedure p join procedure_event e on e.tenant_id = p.tenant_id and e.procedure_id = p.procedure_id and e.withdrawn_at is null
       join blob b on b.tenant_id = e.tenant_id and b.sha256 = e.proof_sha256
      where p.tenant_id = $1 and p.case_id = $2 order by e.on_day, e.event_id`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => ({
    key: `event:${row.event_id}`,
    kind: TITLES.test(row.kind) ? ('title' as const) : ('other' as const),
    title: row.name,
    on: row.on_day,
    from: { blob: row.sha256, mediaType: row.media_type, fileName: row.name },
  }));
}

/** The bills of what the debtor is to bear: what stays with the creditor proves nothing against him. */
async function costProofs(tx: Tx, caseId: string): Promise<CasePaper[]> {
  const { rows } = await tx.query<{
    cost_id: string;
    what: string;
    on_day: string;
    sha256: Buffer;
    name: string;
    media_type: string;
  }>(
    `select c.cost_id, c.what, c.on_day, c.proof_sha256 as sha256, coalesce(c.proof_name, c.what) as name, b.media_type
       from procedure p join procedure_cost c on c.tenant_id = p.tenant_id and c.procedure_id = p.procedure_id and c.withdrawn_at is null
       join blob b on b.tenant_id = c.tenant_id and b.sha256 = c.proof_sha256
      where p.tenant_id = $1 and p.case_id = $2 and c.bearer <> 'creditor' order by c.on_day, c.cost_id`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => ({
    key: `cost:${row.cost_id}`,
    kind: 'other',
    title: fr`Justificatif de frais : ${row.what}`,
    on: row.on_day,
    from: { blob: row.sha256, mediaType: row.media_type, fileName: row.name },
  }));
}
