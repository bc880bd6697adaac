/** The lives of procedures: what happened, where they stand, which dates run, what may follow. */
export { eventRefusal, lifeOf } from './life.ts';
export * from './model.ts';
export { eventsOf, procedureEndName, procedureName, stateOf, statesOf } from './names.ts';
export {
  type DeadlineReminder,
  deadlineReminders,
  OPENING_SHOWN_DAYS,
} from './reminders.ts';
