import { LinkBanner } from '../features/link/link-banner';
import { Footer } from './footer';
import { Header } from './header';
import { OperationsWorkspace } from './operations-workspace';
import classes from './shell.module.css';

/** The frame of every workspace: header, link banner, workspace, footer. */
export function Shell() {
  return (
    <div className={classes['shell']}>
      <Header />
      <LinkBanner />
      <OperationsWorkspace />
      <Footer />
    </div>
  );
}
