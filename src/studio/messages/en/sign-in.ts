/** Messages for signing in to a studio with a password. */

export const title = "Sign in to this studio";
export const hint =
  "Your library stays on this device. Waiting requests are sent, and clips go on, once you're signed in.";
export const password = "Password";
export const signIn = "Sign in";
export const passwordMissing = "Enter the password.";
export const notKept =
  "The password is right, but your browser didn't keep the session. Allow cookies, and open the studio over https.";
export const signedIn = "You're signed in.";

export const signOut = "Sign out";
export const signOutHint = "Clips that are being made stay yours: sign in again in this browser.";
export const couldNotSignOut = "Couldn't sign out. Try again.";
