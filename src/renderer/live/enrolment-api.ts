import {
  type ClaimReply,
  claimReplySchema,
  type Enrolment,
  enrolmentSchema,
} from '@shared/protocol/displays';

import { createHttp } from './http';

/** How a wall asks to be let in; nobody has to be signed in for it. Both throw `ApiError`. */
export interface EnrolmentApi {
  begin(signal: AbortSignal): Promise<Enrolment>;
  claim(claimSecret: string, signal: AbortSignal): Promise<ClaimReply>;
}

/** @param url origin of the backend */
export function createEnrolmentApi(url: string): EnrolmentApi {
  const http = createHttp(url, null);
  return {
    begin: async (signal) =>
      (await http.ask('/displays/enrolments', enrolmentSchema, { method: 'POST', signal })).data,
    claim: async (claimSecret, signal) => {
      const options = { method: 'POST', body: { claimSecret }, signal } as const;
      return (await http.ask('/displays/enrolments/claim', claimReplySchema, options)).data;
    },
  };
}
