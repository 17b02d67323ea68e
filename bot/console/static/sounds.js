// Sounds, made here: browsers allow them after a click, which is "begin shift". Whoever isn't alone
// turns them off, for all tabs.

import { hear, tell } from "./channel.js";

let context = null;
let off = false;
const changes = [];

/** Whether this tab would be heard. */
export const ready = () => !off && context?.state === "running";

/** From now on there may be sounds; plays a short one, so that one hears that they are on. */
export async function unlock() {
  context ??= new AudioContext();
  await context.resume();
  if (!off) tone([523]);
  for (const does of changes) does();
}

/** Let all tabs be silent, or be heard. */
export const turn = (on) => tell("sound", on ? "on" : "off");

/** Calls when sounds are turned on or off. */
export const onChange = (does) => changes.push(does);

hear("sound", (state) => {
  off = state === "off";
  for (const does of changes) does();
});
hear("sound?", () => off && tell("sound", "off"));
tell("sound?"); // a tab that was opened later

/** Somebody waits, or an own person has written. */
export const call = () => tone([523, 659]);

/** An emergency waits: unlike all others. */
export const alarm = () => tone([880, 622, 880, 622, 880, 622], 0.16, 0.25);

function tone(notes, length = 0.14, volume = 0.12) {
  if (!context) return;
  notes.forEach((frequency, number) => {
    const [start, sound, gain] = [
      context.currentTime + number * length,
      context.createOscillator(),
      context.createGain(),
    ];
    sound.frequency.value = frequency;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(volume, start + 0.01);
    gain.gain.linearRampToValueAtTime(0, start + length);
    sound.connect(gain).connect(context.destination);
    sound.start(start);
    sound.stop(start + length);
  });
}
