import { expect } from '@open-wc/testing';
import qrcode from 'qrcode';
import { qrFile, qrPath, qrSide, quietZone } from './qr-path.js';

const { modules } = qrcode.create('https://lumen.example/friend?glow=ANA4K7QX', {
  errorCorrectionLevel: 'M',
});

/** Draws the file as a browser does and reads it back, a module at a time. */
async function modulesOf(file: string, side: number): Promise<boolean[][]> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = new OffscreenCanvas(side * 4, side * 4);
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0, side * 4, side * 4);
  const isDark = (row: number, column: number) =>
    context.getImageData(column * 4 + 2, row * 4 + 2, 1, 1).data[0]! < 128;
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => isDark(row, column)),
  );
}

describe('the drawing of a code', () => {
  it('is dark where the code is, and light all around it', async () => {
    const side = qrSide(modules);
    const drawn = await modulesOf(qrFile(modules), side);

    const expected = Array.from({ length: side }, (_, row) =>
      Array.from({ length: side }, (_, column) => {
        const [y, x] = [row - quietZone, column - quietZone];
        const inside = y >= 0 && x >= 0 && y < modules.size && x < modules.size;
        return inside && Boolean(modules.get(y, x));
      }),
    );
    expect(drawn).to.deep.equal(expected);
  });

  it('draws neighbors in a row as one', () => {
    const row = [true, true, false, true];
    const path = qrPath({ size: 4, get: (y, x) => y === 0 && row[x]! });

    expect(path).to.equal('M4 4h2v1h-2zM7 4h1v1h-1z');
  });
});
