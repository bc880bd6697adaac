import type { Calculator } from '../fields.ts';
import { deadline } from './deadline.ts';
import { interest } from './interest.ts';
import { limitation } from './limitation.ts';
import { penalties } from './penalties.ts';

/** The calculators, in the order of their tabs. */
export const CALCULATORS: readonly Calculator[] = [penalties, interest, limitation, deadline];
