import { createHash, randomUUID } from 'node:crypto';
import type { IsoDate } from '@acquit/law';
import { fr } from '@acquit/recovery';
import type { ReadResult } from '../../intake/index.ts';
import { appendJournal, type JournalEvent, type Store, type Tx, touchCases } from '../../store/index.ts';
import { type ClaimVerdict, compareClaims, insertClaims, settleCredits } from './claims.ts';
import { createCompany, listCompanies } from './companies.ts';
import { debtorsOf } from './debtors.ts';
import { type IncomingRefusal, incomingOf } from './incoming.ts';
import { type KnownCompany, ownerOf, type ProposedCompany, proposeCompany } from './ownership.ts';

/** One file to import: its bytes, kept as evidence, and what the readers found in it. */
export interface FileToImport {
  name: string;
  bytes: Uint8Array;
  mediaType: string;
  read: ReadResult;
}

export interface ImportOrder {
  tenantId: string;
  /** The company the user works in; null lets each file find its seller among the companies. */
  companyId: string | null;
  /** Who asks, for the journal: `user:…` or `cli`. */
  actor: string;
  today: IsoDate;
  dryRun: boolean;
}

/** What became of one file (contract §2, `acquit import`). */
export interface ImportOutcome {
  importId: string | null;
  companyId: string | null;
  file: string;
  format: string;
  status: 'imported' | 'partly' | 'duplicate' | 'refused' | 'set-aside';
  created: { companies: number; debtors: number; claims: number; creditNotes: number };
  doubts: { code: string; message: string }[];
  refusals: IncomingRefusal[];
  /** The company this file made on an empty installation. */
  proposedCompany: { name: string; legalId: string | null; vat: string | null } | null;
  /** One line per claim of the file, for a preview. */
  verdicts: ClaimVerdict[];
}

/** Thrown to undo the transaction of a dry run once its outcome is known. */
class DryRunEnds extends Error {}

/**
 * Imports files one by one, each in one transaction: a file is in whole or not at all, and a second import of the same
 * bytes is a duplicate. On an empty installation the seller seen most often becomes the company, in test mode.
 * With `dryRun` everything is done and undone, so that a preview can never differ from the import.
 */
export async function importFiles(
  store: Store,
  order: ImportOrder,
  files: readonly FileToImport[],
): Promise<ImportOutcome[]> {
  const proposed = proposeCompany(files.map((file) => file.read));
  const outcomes: ImportOutcome[] = [];
  if (!order.dryRun) {
    for (const file of files)
      outcomes.push(await store.inTenant(order.tenantId, (tx) => importOne(store, tx, order, file, proposed)));
    return outcomes;
  }
  await store
    .inTenant(order.tenantId, async (tx) => {
      for (const file of files) outcomes.push(await importOne(store, tx, order, file, proposed));
      throw new DryRunEnds();
    })
    .catch((end) => {
      if (!(end instanceof DryRunEnds)) throw end;
    });
  return outcomes;
}

async function importOne(
  store: Store,
  tx: Tx,
  order: ImportOrder,
  file: FileToImport,
  proposed: ProposedCompany | null,
): Promise<ImportOutcome> {
  const sha256 = createHash('sha256').update(file.bytes).digest();
  const base = {
    importId: null,
    companyId: null,
    file: file.name,
    format: file.read.format,
    created: { companies: 0, debtors: 0, claims: 0, creditNotes: 0 },
    doubts: file.read.doubts.map(({ code, message }) => ({ code, message })),
    refusals: [] as IncomingRefusal[],
    proposedCompany: null as ImportOutcome['proposedCompany'],
    verdicts: [] as ClaimVerdict[],
  };
  // Two imports of one file at the same moment: the second waits here and then finds a duplicate.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${order.tenantId} import ${sha256.toString('hex')}`,
  ]);
  const { rows } = await tx.query<{ import_id: string; company_id: string | null }>(
    `select import_id, company_id from import_job
      where tenant_id = $1 and sha256 = $2 and status in ('imported', 'partly') and ($3::uuid is null or company_id = $3)
      order by imported_at limit 1`,
    [order.tenantId, sha256, order.companyId],
  );
  const earlier = rows[0];
  if (earlier) return { ...base, importId: earlier.import_id, companyId: earlier.company_id, status: 'duplicate' };
  if (file.read.refusal) {
    const { code, message, facts } = file.read.refusal;
    return keep(store, tx, order, file, sha256, { ...base, status: 'refused', refusals: [{ code, message, facts }] });
  }

  const owner = await ownerFor(tx, order, file.read, proposed);
  const companies = owner.created === null ? 0 : 1;
  const events: JournalEvent[] = owner.created ? [companyCreated(order, owner.created)] : [];
  if ('refusal' in owner) {
    const status = owner.refusal.code === 'NoCompany' ? 'refused' : 'set-aside';
    return keep(
      store,
      tx,
      order,
      file,
      sha256,
      {
        ...base,
        created: { ...base.created, companies },
        proposedCompany: proposalOf(owner.created),
        status,
        refusals: [owner.refusal],
      },
      events,
    );
  }
  const { claims, refusals } = incomingOf(file.read);
  const foreign = claims.filter((claim) => claim.currency !== 'EUR');
  for (const claim of foreign)
    refusals.push({
      code: 'ForeignCurrency',
      message: fr`Le document ${claim.number} est en ${claim.currency} : Acquit ne recouvre que des créances en euros. Il est mis de côté.`,
      facts: { number: claim.number, currency: claim.currency },
    });
  const ours = claims.filter((claim) => claim.currency === 'EUR');
  const debtorOf = await debtorsOf(tx, order.tenantId, owner.companyId, ours, order.today);
  const verdicts = await compareClaims(tx, order.tenantId, owner.companyId, ours, debtorOf);
  for (const { refusal } of verdicts) if (refusal) refusals.push(refusal);
  const importId = randomUUID();
  const outcome: ImportOutcome = {
    ...base,
    importId,
    companyId: owner.companyId,
    proposedCompany: proposalOf(owner.created),
    created: {
      companies,
      debtors: new Set(ours.map(debtorOf).filter((one) => one.created)).size,
      claims: verdicts.filter((one) => one.outcome === 'new' && one.claim.kind !== 'credit-note').length,
      creditNotes: verdicts.filter((one) => one.outcome === 'new' && one.claim.kind === 'credit-note').length,
    },
    doubts: file.read.document ? base.doubts : [...base.doubts, ...verdicts.flatMap(({ claim }) => claim.doubts)],
    refusals,
    verdicts,
    status: statusOf(verdicts, refusals, foreign.length > 0 && ours.length === 0),
  };
  await keepJob(store, tx, order, file, sha256, outcome);
  const stored = await insertClaims(tx, order.tenantId, owner.companyId, verdicts, {
    importId,
    sha256,
    paymentTermDays: owner.paymentTermDays,
    today: order.today,
  });
  await settleCredits(tx, order.tenantId, stored, order.today);
  events.unshift(fileImported(order, file, sha256, outcome));
  for (const { claimId, claim } of stored)
    events.push({
      actor: order.actor,
      action: 'claim.imported',
      objectKind: 'claim',
      objectId: claimId,
      payload: { number: claim.number, kind: claim.kind, amountCents: claim.amountCents, dueOn: claim.dueOn, importId },
    });
  await touchCases(tx, [...new Set(stored.map((one) => one.caseId))], order.today, events);
  return outcome;
}

const proposalOf = (company: CreatedCompany | null) =>
  company && { name: company.name, legalId: company.legalId, vat: company.vat };

function statusOf(
  verdicts: readonly ClaimVerdict[],
  refusals: readonly IncomingRefusal[],
  setAside: boolean,
): ImportOutcome['status'] {
  if (setAside) return 'set-aside';
  const taken = verdicts.filter((one) => one.outcome === 'new').length;
  if (taken > 0) return refusals.length > 0 ? 'partly' : 'imported';
  if (refusals.length > 0) return 'refused';
  return verdicts.length > 0 ? 'duplicate' : 'refused';
}

/** The company an import has just made, as proposed by the files. */
type CreatedCompany = ProposedCompany & { companyId: string };

type Owner =
  | { companyId: string; created: CreatedCompany | null; paymentTermDays: number | null }
  | { refusal: IncomingRefusal; created: CreatedCompany | null };

async function ownerFor(
  tx: Tx,
  order: ImportOrder,
  read: ReadResult,
  proposed: ProposedCompany | null,
): Promise<Owner> {
  let companies = await listCompanies(tx, order.tenantId);
  const isFirst = companies.length === 0 && proposed !== null;
  if (isFirst) companies = [await createCompany(tx, order.tenantId, proposed)];
  const created = isFirst && companies[0] ? { ...proposed, companyId: companies[0].companyId } : null;
  if (companies.length === 0)
    return {
      created,
      refusal: {
        code: 'NoCompany',
        message: fr`Acquit ne connaît pas encore votre société : importez d’abord une de vos factures (Factur-X, CII ou UBL), ou créez la société dans les réglages.`,
        facts: {},
      },
    };
  const owner = read.document
    ? ownerOf(read.document, companies, order.companyId)
    : ledgerOwner(companies, order.companyId);
  if ('refusal' in owner) return { ...owner, created };
  const { rows } = await tx.query<{ settings: { paymentTermDays?: number | null } }>(
    'select settings from company where tenant_id = $1 and company_id = $2',
    [order.tenantId, owner.companyId],
  );
  return {
    companyId: owner.companyId,
    created,
    paymentTermDays: rows[0]?.settings.paymentTermDays ?? null,
  };
}

function ledgerOwner(
  companies: readonly KnownCompany[],
  wanted: string | null,
): { companyId: string } | { refusal: IncomingRefusal } {
  const only = wanted
    ? companies.find((one) => one.companyId === wanted)
    : companies.length === 1
      ? companies[0]
      : undefined;
  if (only) return { companyId: only.companyId };
  return {
    refusal: {
      code: 'ChooseCompany',
      message: fr`Ce fichier ne dit pas à quelle société il appartient et vous en avez plusieurs : choisissez-la (option --company, ou le menu des sociétés).`,
      facts: { companies: companies.map((one) => one.name) },
    },
  };
}

function companyCreated(order: ImportOrder, { companyId, ...company }: CreatedCompany): JournalEvent {
  return {
    actor: order.actor,
    action: 'company.created',
    objectKind: 'company',
    objectId: companyId,
    payload: { ...company, mode: 'test' },
  };
}

function fileImported(order: ImportOrder, file: FileToImport, sha256: Buffer, outcome: ImportOutcome): JournalEvent {
  return {
    actor: order.actor,
    action: 'file.imported',
    objectKind: 'import',
    objectId: outcome.importId ?? '',
    payload: {
      file: file.name,
      sha256: sha256.toString('hex'),
      format: outcome.format,
      status: outcome.status,
      created: outcome.created,
      refusals: outcome.refusals.map((one) => one.code),
    },
  };
}

/** Keeps a file that creates nothing, with its reason: nothing given to us is lost. */
async function keep(
  store: Store,
  tx: Tx,
  order: ImportOrder,
  file: FileToImport,
  sha256: Buffer,
  outcome: ImportOutcome,
  events: readonly JournalEvent[] = [],
): Promise<ImportOutcome> {
  const kept = { ...outcome, importId: randomUUID() };
  await keepJob(store, tx, order, file, sha256, kept);
  await appendJournal(tx, [fileImported(order, file, sha256, kept), ...events]);
  return kept;
}

/** The doubts and refusals of one file that are kept for the screen; a ledger may have thousands. */
const NOTES_KEPT = 200;

async function keepJob(
  store: Store,
  tx: Tx,
  order: ImportOrder,
  file: FileToImport,
  sha256: Buffer,
  outcome: ImportOutcome,
): Promise<void> {
  if (!order.dryRun) store.blobs.put(file.bytes);
  await tx.query(
    `insert into blob (tenant_id, sha256, bytes, media_type) values ($1, $2, $3, $4) on conflict do nothing`,
    [order.tenantId, sha256, file.bytes.byteLength, file.mediaType],
  );
  await tx.query(
    `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, created, doubts, refusals, imported_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      order.tenantId,
      outcome.importId,
      outcome.companyId,
      file.name,
      sha256,
      outcome.format,
      outcome.status,
      JSON.stringify(outcome.created),
      JSON.stringify(outcome.doubts.slice(0, NOTES_KEPT)),
      JSON.stringify(outcome.refusals.slice(0, NOTES_KEPT)),
      order.actor,
    ],
  );
}
