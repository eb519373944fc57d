import type { Priority } from '@shared/domain/priority';

import type { Tokens } from '../theme/tokens';
import { drawIcon } from './icon-canvas';
import { MAP_FONTS } from './map-fonts';

const ICON_SIZE = 46;
export const INCIDENT_RADIUS = 15;

export interface IncidentIcon {
  priority: Priority;
  /** The category's three letters. */
  code: string;
}

export function incidentIconName({ priority, code }: IncidentIcon): string {
  return `incident:${priority}:${code}`;
}

/**
 * A disc in the priority's colour with the category's letters; P1 has a ring of its own. Disc and letters
 * are one picture, so that where incidents overlap the upper one is whole.
 */
export function drawIncidentIcon({ priority, code }: IncidentIcon, tokens: Tokens): ImageData {
  return drawIcon(ICON_SIZE, (context) => {
    context.beginPath();
    context.arc(0, 0, INCIDENT_RADIUS + 0.75, 0, 2 * Math.PI);
    context.fillStyle = tokens.map.halo;
    context.fill();
    context.beginPath();
    context.arc(0, 0, INCIDENT_RADIUS - 1, 0, 2 * Math.PI);
    context.fillStyle = tokens.priority[priority];
    context.fill();
    context.font = `700 10.5px "${MAP_FONTS.bold}"`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = tokens.onPriority;
    context.fillText(code, 0, 0.5);
    if (priority !== 'P1') return;
    context.beginPath();
    context.arc(0, 0, INCIDENT_RADIUS + 4.5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = tokens.priority.P1;
    context.stroke();
  });
}
