-- Cases entrusted to a lawyer, a commissaire de justice or a collection agency: who they are, on what terms, and what is
-- told of it on the page that each may open.

-- Whoever cases are entrusted to; of the whole tenant, since one lawyer serves several companies.
create table partner (
  tenant_id     uuid not null,
  partner_id    uuid not null,
  kind          text not null check (kind in ('lawyer', 'commissaire', 'agency')),
  name          text not null,
  person        text,
  email         text,
  phone         text,
  address_lines text[] not null default '{}',
  postcode      text,
  city          text,
  legal_id      text,
  entered_by    text not null,
  entered_at    timestamptz not null default now(),
  primary key (tenant_id, partner_id)
);

create table hand_over (
  tenant_id    uuid not null,
  hand_over_id uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  partner_id   uuid not null,
  -- His own file number.
  reference    text,
  -- What was asked for on the day it was entrusted.
  amount_cents bigint not null check (amount_cents >= 0),
  terms        jsonb not null default '{}',
  note         text,
  opened_on    date not null,
  entered_by   text not null,
  entered_at   timestamptz not null default now(),
  -- Links of an earlier number open nothing any more; the last day on which one of this number does.
  epoch        smallint not null default 0,
  access_until date,
  last_opened_on date,
  ended_on     date,
  ended_by     text,
  ended_at     timestamptz,
  outcome      text check (outcome in ('paid', 'partly-paid', 'title', 'agreed', 'unrecoverable', 'taken-back')),
  outcome_note text,
  primary key (tenant_id, hand_over_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, partner_id) references partner,
  check ((ended_on is null) = (outcome is null)),
  check (ended_on is null or opened_on <= ended_on)
);
create index hand_over_by_case on hand_over (tenant_id, case_id, opened_on);
create index hand_over_by_day on hand_over (tenant_id, company_id, opened_on desc, hand_over_id desc);
create index hand_over_running on hand_over (tenant_id, case_id) where ended_on is null;

-- The procedures it is about; none: the whole case.
create table hand_over_procedure (
  tenant_id    uuid not null,
  hand_over_id uuid not null,
  procedure_id uuid not null,
  primary key (tenant_id, hand_over_id, procedure_id),
  foreign key (tenant_id, hand_over_id) references hand_over on delete cascade,
  foreign key (tenant_id, procedure_id) references procedure
);

-- What is told of it, by him or by us. The identifier is drawn with the form, so that a form sent twice is told once.
create table hand_over_post (
  tenant_id    uuid not null,
  post_id      uuid not null,
  hand_over_id uuid not null,
  company_id   uuid not null,
  kind         text not null check (kind in ('event', 'fact', 'cost', 'receipt', 'message')),
  told_by      text not null check (told_by in ('partner', 'us')),
  -- His name as it was, or ours.
  author       text not null,
  on_day       date not null,
  at           timestamptz not null default now(),
  title        text not null,
  details      text,
  amount_cents bigint check (amount_cents > 0),
  bearer       text check (bearer in ('creditor', 'suit', 'enforcement')),
  file_sha256  bytea,
  file_name    text,
  procedure_id uuid,
  -- The event or the cost of the procedure that it became.
  made_id      uuid,
  receipt_id   uuid,
  read_at      timestamptz,
  read_by      text,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdraw_reason text,
  primary key (tenant_id, post_id),
  foreign key (tenant_id, hand_over_id) references hand_over on delete cascade,
  foreign key (tenant_id, procedure_id) references procedure,
  foreign key (tenant_id, receipt_id) references receipt,
  foreign key (tenant_id, file_sha256) references blob,
  check (amount_cents is not null or kind not in ('cost', 'receipt'))
);
create index hand_over_post_by_time on hand_over_post (tenant_id, hand_over_id, at desc);
create index hand_over_post_to_read on hand_over_post (tenant_id, company_id, at, post_id) where read_at is null and withdrawn_at is null;

alter table claim_hold
  drop constraint claim_hold_kind_check,
  add constraint claim_hold_kind_check check (kind in ('receipt-to-check', 'payment-announced', 'e-invoice-disputed', 'e-invoice-suspended',
    'e-invoice-refused', 'e-invoice-rejected', 'absent-from-ledger', 'promise', 'disputed', 'not-before', 'plan', 'procedure', 'limitation-expired',
    'handed-over'));

select isolate_tenants('partner', 'hand_over', 'hand_over_procedure', 'hand_over_post');
