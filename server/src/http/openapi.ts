import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Endpoint } from './pipeline/endpoint.ts';
import { HTTP_REFUSALS, type HttpRefusalCode } from './refusal.ts';
import { ENDPOINTS } from './routes/index.ts';
import { LAW_DESCRIPTIONS } from './routes/law.ts';
import { PUSH_DESCRIPTION } from './routes/push.ts';
import { SESSION_ROUTES } from './routes/session.ts';
import { refusalAnswer } from './schemas/view.ts';

const EVERY_READ: readonly HttpRefusalCode[] = ['SignInNeeded', 'NotFound', 'InvalidRequest'];
const EVERY_CHANGE: readonly HttpRefusalCode[] = [
  ...EVERY_READ,
  'InvalidJson',
  'CsrfTokenNeeded',
  'CrossSiteRefused',
  'IdempotencyKeyReused',
  'BodyTooLarge',
  'UnsupportedMediaType',
  'Busy',
];

const REFUSED = { 'application/json': { schema: refusalAnswer } };

const changeHeaders = z.object({
  'X-CSRF-Token': z.string().openapi({ description: 'The `csrfToken` of the session.' }),
  'Idempotency-Key': z.string().optional().openapi({
    description:
      'One key per act of the user: the same key with the same body gives the same answer again, and acts once.',
  }),
});

/** The OpenAPI 3.1 document, made from the very endpoints that run, so that it cannot say something else. */
export function describeApi(app: OpenAPIHono, version: string): string {
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'acquit_session' });
  for (const endpoint of ENDPOINTS) register(registry, endpoint);
  for (const route of SESSION_ROUTES) {
    registry.registerPath({
      method: route.method,
      path: route.path,
      tags: ['Session'],
      summary: route.title,
      description: route.description,
      ...(route.body && {
        request: { body: { required: true, content: { 'application/json': { schema: route.body } } } },
      }),
      responses: {
        200: { description: 'Done.', content: { 'application/json': { schema: route.schema } } },
        ...refusals(route.refusals),
      },
    });
  }
  for (const { method, path, title, description, body, answer, refusals: codes } of LAW_DESCRIPTIONS) {
    registry.registerPath({
      method,
      path,
      tags: ['Law'],
      summary: title,
      description,
      ...(body && { request: { body: { required: true, content: { 'application/json': body } } } }),
      responses: {
        200: {
          description: 'Done.',
          content:
            answer === 'pdf'
              ? { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } }
              : { 'application/json': { schema: answer } },
        },
        ...(body && { 422: { description: 'What the law refuses.', content: REFUSED } }),
        ...refusals(codes),
      },
    });
  }
  registerPush(registry);
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Acquit',
      version,
      description:
        'Recovers unpaid invoices in France. Money is an integer of cents, a day is `YYYY-MM-DD` in Europe/Paris, an instant is ISO 8601. ' +
        'Whatever is refused is answered `{refusal: {code, message, facts}}`, where `message` is a French sentence that says what to do.',
      license: { name: 'AGPL-3.0-or-later', url: 'https://www.gnu.org/licenses/agpl-3.0.html' },
    },
    servers: [{ url: '/' }],
  });
  return JSON.stringify(document);
}

function register(registry: OpenAPIHono['openAPIRegistry'], endpoint: Endpoint): void {
  const changes = endpoint.kind !== 'read';
  const content = endpoint.rawBody
    ? { 'multipart/form-data': { schema: endpoint.body } }
    : { 'application/json': { schema: endpoint.body } };
  registry.registerPath({
    method: endpoint.method,
    path: endpoint.path,
    tags: [endpoint.tag],
    summary: endpoint.title,
    description: endpoint.description,
    security: [{ session: [] }],
    request: {
      params: endpoint.params as z.ZodObject,
      query: endpoint.query as z.ZodObject,
      ...(changes && { headers: changeHeaders, body: { required: true, content } }),
    },
    responses: {
      200: {
        description: 'Done.',
        content:
          endpoint.answer === 'file'
            ? { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } }
            : { 'application/json': { schema: endpoint.answer } },
      },
      ...refusals([...(changes ? EVERY_CHANGE : EVERY_READ), ...(endpoint.refusals ?? [])]),
    },
  });
}

function registerPush(registry: OpenAPIHono['openAPIRegistry']): void {
  const { method, path, title, description, query, answer, refusals: codes } = PUSH_DESCRIPTION;
  registry.registerComponent('securitySchemes', 'push', { type: 'http', scheme: 'bearer' });
  registry.registerPath({
    method,
    path,
    tags: ['Sources'],
    summary: title,
    description,
    security: [{ push: [] }],
    request: {
      query,
      body: {
        required: true,
        content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      },
    },
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: answer } } },
      ...refusals(codes),
    },
  });
}

/** One entry per status, naming the refusals that have it. */
function refusals(codes: readonly HttpRefusalCode[]): Record<string, { description: string; content: object }> {
  const all: HttpRefusalCode[] = [...new Set([...codes, 'Internal' as const])];
  const byStatus = Object.groupBy(all, (code) => String(HTTP_REFUSALS[code].status));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, list = []]) => [status, { description: list.join(', '), content: REFUSED }]),
  );
}
