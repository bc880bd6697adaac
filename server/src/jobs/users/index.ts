/** People who sign in: their passwords, and how one who forgot his comes back. */
export { findPassword, hashPassword, LONGEST_PASSWORD, PASSWORD_FAULTS } from './passwords.ts';
export { resetPassword, whoSignsIn } from './reset.ts';
