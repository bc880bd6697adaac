-- Procedures are looked for by their court and its case number, and listed kind by kind.

-- The words of the court and of the case number, folded as names are, each with a space before it: a word is found by
-- how it begins.
alter table procedure
  add column court_key text not null generated always as
    (' ' || regexp_replace(fold_name(coalesce(court_name, '') || ' ' || coalesce(case_number, '')), '[^a-z0-9]+', ' ', 'g')) stored;

create index procedure_by_kind on procedure (tenant_id, company_id, kind, opened_on desc, procedure_id desc);
