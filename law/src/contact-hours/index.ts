export { type ContactHours, contactHours, isContactDayForConsumers } from './contact-hours.ts';
