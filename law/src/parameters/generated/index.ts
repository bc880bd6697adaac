// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import * as articles from './articles.ts';
import * as court_costs from './court-costs.ts';
import * as ecb_main_refinancing from './ecb-main-refinancing.ts';
import * as holidays from './holidays.ts';
import * as interest_rules from './interest-rules.ts';
import * as late_penalties from './late-penalties.ts';
import * as legal_interest from './legal-interest.ts';

export const SERIES = {
  ...ecb_main_refinancing.SERIES,
  ...interest_rules.SERIES,
  ...late_penalties.SERIES,
  ...legal_interest.SERIES,
};

export const TARIFFS = {
  ...court_costs.TARIFFS,
};

export const ARTICLES = {
  ...articles.ARTICLES,
};

export const HOLIDAYS = {
  ...holidays.HOLIDAYS,
};
