/** The door of serve: the running server, put together from its parts. */
export { type RunningServer, startServer } from './server.ts';
