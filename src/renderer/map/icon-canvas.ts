/** Images are drawn at twice their size, for sharp edges on any screen. */
export const ICON_PIXEL_RATIO = 2;

/** An image drawn on a canvas whose unit is a CSS pixel and whose origin is the middle. */
export function drawIcon(
  sizePx: number,
  draw: (context: CanvasRenderingContext2D) => void,
): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = sizePx * ICON_PIXEL_RATIO;
  canvas.height = sizePx * ICON_PIXEL_RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new ImageData(canvas.width, canvas.height);
  context.scale(ICON_PIXEL_RATIO, ICON_PIXEL_RATIO);
  context.translate(sizePx / 2, sizePx / 2);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
