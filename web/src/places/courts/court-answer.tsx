import type { CourtAnswerView, CourtFileView, CourtView } from '@acquit/recovery';
import { courts as text } from '../../texts/fr/courts.ts';
import { ButtonLink } from '../../ui/button.tsx';
import '../../styles/notices.css';

/** A court with all that is known to reach it. */
export function CourtCard({ court }: { court: CourtView }) {
  return (
    <div>
      <strong className="wrap-anywhere">{court.name}</strong>
      <address className="soft wrap-anywhere">
        {court.address ?? text.answer.noAddress}
        {court.phone && <span className="nowrap"> · {court.phone}</span>}
        {court.email && <span> · {court.email}</span>}
      </address>
    </div>
  );
}

/** Which files an answer rests on, and how old they are. */
export function CourtSources({ files }: { files: readonly CourtFileView[] }) {
  return (
    <>
      {files.map((file) => (
        <p key={file.layout} className="small soft">
          {text.answer.source(file.name, text.age(file.ageDays))}
        </p>
      ))}
    </>
  );
}

/** Why an answer is what it is, what is to be verified, and where to look when it is not enough. */
export function CourtReasons({ answer }: { answer: CourtAnswerView }) {
  return (
    <>
      <p>{answer.why}</p>
      {answer.doubts.map((doubt) => (
        <p key={doubt} className="warn-text">
          {doubt}
        </p>
      ))}
      <CourtSources files={answer.sources} />
      {answer.help !== null && (
        <p className="row">
          <a href={answer.help} target="_blank" rel="noreferrer">
            {text.answer.directory}
          </a>
          {answer.sources.length === 0 && (
            <ButtonLink small kind="quiet" to="/reglages/$section" params={{ section: 'tribunaux' }}>
              {text.answer.import}
            </ButtonLink>
          )}
        </p>
      )}
    </>
  );
}
