import { APP_ORIGIN } from '@shared/ipc/app-origin';
import { type InvokeChannel, invokeChannels } from '@shared/ipc/bridge';
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { z } from 'zod';

export type Handlers = {
  [C in InvokeChannel]: (
    request: z.infer<(typeof invokeChannels)[C]['request']>,
    sender: WebContents,
  ) => z.infer<(typeof invokeChannels)[C]['reply']>;
};

/** Answer the channels of the bridge: only to our own pages, and only requests that parse. */
export function handleInvocations(handlers: Handlers): void {
  for (const channel of Object.keys(invokeChannels) as InvokeChannel[]) {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, request: unknown) => {
      if (event.senderFrame?.origin !== APP_ORIGIN) {
        throw new Error(`${channel}: refused, the sender is not a page of this application`);
      }
      const parsed = invokeChannels[channel].request.parse(request);
      // The schema that typed the handler has just parsed the request; the map's union hides that.
      const handle = handlers[channel] as (request: unknown, sender: WebContents) => unknown;
      return handle(parsed, event.sender);
    });
  }
}
