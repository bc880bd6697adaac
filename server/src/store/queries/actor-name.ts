/** How what did something without a person is named, by the actor that the columns keep. */
const MACHINES: Readonly<Record<string, string>> = {
  acquit: 'Acquit',
  system: 'Acquit',
  pass: 'la passe de la nuit',
  outbox: 'l’envoi des messages',
  bodacc: 'le suivi du BODACC',
  cli: 'la ligne de commande',
  demo: 'la démonstration',
  debtor: 'le débiteur',
};

/** Actors of a family, when what they number has no name of its own, or none any more. */
const FAMILIES: Readonly<Record<string, string>> = { user: 'un utilisateur', source: 'une source surveillée' };

const named = (column: string, partner: string): string =>
  `coalesce((select u.name from app_user u where u.tenant_id = $1 and ${column} = 'user:' || u.user_id),
            (select ${partner} from partner p where p.tenant_id = $1 and ${column} = 'partner:' || p.partner_id),
            case ${Object.entries(MACHINES)
              .map(([actor, name]) => `when ${column} = '${actor}' then '${name}'`)
              .join(' ')} ${Object.entries(FAMILIES)
              .map(([family, name]) => `when ${column} like '${family}:%' then '${name}'`)
              .join(' ')} end, ${column})`;

/**
 * SQL for who did something, from the actor kept in a column (named with its table): a person of ours by his name, a professional to whom the
 * case is entrusted as one who told it, what works by itself by what it is, anything else as it stands. `$1` is the tenant.
 */
export const actorName = (column: string): string => named(column, `'indiqué par ' || p.name`);

/** The same where every line has its author: a professional by his name alone. */
export const authorName = (column: string): string => named(column, 'p.name');
