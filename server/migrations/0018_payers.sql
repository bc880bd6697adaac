-- How customers pay, what they may owe at most, and what the company's own invoices say.

alter table debtor
  -- Said by a person; it prevails over what the history says.
  add column payer_class text check (payer_class in ('good-payer', 'ordinary', 'at-risk', 'large-account', 'consumer', 'public-body')),
  -- Most that this customer may owe, due or not, less his credit notes; null: nobody has set one.
  add column credit_limit_cents bigint check (credit_limit_cents >= 0);
create index debtor_with_limit on debtor (tenant_id, company_id, debtor_id) include (credit_limit_cents) where credit_limit_cents is not null;

-- What the core made of each customer's history, written again when his facts change and not when the book grows.
create table payer_score (
  tenant_id      uuid not null,
  debtor_id      uuid not null,
  company_id     uuid not null,
  -- In force: said by a person, or computed.
  payer_class    text not null check (payer_class in ('good-payer', 'ordinary', 'at-risk', 'large-account', 'consumer', 'public-body')),
  computed_class text not null,
  by_hand        boolean not null,
  reasons        jsonb not null,
  peer_group     text not null,
  -- His latest due invoices: [due day, day paid or null, cents], which his peers are told from.
  invoices       jsonb not null,
  -- Cents due times days late over the last twelve months: the order of the list of what lateness costs.
  late_cent_days bigint not null,
  computed_on    date not null,
  primary key (tenant_id, debtor_id),
  foreign key (tenant_id, debtor_id) references debtor on delete cascade
);
create index payer_score_peers on payer_score (tenant_id, company_id, peer_group, debtor_id);
create index payer_score_by_cost on payer_score (tenant_id, company_id, late_cent_days desc, debtor_id desc);
create index payer_score_by_class on payer_score (tenant_id, company_id, payer_class, late_cent_days desc, debtor_id desc);
create index payer_score_by_age on payer_score (tenant_id, company_id, computed_on);

-- Customers whose facts changed since their score was made.
create table payer_stale (
  tenant_id  uuid not null,
  company_id uuid not null,
  debtor_id  uuid not null,
  primary key (tenant_id, company_id, debtor_id),
  foreign key (tenant_id, debtor_id) references debtor on delete cascade
);

-- What each invoice of ours that could be read says of payment, and what the law finds wrong with it. The sentences are
-- made again from what it says: only their codes are kept.
create table invoice_audit (
  tenant_id   uuid not null,
  claim_id    uuid not null,
  company_id  uuid not null,
  issued_on   date not null,
  -- What it was checked for: when the customer's nature or the issuer's size is told later, it is checked again.
  debtor_kind text,
  issuer_size text not null default '' check (issuer_size in ('', 'small', 'mid', 'large')),
  says        jsonb not null,
  -- `missing/discount`; `unseen/…` for what could not be told, which is no fault.
  faults      text[] not null,
  primary key (tenant_id, claim_id),
  foreign key (tenant_id, claim_id) references claim on delete cascade,
  foreign key (tenant_id, company_id) references company
);
create index invoice_audit_by_day on invoice_audit (tenant_id, company_id, issued_on desc, claim_id) include (faults);
create index invoice_audit_by_size on invoice_audit (tenant_id, company_id, issuer_size);

select isolate_tenants('payer_score', 'payer_stale', 'invoice_audit');

-- Everybody is new to the score. Row security hides every tenant's rows from the owner himself, but for this moment.
alter table debtor no force row level security;
alter table payer_stale no force row level security;
insert into payer_stale (tenant_id, company_id, debtor_id) select tenant_id, company_id, debtor_id from debtor;
alter table payer_stale force row level security;
alter table debtor force row level security;
