import { errorBodySchema } from '@shared/protocol/errors';
import { userSchema } from '@shared/protocol/session';
import { changeUserSchema, createUserSchema, usersReplySchema } from '@shared/protocol/users';

import type { AccessDeps } from '../operations/access/access-deps';
import { changeUser } from '../operations/access/change-user';
import { createUser } from '../operations/access/create-user';
import { listUsers } from '../operations/access/list-users';
import { administrator } from './administrator';
import type { Api, ApiDeps } from './api';
import { idParamsSchema, readResponses } from './route-schemas';

const TAG = 'users';
const config = { action: 'user.manage' } as const;
const bodyLimit = 4_096;

export function registerUserRoutes(api: Api, deps: ApiDeps): void {
  const access: AccessDeps = { ...deps, ...deps.accounts };

  api.get(
    '/users',
    {
      config,
      schema: { tags: [TAG], summary: 'All accounts', response: readResponses(usersReplySchema) },
    },
    async () => ({ users: await listUsers(access) }),
  );

  api.post(
    '/users',
    {
      config,
      bodyLimit,
      schema: {
        tags: [TAG],
        summary: 'Make an account',
        body: createUserSchema,
        response: { 201: userSchema, 400: errorBodySchema },
      },
    },
    async ({ body, principal }, reply) =>
      reply.code(201).send(await createUser(access, body, administrator(principal))),
  );

  api.patch(
    '/users/:id',
    {
      config,
      bodyLimit,
      schema: {
        tags: [TAG],
        summary: 'Change an account: name, role, agency, password, or whether it may sign in',
        params: idParamsSchema,
        body: changeUserSchema,
        response: readResponses(userSchema),
      },
    },
    ({ params, body, principal }) => changeUser(access, params.id, body, administrator(principal)),
  );
}
