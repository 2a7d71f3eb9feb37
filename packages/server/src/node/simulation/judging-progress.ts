import type { SimulationProgress } from '../../simulation/simulate.js';

const count = new Intl.NumberFormat('en');

/** Shows how far a simulation is: one line that changes on a terminal, a few lines in a file. */
export function judgingOn(stream: NodeJS.WriteStream): (progress: SimulationProgress) => void {
  let shown = 0;
  return ({ done, of }) => {
    const text = `judging ${count.format(done)} of ${count.format(of)} accounts`;
    if (stream.isTTY) {
      stream.write(`\r${text.padEnd(40)}${done === of ? '\r'.padEnd(41) + '\r' : ''}`);
      return;
    }
    const tenth = of === 0 ? 10 : Math.floor((done / of) * 10);
    if (tenth > shown) stream.write(`${text}\n`);
    shown = Math.max(shown, tenth);
  };
}
