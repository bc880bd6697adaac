export {
  type ContactCount,
  type ContactHours,
  contactCount,
  contactHours,
  isContactDayForConsumers,
} from './contact-hours.ts';
