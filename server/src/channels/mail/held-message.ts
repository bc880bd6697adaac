import { Readable } from 'node:stream';

/** Small enough for the socket's back-pressure to work: the end is not near while much is still to be written. */
const SLICE_BYTES = 64 * 1024;

export interface HeldMessageEvents {
  /** The server has answered 354 and the first bytes are asked for: the last moment to find that nobody will get them. */
  onStart: () => boolean;
  onSlice: () => void;
  /** Everything but the end is written; resolves whether the end may follow. */
  mayEnd: () => Promise<boolean>;
  onEnd: () => void;
  onStopped: () => void;
}

/**
 * A message whose end is held back: the bytes flow, but the stream ends, and so the final dot leaves, only once `mayEnd`
 * has resolved true. When it resolves false or fails the stream never ends, and the caller cuts the connection.
 */
export function holdMessage(raw: Buffer, events: HeldMessageEvents): Readable {
  let offset = 0;
  let asked = false;

  async function decide(stream: Readable): Promise<void> {
    const allowed = await events.mayEnd().catch(() => false);
    // The connection may have gone while the gate was being asked: then no dot can leave any more.
    if (stream.destroyed) return;
    if (!allowed) return events.onStopped();
    events.onEnd();
    stream.push(null);
  }

  return new Readable({
    highWaterMark: SLICE_BYTES,
    read() {
      if (offset === 0 && !events.onStart()) return;
      if (offset < raw.length) {
        events.onSlice();
        const slice = raw.subarray(offset, offset + SLICE_BYTES);
        offset += slice.length;
        this.push(slice);
      } else if (!asked) {
        asked = true;
        void decide(this);
      }
    },
  });
}
