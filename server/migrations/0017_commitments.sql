-- What a debtor promised, contests or pays by instalments, and why a case is left alone for a time.
--
-- None of these rows holds a claim by itself: `claim_hold` does, written from them and from the receipts in the
-- transaction of whatever changes either (`store/queries/commitments`). What receipts make of them is kept beside them
-- in the same way, so that lists need not count money again; it is never entered.

alter table claim_hold
  drop constraint claim_hold_kind_check,
  add constraint claim_hold_kind_check check (kind in ('receipt-to-check', 'payment-announced', 'e-invoice-disputed', 'e-invoice-suspended',
    'e-invoice-refused', 'e-invoice-rejected', 'absent-from-ledger', 'promise', 'disputed', 'not-before', 'plan'));

create table promise (
  tenant_id    uuid not null,
  promise_id   uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  made_on      date not null,
  -- The day that was said, the day the money can come on, and the last day we wait.
  promised_on  date not null,
  expected_on  date not null,
  until_on     date not null,
  made_by      text,
  channel      text not null check (channel in ('phone', 'email', 'page', 'letter', 'other')),
  note         text,
  -- A reply, an act on the debtor's page: what it was read in.
  cause_id     uuid,
  entered_by   text not null,
  entered_at   timestamptz not null default now(),
  ended        text check (ended in ('replaced', 'withdrawn')),
  ended_by     text,
  ended_at     timestamptz,
  replaced_by  uuid,
  -- What receipts make of it.
  received_cents bigint not null default 0,
  kept_on      date,
  moot         boolean not null default false,
  thanked_on   date,
  primary key (tenant_id, promise_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  check (made_on <= promised_on and promised_on <= expected_on and expected_on <= until_on)
);
create index promise_by_case on promise (tenant_id, case_id, promised_on);
create index promise_by_day on promise (tenant_id, company_id, promised_on, promise_id);

-- The claims a promise covers; none: the whole account.
create table promise_claim (
  tenant_id  uuid not null,
  promise_id uuid not null,
  claim_id   uuid not null,
  primary key (tenant_id, promise_id, claim_id),
  foreign key (tenant_id, promise_id) references promise on delete cascade,
  foreign key (tenant_id, claim_id) references claim
);
create index promise_claim_by_claim on promise_claim (tenant_id, claim_id);

create table dispute (
  tenant_id   uuid not null,
  dispute_id  uuid not null,
  company_id  uuid not null,
  case_id     uuid not null,
  reason      text not null check (reason in ('goods-missing', 'goods-faulty', 'service-not-done', 'price', 'quantity', 'order-unknown',
                                              'already-paid', 'double-invoice', 'address-or-mentions', 'other')),
  details     text,
  opened_on   date not null,
  -- Who is to answer, and by when.
  owner       text not null,
  deadline_on date not null,
  origin      text not null default 'user' check (origin in ('user', 'reply', 'page', 'e-invoice')),
  cause_id    uuid,
  entered_by  text not null,
  entered_at  timestamptz not null default now(),
  outcome     text check (outcome in ('credit-note', 'we-accept', 'they-accept', 'withdrawn')),
  outcome_note text,
  credit_claim_id uuid,
  resolved_on date,
  resolved_by text,
  resolved_at timestamptz,
  primary key (tenant_id, dispute_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, credit_claim_id) references claim,
  check ((outcome is null) = (resolved_on is null))
);
create index dispute_open on dispute (tenant_id, company_id, deadline_on, dispute_id) where outcome is null;
create index dispute_by_case on dispute (tenant_id, case_id, opened_on);
create index dispute_recent on dispute (tenant_id, company_id, resolved_on desc, dispute_id) where outcome is not null;

create table dispute_claim (
  tenant_id       uuid not null,
  dispute_id      uuid not null,
  claim_id        uuid not null,
  -- Null: the whole claim.
  contested_cents bigint check (contested_cents > 0),
  primary key (tenant_id, dispute_id, claim_id),
  foreign key (tenant_id, dispute_id) references dispute on delete cascade,
  foreign key (tenant_id, claim_id) references claim
);
create index dispute_claim_by_claim on dispute_claim (tenant_id, claim_id);

create table dispute_file (
  tenant_id  uuid not null,
  dispute_id uuid not null,
  sha256     bytea not null,
  file_name  text not null,
  added_by   text not null,
  added_at   timestamptz not null default now(),
  primary key (tenant_id, dispute_id, sha256),
  foreign key (tenant_id, dispute_id) references dispute on delete cascade,
  foreign key (tenant_id, sha256) references blob
);

-- The part of a claim that open disputes contest by sum; whole claims are held. Written with the disputes.
alter table claim add column contested_cents bigint not null default 0 check (contested_cents >= 0);

create table payment_plan (
  tenant_id       uuid not null,
  plan_id         uuid not null,
  company_id      uuid not null,
  case_id         uuid not null,
  status          text not null default 'draft' check (status in ('draft', 'proposed', 'signed', 'cancelled')),
  -- Penalties and indemnities on the day it was made: paid with it, waived if it is kept, or kept aside.
  accessories     text not null check (accessories in ('included', 'waived-if-kept', 'reserved')),
  principal_cents bigint not null check (principal_cents > 0),
  penalty_cents   bigint not null default 0 check (penalty_cents >= 0),
  indemnity_cents bigint not null default 0 check (indemnity_cents >= 0),
  clause_days     smallint not null check (clause_days between 1 and 90),
  made_on         date not null,
  signed_on       date,
  signed_by       text,
  proof_sha256    bytea,
  proof_name      text,
  -- Who signs for the debtor, and what he may sign for.
  debtor_signatory text,
  retention_of_title boolean not null default false,
  note            text,
  cause_id        uuid,
  entered_by      text not null,
  entered_at      timestamptz not null default now(),
  proposed_on     date,
  cancelled_by    text,
  cancelled_at    timestamptz,
  cancel_reason   text,
  -- What receipts make of it.
  received_cents  bigint not null default 0,
  kept_on         date,
  broken_on       date,
  primary key (tenant_id, plan_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, proof_sha256) references blob,
  check (status <> 'signed' or (signed_on is not null and signed_by is not null))
);
create index payment_plan_by_case on payment_plan (tenant_id, case_id, made_on);
create index payment_plan_by_day on payment_plan (tenant_id, company_id, made_on desc, plan_id);
-- The night reads the plans it follows and no other.
create index payment_plan_followed on payment_plan (tenant_id, case_id)
  where status = 'signed' and kept_on is null and broken_on is null;

create table plan_claim (
  tenant_id       uuid not null,
  plan_id         uuid not null,
  claim_id        uuid not null,
  principal_cents bigint not null,
  penalty_cents   bigint not null default 0,
  indemnity_cents bigint not null default 0,
  primary key (tenant_id, plan_id, claim_id),
  foreign key (tenant_id, plan_id) references payment_plan on delete cascade,
  foreign key (tenant_id, claim_id) references claim
);
create index plan_claim_by_claim on plan_claim (tenant_id, claim_id);

create table plan_instalment (
  tenant_id       uuid not null,
  plan_id         uuid not null,
  n               smallint not null,
  due_on          date not null,
  until_on        date not null,
  principal_cents bigint not null check (principal_cents >= 0),
  accessory_cents bigint not null check (accessory_cents >= 0),
  primary key (tenant_id, plan_id, n),
  foreign key (tenant_id, plan_id) references payment_plan on delete cascade,
  check (due_on <= until_on and principal_cents + accessory_cents > 0)
);

-- Notices that aim at the forfeiture clause: the act, and the number of instalments it asks to be made good.
create table plan_notice (
  tenant_id    uuid not null,
  plan_id      uuid not null,
  decided_on   date not null,
  action_id    uuid not null,
  up_to        smallint not null,
  expires_on   date not null,
  -- Entered by hand or read from the post: the period then runs from it.
  presented_on date,
  primary key (tenant_id, plan_id, decided_on),
  foreign key (tenant_id, plan_id) references payment_plan on delete cascade,
  foreign key (tenant_id, action_id) references action
);
create index plan_notice_by_action on plan_notice (tenant_id, action_id);

-- Days on which a whole case, one claim or a whole company is left alone.
create table pause (
  tenant_id  uuid not null,
  pause_id   uuid not null,
  company_id uuid not null,
  -- Both null: the company is closed.
  case_id    uuid,
  claim_id   uuid,
  kind       text not null check (kind in ('pause', 'not-before', 'closing')),
  from_on    date not null,
  -- Null: until somebody resumes.
  until_on   date,
  reason     text not null,
  entered_by text not null,
  entered_at timestamptz not null default now(),
  ended_on   date,
  ended_by   text,
  ended_at   timestamptz,
  primary key (tenant_id, pause_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, claim_id) references claim on delete cascade,
  check (until_on is null or from_on <= until_on),
  check ((kind = 'closing') = (case_id is null)),
  check (kind <> 'closing' or (claim_id is null and until_on is not null))
);
create index pause_current on pause (tenant_id, case_id) where ended_at is null;
create index pause_of_company on pause (tenant_id, company_id, from_on) where case_id is null and ended_at is null;
create index pause_by_case on pause (tenant_id, case_id, from_on);
create index pause_by_claim on pause (tenant_id, claim_id) where claim_id is not null;

-- A decision to stop delivering, taken where the law allows it, and its notice.
create table delivery_suspension (
  tenant_id    uuid not null,
  suspension_id uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  supply       text not null check (supply in ('goods', 'services', 'water', 'electricity', 'gas', 'heat', 'telecom')),
  main_home    boolean not null default false,
  -- What the person declared when he decided, and the articles he was shown.
  declared     jsonb not null default '{}',
  notice_on    date not null,
  effective_on date not null,
  reason       text not null,
  owner        text not null,
  action_id    uuid,
  entered_by   text not null,
  entered_at   timestamptz not null default now(),
  lifted_on    date,
  lifted_by    text,
  lifted_at    timestamptz,
  primary key (tenant_id, suspension_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  check (notice_on <= effective_on)
);
create index delivery_suspension_by_case on delivery_suspension (tenant_id, case_id, notice_on);
create index delivery_suspension_open on delivery_suspension (tenant_id, company_id, effective_on) where lifted_at is null;

select isolate_tenants('promise', 'promise_claim', 'dispute', 'dispute_claim', 'dispute_file', 'payment_plan', 'plan_claim',
  'plan_instalment', 'plan_notice', 'pause', 'delivery_suspension');
