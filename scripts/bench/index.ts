const benches = {
  store: () => import('./store'),
  stream: () => import('./stream'),
  live: () => import('./live'),
  fanout: () => import('./fanout'),
  resume: () => import('./resume'),
  locate: () => import('./locate'),
  kpi: () => import('./kpi'),
} as const satisfies Record<string, () => Promise<{ run: (args: string[]) => Promise<void> }>>;

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2);
  if (!isBench(name)) {
    const names = Object.keys(benches).join(', ');
    process.stderr.write(`Which benchmark? npm run bench -- NAME, with NAME one of: ${names}\n`);
    process.exitCode = 2;
    return;
  }
  const bench = await benches[name]();
  await bench.run(args);
}

function isBench(name: string | undefined): name is keyof typeof benches {
  return name !== undefined && Object.hasOwn(benches, name);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
