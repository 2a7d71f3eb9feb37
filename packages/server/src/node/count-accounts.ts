const format = new Intl.NumberFormat('en');

/** Shows how many accounts a long walk has done: one line that changes, on a terminal only. */
export function accountsOn(stream: NodeJS.WriteStream, done: string): (count: number) => void {
  return (count) => {
    if (stream.isTTY && count % 100 === 0)
      stream.write(`\r${format.format(count)} accounts ${done}`.padEnd(40) + '\r');
  };
}
