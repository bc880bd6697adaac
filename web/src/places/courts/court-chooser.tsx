import type { CourtAnswerView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type CourtPlace, courtOfQuery } from '../../api/courts.ts';
import { courts } from '../../texts/fr/courts.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { CourtCard, CourtReasons } from './court-answer.tsx';

const text = courts.answer;

/** The court that a person settled on. */
export interface ChosenCourt {
  courtId: string | null;
  name: string;
  address: string | null;
  /** Why it must be verified, shown here; the server keeps its own with the procedure. Null when the files name it. */
  doubt: string | null;
}

const OTHER = 'other';

function doubtOf(answer: CourtAnswerView, courtId: string | null): string | null {
  const [found] = answer.courts;
  if (answer.status === 'found') return courtId === found!.courtId ? null : text.notFound(found!.name);
  return courtId === null ? text.byHand : text.fromList;
}

/**
 * The court of a debtor's place: shown with its reason when the files name one, chosen in the department's list or written
 * by hand when they do not. Tells `onChoose` each time the choice changes; null: none yet.
 */
export function CourtChooser({
  place,
  onChoose,
}: {
  place: CourtPlace;
  onChoose: (court: ChosenCourt | null) => void;
}) {
  const answer = useQuery(courtOfQuery(place));
  if (answer.isError) return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Skeleton lines={3} />;
  const { courts: known } = answer.data;
  return <Choice key={known.map(({ courtId }) => courtId).join()} answer={answer.data} onChoose={onChoose} />;
}

function Choice({ answer, onChoose }: { answer: CourtAnswerView; onChoose: (court: ChosenCourt | null) => void }) {
  const isFound = answer.status === 'found';
  const [changing, setChanging] = useState(false);
  const [picked, setPicked] = useState(isFound ? answer.courts[0]!.courtId : answer.courts.length === 0 ? OTHER : '');
  const [name, setName] = useState('');
  const tell = useRef(onChoose);
  tell.current = onChoose;
  useEffect(() => {
    const court = answer.courts.find(({ courtId }) => courtId === picked);
    if (court)
      tell.current({
        courtId: court.courtId,
        name: court.name,
        address: court.address,
        doubt: doubtOf(answer, court.courtId),
      });
    else if (picked === OTHER && name.trim() !== '')
      tell.current({ courtId: null, name: name.trim(), address: null, doubt: doubtOf(answer, null) });
    else tell.current(null);
  }, [answer, picked, name]);
  const court = answer.courts.find(({ courtId }) => courtId === picked);
  const options = [
    ...(isFound ? [] : [{ value: '', label: text.pick }]),
    ...answer.courts.map(({ courtId, name: label }) => ({ value: courtId, label })),
    { value: OTHER, label: text.other },
  ];
  const isChoosing = answer.courts.length > 0 && (!isFound || changing);
  const doubt = picked === OTHER ? doubtOf(answer, null) : picked === '' ? null : doubtOf(answer, picked);
  return (
    <div className="court-answer">
      {isChoosing && (
        <SelectField label={text.list} hint={text.listHint} value={picked} onValue={setPicked} options={options} />
      )}
      {picked === OTHER && <TextField label={text.name} value={name} onValue={setName} />}
      {court && <CourtCard court={court} />}
      {doubt !== null && <p className="warn-text">{doubt}</p>}
      <CourtReasons answer={answer} />
      {isFound && !changing && (
        <div>
          <Button small kind="quiet" onClick={() => setChanging(true)}>
            {text.change}
          </Button>
        </div>
      )}
    </div>
  );
}
