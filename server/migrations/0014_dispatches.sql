-- Paid and postal sendings: the accounts at providers, what was handed to whom, and what became of it.

alter table action drop constraint action_channel_check;
alter table action add constraint action_channel_check
  check (channel in ('email', 'letter', 'registered', 'sms', 'phone', 'task'));
alter table outbox drop constraint outbox_channel_check;
alter table outbox add constraint outbox_channel_check check (channel in ('email', 'letter', 'registered', 'sms'));

-- Who carries the row besides us: a provider, or null for our own mail server and printer. A row is given to a provider by
-- a person, who has seen what it costs; from then on it goes through the states of an e-mail.
alter table outbox add column via text;
create index outbox_to_hand on outbox (tenant_id, company_id, try_after)
  where state in ('due', 'reserved', 'ending', 'in-doubt') and via is not null;

-- A company's account at a provider, one for each thing it does. What opens it is sealed; the rest is plain.
create table provider_account (
  tenant_id      uuid not null,
  company_id     uuid not null,
  service        text not null check (service in ('sms', 'letter', 'registered', 'electronic')),
  provider       text not null check (provider in ('ovh', 'brevo', 'http', 'maileva', 'merci-facteur', 'ar24')),
  settings       jsonb not null,
  secrets_sealed bytea not null,
  -- What the user says one sending costs, in cents without tax, to be shown before he decides; null: not known.
  unit_price_cents int check (unit_price_cents >= 0),
  -- Most sendings of a calendar month; null: no limit.
  monthly_limit  int check (monthly_limit > 0),
  updated_at     timestamptz not null default now(),
  primary key (tenant_id, company_id, service),
  foreign key (tenant_id, company_id) references company
);

-- One sending followed over time: a registered letter printed by the user, or whatever a provider was handed.
create table dispatch (
  tenant_id    uuid not null,
  action_id    uuid not null,
  company_id   uuid not null,
  channel      text not null check (channel in ('letter', 'registered', 'sms')),
  electronic   boolean not null default false,
  -- null: printed and posted by the user.
  via          text,
  -- Our name for it at the provider's, fixed before the first call: what a second call is recognised by.
  our_ref      text not null,
  provider_ref text,
  -- The number of the registered letter.
  number       text,
  price_cents  int,
  handed_at    timestamptz not null default clock_timestamp(),
  -- When the provider is to be asked again; null: nothing more to ask.
  poll_after   timestamptz,
  ended        boolean not null default false,
  primary key (tenant_id, action_id),
  foreign key (tenant_id, action_id) references action on delete cascade
);
create index dispatch_to_poll on dispatch (tenant_id, company_id, poll_after) where poll_after is not null;
create index dispatch_recent on dispatch (tenant_id, company_id, handed_at desc, action_id desc);
create index dispatch_by_ref on dispatch (tenant_id, our_ref);

-- What became of it. A mistake is withdrawn, never erased.
create table dispatch_event (
  tenant_id    uuid not null,
  event_id     uuid not null,
  action_id    uuid not null,
  kind         text not null check (kind in ('deposited', 'first-presentation', 'delivered', 'refused', 'unclaimed', 'returned', 'failed')),
  on_day       date not null,
  source       text not null check (source in ('provider', 'hand')),
  -- The provider's own words, or the person's.
  label        text,
  proof_sha256 bytea,
  told_by      text not null,
  told_at      timestamptz not null default clock_timestamp(),
  withdrawn_by text,
  withdrawn_at timestamptz,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, action_id) references dispatch on delete cascade,
  foreign key (tenant_id, proof_sha256) references blob
);
-- The same news told twice is one event.
create unique index dispatch_event_once on dispatch_event (tenant_id, action_id, kind, on_day) where withdrawn_at is null;

-- A debtor's consent to electronic registered letters (art. L100 CPCE), with its proof. It stands on his case, which is
-- what this creditor and this debtor have in common, and follows it when two customers are found to be one.
create table electronic_consent (
  tenant_id    uuid not null,
  consent_id   uuid not null,
  case_id      uuid not null,
  given_on     date not null,
  -- How it was given, in the words of whoever recorded it.
  proof        text not null,
  proof_sha256 bytea,
  recorded_by  text not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  withdrawn_on date,
  primary key (tenant_id, consent_id),
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, proof_sha256) references blob
);
create index electronic_consent_by_case on electronic_consent (tenant_id, case_id);

select isolate_tenants('provider_account', 'dispatch', 'dispatch_event', 'electronic_consent');
