import type { ChartSeries } from './series';

interface TextureFillsProps {
  /** Makes the names unique on the page. */
  id: string;
  series: readonly ChartSeries[];
}

/** The textures of a chart's areas, to be placed within its SVG; `fillOf` names them. */
export function TextureFills({ id, series }: TextureFillsProps) {
  return (
    <defs>
      {series.map(({ key, color, mark }) =>
        mark === 'hatched' || mark === 'dotted' ? (
          <pattern
            key={key}
            id={textureId(id, key)}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform={mark === 'hatched' ? 'rotate(45)' : undefined}
          >
            <rect width="5" height="5" fill="var(--cc-panel)" />
            <rect width="5" height="5" fill={color} fillOpacity={mark === 'hatched' ? 0.35 : 0.3} />
            {mark === 'hatched' ? (
              <rect width="2.5" height="5" fill={color} />
            ) : (
              <circle cx="2.5" cy="2.5" r="1.1" fill={color} />
            )}
          </pattern>
        ) : null,
      )}
    </defs>
  );
}

export function fillOf(id: string, { key, color, mark }: ChartSeries): string {
  return mark === 'hatched' || mark === 'dotted' ? `url(#${textureId(id, key)})` : color;
}

const textureId = (id: string, key: string): string => `${id}-${key}`;
