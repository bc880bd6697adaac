import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { decide } from '../planner/decide.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company } from '../testing/facts.ts';
import {
  DISPUTE_REASONS,
  type DisputableClaim,
  type DisputeFacts,
  disputeHoldReason,
  disputeReasonName,
  disputeRefusal,
  freezes,
} from './dispute.ts';

const dispute = (change: Partial<DisputeFacts>): DisputeFacts => ({
  disputeId: 'd',
  reason: 'price',
  openedOn: day('2026-11-01'),
  accepted: false,
  claims: [],
  ...change,
});

describe('what disputes freeze', () => {
  it('adds up the parts of several, and lets a whole one stand beside them', () => {
    const frozen = freezes([
      dispute({ claims: [{ claimId: 'a', contestedCents: 100 }] }),
      dispute({
        disputeId: 'e',
        claims: [
          { claimId: 'a', contestedCents: 50 },
          { claimId: 'b', contestedCents: null },
        ],
      }),
    ]);
    expect(frozen.get('a')).toEqual({ whole: null, contestedCents: 150 });
    expect(frozen.get('b')?.whole?.disputeId).toBe('e');
  });

  it('has a name for each reason and says what is waited for', () => {
    expect(new Set(DISPUTE_REASONS.map(disputeReasonName)).size).toBe(DISPUTE_REASONS.length);
    expect(disputeHoldReason(dispute({}))).toContain('n’est pas relancée tant que');
    expect(disputeHoldReason(dispute({ accepted: true }))).toContain('un avoir est à émettre');
  });

  it.each<[string, Parameters<typeof disputeRefusal>[0], Partial<DisputableClaim>, string | undefined]>([
    ['nothing', [], {}, 'DisputeWithoutClaim'],
    ['an unknown claim', [{ claimId: 'z', contestedCents: null }], {}, 'ClaimNotInCase'],
    [
      'a claim twice',
      [
        { claimId: 'a', contestedCents: 1 },
        { claimId: 'a', contestedCents: 1 },
      ],
      {},
      'ClaimNotInCase',
    ],
    ['no sum', [{ claimId: 'a', contestedCents: 0 }], {}, 'DisputeAmount'],
    [
      'a claim contested whole already',
      [{ claimId: 'a', contestedCents: 5 }],
      { contestedCents: null },
      'AlreadyDisputed',
    ],
    ['more than is open', [{ claimId: 'a', contestedCents: 61 }], { contestedCents: 40 }, 'DisputeTooLarge'],
    ['what is open to the cent', [{ claimId: 'a', contestedCents: 60 }], { contestedCents: 40 }, undefined],
    ['the whole beside a part', [{ claimId: 'a', contestedCents: null }], { contestedCents: 40 }, undefined],
  ])('is asked about %s', (_name, wanted, change, code) => {
    const known = { claimId: 'a', number: 'F-1', openCents: 100, contestedCents: 0, ...change };
    expect(disputeRefusal(wanted, [known])?.refusal.code).toBe(code);
  });
});

describe('a claim contested in part', () => {
  const terms = company({ settings: { ...company().settings, reservedAccessories: 'asked-by-formal-notice' } });
  const on = day('2026-11-06');
  const noticed = (change: Parameters<typeof claim>[1]) =>
    decide(
      caseOf([claim('2026-10-07', { amountCents: 100_000, penalties: 'claimed', indemnity: 'claimed', ...change })]),
      terms,
      defaultScenarios.business,
      on,
    ).actions[0]!;

  it('is asked for less, with interest on the rest alone, whatever the order of money and credit', () => {
    const all = noticed({});
    const part = noticed({ contestedCents: 30_000 });
    const less = noticed({ amountCents: 70_000 });
    expect(all.facts.principalCents).toBe(100_000);
    expect(part.facts.principalCents).toBe(70_000);
    expect(part.facts.penaltyCents).toBe(less.facts.penaltyCents);
    expect(part.facts.penaltyCents).toBeLessThan(all.facts.penaltyCents);
  });

  it.each([
    ['a receipt', { receipts: [{ on: day('2026-10-10'), amountCents: 50_000 }] }, 20_000],
    [
      'a credit note',
      { credits: [{ on: day('2026-10-10'), amountCents: 50_000, effect: 'gesture' as const }] },
      20_000,
    ],
    [
      'both',
      {
        receipts: [{ on: day('2026-10-10'), amountCents: 30_000 }],
        credits: [{ on: day('2026-10-12'), amountCents: 30_000, effect: 'correction' as const }],
      },
      10_000,
    ],
  ])('never asks for the contested part after %s', (_name, change, asked) => {
    const action = noticed({ ...change, contestedCents: 30_000, penalties: 'waived', indemnity: 'waived' });
    expect(action.facts.principalCents).toBe(asked);
  });

  it('is left out once nothing but the contested part is left', () => {
    const facts = caseOf([
      claim('2026-10-07', {
        amountCents: 100_000,
        receipts: [{ on: day('2026-10-10'), amountCents: 80_000 }],
        contestedCents: 30_000,
      }),
    ]);
    const decision = decide(facts, terms, defaultScenarios.business, on);
    expect(decision.actions).toEqual([]);
    expect(decision.reasons.map(({ code }) => code)).toContain('ClaimDisputed');
  });
});
