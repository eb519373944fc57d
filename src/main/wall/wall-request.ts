import { WALL_SCENES, type WallScene } from '@shared/ipc/place';

/** Which displays are to show the wall; a scene of null leaves the choice to the plan. */
export type WallRequest = { kind: 'all' } | { kind: 'chosen'; choices: readonly WallChoice[] };

export interface WallChoice {
  /** 1 for the first display, in the order the system lists them. */
  display: number;
  scene: WallScene | null;
}

const FORM = `all, or numbers of displays like 1,3 or 1=${WALL_SCENES[0]},2=${WALL_SCENES[1]}`;

/** Parse `all`, `1,3` or `1=status-unit,2`. @throws Error naming the form wanted, or the scenes there are */
export function parseWallRequest(text: string): WallRequest {
  if (text === 'all') return { kind: 'all' };
  const choices = text.split(',').map((part) => parseChoice(part.trim(), text));
  const repeated = choices.find((choice, index) =>
    choices.slice(0, index).some((earlier) => earlier.display === choice.display),
  );
  if (repeated !== undefined) {
    throw new Error(`--wall ${text} names display ${String(repeated.display)} twice`);
  }
  return { kind: 'chosen', choices };
}

function parseChoice(part: string, whole: string): WallChoice {
  const match = /^([1-9]\d?)(?:=(.+))?$/.exec(part);
  if (match === null) throw new Error(`--wall ${whole} is not understood; give ${FORM}`);
  const [, display, sceneName] = match;
  if (sceneName === undefined) return { display: Number(display), scene: null };
  const scene = WALL_SCENES.find((candidate) => candidate === sceneName);
  if (scene === undefined) {
    throw new Error(`--wall: no scene is called ${sceneName}; there are ${WALL_SCENES.join(', ')}`);
  }
  return { display: Number(display), scene };
}
