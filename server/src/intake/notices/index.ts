export { type NoticesRefusal, type ReadNotice, readNoticesFile } from './read.ts';
