import type { Priority } from '@shared/domain/priority';

import type { Tokens } from '../theme/tokens';
import { drawIcon } from './icon-canvas';

const ICON_SIZE = 46;
export const INCIDENT_RADIUS = 15;

export function incidentIconName(priority: Priority): string {
  return `incident:${priority}`;
}

/** A disc in the priority's colour for the category's letters; P1 has a ring of its own. */
export function drawIncidentIcon(priority: Priority, tokens: Tokens): ImageData {
  return drawIcon(ICON_SIZE, (context) => {
    context.beginPath();
    context.arc(0, 0, INCIDENT_RADIUS + 0.75, 0, 2 * Math.PI);
    context.fillStyle = tokens.map.halo;
    context.fill();
    context.beginPath();
    context.arc(0, 0, INCIDENT_RADIUS - 1, 0, 2 * Math.PI);
    context.fillStyle = tokens.priority[priority];
    context.fill();
    if (priority !== 'P1') return;
    context.beginPath();
    context.arc(0, 0, INCIDENT_RADIUS + 4.5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = tokens.priority.P1;
    context.stroke();
  });
}
