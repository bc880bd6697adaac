import { evaluate, formatDay } from '@acquit/law';
import { composeCalculation } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { Lanes } from '../../lanes.ts';
import { RenderRefusal } from '../../render/index.ts';
import { readJson } from '../guards/body.ts';
import { checkOrigin } from '../guards/origin.ts';
import { fileAnswer, jsonAnswer } from '../pipeline/answer.ts';
import { parsed } from '../pipeline/run.ts';
import { type HttpRefusalCode, passOn, refuse } from '../refusal.ts';
import { calculation, LAW_RULES, lawRule, statementOrder } from '../schemas/law.ts';
import type { AppServices } from '../services.ts';

/** A calculation is a few facts; a body that needs more is a mistake or an attack, and no tree is built from it. */
const BODY_LIMIT_BYTES = 32 * 1024;

/** Nobody signs in here, so pages are set one at a time, and a crowd is sent away instead of kept waiting. */
const STATEMENT_LANES = 1;
const STATEMENTS_WAITING = 8;

const STATUS_OF_REFUSAL = 422;
const STATUS_OF_UNKNOWN_RULE = 404;

/**
 * The rules of law as a desk open to everybody who reaches the server. It answers from what is asked and from the
 * dated figures of the law alone: it holds no store, so no row of any tenant can come in or go out.
 */
export class LawDesk {
  readonly #clock: AppServices['clock'];
  readonly #publicUrl: URL | null;
  readonly #renderStatement: AppServices['renderStatement'];
  readonly #lanes = new Lanes(STATEMENT_LANES);
  #waiting = 0;

  constructor(services: Pick<AppServices, 'clock' | 'config' | 'renderStatement'>) {
    this.#clock = services.clock;
    this.#publicUrl = services.config.publicUrl;
    this.#renderStatement = services.renderStatement;
  }

  /** GET /api/law/rules */
  rules(): Response {
    return jsonAnswer(JSON.stringify(LAW_RULES.map(({ rule, title }) => ({ rule, title }))));
  }

  /** POST /api/law/{rule}. Refuses what the rule refuses, and `UnknownRule`. */
  async calculate(request: Request, rule: string): Promise<Response> {
    checkOrigin(request.headers, this.#publicUrl);
    const { value: input } = await readJson(request, BODY_LIMIT_BYTES);
    return jsonAnswer(JSON.stringify(calculate(rule, input)));
  }

  /** POST /api/law/{rule}/statement. Refuses what the rule refuses, `UnknownRule`, `DocumentTooLarge` and `Busy`. */
  async statement(request: Request, rule: string): Promise<Response> {
    checkOrigin(request.headers, this.#publicUrl);
    const order = parsed(statementOrder, (await readJson(request, BODY_LIMIT_BYTES)).value);
    const { value, explanation } = calculate(rule, order.input);
    const on = formatDay(this.#clock.today());
    const document = composeCalculation({
      rule,
      input: order.input,
      value,
      explanation,
      on,
      creditor: linesOf(order.creditor),
      debtor: linesOf(order.debtor),
      reference: linesOf(order.reference).join(' ') || null,
      place: linesOf(order.place).join(' ') || null,
    });
    const content = await this.#inTurn(() => this.#renderStatement(document));
    const name = `${document.title} ${on}.pdf`;
    return fileAnswer({ name, mediaType: 'application/pdf', content, inline: false });
  }

  async #inTurn(render: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (this.#waiting >= STATEMENTS_WAITING) throw refuse('Busy');
    this.#waiting += 1;
    try {
      return await this.#lanes.run(render);
    } catch (error) {
      if (error instanceof RenderRefusal) throw passOn(STATUS_OF_REFUSAL, error);
      throw error;
    } finally {
      this.#waiting -= 1;
    }
  }
}

/** Evaluates one rule; what the law refuses becomes an answer with its code, its sentence and its facts. */
function calculate(rule: string, input: unknown) {
  const found = evaluate({ id: null, rule, input });
  if (!('refusal' in found)) return { value: found.value, explanation: found.explanation };
  throw passOn(found.refusal.code === 'UnknownRule' ? STATUS_OF_UNKNOWN_RULE : STATUS_OF_REFUSAL, found.refusal);
}

function linesOf(typed: string | undefined): string[] {
  return (typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

interface LawRoute {
  method: 'get' | 'post';
  /** As the router reads it; `{rule}` stands for any rule. */
  path: string;
  answer(desk: LawDesk, request: Request, rule: string): Response | Promise<Response>;
}

/** Routes that need neither a session nor a company. */
export const LAW_ROUTES: readonly LawRoute[] = [
  { method: 'get', path: '/api/law/rules', answer: (desk) => desk.rules() },
  { method: 'post', path: '/api/law/{rule}', answer: (desk, request, rule) => desk.calculate(request, rule) },
  { method: 'post', path: '/api/law/{rule}/statement', answer: (desk, request, rule) => desk.statement(request, rule) },
];

interface LawDescription {
  method: 'get' | 'post';
  path: string;
  title: string;
  description: string;
  body: { schema: z.ZodType; example: object } | null;
  /** The schema of the answer, or 'pdf'. */
  answer: z.ZodType | 'pdf';
  refusals: readonly HttpRefusalCode[];
}

const BODY_REFUSALS: readonly HttpRefusalCode[] = [
  'InvalidJson',
  'CrossSiteRefused',
  'BodyTooLarge',
  'RequestTimeout',
  'UnsupportedMediaType',
];
const input = z.looseObject({}).openapi({ description: 'The facts of the case; an unknown field is refused by name.' });

/** What the API description says of the desk: one path per rule, so that each has its own words and example. */
export const LAW_DESCRIPTIONS: readonly LawDescription[] = [
  {
    method: 'get',
    path: '/api/law/rules',
    title: 'The rules of law',
    description: 'Names and French titles of the rules that can be calculated. Needs no session.',
    body: null,
    answer: z.array(lawRule),
    refusals: [],
  },
  ...LAW_RULES.flatMap(({ rule, title, description, example }): LawDescription[] => [
    {
      method: 'post',
      path: `/api/law/${rule}`,
      title,
      description: `${description} Needs no session and touches no data. What the law refuses is answered 422 with the rule’s own code, and names the field in \`facts.field\`.`,
      body: { schema: input, example },
      answer: calculation,
      refusals: BODY_REFUSALS,
    },
    {
      method: 'post',
      path: `/api/law/${rule}/statement`,
      title: `${title}: statement`,
      description:
        'The same calculation printed with its explanation (PDF/A). Names and reference are printed as typed and kept nowhere.',
      body: { schema: statementOrder, example: { input: example, reference: 'Facture F-2026-042' } },
      answer: 'pdf',
      refusals: [...BODY_REFUSALS, 'InvalidRequest', 'Busy'],
    },
  ]),
];
