import {
  appendJournal,
  changePassword,
  endSessionsOf,
  forgiveLogin,
  type Login,
  listUserEmails,
  type Store,
} from '../../store/index.ts';
import { hashPassword, PASSWORD_FAULTS } from './passwords.ts';

/** Why a password was not changed, as it is shown. */
export interface UserRefusal {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}

/**
 * The accounts that an address opens, one per organisation. Refuses `NobodySignsInYet` and `UserUnknown`, which names the
 * addresses that do sign in: whoever may ask this holds the database anyway, and may have forgotten which he gave.
 */
export async function whoSignsIn(
  store: Store,
  email: string,
): Promise<{ logins: readonly Login[]; refusal?: undefined } | { refusal: UserRefusal }> {
  const logins = await store.lookup.findLogin(email);
  if (logins.length > 0) return { logins };
  const known: string[] = [];
  for (const { tenantId } of await store.lookup.listTenants())
    known.push(...(await store.inTenant(tenantId, listUserEmails)));
  if (known.length === 0)
    return {
      refusal: {
        code: 'NobodySignsInYet',
        message: 'Personne n’a encore d’accès : ouvrez l’application, sa première page en crée un.',
        facts: {},
      },
    };
  const message = `Personne ne se connecte avec « ${email} ». Adresses connues : ${[...new Set(known)].join(', ')}.`;
  return { refusal: { code: 'UserUnknown', message, facts: { email, known: [...new Set(known)] } } };
}

/**
 * Gives a person a new password in each organisation that his address opens, ends his sessions there, and forgives the
 * attempts that failed. Gives how many sessions ended. Refuses `PasswordTooShort`, `PasswordTooLong` and `PasswordTooCommon`.
 */
export async function resetPassword(
  store: Store,
  order: { logins: readonly Login[]; email: string; password: string; actor: string },
): Promise<{ sessionsEnded: number; refusal?: undefined } | { refusal: UserRefusal }> {
  const { logins, email, password, actor } = order;
  const made = await hashPassword(password, email);
  if (made.fault !== undefined)
    return { refusal: { code: made.fault, message: PASSWORD_FAULTS[made.fault], facts: {} } };
  let sessionsEnded = 0;
  for (const { tenantId, userId } of logins)
    sessionsEnded += await store.inTenant(tenantId, async (tx) => {
      await changePassword(tx, userId, made.passwordHash);
      const ended = await endSessionsOf(tx, userId);
      await forgiveLogin(tx, email);
      await appendJournal(tx, [
        { actor, action: 'password-changed', objectKind: 'user', objectId: userId, payload: { sessionsEnded: ended } },
      ]);
      return ended;
    });
  return { sessionsEnded };
}
