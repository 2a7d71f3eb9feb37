/** A square of modules; true is dark. What the package qrcode calls `modules`. */
export interface QrModules {
  /** Modules on a side. */
  readonly size: number;
  get(row: number, column: number): number | boolean;
}

/** Light modules that a scanner needs around the code, by ISO/IEC 18004. */
export const quietZone = 4;

/** The dark modules as the data of one SVG path, a run of neighbors in a row at a time. */
export function qrPath(modules: QrModules): string {
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      let to = from;
      while (to < modules.size && modules.get(row, to)) to++;
      if (to === from) continue;
      path += `M${from + quietZone} ${row + quietZone}h${to - from}v1h${from - to}z`;
      from = to;
    }
  }
  return path;
}

/** Side of the drawing with its quiet zone, in modules. */
export const qrSide = ({ size }: Pick<QrModules, 'size'>): number => size + 2 * quietZone;

/** The code as an SVG file of its own: dark on white, sharp at any size. */
export function qrFile(modules: QrModules): string {
  const side = qrSide(modules);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" ` +
    `width="${side * 10}" height="${side * 10}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${qrPath(modules)}"/></svg>`
  );
}
