import { t } from '../../texts/index.ts';

/** How far a job is: what is being done, and the part of it when that is known. */
export function ProgressBar({ phase, part }: { phase: string | null; part: number | null }) {
  const words = phase ?? t.imports.preview.working;
  return (
    <span className="job-progress">
      <span className="small soft">{words}</span>
      <progress className="progress" aria-label={words} {...(part === null ? {} : { value: part, max: 1 })} />
    </span>
  );
}
