import { readAccessTokens } from '../../../../src/backend/access/access-tokens';
import { startTestNode } from './test-node';

// Run as a process of its own by killed-node.test.ts: prints where it is, and lives until it is killed.
const [databaseUrl] = process.argv.slice(2);
if (databaseUrl === undefined) throw new Error('Give the address of the database.');

const { backend, dataDir } = await startTestNode(databaseUrl);
const { integration: token } = readAccessTokens(dataDir);
process.stdout.write(`${JSON.stringify({ url: backend.url, token, dataDir })}\n`);
