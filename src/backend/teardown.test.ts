import { expect, it } from 'vitest';

import { createTeardown } from './teardown';

it('undoes the latest first, each even if another fails, and only once', async () => {
  const done: string[] = [];
  const errors: unknown[] = [];
  const teardown = createTeardown((error) => errors.push(error));
  teardown.add(() => void done.push('store'));
  teardown.add(() => Promise.reject(new Error('stuck')));
  teardown.add(() => void done.push('server'));
  await Promise.all([teardown.run(), teardown.run()]);
  await teardown.run();
  expect(done).toEqual(['server', 'store']);
  expect(errors).toEqual([new Error('stuck')]);
});
