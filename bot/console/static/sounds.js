// Sounds, made here: browsers allow them after a click, which is "begin shift".

let context = null;

/** From now on there may be sounds; plays a short one, so that one hears that they are on. */
export function unlock() {
  context ??= new AudioContext();
  context.resume();
  tone([523]);
}

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
