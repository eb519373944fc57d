import { assertNever } from '@shared/assert';
import { mayRole } from '@shared/domain/access';
import type { Action } from '@shared/domain/access-terms';
import { ADMIN_PARTS, type AdminPart, pathOfPlace } from '@shared/ipc/place';
import { Link } from 'wouter';

import { AccountsPanel } from '../../features/accounts/accounts-panel';
import { ApiKeysPanel } from '../../features/api-keys/api-keys-panel';
import { AuditPanel } from '../../features/audit/audit-panel';
import { DisplaysPanel } from '../../features/displays/displays-panel';
import { usePrincipal } from '../../hooks/use-principal';
import { useT } from '../../i18n/t';
import { PanelBoundary } from '../panel-boundary';
import { WallSettingsPanel } from '../wall-settings/wall-settings-panel';
import classes from './admin-workspace.module.css';

/** What each part is for; a supervisor has the displays alone. */
const PURPOSE = {
  pengguna: 'user.manage',
  layar: 'display.manage',
  kunci: 'apiKey.manage',
  jejak: 'audit.read',
} as const satisfies Record<AdminPart, Action>;

/**
 * Admin: accounts, displays, keys of other systems, the audit trail.
 * @param part null: the first that one may open
 */
export function AdminWorkspace({ part }: { part: AdminPart | null }) {
  const t = useT();
  const role = usePrincipal()?.role;
  const parts = ADMIN_PARTS.filter((one) => role !== undefined && mayRole(role, PURPOSE[one]));
  const shown = part !== null && parts.includes(part) ? part : (parts[0] ?? null);
  return (
    <main className={classes['workspace']} aria-label={t('shell.admin')}>
      <nav className={classes['parts']} aria-label={t('admin.parts')}>
        {parts.map((one) => (
          <Link
            key={one}
            className={classes['part']}
            href={pathOfPlace({ workspace: 'admin', part: one })}
            aria-current={one === shown ? 'page' : undefined}
          >
            {t(`admin.part.${one}`)}
          </Link>
        ))}
      </nav>
      {shown !== null && (
        <div className={classes['content']}>
          <PanelBoundary key={shown} panel={`admin ${shown}`}>
            {contentOf(shown)}
          </PanelBoundary>
        </div>
      )}
    </main>
  );
}

function contentOf(part: AdminPart) {
  switch (part) {
    case 'pengguna':
      return <AccountsPanel />;
    case 'layar':
      return (
        <>
          <DisplaysPanel />
          <WallSettingsPanel />
        </>
      );
    case 'kunci':
      return <ApiKeysPanel />;
    case 'jejak':
      return <AuditPanel />;
    default:
      return assertNever(part);
  }
}
