-- Housekeeping that passes while an import is under way counts its pages and none of its rows, which are not kept yet: the
-- table then looks known and is believed nearly empty. A table it has just passed over is looked at too.
create or replace function gather_missing_statistics() returns void
  language plpgsql security definer set search_path from current as $$
declare grown text;
begin
  for grown in
    select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind = 'r'
       and pg_relation_size(c.oid) / current_setting('block_size')::int8 > 16
       and (pg_relation_size(c.oid) / current_setting('block_size')::int8 > c.relpages * 1.25
            or greatest(pg_stat_get_last_autovacuum_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid))
               > clock_timestamp() - interval '10 minutes')
     order by c.relname
  loop
    execute 'analyze ' || grown;
  end loop;
end $$;
