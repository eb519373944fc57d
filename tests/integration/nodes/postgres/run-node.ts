import { z } from 'zod';

import { startTestNode } from './test-node';

// Run as a process of its own by killed-node.test.ts: prints where it is, and lives until it is killed.
const [installation = ''] = process.argv.slice(2);
const installationSchema = z.object({ databaseUrl: z.string(), keysFile: z.string() });

const { backend, dataDir, token } = await startTestNode(
  installationSchema.parse(JSON.parse(installation)),
);
process.stdout.write(`${JSON.stringify({ url: backend.url, token, dataDir })}\n`);
