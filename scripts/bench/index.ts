const benches = {
  store: () => import('./store'),
  stream: () => import('./stream'),
  live: () => import('./live'),
} as const satisfies Record<string, () => Promise<{ run: (args: string[]) => Promise<void> }>>;

const [name, ...args] = process.argv.slice(2);

function isBench(candidate: string | undefined): candidate is keyof typeof benches {
  return candidate !== undefined && Object.hasOwn(benches, candidate);
}

if (isBench(name)) {
  const bench = await benches[name]();
  await bench.run(args);
} else {
  const names = Object.keys(benches).join(', ');
  process.stderr.write(`Which benchmark? npm run bench -- NAME, with NAME one of: ${names}\n`);
  process.exitCode = 2;
}
