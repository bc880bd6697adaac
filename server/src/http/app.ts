import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { WEBHOOK_ROOT } from '../jobs/index.ts';
import { PARTNER_ROOT, PORTAL_ROOT } from '../public-names.ts';
import { clientAddress } from './guards/address.ts';
import { setSecurityHeaders } from './guards/headers.ts';
import { checkHost } from './guards/origin.ts';
import { describeApi } from './openapi.ts';
import { PartnerDesk } from './partner/desk.ts';
import { jsonAnswer, refusalAnswer } from './pipeline/answer.ts';
import { Pipeline } from './pipeline/run.ts';
import { isPayPage, stripeCall } from './portal/card-desk.ts';
import { PortalDesk } from './portal/desk.ts';
import { refuse } from './refusal.ts';
import { FEED_ROOT, FeedDesk } from './routes/calendar-feed.ts';
import { ENDPOINTS } from './routes/index.ts';
import { LAW_ROUTES, LawDesk } from './routes/law.ts';
import { PUSH_DESCRIPTION, PushDesk } from './routes/push.ts';
import { SESSION_ROUTES, SessionDesk } from './routes/session.ts';
import type { AppServices } from './services.ts';
import { StaticFiles } from './static-files.ts';

export type App = OpenAPIHono;

/**
 * The whole HTTP side of the server: the API, its description, the health check and the app's files. Whatever the
 * request, the answer carries the security headers, a refusal is `{refusal}` and no stack trace leaves.
 */
export function createApp(services: AppServices): App {
  const app = new OpenAPIHono();
  const { log, config } = services;
  const secure = config.publicUrl?.protocol === 'https:';

  app.use(async (c, next) => {
    try {
      checkHost(c.req.raw.headers, c.req.path, config);
      await next();
    } catch (error) {
      c.res = refusalAnswer(error, log, c.req.raw);
    }
    const isFile = c.res.headers.has('content-disposition');
    const formTarget = isPayPage(c.req.path) ? config.stripe.checkoutOrigin : null;
    setSecurityHeaders(c.res.headers, { secure, isFile, formTarget });
  });
  // Hono catches what handlers throw before the middleware above can; both give the same answer.
  app.onError((error, c) => refusalAnswer(error, log, c.req.raw));

  const desk = new SessionDesk(services);
  const address = (c: Context) => clientAddress(c, config.proxyHops);
  for (const route of SESSION_ROUTES)
    app.on(route.method.toUpperCase(), route.path, (c) => route.answer(desk, c.req.raw, address(c)));

  const lawDesk = new LawDesk(services);
  for (const { method, path, answer } of LAW_ROUTES)
    app.on(method.toUpperCase(), routerPath(path), (c) => answer(lawDesk, c.req.raw, c.req.param('rule') ?? ''));

  const pushDesk = new PushDesk(services);
  app.post(PUSH_DESCRIPTION.path, (c) => pushDesk.push(c.req.raw, address(c)));

  const feeds = new FeedDesk(services);
  app.get(`${FEED_ROOT}/:name`, (c) => feeds.read(c.req.param('name'), address(c)));

  const portal = new PortalDesk(services);
  const asker = (c: Context) => ({ address: address(c), languages: c.req.header('accept-language') ?? '' });
  app.post(`${WEBHOOK_ROOT}/:door`, (c) => stripeCall(services, c.req.param('door'), c.req.raw));
  app.get(`${PORTAL_ROOT}/style.css`, () => portal.style());
  app.get(`${PORTAL_ROOT}/:link`, (c) => portal.look(c.req.param('link'), '', asker(c)));
  app.get(`${PORTAL_ROOT}/:link/:page{.+}`, (c) => portal.look(c.req.param('link'), c.req.param('page'), asker(c)));
  app.post(`${PORTAL_ROOT}/:link/:page{.+}`, (c) =>
    portal.say(c.req.param('link'), c.req.param('page'), c.req.raw, asker(c)),
  );

  const partners = new PartnerDesk(services);
  app.get(`${PARTNER_ROOT}/:link`, (c) => partners.look(c.req.param('link'), '', address(c)));
  app.get(`${PARTNER_ROOT}/:link/:page{.+}`, (c) =>
    partners.look(c.req.param('link'), c.req.param('page'), address(c)),
  );
  app.post(`${PARTNER_ROOT}/:link/:page{.+}`, (c) =>
    partners.say(c.req.param('link'), c.req.param('page'), c.req.raw, address(c)),
  );

  const pipeline = new Pipeline(services);
  for (const endpoint of ENDPOINTS) {
    app.on(endpoint.method.toUpperCase(), routerPath(endpoint.path), (c) =>
      pipeline.run(endpoint, c.req.raw, c.req.param()),
    );
  }

  const description = describeApi(app, services.version);
  app.get('/api/openapi.json', () => jsonAnswer(description));
  app.get('/healthz', () => health(services));
  app.all('/api/*', () => {
    throw refuse('NotFound');
  });

  const files = new StaticFiles(config.webRoot);
  app.get('*', (c) => files.answer(c.req.path, c.req.raw.headers));
  app.all('*', () => {
    throw refuse('MethodNotAllowed');
  });
  return app;
}

/** `/api/cases/{caseId}` as the router writes it: `/api/cases/:caseId`. */
function routerPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** Alive and able to reach its database: what a supervisor or a container asks before sending people here. */
async function health(services: AppServices): Promise<Response> {
  try {
    await services.store.lookup.listTenants();
    return jsonAnswer(JSON.stringify({ status: 'ok', version: services.version }));
  } catch (error) {
    services.log.error({ err: error }, 'health check failed');
    return jsonAnswer(JSON.stringify({ status: 'down', version: services.version }), 503);
  }
}
