-- The court file of a case and a procedure: what people answered, which exhibits they chose and in which order, the
-- files they added, and each file built, kept for good. What is asked of the debtor is in none of it but the versions,
-- which say what was asked that day.

create table court_bundle (
  tenant_id  uuid not null,
  bundle_id  uuid not null,
  company_id uuid not null,
  case_id    uuid not null,
  procedure  text not null,
  -- By the key of each question.
  answers    jsonb not null default '{}',
  -- {key, title, included} in the order chosen; an exhibit that is not there comes after, as it was gathered.
  exhibits   jsonb not null default '[]',
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, bundle_id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, case_id) references collection_case
);
create index court_bundle_by_case on court_bundle (tenant_id, case_id, procedure, created_at desc);

-- A file added by somebody: a contract, a delivery note, a register extract. Taken out, it is still in what was built.
create table court_bundle_file (
  tenant_id  uuid not null,
  file_id    uuid not null,
  bundle_id  uuid not null,
  kind       text not null,
  title      text not null,
  on_day     date,
  file_name  text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  sha256     bytea not null,
  added_by   text not null,
  added_at   timestamptz not null default clock_timestamp(),
  removed_by text,
  removed_at timestamptz,
  primary key (tenant_id, file_id),
  foreign key (tenant_id, bundle_id) references court_bundle on delete cascade,
  foreign key (tenant_id, sha256) references blob,
  check ((removed_by is null) = (removed_at is null))
);
create index court_bundle_file_by_bundle on court_bundle_file (tenant_id, bundle_id, added_at) where removed_at is null;

-- A file as it was built: it never changes, and building again makes the next.
create table court_bundle_version (
  tenant_id   uuid not null,
  bundle_id   uuid not null,
  version     int not null check (version > 0),
  on_day      date not null,
  total_cents bigint not null,
  ready       boolean not null,
  -- The list of the route as it was that day.
  lines       jsonb not null,
  built_by    text not null,
  built_at    timestamptz not null default clock_timestamp(),
  primary key (tenant_id, bundle_id, version),
  foreign key (tenant_id, bundle_id) references court_bundle on delete cascade
);

-- What a version is made of; `merged` is all of it as one PDF, `archive` all of it as separate files.
create table court_bundle_document (
  tenant_id uuid not null,
  bundle_id uuid not null,
  version   int not null,
  n         smallint not null,
  role      text not null check (role in ('merged', 'archive', 'document', 'later', 'exhibit', 'original')),
  title     text not null,
  file_name text not null,
  media_type text not null,
  sha256    bytea not null,
  bytes     bigint not null,
  -- Null for what has no pages.
  pages     int,
  primary key (tenant_id, bundle_id, version, n),
  foreign key (tenant_id, bundle_id, version) references court_bundle_version on delete cascade,
  foreign key (tenant_id, sha256) references blob
);

-- What a court wants to know of a creditor and no invoice says; proposed in each of his cases.
create table creditor_identity (
  tenant_id  uuid not null,
  company_id uuid not null,
  answers    jsonb not null default '{}',
  updated_by text not null,
  updated_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, company_id),
  foreign key (tenant_id, company_id) references company
);

select isolate_tenants('court_bundle', 'court_bundle_file', 'court_bundle_version', 'court_bundle_document', 'creditor_identity');
