import { type DragEvent, useRef, useState } from 'react';
import { Button } from './button.tsx';

/** Takes one file by drag, click or keyboard: the button opens the same chooser, so nothing depends on a mouse. */
export function FileDrop({
  title,
  over,
  choose,
  busy,
  onFile,
}: {
  title: string;
  /** What is said while a file is held over it. */
  over: string;
  choose: string;
  /** What is said while the last file is read; null: none is. */
  busy: string | null;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [held, setHeld] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && busy === null) onFile(file);
  };
  return (
    <section
      className={`drop drop-small${held ? ' drop-over' : ''}`}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setHeld(true);
      }}
      onDragLeave={() => setHeld(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setHeld(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <span role="status">{busy ?? (held ? over : title)}</span>
      <Button busy={busy !== null} onClick={() => input.current?.click()}>
        {choose}
      </Button>
    </section>
  );
}
