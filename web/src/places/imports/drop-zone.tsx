import { type DragEvent, useRef, useState } from 'react';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';

const text = t.imports.drop;

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
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      className={`drop${small ? ' drop-small' : ''}${over ? ' drop-over' : ''}`}
      aria-label={text.title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
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
