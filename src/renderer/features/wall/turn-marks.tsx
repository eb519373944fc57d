import { useT } from '../../i18n/t';
import classes from './turn-marks.module.css';
import type { WallPlan, WallShow } from './wall-show';

/** Which scene is on, of how many, and how far its turn has come. Absent where nothing turns. */
export function TurnMarks({ plan, show }: { plan: WallPlan; show: WallShow }) {
  const t = useT();
  const current = plan.turns[show.turn];
  if (plan.turns.length < 2 || current === undefined) return null;
  return (
    <div className={classes['turns']}>
      <span>{t(`wall.scene.${current.scene}`)}</span>
      <span className={classes['marks']} aria-hidden="true">
        {plan.turns.map(({ scene, dwellMs }, index) => (
          <i key={scene} data-state={index === show.turn ? 'current' : 'other'}>
            {index === show.turn && (
              // A key of its own for each turn, so that it begins anew.
              <i
                key={show.turnSinceMs}
                data-held={show.takeOver !== null}
                style={{ animationDuration: `${dwellMs}ms` }}
              />
            )}
          </i>
        ))}
      </span>
    </div>
  );
}
