import type { Area } from '@shared/domain/area';
import type { CityPack } from '@shared/domain/city-pack';
import {
  INCIDENT_MILESTONES,
  type IncidentMilestones,
  type IncidentState,
  incidentStartedAt,
  isOpenIncidentState,
} from '@shared/domain/incident';
import type { LngLat } from '@shared/domain/lng-lat';
import type { Priority } from '@shared/domain/priority';
import type { Instant } from '@shared/domain/time';

import type { ImportProfile } from './import-profile';
import { parseDate } from './parse-date';
import { parsePositionColumns, parsePositionText } from './parse-position';
import { normaliseWords, type Parsed, parsed, unreadable } from './parsed';
import type { PlaceFinder } from './place-finder';
import type { Row } from './read-rows';

/** One row of a historical log, in our words. */
export interface LoggedIncident {
  externalId: string;
  categoryCode: string;
  subcategoryCode: string | null;
  priority: Priority;
  state: IncidentState;
  area: Area;
  lngLat: LngLat | null;
  agencyCodes: string[];
  milestones: IncidentMilestones;
  receivedAt: Instant;
  endedAt: Instant | null;
}

export interface RowContext {
  profile: ImportProfile;
  city: CityPack;
  places: PlaceFinder;
  /** Nothing in a log of the past is later than this. */
  now: Instant;
}

/** @returns the incident, or the first reason why the row cannot be believed */
export function interpretRow(row: Row, context: RowContext): Parsed<LoggedIncident> {
  const { profile, city } = context;
  const cell = (column: string | undefined): string =>
    column === undefined ? '' : (row.cells.get(column) ?? '').trim();

  const externalId = cell(profile.columns.externalId);
  if (externalId === '')
    return unreadable(
      `column "${profile.columns.externalId}" is empty: without it a second run would import the row again`,
    );
  if (externalId.length > 128)
    return unreadable(`column "${profile.columns.externalId}" is longer than 128 characters`);

  const categoryText = cell(profile.columns.category);
  const mapped = profile.categories.get(normaliseWords(categoryText));
  if (!mapped)
    return unreadable(`unknown category "${categoryText}": add it to "categories" of the profile`);

  const agencies = readAgencies(cell(profile.columns.agency), profile);
  if (!agencies.ok) return agencies;
  const milestones = readMilestones(cell, context);
  if (!milestones.ok) return milestones;
  const position = readPosition(cell, profile);
  if (!position.ok) return position;
  const priority = readPriority(
    cell(profile.columns.priority),
    profile,
    () =>
      city.incidentCategories.find((category) => category.code === mapped.categoryCode)
        ?.defaultPriority ?? 'P3',
  );
  if (!priority.ok) return priority;
  const state = readState(cell(profile.columns.state), milestones.value, profile);
  if (!state.ok) return state;

  return parsed({
    externalId,
    categoryCode: mapped.categoryCode,
    subcategoryCode: mapped.subcategoryCode ?? null,
    priority: priority.value,
    state: state.value,
    area: context.places.areaOf(
      position.value,
      cell(profile.columns.kelurahan),
      cell(profile.columns.kecamatan),
    ),
    lngLat: position.value,
    agencyCodes: agencies.value,
    milestones: milestones.value,
    // readMilestones refuses a row without a time of receipt, so there is a first one.
    receivedAt: milestones.value.callReceivedAt ?? context.now,
    endedAt: isOpenIncidentState(state.value) ? null : lastOf(milestones.value),
  });
}

type Cell = (column: string | undefined) => string;

function readAgencies(text: string, profile: ImportProfile): Parsed<string[]> {
  if (text === '') return parsed([]);
  const codes = profile.agencies.get(normaliseWords(text));
  return codes
    ? parsed(codes)
    : unreadable(`unknown agency "${text}": add it to "agencies" of the profile`);
}

function readMilestones(cell: Cell, { profile, now }: RowContext): Parsed<IncidentMilestones> {
  const read: Partial<IncidentMilestones> = {};
  for (const milestone of INCIDENT_MILESTONES) {
    const column = profile.columns.milestones[milestone];
    const text = cell(column);
    if (column === undefined || text === '') continue;
    const date = parseDate(text, profile.dateFormats, profile.utcOffset);
    if (!date.ok) return unreadable(`column "${column}": ${date.reason}`);
    if (date.value > now) return unreadable(`column "${column}": "${text}" lies in the future`);
    read[milestone] = date.value;
  }
  if (read.callReceivedAt === undefined) {
    return unreadable(
      `column "${profile.columns.milestones.callReceivedAt ?? ''}" is empty: when was it received?`,
    );
  }
  if (
    profile.closingBeforeReceipt === 'reject' &&
    read.closedAt !== undefined &&
    read.closedAt !== null &&
    read.closedAt < (read.callReceivedAt ?? '')
  ) {
    return unreadable(
      `closed before it was received: ${cell(profile.columns.milestones.closedAt)}`,
    );
  }
  return parsed({ ...NO_MILESTONES, ...read });
}

export const NO_MILESTONES: IncidentMilestones = {
  callReceivedAt: null,
  callAnsweredAt: null,
  verifiedAt: null,
  forwardedAt: null,
  acknowledgedAt: null,
  dispatchedAt: null,
  enRouteAt: null,
  onSceneAt: null,
  underControlAt: null,
  resolvedAt: null,
  closedAt: null,
};

function readPosition(cell: Cell, { position }: ImportProfile): Parsed<LngLat | null> {
  switch (position?.kind) {
    case undefined:
      return parsed(null);
    case 'text':
      return parsePositionText(cell(position.column), position);
    case 'columns':
      return parsePositionColumns(cell(position.latColumn), cell(position.lngColumn), {
        ...position,
        order: 'lat_lng',
      });
  }
}

function readPriority(
  text: string,
  profile: ImportProfile,
  fallback: () => Priority,
): Parsed<Priority> {
  if (text === '') return parsed(fallback());
  const priority = profile.priorities.get(normaliseWords(text));
  return priority
    ? parsed(priority)
    : unreadable(`unknown priority "${text}": add it to "priorities" of the profile`);
}

function readState(
  text: string,
  milestones: IncidentMilestones,
  profile: ImportProfile,
): Parsed<IncidentState> {
  if (text === '')
    return parsed(
      milestones.closedAt === null ? profile.states.whenOpen : profile.states.whenClosed,
    );
  const state = profile.states.words.get(normaliseWords(text));
  return state
    ? parsed(state)
    : unreadable(`unknown state "${text}": add it to "states.words" of the profile`);
}

/** The closing time if there is one, else the latest thing recorded. */
function lastOf(milestones: IncidentMilestones): Instant | null {
  return (
    milestones.closedAt ??
    Object.values(milestones).reduce<Instant | null>(
      (last, at) => (at !== null && (last === null || at > last) ? at : last),
      incidentStartedAt({ milestones }),
    )
  );
}
