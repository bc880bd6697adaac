import { useEffect, useRef, useState } from 'react';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { filesOf } from './dropped-files.ts';

const text = t.imports.drop;

/**
 * Takes what is dropped anywhere on the page: beside the frame, the browser would open the file in place of the page.
 * Answers whether something is held over it now.
 */
function useDrops(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const listening = new AbortController();
    const listen = <K extends 'dragover' | 'dragleave' | 'drop'>(kind: K, heard: (event: DragEvent) => void) =>
      addEventListener(kind, heard, { signal: listening.signal });
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    listen('dragover', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    });
    // Leaving the window has nowhere to go to; moving from one element to the next has.
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    listen('drop', (event) => {
      if (!event.dataTransfer || !holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void filesOf(event.dataTransfer).then((files) => latest.current(files));
    });
    return () => listening.abort();
  }, []);
  return over;
}

/** Drag, click or keyboard: the button opens the same chooser, so nothing depends on a mouse. */
export function DropZone({
  small,
  reading,
  onFiles,
}: {
  small: boolean;
  reading: number;
  onFiles: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const over = useDrops(onFiles);
  return (
    <section className={`drop${small ? ' drop-small' : ''}${over ? ' drop-over' : ''}`} aria-label={text.title}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {reading > 0 ? (
        <p role="status">{text.reading(reading)}</p>
      ) : (
        <>
          {!small && <h2>{over ? text.over : text.title}</h2>}
          {!small && <p className="soft">{text.or}</p>}
          <Button kind={small ? 'plain' : 'primary'} onClick={() => input.current?.click()}>
            {small ? text.more : text.choose}
          </Button>
          {!small && <p className="small soft measure">{text.formats}</p>}
        </>
      )}
    </section>
  );
}
