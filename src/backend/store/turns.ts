import { sql } from 'drizzle-orm';

import type { Db } from './database';

/** Any numbers, apart from each other's and from the migrations'. */
const TURNS = { 'city-pack': 112_3673 } as const;

/** Wait until no other transaction has this turn, and have it until the transaction ends. */
export async function takeTurn(db: Db, turn: keyof typeof TURNS): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${TURNS[turn]})`);
}
