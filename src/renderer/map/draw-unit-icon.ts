import type { AvailabilityClass } from '@shared/domain/unit-status';

import type { Tokens } from '../theme/tokens';
import { drawIcon } from './icon-canvas';
import { MAKI_SIZE, type MakiName, makiPath } from './maki';
import type { UnitGlyph, UnitIcon } from './unit-icon';

// No larger than what is on them: without a GPU every transparent pixel is paid for, thousands of times.
const ICON_SIZE = 26;
const SOS_ICON_SIZE = 34;
const HEADING_SIZE = 12;
/** How far the middle of a heading pointer stands off the middle of its unit. */
export const HEADING_DISTANCE_PX = 13.5;
const BODY_RADIUS = 8.5;

const MAKI_OF_GLYPH = {
  fire: 'fireStation',
  water: 'water',
  rescue: 'danger',
  medical: 'hospital',
  police: 'police',
  scooter: 'scooter',
  boat: 'ferry',
  tool: 'hardware',
  radio: 'tower',
  car: 'car',
} as const satisfies Record<UnitGlyph, MakiName>;

/**
 * A unit's body. Its class has a colour and a shape (disc, diamond, square, hollow disc); an old
 * position is dashed and pale, a lost one crossed out; a crew in danger gets a ring.
 */
export function drawUnitIcon(
  { availability, glyph, freshness, isSos }: UnitIcon,
  tokens: Tokens,
): ImageData {
  const color = tokens.availability[availability];
  const isHollow = availability === 'unavailable' || freshness !== 'live';
  return drawIcon(isSos ? SOS_ICON_SIZE : ICON_SIZE, (context) => {
    context.globalAlpha = freshness === 'live' ? 1 : 0.75;
    const body = BODY_OF_CLASS[availability]();
    context.lineWidth = 4;
    context.strokeStyle = tokens.map.halo;
    context.stroke(body);
    context.fillStyle = isHollow ? tokens.map.halo : color;
    context.fill(body);
    context.lineWidth = 1.75;
    context.strokeStyle = color;
    context.setLineDash(freshness === 'live' ? [] : [3, 2.5]);
    if (isHollow) context.stroke(body);
    context.setLineDash([]);
    drawGlyph(context, MAKI_OF_GLYPH[glyph], isHollow ? color : tokens.map.halo);
    if (freshness === 'lost') drawCross(context, tokens.muted);
    if (isSos) drawSosRing(context, tokens.priority.P1);
  });
}

/** The pointer that stands off the body in the direction of travel; drawn pointing north. */
export function drawHeadingIcon(availability: AvailabilityClass, tokens: Tokens): ImageData {
  return drawIcon(HEADING_SIZE, (context) => {
    const pointer = new Path2D('M0,-3 L4.6,3.1 Q0,1.1 -4.6,3.1 Z');
    context.lineWidth = 2;
    context.strokeStyle = tokens.map.halo;
    context.stroke(pointer);
    context.fillStyle = tokens.availability[availability];
    context.fill(pointer);
  });
}

const BODY_OF_CLASS = {
  available: () => disc(BODY_RADIUS),
  conditional: () => {
    const r = BODY_RADIUS + 1.8;
    return new Path2D(`M0,${-r} L${r},0 L0,${r} L${-r},0 Z`);
  },
  committed: () => {
    const path = new Path2D();
    const side = BODY_RADIUS * 0.94;
    path.roundRect(-side, -side, 2 * side, 2 * side, 3);
    return path;
  },
  unavailable: () => disc(BODY_RADIUS),
} as const satisfies Record<AvailabilityClass, () => Path2D>;

function disc(radius: number): Path2D {
  const path = new Path2D();
  path.arc(0, 0, radius, 0, 2 * Math.PI);
  return path;
}

function drawGlyph(context: CanvasRenderingContext2D, name: MakiName, color: string): void {
  const scale = 11 / MAKI_SIZE;
  context.save();
  context.scale(scale, scale);
  context.translate(-MAKI_SIZE / 2, -MAKI_SIZE / 2);
  context.fillStyle = color;
  context.fill(makiPath(name));
  context.restore();
}

function drawCross(context: CanvasRenderingContext2D, color: string): void {
  context.lineWidth = 2.25;
  context.strokeStyle = color;
  context.stroke(new Path2D('M-8,-8 L8,8 M8,-8 L-8,8'));
}

function drawSosRing(context: CanvasRenderingContext2D, color: string): void {
  context.globalAlpha = 1;
  context.lineWidth = 3;
  context.strokeStyle = color;
  context.stroke(disc(14));
}
