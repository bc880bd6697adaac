-- The week told by e-mail to who asked for it.

-- One person's wish, for one company; ISO day of the week, Monday = 1.
create table digest_wish (
  tenant_id  uuid not null,
  company_id uuid not null,
  user_id    uuid not null,
  weekday    smallint not null check (weekday between 1 and 7),
  since_on   date not null,
  primary key (tenant_id, company_id, user_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, user_id) references app_user
);

-- One week told to one person: written once with its words, so that a later attempt says the same. States as in `outbox`.
create table digest (
  tenant_id     uuid not null,
  digest_id     uuid not null,
  company_id    uuid not null,
  user_id       uuid not null,
  -- The chosen day it stands for, whenever the machine was on.
  for_day       date not null,
  state         text not null check (state in ('due', 'reserved', 'ending', 'sent', 'in-doubt', 'refused', 'captured', 'cancelled')),
  recipient     text not null,
  content       jsonb not null,
  message_id    text,
  fence         bigint not null default 0,
  lease_until   timestamptz,
  attempts      int not null default 0,
  try_after     timestamptz not null default now(),
  server_answer text,
  settled_at    timestamptz,
  created_at    timestamptz not null default now(),
  primary key (tenant_id, digest_id),
  unique (tenant_id, company_id, user_id, for_day),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, user_id) references app_user
);
create index digest_open on digest (tenant_id, company_id, try_after) where state in ('due', 'reserved', 'ending');

select isolate_tenants('digest_wish', 'digest');

-- Whom to thank: promises kept of late for which nobody was thanked.
create index promise_to_thank on promise (tenant_id, company_id, kept_on) where kept_on is not null and thanked_on is null;

-- The letter of a plan's notice came back undelivered: its days do not run.
alter table plan_notice add column is_returned boolean not null default false;
