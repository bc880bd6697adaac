-- A statement of a month settles tens of thousands of claims at once, and each row it writes is entered in every index of
-- its table and has every key of it checked: that is most of the time of matching. What another key or index already says
-- is said once.

-- The key that keeps a number from standing twice in a case also finds a claim by its number: with the number before the
-- case, one index does what two did.
alter table claim
  drop constraint claim_tenant_id_company_id_case_id_number_kind_key,
  add constraint claim_number_once unique (tenant_id, company_id, number, case_id, kind);
drop index claim_by_number;

-- A match is of the company of its case, which one key says where two said less: a case of another company passed both.
-- Every match names a case, that of its parts or that to whose credit its money goes.
alter table bank_match
  alter column case_id set not null,
  drop constraint bank_match_tenant_id_company_id_fkey,
  drop constraint bank_match_tenant_id_case_id_fkey,
  add constraint bank_match_of_company foreign key (tenant_id, company_id, case_id) references collection_case (tenant_id, company_id, case_id);

-- The case of a part is its claim's: kept beside it, it had to be checked, and moved when two customers became one.
alter table bank_match_part drop column case_id;
