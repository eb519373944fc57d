import type { Priority } from '@shared/domain/priority';

import type { Tokens } from '../theme/tokens';
import { drawIcon } from './icon-canvas';
import { MAP_FONTS } from './map-fonts';

/** No larger than what is on them: labels keep clear of the whole picture. */
const ICON_SIZE = { P1: 44, P2: 42, P3: 34, P4: 34 } as const satisfies Record<Priority, number>;
export const INCIDENT_RADIUS = 15;

export interface IncidentIcon {
  priority: Priority;
  /** The category's three letters. */
  code: string;
}

export function incidentIconName({ priority, code }: IncidentIcon): string {
  return `incident:${priority}:${code}`;
}

/** Width of the ring around the disc: what tells priorities to an eye that cannot tell their colours. */
const RING_PX = { P1: 2.5, P2: 1, P3: 0, P4: 0 } as const satisfies Record<Priority, number>;

/**
 * A disc in the priority's colour with the category's letters: in a strong ring (P1), in a fine one (P2),
 * bare (P3), or hollow (P4). Disc and letters are one picture, so that where incidents overlap the upper
 * one is whole.
 */
export function drawIncidentIcon({ priority, code }: IncidentIcon, tokens: Tokens): ImageData {
  const isHollow = priority === 'P4';
  return drawIcon(ICON_SIZE[priority], (context) => {
    context.beginPath();
    context.arc(0, 0, INCIDENT_RADIUS + 0.75, 0, 2 * Math.PI);
    context.fillStyle = tokens.map.halo;
    context.fill();
    context.beginPath();
    context.arc(0, 0, INCIDENT_RADIUS - 1, 0, 2 * Math.PI);
    context.fillStyle = isHollow ? tokens.map.halo : tokens.priority[priority];
    context.fill();
    if (isHollow) strokeCircle(context, INCIDENT_RADIUS - 2, 2, tokens.priority[priority]);
    context.font = `700 10.5px "${MAP_FONTS.bold}"`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = isHollow ? tokens.text : tokens.onPriority;
    context.fillText(code, 0, 0.5);
    const ringPx = RING_PX[priority];
    if (ringPx > 0) strokeCircle(context, INCIDENT_RADIUS + 4.5, ringPx, tokens.priority[priority]);
  });
}

function strokeCircle(
  context: CanvasRenderingContext2D,
  radius: number,
  lineWidth: number,
  color: string,
): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.lineWidth = lineWidth;
  context.strokeStyle = color;
  context.stroke();
}
