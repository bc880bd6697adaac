-- The company's own texts, and what its letters must say of it.

-- Each save is a version; the latest counts. A version without words is the return to the text that comes with us.
create table text_template (
  tenant_id  uuid not null,
  company_id uuid not null,
  kind       text not null check (kind in ('notice', 'reminder', 'find-the-cause', 'get-a-date', 'call-confirmed', 'warning',
                                           'formal-notice', 'thanks', 'promise-broken', 'plan-missed', 'suspension')),
  tone       text not null check (tone in ('cordial', 'courteous', 'neutral', 'firm', 'grave', 'formal')),
  profile    text not null check (profile in ('business', 'consumer', 'public')),
  language   text not null check (language in ('fr', 'en')),
  channel    text not null check (channel in ('email', 'letter', 'registered', 'sms')),
  version    int not null check (version > 0),
  subject    text,
  body       text,
  -- What the checker doubted and the user kept all the same: codes of its rules.
  kept_doubts text[] not null default '{}',
  saved_by   text not null,
  saved_at   timestamptz not null default now(),
  primary key (tenant_id, company_id, kind, tone, profile, language, channel, version),
  check ((subject is null) = (body is null)),
  foreign key (tenant_id, company_id) references company
);
select isolate_tenants('text_template');

alter table company
  -- « RCS Lyon », or the national register for who is in no trade register (art. R123-237 C. com.).
  add column rcs_city text,
  add column in_national_register boolean not null default false,
  add column capital_cents bigint check (capital_cents > 0),
  add column in_liquidation boolean not null default false,
  -- Day of the written mandate by which somebody else collects for this company (art. R124-3 CPCE); null: it does itself.
  add column mandate_signed_on date;

-- Who collects for others: one for the whole organisation (art. R124-1 and following CPCE).
create table collector (
  tenant_id     uuid primary key references tenant,
  name          text not null,
  address_lines text[] not null default '{}',
  postcode      text,
  city          text,
  email         text,
  phone         text,
  legal_id      text,
  -- The account for creditors' money alone, the insurance and the declaration to the prosecutor (art. R124-2 CPCE).
  iban          text,
  bic           text,
  insurance     text,
  declared_on   date,
  updated_at    timestamptz not null default now()
);
select isolate_tenants('collector');
