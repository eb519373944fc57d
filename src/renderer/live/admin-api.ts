import {
  type ApiKey,
  apiKeysReplySchema,
  type CreateApiKey,
  type CreatedApiKey,
  createdApiKeySchema,
} from '@shared/protocol/api-keys';
import {
  type AuditPage,
  type AuditVerdict,
  auditPageSchema,
  auditVerdictSchema,
} from '@shared/protocol/audit';
import {
  type ApproveEnrolment,
  displaySchema,
  displaysReplySchema,
  type EnrolledDisplay,
} from '@shared/protocol/displays';
import { type User, userSchema } from '@shared/protocol/session';
import { type ChangeUser, type CreateUser, usersReplySchema } from '@shared/protocol/users';

import type { Http } from './http';

/** Which entries of the audit trail; empty: all. */
export type AuditQuery = Readonly<Record<string, string>>;

/** What an admin does, and a supervisor with displays. All throw `ApiError`. */
export interface AdminApi {
  fetchUsers(signal: AbortSignal): Promise<User[]>;
  createUser(user: CreateUser): Promise<User>;
  changeUser(id: string, change: ChangeUser): Promise<User>;
  fetchDisplays(signal: AbortSignal): Promise<EnrolledDisplay[]>;
  /** @param code as shown on the wall */
  approveDisplay(code: string, display: ApproveEnrolment): Promise<EnrolledDisplay>;
  revokeDisplay(id: string): Promise<void>;
  fetchApiKeys(signal: AbortSignal): Promise<ApiKey[]>;
  /** The answer holds the key, this once. */
  createApiKey(key: CreateApiKey): Promise<CreatedApiKey>;
  revokeApiKey(id: string): Promise<void>;
  fetchAudit(query: AuditQuery, signal: AbortSignal): Promise<AuditPage>;
  fetchAuditCsv(query: AuditQuery): Promise<Blob>;
  verifyAudit(signal: AbortSignal): Promise<AuditVerdict>;
}

export function createAdminApi(http: () => Http): AdminApi {
  // What was ordered is carried out, whether or not somebody still looks on.
  const { signal: always } = new AbortController();
  const path = (root: string, id: string): string => `${root}/${encodeURIComponent(id)}`;
  const revoke = async (target: string): Promise<void> => {
    await http().request(target, { method: 'DELETE', signal: always });
  };
  const auditPath = (below: string, query: AuditQuery): string => {
    const text = new URLSearchParams(query).toString();
    return `/audit${below}${text === '' ? '' : `?${text}`}`;
  };
  return {
    fetchUsers: async (signal) =>
      (await http().ask('/users', usersReplySchema, { signal })).data.users,
    createUser: async (body) =>
      (await http().ask('/users', userSchema, { method: 'POST', body, signal: always })).data,
    changeUser: async (id, body) =>
      (
        await http().ask(path('/users', id), userSchema, {
          method: 'PATCH',
          body,
          signal: always,
        })
      ).data,
    fetchDisplays: async (signal) =>
      (await http().ask('/displays', displaysReplySchema, { signal })).data.displays,
    approveDisplay: async (code, body) => {
      const target = `${path('/displays/enrolments', code)}/approve`;
      return (await http().ask(target, displaySchema, { method: 'POST', body, signal: always }))
        .data;
    },
    revokeDisplay: (id) => revoke(path('/displays', id)),
    fetchApiKeys: async (signal) =>
      (await http().ask('/api-keys', apiKeysReplySchema, { signal })).data.apiKeys,
    createApiKey: async (body) =>
      (await http().ask('/api-keys', createdApiKeySchema, { method: 'POST', body, signal: always }))
        .data,
    revokeApiKey: (id) => revoke(path('/api-keys', id)),
    fetchAudit: async (query, signal) =>
      (await http().ask(auditPath('', query), auditPageSchema, { signal })).data,
    fetchAuditCsv: async (query) =>
      (await http().request(auditPath('/export.csv', query), { signal: always })).blob(),
    verifyAudit: async (signal) =>
      (await http().ask('/audit/verify', auditVerdictSchema, { signal })).data,
  };
}
