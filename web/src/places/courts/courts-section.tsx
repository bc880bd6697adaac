import type { CourtFileView, CourtImportView, CourtsView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change, Refused } from '../../api/client.ts';
import { type CourtPlace, courtFilesQuery, courtOfQuery } from '../../api/courts.ts';
import { courts as text } from '../../texts/fr/courts.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ActError, ErrorNotice, Loaded, Notice } from '../../ui/states.tsx';
import { CourtCard, CourtReasons } from './court-answer.tsx';
import '../../styles/imports.css';
import '../../styles/notices.css';

const OLD_DAYS = 365;
const count = new Intl.NumberFormat('fr-FR');

/** The files of courts: which are loaded, how old they are, how to load one, and a trial of them. */
export function CourtsSection() {
  const files = useQuery(courtFilesQuery());
  return (
    <section className="settings-group settings-form">
      <h2>{text.title}</h2>
      <p className="soft measure">{text.lead}</p>
      <Loaded from={files}>
        {(view) => (
          <>
            {view.mayImport ? <Load /> : <p className="soft">{text.notOwner}</p>}
            <LoadedFiles view={view} />
            <Trial />
          </>
        )}
      </Loaded>
    </section>
  );
}

interface Dropped {
  file: File;
  evenIfShorter: boolean;
}

function Load() {
  const [last, setLast] = useState<File | null>(null);
  const act = useAct(({ file, evenIfShorter }: Dropped, key) => {
    const form = new FormData();
    form.append('files', file);
    const more = evenIfShorter ? '?evenIfShorter=true' : '';
    return change<CourtImportView>('POST', `/courts/import${more}`, form, key);
  });
  const send = (file: File, evenIfShorter = false) => {
    setLast(file);
    act.mutate({ file, evenIfShorter });
  };
  const isShorter = act.error instanceof Refused && act.error.refusal.code === 'CourtFileShorter';
  const name = last?.name ?? '';
  return (
    <>
      <FileDrop
        title={text.drop}
        over={text.over}
        choose={text.choose}
        busy={act.isPending ? text.reading : null}
        onFile={send}
      />
      <ActError error={act.error} />
      {isShorter && last && (
        <div>
          <Button small onClick={() => send(last, true)}>
            {text.shorter}
          </Button>
        </div>
      )}
      {act.isSuccess && (
        <Notice
          title={
            act.data.status === 'imported' ? text.imported(name, count.format(act.data.entries)) : text.unchanged(name)
          }
        >
          {act.data.doubts.map((doubt) => (
            <p key={doubt}>{doubt}</p>
          ))}
        </Notice>
      )}
    </>
  );
}

function FileLine({ file }: { file: CourtFileView }) {
  const facts = [
    file.fileName,
    file.edition && text.edition(file.edition),
    text.entries(count.format(file.entries)),
    text.age(file.ageDays),
  ];
  return (
    <li>
      <strong>{file.name}</strong>
      <span className="soft wrap-anywhere">{facts.filter(Boolean).join(' · ')}</span>
      {file.ageDays > OLD_DAYS && <span className="warn-text">{text.old}</span>}
      {file.doubts.map((doubt) => (
        <span key={doubt} className="warn-text">
          {doubt}
        </span>
      ))}
    </li>
  );
}

function LoadedFiles({ view }: { view: CourtsView }) {
  return (
    <>
      <h3>{text.loaded}</h3>
      {view.files.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <ul className="court-files">
          {view.files.map((file) => (
            <FileLine key={file.layout} file={file} />
          ))}
        </ul>
      )}
      {view.missing.length > 0 && (
        <>
          <h3>{text.missing}</h3>
          <ul className="court-files">
            {view.missing.map(({ layout, name, where }) => (
              <li key={layout}>
                <strong>{name}</strong>
                <span className="soft wrap-anywhere">{where}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const KINDS = Object.entries(text.answer.kinds).map(([value, label]) => ({ value, label }));

function Trial() {
  const [court, setCourt] = useState('commercial');
  const [postcode, setPostcode] = useState('');
  const [city, setCity] = useState('');
  const [asked, setAsked] = useState<CourtPlace>({ court: '' });
  const answer = useQuery(courtOfQuery(asked));
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked({ court, postcode: postcode.trim() || null, city: city.trim() || null });
      }}
    >
      <h3>{text.trial.title}</h3>
      <p className="soft">{text.trial.lead}</p>
      <div className="form-grid">
        <SelectField wide label={text.trial.court} value={court} onValue={setCourt} options={KINDS} />
        <TextField label={text.trial.postcode} inputMode="numeric" value={postcode} onValue={setPostcode} />
        <TextField label={text.trial.city} value={city} onValue={setCity} />
      </div>
      <div>
        <Button type="submit" busy={answer.isFetching}>
          {text.trial.submit}
        </Button>
      </div>
      {answer.isError && <ErrorNotice error={answer.error} />}
      {answer.data && (
        <div className="court-answer" role="status">
          <h4>{text.answer[answer.data.status]}</h4>
          {answer.data.courts.map((one) => (
            <CourtCard key={one.courtId} court={one} />
          ))}
          <CourtReasons answer={answer.data} />
        </div>
      )}
    </form>
  );
}
