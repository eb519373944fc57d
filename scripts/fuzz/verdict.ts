import { errorBodySchema } from '@shared/protocol/errors';

import type { Answer } from './answer';
import type { Exchange } from './exchange';
import { findSecret, findTrace, type Secrets } from './find-leak';

/** What a case can be found guilty of. */
export type Fault = 'http5xx' | 'crashes' | 'hangs' | 'storedGarbage' | 'leaks';

export interface Verdict {
  fault: Fault;
  reason: string;
}

/** Text that is meant to be public: it speaks of queries and modules as any page may. */
const PUBLIC_TEXT =
  /^(text\/(html|css|javascript)|application\/(javascript|octet-stream)|image|font)/;

/** Who wrote an answer: the API, its own description (whose words are about the API), or the stream's library. */
export type AnswerSource = 'api' | 'description' | 'stream';

/** Judge an answer by itself. */
export function judgeAnswer(
  { end, elapsedMs }: Exchange,
  answer: Answer,
  secrets: Secrets,
  source: AnswerSource,
): Verdict | null {
  if (end === 'silent')
    return { fault: 'hangs', reason: `no end after ${Math.round(elapsedMs)} ms` };
  if (answer.status >= 500)
    return { fault: 'http5xx', reason: `${answer.status} ${answer.body.slice(0, 300)}` };
  const isPublic = source === 'description' || PUBLIC_TEXT.test(answer.contentType);
  const leak = findSecret(answer.body, secrets) ?? (isPublic ? null : findTrace(answer.body));
  if (leak !== null) return { fault: 'leaks', reason: leak };
  return source === 'stream' ? null : judgeRefusal(answer);
}

/** A refusal in another shape than the one of all errors came from somewhere that nobody thought of. */
function judgeRefusal({ status, contentType, json, body }: Answer): Verdict | null {
  if (status < 400 || body === '') return null;
  if (errorBodySchema.safeParse(json).success) return null;
  return {
    fault: 'leaks',
    reason: `a refusal that has not the shape of all errors: ${status} ${contentType} ${body.slice(0, 200)}`,
  };
}
