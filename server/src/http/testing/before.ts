/** What has to be done before a route can do its work: a case is resumed once paused, keys are tried once saved. */
export function before(route: string): string | null {
  if (route.endsWith('/resume')) return 'POST /api/cases/{caseId}/pause';
  if (/^(GET .*\/mail|POST .*\/mail\/test)$/.test(route)) return 'PUT /api/companies/{companyId}/mail';
  if (route.endsWith('/route/choice/withdraw')) return 'POST /api/cases/{caseId}/route/choice';
  if (route.endsWith('/proof/withdraw')) return 'POST /api/procedure-costs/{costId}/proof';
  if (route.endsWith('/route/paper')) return 'PUT /api/cases/{caseId}/route/answers';
  return /\/card\/(test|off)$/.test(route) ? 'PUT /api/companies/{companyId}/card' : null;
}
