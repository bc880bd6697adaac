-- Notices of the BODACC about debtors: what was published, whom it was matched to, what it did, and the nightly watch.

alter table debtor
  -- What the notices set beside `insolvency_opened_on`: the publication that starts the periods, the kind of proceedings,
  -- and whom the claims are declared to. Null when a person entered the proceedings, or nobody did.
  add column insolvency_published_on date,
  add column insolvency_kind text check (insolvency_kind in ('sauvegarde', 'redressement', 'liquidation')),
  add column insolvency_closed_on date,
  add column insolvency_representative jsonb,
  -- The day that the notices wrote, and what stood there before: a day that a person writes afterwards is left alone.
  add column insolvency_by_notice date,
  add column insolvency_before_notice date,
  add column struck_off_on date;

-- A notice that names a debtor, as the source gave it; all others are forgotten as they are read.
create table notice (
  tenant_id    uuid not null references tenant,
  notice_id    text collate "C" not null,
  published_on date not null,
  -- The notice that this one corrects or takes back.
  previous_id  text collate "C",
  record       jsonb not null,
  received_by  text not null,
  received_at  timestamptz not null default now(),
  primary key (tenant_id, notice_id)
);
create index notice_by_previous on notice (tenant_id, previous_id) where previous_id is not null;

create table notice_match (
  tenant_id    uuid not null,
  match_id     uuid not null,
  company_id   uuid not null,
  case_id      uuid not null,
  notice_id    text collate "C" not null,
  -- The customer it was found for; once two customers are one, each of their matches stays what it was.
  found_for    uuid not null,
  -- The number by which it was found; null for a name, which proves nothing.
  siren        text collate "C",
  how          text not null check (how in ('siren', 'name', 'correction')),
  effect       text not null,
  -- 'proposed': a person decides; 'applied': it counts for the debtor's standing; 'refused' and 'undone': it does not.
  state        text not null check (state in ('proposed', 'applied', 'refused', 'undone')),
  -- Why it waits for a person, as a sentence.
  reason       text,
  procedure_id uuid,
  -- A declaration is to be opened, or could not be: {code, message}.
  wants_procedure boolean not null default false,
  trouble      jsonb,
  matched_at   timestamptz not null default now(),
  decided_by   text,
  decided_at   timestamptz,
  seen_by      text,
  seen_at      timestamptz,
  primary key (tenant_id, match_id),
  unique (tenant_id, notice_id, found_for),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case,
  foreign key (tenant_id, notice_id) references notice
);
create index notice_match_by_case on notice_match (tenant_id, case_id, state);
create index notice_match_by_company on notice_match (tenant_id, company_id, matched_at desc, match_id desc);
create index notice_match_waiting on notice_match (tenant_id, company_id) where state = 'proposed' or (state = 'applied' and seen_at is null);
create index notice_match_to_open on notice_match (tenant_id, company_id) where wants_procedure;

-- The nightly watch of a company, once somebody switched it on.
create table notice_watch (
  tenant_id     uuid not null,
  company_id    uuid not null,
  active        boolean not null default false,
  changed_by    text not null,
  -- The last day on which every company number was asked about.
  done_on       date,
  checked_at    timestamptz,
  ok_at         timestamptz,
  trouble       jsonb,
  failures      int not null default 0,
  next_check_at timestamptz not null default now(),
  leased_by     text,
  lease_until   timestamptz,
  primary key (tenant_id, company_id),
  foreign key (tenant_id, company_id) references company
);

-- When each number was last asked about: a round that is cut goes on from there, and a new customer is asked about whole.
create table notice_asked (
  tenant_id  uuid not null,
  company_id uuid not null,
  siren      text collate "C" not null,
  asked_on   date not null,
  primary key (tenant_id, company_id, siren),
  foreign key (tenant_id, company_id) references company
);

select isolate_tenants('notice', 'notice_match', 'notice_watch', 'notice_asked');
