// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import * as accessories from './accessories.ts';
import * as allocation from './allocation.ts';
import * as articles from './articles.ts';
import * as contact_hours from './contact-hours.ts';
import * as court_costs from './court-costs.ts';
import * as courts from './courts.ts';
import * as deadline from './deadline.ts';
import * as ecb_main_refinancing from './ecb-main-refinancing.ts';
import * as holidays from './holidays.ts';
import * as insolvency_claim from './insolvency-claim.ts';
import * as interest_rules from './interest-rules.ts';
import * as invoice_mentions from './invoice-mentions.ts';
import * as late_penalties from './late-penalties.ts';
import * as legal_interest from './legal-interest.ts';
import * as limitation_counting from './limitation-counting.ts';
import * as limitation_events from './limitation-events.ts';
import * as limitation_periods from './limitation-periods.ts';
import * as limitation from './limitation.ts';
import * as payment_order from './payment-order.ts';
import * as payment_term from './payment-term.ts';
import * as procedure_deadlines from './procedure-deadlines.ts';
import * as protective_attachment from './protective-attachment.ts';
import * as route_practice from './route-practice.ts';
import * as route from './route.ts';
import * as supply_suspension from './supply-suspension.ts';
import * as terms_clauses from './terms-clauses.ts';
import * as vat_relief from './vat-relief.ts';

export const SERIES = {
  ...contact_hours.SERIES,
  ...court_costs.SERIES,
  ...courts.SERIES,
  ...deadline.SERIES,
  ...ecb_main_refinancing.SERIES,
  ...insolvency_claim.SERIES,
  ...interest_rules.SERIES,
  ...invoice_mentions.SERIES,
  ...late_penalties.SERIES,
  ...legal_interest.SERIES,
  ...limitation.SERIES,
  ...payment_order.SERIES,
  ...payment_term.SERIES,
  ...procedure_deadlines.SERIES,
  ...protective_attachment.SERIES,
  ...route_practice.SERIES,
  ...route.SERIES,
  ...supply_suspension.SERIES,
  ...vat_relief.SERIES,
};

export const TARIFFS = {
  ...court_costs.TARIFFS,
};

export const ARTICLES = {
  ...accessories.ARTICLES,
  ...allocation.ARTICLES,
  ...articles.ARTICLES,
  ...court_costs.ARTICLES,
  ...deadline.ARTICLES,
  ...insolvency_claim.ARTICLES,
  ...invoice_mentions.ARTICLES,
  ...limitation_counting.ARTICLES,
  ...limitation_events.ARTICLES,
  ...limitation_periods.ARTICLES,
  ...payment_order.ARTICLES,
  ...payment_term.ARTICLES,
  ...procedure_deadlines.ARTICLES,
  ...protective_attachment.ARTICLES,
  ...route.ARTICLES,
  ...terms_clauses.ARTICLES,
  ...vat_relief.ARTICLES,
};

export const HOLIDAYS = {
  ...holidays.HOLIDAYS,
};
