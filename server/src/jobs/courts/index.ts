export { courtDoubts } from './chosen.ts';
export { courtFor, courtsStatus } from './find.ts';
export { type CourtsOrder, type CourtsRefusal, importCourts } from './import.ts';
