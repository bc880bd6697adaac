-- Which court hears a debtor: reference tables of the installation, without a tenant, like the rates of the law. The
-- application reads them and writes none; each file replaces what it brought before, whole, by the function at the end.

create table court_file (
  layout      text collate "C" primary key check (layout in ('ministry', 'registry', 'addresses')),
  file_name   text not null,
  sha256      bytea not null check (length(sha256) = 32),
  -- What the file says of its own date; null when it says nothing.
  edition     text,
  entries     int not null,
  doubts      jsonb not null default '[]',
  imported_by text not null,
  imported_on date not null,
  imported_at timestamptz not null default now()
);

-- From the ministry's file: the courts by their number, and those of each commune.
create table court_seat (
  court_id text collate "C" primary key,
  kind     text not null check (kind in ('TJ', 'TPRX', 'CPH', 'CA')),
  number   text collate "C" not null,
  name     text not null
);

create table court_commune (
  insee       text collate "C" primary key,
  name        text not null,
  -- The name as it is compared.
  name_key    text collate "C" not null,
  department  text collate "C" not null,
  judicial_id text collate "C",
  local_id    text collate "C",
  labour_id   text collate "C",
  appeal_id   text collate "C"
);
create index court_commune_by_name on court_commune (department, name_key);

-- From the registries' file: the registry of each commune and of each postcode.
create table court_registry_commune (
  insee      text collate "C" primary key,
  registry   text not null,
  department text collate "C" not null
);
create index court_registry_commune_by_department on court_registry_commune (department, registry);

create table court_registry_postcode (
  postcode text collate "C" primary key,
  registry text not null
);

-- From the file of addresses: found by the court's number, or by its town for a commercial court.
create table court_address (
  line      int primary key,
  type      text collate "C" not null,
  insee     text collate "C",
  number    text collate "C",
  place_key text collate "C" not null,
  name      text not null,
  address   text,
  phone     text,
  email     text
);
create index court_address_by_number on court_address (number) where number is not null;
create index court_address_by_place on court_address (place_key, type);

grant select on court_file, court_seat, court_commune, court_registry_commune, court_registry_postcode, court_address to @app@;

-- Replaces what a layout of file brought, whole or not at all: the caller's transaction is its only one. The only way by
-- which these tables are written.
create function replace_courts(about jsonb, entries jsonb) returns void
  language plpgsql security definer set search_path from current as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('courts', 0));
  case about ->> 'layout'
    when 'ministry' then
      delete from court_commune;
      delete from court_seat;
      insert into court_seat (court_id, kind, number, name)
        select * from jsonb_to_recordset(entries -> 'seats') as s(court_id text, kind text, number text, name text);
      insert into court_commune (insee, name, name_key, department, judicial_id, local_id, labour_id, appeal_id)
        select * from jsonb_to_recordset(entries -> 'communes')
          as c(insee text, name text, name_key text, department text, judicial_id text, local_id text, labour_id text, appeal_id text);
    when 'registry' then
      delete from court_registry_commune;
      delete from court_registry_postcode;
      insert into court_registry_commune (insee, registry, department)
        select * from jsonb_to_recordset(entries -> 'communes') as c(insee text, registry text, department text);
      insert into court_registry_postcode (postcode, registry)
        select * from jsonb_to_recordset(entries -> 'postcodes') as p(postcode text, registry text);
    when 'addresses' then
      delete from court_address;
      insert into court_address (line, type, insee, number, place_key, name, address, phone, email)
        select * from jsonb_to_recordset(entries -> 'addresses')
          as a(line int, type text, insee text, number text, place_key text, name text, address text, phone text, email text);
  end case;
  insert into court_file (layout, file_name, sha256, edition, entries, doubts, imported_by, imported_on)
    select about ->> 'layout', about ->> 'fileName', decode(about ->> 'sha256', 'hex'), about ->> 'edition',
           (about ->> 'entries')::int, about -> 'doubts', about ->> 'importedBy', (about ->> 'importedOn')::date
    on conflict (layout) do update
      set file_name = excluded.file_name, sha256 = excluded.sha256, edition = excluded.edition, entries = excluded.entries,
          doubts = excluded.doubts, imported_by = excluded.imported_by, imported_on = excluded.imported_on, imported_at = now();
end $$;
revoke all on function replace_courts(jsonb, jsonb) from public;
grant execute on function replace_courts(jsonb, jsonb) to @app@;
