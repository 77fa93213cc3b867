import { removeApplication, renewSecret, updateApplication } from '../backend/applications.ts';
import { refresh } from '../refresh.ts';
import { navigate } from '../router.ts';
import { showMessage } from '../shell/message.ts';
import { isValid, reset, type Opened } from './edited.ts';

async function busy<T>(opened: Opened, what: Opened['busy'], work: Promise<T>): Promise<T> {
  opened.busy = what;
  refresh();
  const done = await work;
  opened.busy = undefined;
  refresh();
  return done;
}

export async function save(opened: Opened): Promise<void> {
  if (opened.pristine || !isValid(opened)) return;
  const { id } = opened.application;
  const saved = await busy(opened, 'saving', updateApplication(id, { id, ...opened.edited }));
  if (saved === undefined) return;
  reset(opened, saved);
  showMessage('success', 'Your application has been successfully updated');
}

export async function renew(opened: Opened): Promise<void> {
  const renewed = await busy(opened, 'renewing', renewSecret(opened.application.id));
  if (renewed === undefined) return;
  reset(opened, renewed);
  showMessage('success', 'The secret of your application has been successfully renewed');
}

export async function remove(opened: Opened): Promise<void> {
  if (!(await busy(opened, 'removing', removeApplication(opened.application.id)))) return;
  void navigate('/applications');
  showMessage('success', 'Your application has been successfully deleted');
}
