import {
  type CommandCenterBridge,
  type InvokeChannel,
  invokeChannels,
  type Push,
  type PushChannel,
  pushChannels,
} from '@shared/ipc/bridge';
import { contextBridge, ipcRenderer } from 'electron';
import type { z } from 'zod';

type Request<C extends InvokeChannel> = z.infer<(typeof invokeChannels)[C]['request']>;
type Reply<C extends InvokeChannel> = z.infer<(typeof invokeChannels)[C]['reply']>;

// Main's answers are parsed too: nothing crosses a process border unseen.
async function invoke<C extends InvokeChannel>(channel: C, request: Request<C>): Promise<Reply<C>> {
  const reply: unknown = await ipcRenderer.invoke(channel, request);
  return invokeChannels[channel].reply.parse(reply) as Reply<C>;
}

function listen<C extends PushChannel>(channel: C, listener: (push: Push<C>) => void): () => void {
  const handle = (_event: unknown, payload: unknown): void => {
    const parsed = pushChannels[channel].safeParse(payload);
    if (parsed.success) listener(parsed.data as Push<C>);
  };
  ipcRenderer.on(channel, handle);
  return () => void ipcRenderer.off(channel, handle);
}

const bridge: CommandCenterBridge = {
  getBackend: () => invoke('backend:get', undefined),
  onBackendChanged: (listener) => listen('backend:changed', listener),
  getSettings: () => invoke('settings:get', undefined),
  changeSettings: (change) => invoke('settings:change', change),
  onSettingsChanged: (listener) => listen('settings:changed', listener),
  openWall: () => invoke('wall:open', undefined),
  getAppInfo: () => invoke('app:info', undefined),
  reportFault: (fault) => invoke('fault:report', fault),
};

contextBridge.exposeInMainWorld('commandCenter', bridge);
