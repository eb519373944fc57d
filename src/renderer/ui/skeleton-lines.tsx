import { Skeleton } from '@mantine/core';

/** Lines of text that are on their way. @param widths in percent, one per line */
export function SkeletonLines({ widths }: { widths: readonly number[] }) {
  return (
    <div aria-hidden="true">
      {widths.map((width, index) => (
        // The lines have no identity but their place.
        <Skeleton key={index} height="0.7em" width={`${width}%`} mb="0.6em" />
      ))}
    </div>
  );
}
