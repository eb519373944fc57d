import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// `npm run security`: what others know of our dependencies, and what a reader of Electron code finds in ours.
// The reader is old, and what it depends on older; it is fetched for the run and is no dependency.
const READER = '@doyensec/electronegativity@1.10.3';
const FOLDERS = ['main', 'preload'];

/** Findings that docs/security.md explains: check and file. */
const EXPLAINED = new Set(
  ['operations-window.ts', 'wall/open-wall-window.ts'].flatMap((file) =>
    ['AUXCLICK_JS_CHECK', 'CONTEXT_ISOLATION_JS_CHECK', 'SANDBOX_JS_CHECK'].map(
      (check) => `${check} main/${file}`,
    ),
  ),
);
/** It looks for a policy in a page or a header listener; ours is on every answer of the app's own scheme. */
EXPLAINED.add('CSP_GLOBAL_CHECK N/A');

const isAuditClean = audit();
const unexplained = readElectronCode().filter((finding) => !EXPLAINED.has(finding));
for (const finding of unexplained) console.error(`not explained: ${finding}`);
if (!isAuditClean || unexplained.length > 0) process.exitCode = 1;
else console.log('✓ nothing that docs/security.md does not explain');

function audit() {
  const { status, stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev'], {
    encoding: 'utf8',
  });
  if (status === 0) return true;
  if (/audit endpoint returned an error/.test(stderr)) {
    console.log('! this registry answers no audits: ask one that does before a release');
    return true;
  }
  console.error(stdout);
  return false;
}

/** @returns {string[]} each check and the file it points at, once */
function readElectronCode() {
  const folder = mkdtempSync(join(tmpdir(), 'cc-security-'));
  try {
    for (const name of FOLDERS)
      cpSync(join('src', name), join(folder, 'src', name), { recursive: true });
    cpSync('package.json', join(folder, 'src', 'package.json'));
    const report = join(folder, 'report.csv');
    const input = join(folder, 'src');
    const { status, stderr } = spawnSync('npx', ['-y', READER, '-i', input, '-o', report, '-r'], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the reader of Electron code failed: ${stderr}`);
    const rows = readFileSync(report, 'utf8').matchAll(
      /^([A-Z_]+_CHECK),"[A-Z]+","[A-Z]+","([^"]*)"/gm,
    );
    return [...new Set([...rows].map(([, check, file]) => `${check} ${file}`))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
