// The icons of the Teams app: the console's icon, in the two sizes and manners that Teams asks for.
// `color` fills its square of 192 pixels (Teams rounds it); `outline` is white on nothing, 32 pixels.

import { type Colour, type Painting, pngOf } from './png.ts'

const CLEAR: Colour = [255, 255, 255, 0]
const WHITE: Colour = [255, 255, 255, 255]
const BLUE: Colour = [0x1f, 0x5f, 0xbf, 255]
/** White at 45 % on the blue, as in the console's icon. */
const PALE: Colour = [0x84, 0xa7, 0xdc, 255]

/** Four rounded cells of a matrix; `at` says which one the point is in, or none. */
function cellAt(x: number, y: number, edge: number): number | undefined {
  const [side, gap, radius] = [(1 - 2 * edge) * 0.43, (1 - 2 * edge) * 0.14, (1 - 2 * edge) * 0.1]
  const place = (value: number): readonly [number, number] => {
    const column = value - edge < side + gap / 2 ? 0 : 1
    return [column, value - edge - column * (side + gap)]
  }
  const [[column, dx], [row, dy]] = [place(x), place(y)]
  const outside = (d: number) => Math.max(radius - d, 0, d - (side - radius))
  const inside = dx >= 0 && dy >= 0 && dx <= side && dy <= side && Math.hypot(outside(dx), outside(dy)) <= radius
  return inside ? row * 2 + column : undefined
}

const colour: Painting = (x, y) => {
  const cell = cellAt(x, y, 0.21)
  if (cell === undefined) return BLUE
  return cell === 0 || cell === 3 ? WHITE : PALE
}

/** The pale cells as frames: an outline icon has one colour. */
const outline: Painting = (x, y) => {
  const cell = cellAt(x, y, 0.1)
  if (cell === undefined) return CLEAR
  if (cell === 0 || cell === 3) return WHITE
  const line = 0.07
  const isInner = [-line, line].every((d) => cellAt(x + d, y, 0.1) === cell && cellAt(x, y + d, 0.1) === cell)
  return isInner ? CLEAR : WHITE
}

export const ICONS = {
  'color.png': () => pngOf(192, colour),
  'outline.png': () => pngOf(32, outline),
} as const
