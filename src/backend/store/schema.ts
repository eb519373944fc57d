import * as access from './schema/access';
import * as audit from './schema/audit';
import * as boundaries from './schema/boundaries';
import * as complaints from './schema/complaints';
import * as incidents from './schema/incidents';
import * as log from './schema/log';
import * as privacy from './schema/privacy';
import * as units from './schema/units';

/** Every table, as the query builder wants them. */
export const schema = {
  ...log,
  ...incidents,
  ...units,
  ...complaints,
  ...boundaries,
  ...access,
  ...privacy,
  ...audit,
};
