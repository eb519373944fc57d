import type { UnitDefinition } from '@shared/domain/city-pack';
import type { Priority } from '@shared/domain/priority';

import type { Anchor } from './places';

type UnitKind = UnitDefinition['kind'];

/** One vehicle that an incident needs: the kinds that will do, best first. */
export interface UnitNeed {
  kinds: readonly UnitKind[];
  /** How often it is sent along, 0…1. */
  share: number;
}

export interface IncidentPattern {
  categoryCode: string;
  /** How many there are on an ordinary day. */
  perDay: number;
  priorities: readonly (readonly [Priority, number])[];
  anchors: readonly (readonly [Anchor, number])[];
  /** Empty: the agency settles it by itself, and reports back. */
  needs: readonly UnitNeed[];
  /** Half of them take less time on scene. */
  medianWorkMinutes: number;
  /** How often an ambulance takes someone to hospital. */
  hospitalShare: number;
}

const always = (...kinds: UnitKind[]): UnitNeed => ({ kinds, share: 1 });
const often = (share: number, ...kinds: UnitKind[]): UnitNeed => ({ kinds, share });

/**
 * Proposal: frequencies and work of an invented ordinary day, in proportion to the published lists of
 * other cities' 112 plus what this city's industry, port and roads suggest. Categories a pack does
 * not have are passed over.
 */
export const INCIDENT_PATTERNS: readonly IncidentPattern[] = [
  {
    categoryCode: 'KBK',
    perDay: 2.1,
    medianWorkMinutes: 42,
    hospitalShare: 0.1,
    priorities: [
      ['P1', 3],
      ['P2', 5],
      ['P3', 2],
    ],
    anchors: [
      ['people', 6],
      ['road', 2],
      ['industry', 1],
      ['public', 1],
    ],
    needs: [
      always('fire_engine'),
      always('fire_engine', 'rescue'),
      often(0.8, 'water_tanker', 'fire_engine'),
      often(0.2, 'ambulance'),
      often(0.3, 'patrol_car'),
    ],
  },
  {
    categoryCode: 'LAK',
    perDay: 3.2,
    medianWorkMinutes: 24,
    hospitalShare: 0.55,
    priorities: [
      ['P1', 2],
      ['P2', 6],
      ['P3', 2],
    ],
    anchors: [
      ['road', 9],
      ['port', 1],
    ],
    needs: [
      always('ambulance'),
      always('patrol_car', 'motorcycle'),
      often(0.15, 'rescue', 'fire_engine'),
    ],
  },
  {
    categoryCode: 'MED',
    perDay: 4.0,
    medianWorkMinutes: 16,
    hospitalShare: 0.7,
    priorities: [
      ['P1', 3],
      ['P2', 5],
      ['P3', 2],
    ],
    anchors: [
      ['people', 8],
      ['public', 1],
      ['road', 1],
    ],
    needs: [always('ambulance')],
  },
  {
    categoryCode: 'KRM',
    perDay: 1.4,
    medianWorkMinutes: 35,
    hospitalShare: 0.05,
    priorities: [
      ['P1', 1],
      ['P2', 4],
      ['P3', 5],
    ],
    anchors: [
      ['people', 6],
      ['public', 3],
      ['road', 1],
    ],
    needs: [always('patrol_car', 'motorcycle'), often(0.3, 'motorcycle', 'patrol_car')],
  },
  {
    categoryCode: 'BJR',
    perDay: 0.4,
    medianWorkMinutes: 130,
    hospitalShare: 0,
    priorities: [
      ['P2', 3],
      ['P3', 6],
      ['P4', 1],
    ],
    anchors: [
      ['people', 8],
      ['road', 2],
    ],
    needs: [always('truck', 'rescue'), often(0.4, 'boat', 'rescue')],
  },
  {
    categoryCode: 'BNC',
    perDay: 0.15,
    medianWorkMinutes: 110,
    hospitalShare: 0.1,
    priorities: [
      ['P2', 5],
      ['P3', 5],
    ],
    anchors: [['people', 1]],
    needs: [always('rescue', 'truck'), often(0.5, 'truck', 'patrol_car')],
  },
  {
    categoryCode: 'IND',
    perDay: 0.25,
    medianWorkMinutes: 95,
    hospitalShare: 0.15,
    priorities: [
      ['P1', 4],
      ['P2', 4],
      ['P3', 2],
    ],
    anchors: [
      ['industry', 9],
      ['port', 1],
    ],
    needs: [
      always('fire_engine'),
      always('command', 'patrol_car'),
      often(0.7, 'fire_engine', 'rescue'),
      often(0.5, 'ambulance'),
    ],
  },
  {
    categoryCode: 'PHN',
    perDay: 0.8,
    medianWorkMinutes: 45,
    hospitalShare: 0,
    priorities: [
      ['P2', 1],
      ['P3', 7],
      ['P4', 2],
    ],
    anchors: [
      ['road', 6],
      ['people', 4],
    ],
    needs: [always('truck', 'rescue', 'fire_engine'), often(0.3, 'utility', 'patrol_car')],
  },
  {
    categoryCode: 'LST',
    perDay: 0.6,
    medianWorkMinutes: 160,
    hospitalShare: 0,
    priorities: [
      ['P2', 3],
      ['P3', 7],
    ],
    anchors: [
      ['people', 7],
      ['road', 3],
    ],
    needs: [often(0.5, 'utility', 'truck')],
  },
  {
    categoryCode: 'HWN',
    perDay: 1.3,
    medianWorkMinutes: 28,
    hospitalShare: 0,
    priorities: [
      ['P3', 7],
      ['P4', 3],
    ],
    anchors: [
      ['people', 9],
      ['public', 1],
    ],
    needs: [always('rescue', 'fire_engine')],
  },
  {
    categoryCode: 'ODG',
    perDay: 0.7,
    medianWorkMinutes: 40,
    hospitalShare: 0.3,
    priorities: [
      ['P2', 1],
      ['P3', 8],
      ['P4', 1],
    ],
    anchors: [
      ['people', 5],
      ['public', 5],
    ],
    needs: [always('patrol_car', 'truck'), often(0.3, 'ambulance')],
  },
  {
    categoryCode: 'LAU',
    perDay: 0.15,
    medianWorkMinutes: 120,
    hospitalShare: 0.2,
    priorities: [
      ['P1', 5],
      ['P2', 5],
    ],
    anchors: [['port', 1]],
    needs: [always('boat'), always('rescue', 'ambulance', 'patrol_car')],
  },
  {
    categoryCode: 'KER',
    perDay: 0.3,
    medianWorkMinutes: 40,
    hospitalShare: 0.6,
    priorities: [
      ['P1', 3],
      ['P2', 6],
      ['P3', 1],
    ],
    anchors: [
      ['industry', 7],
      ['people', 3],
    ],
    needs: [always('rescue', 'fire_engine'), often(0.8, 'ambulance')],
  },
  {
    categoryCode: 'LNT',
    perDay: 0.5,
    medianWorkMinutes: 70,
    hospitalShare: 0,
    priorities: [
      ['P3', 6],
      ['P4', 4],
    ],
    anchors: [
      ['port', 6],
      ['road', 4],
    ],
    needs: [always('patrol_car', 'motorcycle')],
  },
  {
    categoryCode: 'UMM',
    perDay: 0.7,
    medianWorkMinutes: 190,
    hospitalShare: 0,
    priorities: [
      ['P3', 4],
      ['P4', 6],
    ],
    anchors: [
      ['people', 6],
      ['road', 4],
    ],
    needs: [],
  },
];
