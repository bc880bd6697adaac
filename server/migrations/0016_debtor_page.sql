-- What debtors say on their own page, and how the links to it are withdrawn.

-- One act of a debtor on his page. The identifier is drawn with the form, so that a form sent twice is one act.
create table portal_act (
  tenant_id uuid not null,
  act_id uuid not null,
  company_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('opened', 'paid', 'promise', 'dispute', 'instalments', 'wrong-addressee', 'card')),
  on_day date not null,
  at timestamptz not null default now(),
  claim_ids uuid[] not null default '{}',
  -- What was typed: amounts in cents, days as YYYY-MM-DD, words.
  said jsonb not null default '{}',
  file_sha256 bytea,
  file_name text,
  -- What it did by itself, in words for the person who reads it; null when it did nothing.
  effect text,
  -- Read means answered: what waits is on the first screen.
  read_at timestamptz,
  read_by text,
  primary key (tenant_id, act_id),
  foreign key (tenant_id, company_id, case_id) references collection_case (tenant_id, company_id, case_id),
  foreign key (tenant_id, file_sha256) references blob (tenant_id, sha256)
);
create index portal_act_by_case on portal_act (tenant_id, case_id, at desc);
-- What the night looks at: a case whose debtor waits for an answer.
create index portal_act_waiting on portal_act (tenant_id, case_id) where read_at is null;
create index portal_act_to_read on portal_act (tenant_id, company_id, at, act_id) where read_at is null;

-- Links given before are worth nothing once the number of their case has moved on. No key to the case: when it becomes
-- part of another, a link withdrawn before must stay withdrawn.
create table portal_door (
  tenant_id uuid not null,
  door_id uuid not null,
  epoch smallint not null default 0,
  primary key (tenant_id, door_id)
);

select isolate_tenants('portal_act', 'portal_door');
