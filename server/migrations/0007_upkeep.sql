-- What keeps a book quick: statistics after a large import, and the walk of the claims that lists no longer have.

create index claim_hold_absent on claim_hold (tenant_id, since_on, claim_id) where kind = 'absent-from-ledger' and ended_at is null;

-- After a large import the database still plans for the small tables it has seen, and walks a hundred thousand rows once
-- per row of another table. Its own housekeeping comes within a minute; a clerk who opens the list at once does not wait
-- for it. Only an owner may look at a table anew, so that this function does it for the application: it looks at the
-- tables that have grown by more than a quarter since they were last looked at, small ones left out, and gives nothing back.
create function gather_missing_statistics() returns void
  language plpgsql security definer set search_path from current as $$
declare grown text;
begin
  for grown in
    select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind = 'r'
       and pg_relation_size(c.oid) / current_setting('block_size')::int8 > greatest(c.relpages * 1.25, 16)
     order by c.relname
  loop
    execute 'analyze ' || grown;
  end loop;
end $$;
revoke all on function gather_missing_statistics() from public;
grant execute on function gather_missing_statistics() to @app@;
