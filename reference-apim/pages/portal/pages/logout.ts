import { signOut } from '../backend/session.ts';
import { navigate } from '../router.ts';

/** Signs out and goes on to the home page; there is nothing to see. */
export async function signOutPage(): Promise<undefined> {
  await signOut();
  void navigate('/');
}
