import type { Store } from '../store/index.ts';

/** What is kept, and the same made anew from the rows it is about: each of a column of keys and one of values. */
const SUMS: readonly (readonly [kept: string, really: string])[] = [
  [
    `select company_id, due_on, ledger_state, amount_band, sum(amount_cents) as a, sum(open_cents) as b, sum(claims) as c from due_total group by 1, 2, 3, 4`,
    `select company_id, due_key, ledger_state, amount_band(amount_cents), sum(ledger_sign(kind) * amount_cents), sum(ledger_open(ledger_state, open_cents)), count(*)
       from claim group by 1, 2, 3, 4`,
  ],
  [
    `select company_id, acts_on, scenario, next_step, sum(owed_cents) as a, sum(owing) as b, sum(cases) as c from case_total group by 1, 2, 3, 4`,
    `select company_id, case when status in ('open', 'paused') and next_action_on is not null then next_action_on else 'infinity' end,
            coalesce(scenario_key, profile), next_step, sum(greatest(open_cents, 0)), count(*) filter (where open_claims > 0), count(*)
       from collection_case group by 1, 2, 3, 4`,
  ],
];

/** Messages whose day or sum is not their action's. */
const MESSAGES = `select o.action_id::text from outbox o join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id
  where (o.state = 'to-print' or o.decided_on is not null) and (o.decided_on, o.total_cents) is distinct from (a.decided_on, a.total_cents)`;

/** Signs that several customers share, one of them without a SIREN unless it is that, and that nobody would look at. */
const SIGNS = `select d.company_id, v.sign, v.value
    from debtor d
    cross join lateral (values ('siren_key', siren_key), ('vat', vat), ('account_key', account_key), ('name_skeleton', name_skeleton),
                               ('mail_domain', mail_domain)) v (sign, value)
   where v.value is not null
   group by 1, 2, 3
  having count(*) > 1 and (v.sign = 'siren_key' or bool_or(d.siren_key is null))
     and not bool_or(exists (select from debtor_to_compare t where t.debtor_id = d.debtor_id))
     and not exists (select from debtor_sign_shared s where s.company_id = d.company_id and s.sign = v.sign and s.value = v.value)`;

/** What a tenant's kept sums, days and signs say otherwise than its rows: nothing, after whatever happened to it. */
export async function keptWrongly(store: Store, tenantId: string): Promise<unknown[]> {
  return store.inTenant(tenantId, async (tx) => {
    const wrong: unknown[] = [];
    for (const [kept, really] of SUMS) {
      const some = `select * from (${kept}) s where (a, b, c) <> (0, 0, 0)`;
      const { rows } = await tx.query(`(${some} except ${really}) union all (${really} except ${some})`);
      wrong.push(...rows);
    }
    for (const text of [MESSAGES, SIGNS]) wrong.push(...(await tx.query(text)).rows);
    return wrong;
  });
}
