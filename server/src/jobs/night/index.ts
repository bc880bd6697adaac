export { type CompanyTerms, loadCases, loadCompany } from './load.ts';
export { type PlanOrder, planCompany } from './plan.ts';
export { type DecisionLine, decideOrPark, type PassOrder, type PassResult, runPass } from './pass.ts';
