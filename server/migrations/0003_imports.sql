-- Imports as jobs: how far one is, what it changed in the book, and how to take it back.

alter table import_job drop constraint import_job_status_check;
alter table import_job
  add constraint import_job_status_check
    check (status in ('waiting', 'running', 'imported', 'partly', 'duplicate', 'refused', 'set-aside', 'undone', 'failed')),
  add column phase text check (phase in ('reading', 'comparing', 'storing')),
  add column progress real check (progress between 0 and 1),
  -- Last sign of life of a job under way: one that stays silent died with its process, and changed nothing.
  add column touched_at timestamptz not null default now(),
  -- The source that brought the file; null when a person dropped it.
  add column source_id uuid,
  -- Whether it changed anything: only such an import can be taken back, and only the last one of its company.
  add column changed boolean not null default false,
  -- What an accounting file covers, so that an older export is known as such and takes nothing back.
  add column book_key text,
  add column book_until date,
  add column book_lines int,
  add column undone_at timestamptz,
  add column undone_by text;
create index import_job_changes on import_job (tenant_id, company_id, imported_at desc, import_id desc) where changed and undone_at is null;
create index import_job_under_way on import_job (tenant_id, touched_at) where status in ('waiting', 'running');
create index import_job_books on import_job (tenant_id, company_id, book_key) where book_key is not null;

-- What an import changed in rows that were there before it: their values before, and after. What it made carries its name.
create table import_change (
  tenant_id  uuid not null,
  import_id  uuid not null,
  table_name text not null,
  object_id  uuid not null,
  before     jsonb not null,
  after      jsonb,
  primary key (tenant_id, import_id, table_name, object_id),
  foreign key (tenant_id, import_id) references import_job
);
select isolate_tenants('import_change');

alter table debtor add column import_id uuid;
create index debtor_by_import on debtor (tenant_id, import_id) where import_id is not null;
alter table bank_account add column import_id uuid;
alter table credit_allocation add column import_id uuid;
create index credit_allocation_by_import on credit_allocation (tenant_id, import_id) where import_id is not null;

alter table claim drop constraint claim_due_on_source_check;
alter table claim
  -- Where the due date comes from: the document, the customer's own term, the company's, the law in their silence, a person.
  add constraint claim_due_on_source_check check (due_on_source in ('document', 'customer-terms', 'terms', 'law', 'user')),
  -- The last day on which a ledger listed it as open: a payment that a later one tells of came after.
  add column listed_on date;
create index claim_by_import on claim (tenant_id, import_id) where import_id is not null;
create index claim_open_by_issue on claim (tenant_id, company_id, issued_on) where status = 'open' and kind <> 'credit-note';
create index debtor_by_vat on debtor (tenant_id, company_id, vat) where vat is not null;
create index bank_line_by_reference on bank_line (tenant_id, bank_account_id, bank_reference) where bank_reference is not null;

-- A large file brings tens of thousands of claims and receipts, and the database checks each key of each row by itself:
-- that is most of the time of an import. One key says that the case is there and is the company's, which is more than two
-- apart said; the name of the import is written by the transaction that made it, and imports are never deleted.
create unique index case_of_company on collection_case (tenant_id, case_id, company_id);
alter table claim
  drop constraint claim_tenant_id_company_id_fkey,
  drop constraint claim_tenant_id_case_id_fkey,
  drop constraint claim_tenant_id_import_id_fkey,
  add constraint claim_of_company foreign key (tenant_id, company_id, case_id) references collection_case (tenant_id, company_id, case_id);
alter table receipt
  drop constraint receipt_tenant_id_company_id_fkey,
  drop constraint receipt_tenant_id_case_id_fkey,
  drop constraint receipt_tenant_id_import_id_fkey,
  add constraint receipt_of_company foreign key (tenant_id, company_id, case_id) references collection_case (tenant_id, company_id, case_id);
