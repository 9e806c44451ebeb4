// A PNG of plain shapes, without a drawing library: 8-bit RGBA, one filter, one zlib stream (W3C PNG, third edition).

import { crc32, deflateSync } from 'node:zlib'

/** Red, green, blue, alpha; 0 to 255. */
export type Colour = readonly [number, number, number, number]

/** The colour at a point; 0 to 1 from the left and from the top. */
export type Painting = (x: number, y: number) => Colour

/** Points looked at along each side of a pixel, so that round corners are smooth. */
const SAMPLES = 4

/** The painting at `size` by `size` pixels. */
export function pngOf(size: number, painting: Painting): Uint8Array {
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_none, x) => pixel(x, y, size, painting)).flat(),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.from(rows.flat()), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function pixel(x: number, y: number, size: number, painting: Painting): Colour {
  const points = Array.from({ length: SAMPLES * SAMPLES }, (_, at) =>
    painting((x + ((at % SAMPLES) + 0.5) / SAMPLES) / size, (y + (Math.floor(at / SAMPLES) + 0.5) / SAMPLES) / size),
  )
  const alpha = points.reduce((sum, [, , , a]) => sum + a, 0)
  const mean = (part: 0 | 1 | 2): number =>
    alpha === 0 ? 255 : Math.round(points.reduce((sum, point) => sum + point[part] * point[3], 0) / alpha)
  return [mean(0), mean(1), mean(2), Math.round(alpha / points.length)]
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
