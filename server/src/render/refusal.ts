/** Why a document could not be printed. */
export type RenderRefusalCode =
  | 'RenderTimeLimit'
  | 'TextRefused'
  | 'RenderFailed'
  | 'DocumentTooLarge'
  | 'PressLost'
  | 'ExhibitUnfit'
  | 'RendererClosed';

/**
 * What the renderer refuses: a stable code for programs, a French sentence that says what to do, and the facts. It is
 * thrown by `renderLetter`, which promises one file, and returned by `renderMany`, where one bad document must not
 * stop the others.
 */
export class RenderRefusal extends Error {
  readonly code: RenderRefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
  /** True when the document is not at fault: the same one can be tried again later, and no sending may be given up. */
  readonly transient: boolean;

  constructor(code: RenderRefusalCode, message: string, facts: Record<string, string | number> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'RenderRefusal';
    this.code = code;
    this.facts = facts;
    this.transient = code === 'RendererClosed' || code === 'PressLost';
  }
}
