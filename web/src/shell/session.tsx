import type { CompanyView, SessionView } from '@acquit/recovery';
import { createContext, type ReactNode, useContext, useState } from 'react';

interface Signed {
  session: SessionView;
  /** The company on screen; null on an empty installation. */
  company: CompanyView | null;
  show: (companyId: string) => void;
}

const SignedContext = createContext<Signed | null>(null);
const store = 'acquit.company';

/** Keeps which company is on screen, in this browser. */
export function SignedIn({ session, children }: { session: SessionView; children: ReactNode }) {
  const [companyId, setCompanyId] = useState(() => localStorage.getItem(store));
  const company = session.companies.find((one) => one.companyId === companyId) ?? session.companies[0] ?? null;
  const show = (next: string) => {
    localStorage.setItem(store, next);
    setCompanyId(next);
  };
  return <SignedContext.Provider value={{ session, company, show }}>{children}</SignedContext.Provider>;
}

export function useSigned(): Signed {
  const signed = useContext(SignedContext);
  if (!signed) throw new Error('Read the session under the shell only.');
  return signed;
}

/** The company on screen, for the places that exist only when there is one. */
export function useCompany(): CompanyView {
  const { company } = useSigned();
  if (!company) throw new Error('This place needs a company; the shell shows the first choice instead.');
  return company;
}
