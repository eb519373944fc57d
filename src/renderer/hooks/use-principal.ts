import type { Principal } from '@shared/domain/access';
import { createContext, useContext } from 'react';

/** Who sits before this screen; the application provides it. Null: nobody, who may do nothing. */
export const PrincipalContext = createContext<Principal | null>(null);

export function usePrincipal(): Principal | null {
  return useContext(PrincipalContext);
}

/** The agency whose desk this is; null: no agency's. */
export function useOwnAgency(): string | null {
  const principal = usePrincipal();
  return principal?.role === 'opd' ? principal.agencyCode : null;
}
