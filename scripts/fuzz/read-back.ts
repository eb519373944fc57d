import { callSchema } from '@shared/domain/call';
import { complaintSchema } from '@shared/domain/complaint';
import { incidentSchema } from '@shared/domain/incident';
import { unitSchema } from '@shared/domain/unit';
import { incidentDetailSchema } from '@shared/protocol/replies';
import { z } from 'zod';

import { whatIsWrong } from './read-strictly';

const pageSchema = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });
const idSchema = z.object({ id: z.string() });

const LISTS = [
  ['calls', callSchema],
  ['incidents', incidentSchema],
  ['units', unitSchema],
  ['complaints', complaintSchema],
] as const;

export interface ReadBack {
  records: number;
  /** Empty: everything stored is what its schema says. */
  problems: string[];
}

/** Read every record there is through the API, and judge each to the letter of its schema. */
export async function readBack(url: string, token: string): Promise<ReadBack> {
  const problems: string[] = [];
  let records = 0;
  const get = async (path: string): Promise<unknown> => {
    const reply = await fetch(`${url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (reply.status !== 200) throw new Error(`GET ${path} answered ${reply.status}`);
    return reply.json();
  };
  for (const [name, schema] of LISTS) {
    for await (const item of everyItem(get, `/${name}`)) {
      records += 1;
      problems.push(...whatIsWrong(schema, item, name));
      if (name !== 'incidents') continue;
      const { id } = idSchema.parse(item);
      problems.push(
        ...whatIsWrong(incidentDetailSchema, await get(`/incidents/${id}`), `incident ${id}`),
      );
    }
  }
  return { records, problems };
}

async function* everyItem(get: (path: string) => Promise<unknown>, path: string): AsyncGenerator {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: z.infer<typeof pageSchema> = pageSchema.parse(
      await get(`${path}?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`),
    );
    yield* page.items;
    cursor = page.nextCursor;
  }
}
