// Passkeys: what the server asks for goes to the browser, and what a device answers goes back.

import { post } from "./server.js";

const able = () => Boolean(globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON);

/** No device has answered: `old` where the browser can't, else it was cancelled, or none is known. */
export class NoPasskey extends Error {
  constructor(old = false) {
    super("no passkey");
    this.old = old;
  }
}

/** Enrol a device of this browser's choice; its answer. */
export async function create(options) {
  if (!able()) throw new NoPasskey(true);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return asked(() => navigator.credentials.create({ publicKey }));
}

/** Let a device show who it is; its answer. */
export async function get(options) {
  if (!able()) throw new NoPasskey(true);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return asked(() => navigator.credentials.get({ publicKey }));
}

/** Show the server once more that it is still the operator. */
export async function prove() {
  const answer = await get(await post("/prove/begin", {}));
  await post("/prove", { answer });
}

async function asked(ask) {
  let credential;
  try {
    credential = await ask();
  } catch {
    throw new NoPasskey();
  }
  if (!credential) throw new NoPasskey();
  return plain(credential.toJSON());
}

/** The parts that the server reads; nothing about the browser. */
function plain({ id, rawId, response, type }) {
  const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response;
  const kept = { clientDataJSON, attestationObject, authenticatorData, signature, userHandle };
  return { id, rawId, type, response: Object.fromEntries(Object.entries(kept).filter(([, one]) => one)) };
}
