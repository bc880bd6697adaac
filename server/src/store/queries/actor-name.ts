/**
 * SQL for who did something, from the actor kept in a column (named with its table): a person of ours by his name, a professional to whom the
 * case is entrusted as one who told it, the made-up book as such, anything else as it stands. `$1` is the tenant.
 */
export const actorName = (column: string): string =>
  `coalesce((select u.name from app_user u where u.tenant_id = $1 and ${column} = 'user:' || u.user_id),
            (select 'indiqué par ' || p.name from partner p where p.tenant_id = $1 and ${column} = 'partner:' || p.partner_id),
            case when ${column} = 'demo' then 'la démonstration' end, ${column})`;
