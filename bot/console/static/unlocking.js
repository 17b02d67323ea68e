// What a request to unlock bears to prove that whoever sits there is who signed in.

/** The body of the request. The demo asks for no proof. */
export async function proof() {
  return {};
}
