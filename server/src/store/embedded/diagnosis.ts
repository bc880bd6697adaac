import { diskFull, EnvironmentRefusal } from '../refusal.ts';
import type { Home } from './home.ts';

/** Reads in PostgreSQL's own words why it did not start (or could not be created), and says it to the user. */
export function explainFailure(home: Home, words: string): EnvironmentRefusal {
  if (/No space left on device|Disk quota exceeded|File too large/.test(words))
    return diskFull(`« ${home.path} »`, words);
  if (/shared memory|semaphores/.test(words) && /Cannot allocate|No space|ENOSPC|could not create/.test(words)) {
    return refusal('TooLittleMemory', 'il manque de la mémoire partagée sur cette machine', home, words);
  }
  if (/Permission denied|Read-only file system/.test(words)) {
    return refusal('DatabaseFolderForbidden', `le dossier « ${home.data} » ne peut pas être lu ou écrit`, home, words);
  }
  if (/could not look up effective user ID/.test(words)) {
    return refusal(
      'NamelessAccount',
      'le compte qui lance Acquit n’a pas de nom sur cette machine (/etc/passwd)',
      home,
      words,
    );
  }
  return refusal('DatabaseWillNotStart', lastComplaint(words), home, words);
}

function refusal(code: string, why: string, home: Home, words: string): EnvironmentRefusal {
  return new EnvironmentRefusal(
    code,
    `La base de données ne démarre pas : ${why}. Son journal complet est dans « ${home.log} ».`,
    { log: home.log },
    words,
  );
}

function lastComplaint(words: string): string {
  const complaints = words.split('\n').filter((line) => /FATAL|PANIC|error:|could not/.test(line));
  return complaints.at(-1)?.replace(/^.*?(FATAL|PANIC|error):\s*/, '') ?? 'PostgreSQL n’a pas dit pourquoi';
}
