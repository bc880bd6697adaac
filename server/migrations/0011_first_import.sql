-- A new installation has statistics of nothing, and a statement that is planned then takes every column for a key: among
-- the indexes of cases, one that only begins with tenant and company looks as good as the one that names the case, and
-- the key of each claim of a first file was then looked for among all the cases of the company. Until the tables are
-- looked at, the planner is told what is true of most installations: one tenant, one company. Servers before 18 take no
-- such word; their first large import is slower, and nothing else.
do $$
declare one record;
begin
  if current_setting('server_version_num')::int < 180000 then return; end if;
  for one in
    select c.relname, a.attname
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attname in ('tenant_id', 'company_id')
       and not exists (select from pg_stats s where s.schemaname = current_schema() and s.tablename = c.relname and s.attname = a.attname)
  loop
    perform pg_restore_attribute_stats('schemaname', current_schema()::text, 'relname', one.relname::text, 'attname', one.attname::text,
      'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 1::real);
  end loop;
end $$;
