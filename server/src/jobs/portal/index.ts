/** The debtor's page: its links, and what he says there. */
export { type DebtorSays, type PortalVisit, type Said, sayOnPage } from './acts.ts';
export { messageLink, type PortalLink, readLink, writeLink } from './link.ts';
