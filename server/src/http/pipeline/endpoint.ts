import { z } from '@hono/zod-openapi';
import type { Tx } from '../../store/index.ts';
import type { HttpRefusalCode } from '../refusal.ts';
import type { Actor, AppServices, ProducedFile } from '../services.ts';

/** The signed-in person behind a request. */
export interface Caller extends Actor {
  userId: string;
  name: string;
  email: string;
  csrfToken: string;
  tokenHash: Buffer;
}

/** What every handler receives; parameters, query and body have passed their schema. */
export interface Asked<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  services: AppServices;
  caller: Caller;
  /** `YYYY-MM-DD` in Europe/Paris. */
  today: string;
  request: Request;
}

/** A file too large for memory: made on disk, sent from there, and removed when it is sent or the client is gone. */
export interface FileOnDisk {
  path: string;
  bytes: number;
  remove: () => Promise<void>;
}

export interface FileAnswer extends Omit<ProducedFile, 'content'> {
  content: Uint8Array | FileOnDisk;
  /** Shown in the page (a PDF of ours) rather than saved. */
  inline: boolean;
}

/**
 * How much of the pipeline an endpoint goes through:
 * - `read`: signed in; one read-only transaction of the tenant;
 * - `change`: signed in, same origin, session token; one transaction that also holds the idempotency key, so that the
 *   effect and the memory of it are one;
 * - `work`: as `change`, but the service opens its own transactions (an import, a pass, a test message), each of
 *   which repeats without harm; the key's transaction stays open around it.
 */
export type EndpointKind = 'read' | 'change' | 'work';

interface Shape<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  path: string;
  tag: string;
  title: string;
  description: string;
  params: P;
  query: Q;
  body: B;
  /** Refusals worth naming in the API description, besides those of every endpoint. */
  refusals?: readonly HttpRefusalCode[];
  /** A read of many small questions, which are prepared: planning them each time takes longer than answering them. */
  prepared?: boolean;
}

type Method = 'get' | 'post' | 'put' | 'patch';
type Handle<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, More, Out> = (
  asked: Asked<z.output<P>, z.output<Q>, z.output<B>> & More,
) => Promise<Out>;

/** An endpoint with its types forgotten, as the pipeline runs it and the API description lists it. */
export interface Endpoint extends Shape<z.ZodType, z.ZodType, z.ZodType> {
  method: Method;
  kind: EndpointKind;
  /** The schema of the JSON answer, or 'file' for bytes. */
  answer: z.ZodType | 'file';
  /** The body is read by the handler itself (dropped files). */
  rawBody: boolean;
  handle(asked: Asked<unknown, unknown, unknown> & { tx: Tx | null }): Promise<unknown>;
}

type InTx = { tx: Tx };

/** GET, answered with JSON. */
export function reading<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  shape: Omit<Shape<P, Q, z.ZodType>, 'body'> & { answer: A; handle: Handle<P, Q, z.ZodUndefined, InTx, z.input<A>> },
): Endpoint {
  return {
    ...shape,
    method: 'get',
    kind: 'read',
    body: NO_BODY,
    rawBody: false,
    handle: shape.handle as Endpoint['handle'],
  };
}

/** GET, answered with a file. */
export function giving<P extends z.ZodType, Q extends z.ZodType>(
  shape: Omit<Shape<P, Q, z.ZodType>, 'body'> & { handle: Handle<P, Q, z.ZodUndefined, InTx, FileAnswer> },
): Endpoint {
  return {
    ...shape,
    method: 'get',
    kind: 'read',
    body: NO_BODY,
    rawBody: false,
    answer: 'file',
    handle: shape.handle as Endpoint['handle'],
  };
}

/** A changing request done in one transaction. */
export function changing<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  method: Exclude<Method, 'get'>,
  shape: Shape<P, Q, B> & { answer: A; handle: Handle<P, Q, B, InTx, z.input<A>> },
): Endpoint {
  return { ...shape, method, kind: 'change', rawBody: false, handle: shape.handle as Endpoint['handle'] };
}

/** A changing request that a service does in its own transactions. */
export function working<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  shape: Shape<P, Q, B> & { answer: A; rawBody?: boolean; handle: Handle<P, Q, B, object, z.input<A>> },
): Endpoint {
  return {
    ...shape,
    method: 'post',
    kind: 'work',
    rawBody: shape.rawBody ?? false,
    handle: shape.handle as Endpoint['handle'],
  };
}

const NO_BODY = z.undefined();
/** Bodies that carry nothing: `{}` or none at all. */
export const empty = z.strictObject({});
