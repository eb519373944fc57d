import { useT } from '../../i18n/t';
import { goToSignIn } from '../place';
import classes from './enrolment-screen.module.css';
import { useEnrolment } from './use-enrolment';
import { useSecondsUntil } from './use-seconds-until';

/** A wall that nobody has vouched for: its code, to be read across the room, and what to do with it. */
export function EnrolmentScreen() {
  const t = useT();
  const state = useEnrolment();
  const seconds = useSecondsUntil(state.kind === 'shown' ? state.expiresAtMs : null);
  return (
    <main className={classes['screen']}>
      <h1 className={classes['title']}>{t('enrol.title')}</h1>
      {state.kind === 'shown' ? (
        <>
          <p className={classes['step']}>{t('enrol.step')}</p>
          <output className={classes['code']} aria-label={t('enrol.code')}>
            {inGroups(state.code).map((group) => (
              <span key={group}>{group}</span>
            ))}
          </output>
          <p className={classes['after']}>{t('enrol.after')}</p>
          <p className={classes['expiry']}>{t('enrol.expiresIn', { time: clockOf(seconds) })}</p>
        </>
      ) : (
        <p className={classes['step']} role={state.kind === 'unreachable' ? 'alert' : 'status'}>
          {t(state.kind === 'unreachable' ? 'enrol.unreachable' : 'enrol.asking')}
        </p>
      )}
      <button type="button" className={classes['person']} onClick={goToSignIn}>
        {t('enrol.person')}
      </button>
    </main>
  );
}

/** Three signs at a time are read out without a slip. */
function inGroups(code: string): string[] {
  return code.match(/.{1,3}/g) ?? [code];
}

function clockOf(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
