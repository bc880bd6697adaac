/** The reader against real public messages, when the folder of samples stands beside the project. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWith } from '../../../testing/outside.ts';
import { toCents } from '../decimals.ts';
import { readFile } from '../read-file.ts';
import type { LifecycleParty } from '../result.ts';

const samples = join(import.meta.dirname, '../../../../../../shared/samples');
const present = existsSync(join(samples, 'expected.json'));

interface ExpectedParty {
  name: string | null;
  role: string;
  id?: string;
  scheme?: string;
  endpoint?: string;
}

interface Expected {
  document: {
    message_id: string;
    name: string;
    business_process: string;
    profile: string;
    issued_at: string;
    status_at: string;
    phase_code: string;
    multiple: string;
    sender: ExpectedParty;
    issuer: ExpectedParty;
    recipients: ExpectedParty[];
    references: {
      invoice: string;
      invoice_type: string;
      invoice_date: string;
      receipt: string;
      invoice_issuer: string;
      status_code: string;
      process_condition_code: string;
      process_condition: string;
      statuses?: {
        reason_code?: string;
        reason?: string;
        requested_action_code?: string;
        requested_action?: string;
        notes?: string[];
        characteristics?: { type: string; amount?: string; percent?: string; id?: string }[];
      }[];
    }[];
  };
}

function expectedMessages(): [string, Expected['document']][] {
  if (!present) return [];
  const { files } = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
    files: Record<string, { expected: Expected }>;
  };
  return Object.entries(files).flatMap(([path, { expected }]) =>
    path.startsWith('cdar/') ? [[path, expected.document]] : [],
  );
}

const written = (at: string | undefined) => at?.replace(/[-:T]/g, '');

function expectParty(found: LifecycleParty | undefined, expected: ExpectedParty): void {
  expect(found?.name).toBe(expected.name ?? undefined);
  expect(found?.role).toBe(expected.role);
  expect(found?.identifiers?.[0]).toEqual(
    expected.id === undefined ? undefined : { scheme: expected.scheme, value: expected.id },
  );
  expect(found?.electronicAddress?.value).toBe(expected.endpoint);
}

describeWith('the real files of ../shared/samples', present, 'real lifecycle messages', () => {
  it('are there', () => expect(expectedMessages().length).toBeGreaterThan(0));

  for (const [path, expected] of expectedMessages()) {
    it(path, async () => {
      const { status, doubts, lifecycle } = await readFile(join(samples, path));
      expect({ status, doubts }).toEqual({ status: 'read', doubts: [] });
      expect(lifecycle).toMatchObject({
        messageId: expected.message_id,
        name: expected.name,
        businessProcess: expected.business_process,
        profile: expected.profile,
        phaseCode: expected.phase_code,
        multiple: expected.multiple === 'true',
        issuerRole: expected.issuer.role,
      });
      expect([written(lifecycle?.issuedAt), written(lifecycle?.statusAt)]).toEqual([
        expected.issued_at,
        expected.status_at,
      ]);
      expectParty(lifecycle?.sender, expected.sender);
      expectParty(lifecycle?.issuer, expected.issuer);
      expect(lifecycle?.recipients).toHaveLength(expected.recipients.length);
      for (const [n, party] of expected.recipients.entries()) expectParty(lifecycle?.recipients[n], party);
      expect(lifecycle?.references).toHaveLength(expected.references.length);
      for (const [n, reference] of expected.references.entries()) {
        const found = lifecycle?.references[n];
        expect(found).toMatchObject({
          invoice: reference.invoice,
          typeCode: reference.invoice_type,
          invoicedOn: reference.invoice_date,
          issuerLegalId: reference.invoice_issuer,
          status: reference.process_condition_code,
          statusCode: reference.status_code,
          label: reference.process_condition,
        });
        expect([written(found?.receivedAt), written(found?.at)]).toEqual([reference.receipt, expected.status_at]);
        const statuses = reference.statuses ?? [];
        expect(
          found?.reasons.map(({ code, text, action, actionText, notes }) => [code, text, action, actionText, notes]),
        ).toEqual(
          statuses.map((one) => [
            one.reason_code,
            one.reason,
            one.requested_action_code,
            one.requested_action,
            one.notes,
          ]),
        );
        const money = statuses
          .flatMap((one) => one.characteristics ?? [])
          .filter(({ type }) => ['MEN', 'MPA'].includes(type));
        const cents = money.map(({ amount }) => Number(toCents(amount ?? '', 2, 1e14)));
        expect(found?.amountCents).toBe(cents.length === 0 ? undefined : cents.reduce((sum, one) => sum + one, 0));
      }
    });
  }
});
