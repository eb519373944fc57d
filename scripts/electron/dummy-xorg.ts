/** Room for three displays of 3840×2160 side by side, with as many again below. */
const VIRTUAL = { widthPx: 11_520, heightPx: 4_320 };
const VIDEO_RAM_KB = 256_000;

/** An xorg.conf for displays that exist in memory only, and for no keyboard or mouse of this machine. */
export function dummyXorgConfig(): string {
  return `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "DontVTSwitch" "true"
  Option "BlankTime" "0"
EndSection
Section "Device"
  Identifier "memory"
  Driver "dummy"
  VideoRam ${String(VIDEO_RAM_KB)}
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 1-1000
  VertRefresh 1-1000
EndSection
Section "Screen"
  Identifier "room"
  Device "memory"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual ${String(VIRTUAL.widthPx)} ${String(VIRTUAL.heightPx)}
  EndSubSection
EndSection
`;
}

/**
 * The timing of a mode as `xrandr --newmode` wants it: pixel clock in MHz, then four numbers a line and four a
 * picture. Nothing is drawn on glass, so the blanking is short and only the size matters.
 */
export function modeLine(width: number, height: number): string[] {
  const horizontal = [width, width + 8, width + 40, width + 80];
  const vertical = [height, height + 3, height + 8, height + 20];
  const clockMHz = ((width + 80) * (height + 20) * 60) / 1_000_000;
  return [clockMHz.toFixed(2), ...[...horizontal, ...vertical].map(String)];
}
