import { bank } from './fr/bank.ts';
import { cases } from './fr/cases.ts';
import { commitments } from './fr/commitments.ts';
import { common, errors } from './fr/common.ts';
import { customers } from './fr/customers.ts';
import { digest } from './fr/digest.ts';
import { dispatches } from './fr/dispatches.ts';
import { imports } from './fr/imports.ts';
import { ledger } from './fr/ledger.ts';
import { matching } from './fr/matching.ts';
import { portal } from './fr/portal.ts';
import { prevention } from './fr/prevention.ts';
import { receipts } from './fr/receipts.ts';
import { replies } from './fr/replies.ts';
import { scenarios } from './fr/scenarios.ts';
import { sending } from './fr/sending.ts';
import { settings } from './fr/settings.ts';
import { shell } from './fr/shell.ts';
import { sources } from './fr/sources.ts';
import { start } from './fr/start.ts';
import { templates } from './fr/templates.ts';
import { today } from './fr/today.ts';
import { tree } from './fr/tree.ts';
import { words } from './fr/words.ts';

/** The French catalogue, by place. Written with plain spaces and straight apostrophes; `typesetAll` sets them. */
export const fr = {
  common,
  errors,
  words,
  start,
  shell,
  templates,
  today,
  cases,
  commitments,
  customers,
  receipts,
  scenarios,
  sending,
  prevention,
  digest,
  dispatches,
  imports,
  bank,
  ledger,
  sources,
  matching,
  portal,
  replies,
  settings,
  tree,
};
