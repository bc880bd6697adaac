-- What happens in court and after: procedures, their dated events, what follows from them, what they cost, the last day
-- on which each claim may still be sued for, and claims given up as irrecoverable.
--
-- Only events are entered. States, deadlines and limitations are recomputed from them in the transaction of whatever
-- changes them, and kept here so that lists, calendars and the night need not compute them again.

alter table claim_hold
  drop constraint claim_hold_kind_check,
  add constraint claim_hold_kind_check check (kind in ('receipt-to-check', 'payment-announced', 'e-invoice-disputed', 'e-invoice-suspended',
    'e-invoice-refused', 'e-invoice-rejected', 'absent-from-ledger', 'promise', 'disputed', 'not-before', 'plan', 'procedure', 'limitation-expired'));

create table procedure (
  tenant_id     uuid not null,
  procedure_id  uuid not null,
  company_id    uuid not null,
  case_id       uuid not null,
  kind          text not null,
  court_kind    text,
  -- The court as imported when it is one of those, and its name as it was then or as somebody wrote it.
  court_id      text,
  court_name    text,
  -- The number the registry gave it (n° RG).
  case_number   text,
  claim_kind    text not null,
  -- What proves the claim, for a protective attachment.
  document      text,
  territory     text,
  amount_cents  bigint not null check (amount_cents > 0),
  -- The creditor held a title before, from elsewhere: the day it was both enforceable and served.
  held_title_on date,
  -- What the law said against it when it was opened, which the person read and opened it all the same.
  doubts        jsonb not null default '[]',
  note          text,
  opened_on     date not null,
  entered_by    text not null,
  entered_at    timestamptz not null default now(),
  closed_on     date,
  closed_by     text,
  closed_at     timestamptz,
  close_reason  text,
  -- Recomputed.
  state         text not null,
  state_since   date,
  ended         text check (ended in ('title', 'agreed', 'refused', 'lapsed', 'withdrawn', 'paid', 'done', 'stopped')),
  title_on      date,
  title_served_on date,
  enforceable_from date,
  granted_cents bigint,
  late_opposition boolean not null default false,
  -- All its claims are paid, credited or given up: its dates are moot.
  is_settled    boolean not null default false,
  -- Why its life could not be computed, as it is refused; its dates are then those that were last known.
  refusal       jsonb,
  computed_on   date not null,
  primary key (tenant_id, procedure_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  check ((closed_on is null) = (closed_by is null))
);
create index procedure_by_case on procedure (tenant_id, case_id, opened_on);
create index procedure_running on procedure (tenant_id, company_id, procedure_id) where closed_on is null;
create index procedure_by_day on procedure (tenant_id, company_id, opened_on desc, procedure_id desc);

create table procedure_claim (
  tenant_id    uuid not null,
  procedure_id uuid not null,
  claim_id     uuid not null,
  primary key (tenant_id, procedure_id, claim_id),
  foreign key (tenant_id, procedure_id) references procedure on delete cascade,
  foreign key (tenant_id, claim_id) references claim
);
create index procedure_claim_by_claim on procedure_claim (tenant_id, claim_id);

create table procedure_event (
  tenant_id    uuid not null,
  event_id     uuid not null,
  procedure_id uuid not null,
  kind         text not null,
  on_day       date not null,
  -- Its fields, by the names of its definition; sums are whole cents.
  values       jsonb not null default '{}',
  note         text,
  proof_sha256 bytea,
  proof_name   text,
  entered_by   text not null,
  entered_at   timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdraw_reason text,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, procedure_id) references procedure on delete cascade,
  foreign key (tenant_id, proof_sha256) references blob
);
create index procedure_event_by_procedure on procedure_event (tenant_id, procedure_id, on_day, event_id);

create table procedure_deadline (
  tenant_id     uuid not null,
  procedure_id  uuid not null,
  n             smallint not null,
  company_id    uuid not null,
  what          text not null,
  label         text not null,
  started_by    text not null,
  started_on    date not null,
  before_on     date,
  extended_on   date,
  not_before_on date,
  whose         text not null check (whose in ('ours', 'theirs', 'wait')),
  effect        text not null,
  article       text not null,
  confidence    text not null check (confidence in ('A', 'B', 'C')),
  status        text not null check (status in ('open', 'done', 'missed', 'moot')),
  done_on       date,
  primary key (tenant_id, procedure_id, n),
  foreign key (tenant_id, procedure_id) references procedure on delete cascade
);
create index procedure_deadline_by_day on procedure_deadline (tenant_id, company_id, before_on, procedure_id)
  where status in ('open', 'missed') and before_on is not null;
create index procedure_deadline_opening on procedure_deadline (tenant_id, company_id, not_before_on, procedure_id)
  where whose = 'wait' and not_before_on is not null;

-- What a procedure cost, and who bears it in the end.
create table procedure_cost (
  tenant_id    uuid not null,
  cost_id      uuid not null,
  procedure_id uuid not null,
  what         text not null,
  amount_cents bigint not null check (amount_cents > 0),
  on_day       date not null,
  -- Kept by the creditor (L111-8 CPCE, second paragraph), part of the costs of the suit, or of enforcement.
  bearer       text not null check (bearer in ('creditor', 'suit', 'enforcement')),
  invoice      text,
  proof_sha256 bytea,
  proof_name   text,
  entered_by   text not null,
  entered_at   timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (tenant_id, cost_id),
  foreign key (tenant_id, procedure_id) references procedure on delete cascade,
  foreign key (tenant_id, proof_sha256) references blob
);
create index procedure_cost_by_procedure on procedure_cost (tenant_id, procedure_id, on_day, cost_id);

-- An alarm that somebody has seen at one of its stages (days left): it comes back at the next, or when its day changes.
create table alarm_seen (
  tenant_id uuid not null,
  object_id uuid not null,
  what      text not null,
  on_day    date not null,
  stage     smallint not null,
  seen_by   text not null,
  seen_at   timestamptz not null default now(),
  primary key (tenant_id, object_id, what, on_day, stage)
);

-- Facts outside any procedure that limitation knows: an acknowledgement in writing, a written claim to a public body,
-- a mediation. They are of the whole account when no claim is named.
create table limitation_event (
  tenant_id    uuid not null,
  event_id     uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  kind         text not null,
  on_day       date not null,
  until_on     date,
  registered   boolean,
  note         text,
  proof_sha256 bytea,
  proof_name   text,
  entered_by   text not null,
  entered_at   timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, proof_sha256) references blob,
  check (until_on is null or on_day <= until_on)
);
create index limitation_event_by_case on limitation_event (tenant_id, case_id, on_day);

create table limitation_event_claim (
  tenant_id uuid not null,
  event_id  uuid not null,
  claim_id  uuid not null,
  primary key (tenant_id, event_id, claim_id),
  foreign key (tenant_id, event_id) references limitation_event on delete cascade,
  foreign key (tenant_id, claim_id) references claim
);
create index limitation_event_claim_by_claim on limitation_event_claim (tenant_id, claim_id);

-- Until when each open claim may be sued for, or its title enforced.
create table claim_limitation (
  tenant_id   uuid not null,
  claim_id    uuid not null,
  company_id  uuid not null,
  -- Null while something going on keeps the period open; the other day is then the end if it came to nothing.
  expires_on  date,
  fallback_on date,
  watched_on  date not null generated always as (coalesce(expires_on, fallback_on, 'infinity'::date)) stored,
  article     text,
  confidence  text check (confidence in ('A', 'B', 'C')),
  -- Every plausible reading with its end, when there are several.
  candidates  jsonb not null default '[]',
  missing     text[] not null default '{}',
  is_title    boolean not null default false,
  -- Why it could not be told, as the law refuses it.
  refusal     jsonb,
  computed_on date not null,
  primary key (tenant_id, claim_id),
  foreign key (tenant_id, claim_id) references claim on delete cascade,
  check (refusal is not null or coalesce(expires_on, fallback_on) is not null)
);
create index claim_limitation_by_day on claim_limitation (tenant_id, company_id, watched_on, claim_id);

-- Set by whatever changes a case, in the same statement; taken back when its limitations have been computed again.
alter table collection_case add column limitation_stale boolean not null default true;
create index case_limitation_stale on collection_case (tenant_id, company_id, case_id) where limitation_stale;

-- Claims given up as irrecoverable: what was written off, on which proof, and what was undone of it.
create table write_off (
  tenant_id    uuid not null,
  write_off_id uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  on_day       date not null,
  reason       text not null,
  note         text,
  -- Entries and the statutory sentence as they were shown, whatever the law becomes.
  shown        jsonb not null default '{}',
  proof_sha256 bytea,
  proof_name   text,
  entered_by   text not null,
  entered_at   timestamptz not null default now(),
  undone_by    text,
  undone_at    timestamptz,
  primary key (tenant_id, write_off_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, proof_sha256) references blob
);
create index write_off_by_case on write_off (tenant_id, case_id, on_day);

create table write_off_claim (
  tenant_id    uuid not null,
  write_off_id uuid not null,
  claim_id     uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  vat_cents    bigint check (vat_cents >= 0),
  primary key (tenant_id, write_off_id, claim_id),
  foreign key (tenant_id, write_off_id) references write_off on delete cascade,
  foreign key (tenant_id, claim_id) references claim
);
create index write_off_claim_by_claim on write_off_claim (tenant_id, claim_id);

alter table claim
  drop constraint claim_status_check,
  add constraint claim_status_check check (status in ('open', 'settled', 'cancelled', 'not-ours', 'irrecoverable'));

select isolate_tenants('procedure', 'procedure_claim', 'procedure_event', 'procedure_deadline', 'procedure_cost', 'alarm_seen',
  'limitation_event', 'limitation_event_claim', 'claim_limitation', 'write_off', 'write_off_claim');
