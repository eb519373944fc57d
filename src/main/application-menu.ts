import type { Settings } from '@shared/ipc/bridge';
import { Menu, type MenuItemConstructorOptions } from 'electron';

import { MENU_WORDS } from './menu-words';
import type { Wall } from './wall/wall';

/** Only what works everywhere: quit, text editing, zoom, full screen; and the wall, display by display. */
export function setApplicationMenu(language: Settings['language'], wall: Wall): void {
  const words = MENU_WORDS[language];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: words.file, submenu: [{ role: 'quit', label: words.quit }] },
      {
        label: words.edit,
        submenu: [
          { role: 'cut', label: words.cut },
          { role: 'copy', label: words.copy },
          { role: 'paste', label: words.paste },
          { role: 'selectAll', label: words.selectAll },
        ],
      },
      {
        label: words.view,
        submenu: [
          { role: 'togglefullscreen', label: words.fullScreen },
          { role: 'zoomIn', label: words.zoomIn },
          { role: 'zoomOut', label: words.zoomOut },
          { role: 'resetZoom', label: words.resetZoom },
        ],
      },
      {
        label: words.wall,
        submenu: [
          { label: words.openOnAll, click: () => wall.open({ kind: 'all' }) },
          { type: 'separator' },
          ...displayItems(words.display, wall),
          { type: 'separator' },
          {
            label: words.closeWall,
            accelerator: 'CommandOrControl+Shift+W',
            enabled: wall.isOpen(),
            click: () => wall.close(),
          },
        ],
      },
    ]),
  );
}

/** The numbers of the start option, to be read off here. */
function displayItems(word: string, wall: Wall): MenuItemConstructorOptions[] {
  return wall.displays().map(({ display: { id, label, bounds }, isOnWall }, index) => {
    const name = label === '' ? '' : `${label}, `;
    return {
      label: `${word} ${String(index + 1)} — ${name}${String(bounds.width)} × ${String(bounds.height)}`,
      type: 'checkbox',
      checked: isOnWall,
      click: () => wall.toggle(id),
    };
  });
}
