import { z } from 'zod';

import { WORKSPACES } from './place';
import { DEFAULT_WALL_SETTINGS, wallSettingsSchema } from './wall-settings';

/** How the backend of this window is doing, as the main process sees it. */
export const backendStateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('starting'),
    /** What it is busy with; `history` is the demo's first filling. */
    phase: z.enum(['launching', 'database', 'history', 'listening']),
    /** 0…1, or null where it cannot be known. */
    progress: z.number().min(0).max(1).nullable(),
  }),
  z.object({
    kind: z.literal('ready'),
    url: z.url(),
    /** Of the machine's own window. */
    token: z.string(),
    /** Of its wall windows: it only shows. */
    wallToken: z.string(),
  }),
  z.object({
    kind: z.literal('failed'),
    reason: z.string(),
    /** When main tries again, Unix ms; null: it has given up. */
    retryAtMs: z.number().nullable(),
  }),
]);
export type BackendState = z.infer<typeof backendStateSchema>;

const settingsFields = z.object({
  theme: z.enum(['dark', 'light', 'system']),
  language: z.enum(['id', 'en']),
  /** The workspace to open at the next start. */
  workspace: z.enum(WORKSPACES),
  wall: wallSettingsSchema,
});
export type Settings = z.infer<typeof settingsFields>;
export const DEFAULT_SETTINGS: Settings = {
  theme: 'dark',
  language: 'id',
  workspace: 'operations',
  wall: DEFAULT_WALL_SETTINGS,
};

/** What is kept. Files of former versions know no workspace and no wall. */
export const settingsSchema = settingsFields.extend({
  workspace: settingsFields.shape.workspace.default(DEFAULT_SETTINGS.workspace),
  wall: settingsFields.shape.wall.default(DEFAULT_SETTINGS.wall),
});

/** Only what changes: several windows share the settings, and none must undo what another one chose. */
export const settingsChangeSchema = settingsFields.partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export const appInfoSchema = z.object({
  version: z.string(),
  electron: z.string(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const rendererFaultSchema = z.object({
  where: z.string().max(200),
  message: z.string().max(2000),
  stack: z.string().max(8000).optional(),
});
export type RendererFault = z.infer<typeof rendererFaultSchema>;

/** Channel → schemas of its request and reply; main validates the one, the preload the other. */
export const invokeChannels = {
  'backend:get': { request: z.undefined(), reply: backendStateSchema },
  'settings:get': { request: z.undefined(), reply: settingsSchema },
  'settings:change': { request: settingsChangeSchema, reply: z.undefined() },
  'wall:open': { request: z.undefined(), reply: z.undefined() },
  'app:info': { request: z.undefined(), reply: appInfoSchema },
  'fault:report': { request: rendererFaultSchema, reply: z.undefined() },
} as const;
export type InvokeChannel = keyof typeof invokeChannels;

/** Channels that main sends on by itself. */
export const pushChannels = {
  'backend:changed': backendStateSchema,
  'settings:changed': settingsSchema,
} as const;
export type PushChannel = keyof typeof pushChannels;
export type Push<C extends PushChannel> = z.infer<(typeof pushChannels)[C]>;

/** The one object the preload puts on `window`; absent in a browser. */
export interface CommandCenterBridge {
  getBackend(): Promise<BackendState>;
  /** @returns the unsubscribe */
  onBackendChanged(listener: (state: BackendState) => void): () => void;
  getSettings(): Promise<Settings>;
  changeSettings(change: SettingsChange): Promise<void>;
  /** Also tells of changes made in this window. @returns the unsubscribe */
  onSettingsChanged(listener: (settings: Settings) => void): () => void;
  /** Open the wall windows, on every display that is to have one. */
  openWall(): Promise<void>;
  getAppInfo(): Promise<AppInfo>;
  reportFault(fault: RendererFault): Promise<void>;
}
