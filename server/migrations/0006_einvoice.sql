-- The life of e-invoices: what buyers and platforms say of each, and where that leaves its claim.

create table einvoice_status (
  tenant_id      uuid not null,
  status_id      uuid not null,
  company_id     uuid not null,
  -- The file that told it first, kept as an exhibit, and those that told the same event again.
  import_id      uuid not null,
  copy_import_ids uuid[] not null default '{}',
  message_id     text not null,
  -- With the seller, who is the company, number and date say which invoice is meant.
  invoice_number text collate "C" not null,
  invoiced_on    date,
  type_code      text,
  -- As written: an unknown one is a fact that changes nothing.
  code           text collate "C" not null,
  label          text not null,
  -- When it was said, in the local time of its message.
  at             timestamp not null,
  issuer_role    text collate "C" not null,
  issuer_legal_id text,
  issuer_name    text,
  reasons        jsonb not null default '[]',
  amount_cents   bigint,
  left_cents     bigint,
  approved_cents bigint,
  contested_cents bigint,
  amount_on      date,
  -- Null while its invoice is not known.
  claim_id       uuid,
  created_at     timestamptz not null default now(),
  primary key (tenant_id, status_id),
  foreign key (tenant_id, company_id) references company,
  -- The import is written last, when what it did is known.
  foreign key (tenant_id, import_id) references import_job deferrable initially deferred,
  foreign key (tenant_id, claim_id) references claim
);
-- One event, however many copies of it arrive.
create unique index einvoice_status_event
  on einvoice_status (tenant_id, company_id, invoice_number, coalesce(invoiced_on, '-infinity'), at, code, issuer_role);
create index einvoice_status_by_claim on einvoice_status (tenant_id, claim_id, at) where claim_id is not null;
create index einvoice_status_waiting on einvoice_status (tenant_id, company_id, invoice_number) where claim_id is null;
create index einvoice_status_by_import on einvoice_status (tenant_id, import_id);
create index einvoice_status_copies on einvoice_status using gin (copy_import_ids) where copy_import_ids <> '{}';

-- Where the statuses of a claim leave it: what the core made of them, and what a person has dealt with.
create table einvoice_standing (
  tenant_id      uuid not null,
  claim_id       uuid not null,
  company_id     uuid not null,
  code           text not null,
  label          text not null,
  at             timestamp not null,
  -- What a person has to do; the ground is the core's.
  ground         text,
  task_title     text,
  task_message   text,
  -- Money that our own platform or accounting has declared received (212).
  declared_cents bigint not null default 0,
  evidence       text[] not null default '{}',
  -- Statuses up to this time have been dealt with.
  settled_up_to  timestamp,
  settled_by     text,
  settled_note   text,
  primary key (tenant_id, claim_id),
  foreign key (tenant_id, claim_id) references claim,
  foreign key (tenant_id, company_id) references company
);
create index einvoice_standing_tasks on einvoice_standing (tenant_id, company_id, at, claim_id) where ground is not null;

-- A claim that is taken back takes its holds with it.
create index claim_hold_by_claim on claim_hold (tenant_id, claim_id);

select isolate_tenants('einvoice_status', 'einvoice_standing');
