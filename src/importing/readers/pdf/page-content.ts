import type { PDFPageProxy } from 'pdfjs-dist'
import type { Page, PlacedText } from './page.ts'

type Matrix = readonly [number, number, number, number, number, number]

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

/** The steps of a path as pdf.js packs them, each with so many numbers behind it. */
const STEPS = [2, 2, 6, 4, 0]
const [MOVE, LINE, , , CLOSE] = [0, 1, 2, 3, 4]

type Point = readonly [x: number, y: number]

/** The straight lines of a path, one subpath after another. */
const subpathsOf = (data: ArrayLike<number>): Point[][] => {
  const subpaths: Point[][] = []
  for (let at = 0; at < data.length; ) {
    const step = data[at] as number
    const count = STEPS[step] ?? 0
    const point: Point = [data[at + count - 1] as number, data[at + count] as number]
    if (step === MOVE) subpaths.push([point])
    else if (step === LINE) subpaths.at(-1)?.push(point)
    else if (step === CLOSE) {
      const [first] = subpaths.at(-1) ?? []
      if (first) subpaths.at(-1)?.push(first)
    }
    at += 1 + count
  }
  return subpaths
}

/** A border is no thicker than this, and no shorter. */
const THICKEST = 3
const SHORTEST = 4
/** A path of more is a drawing. */
const MOST_POINTS = 1000

/** Lines that a path draws: its straight pieces where it is stroked, itself where it is a thin filled rectangle. */
const addRules = (points: readonly Point[], filled: boolean, page: Page): void => {
  if (points.length > MOST_POINTS) return
  const add = (a: Point, b: Point): void => {
    const [width, height] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])]
    if (height <= THICKEST && width >= SHORTEST)
      page.level.push({ at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) })
    else if (width <= THICKEST && height >= SHORTEST)
      page.upright.push({ at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) })
  }
  if (filled) {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    add([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)])
  } else for (const [i, point] of points.slice(1).entries()) add(points[i] as Point, point)
}

/** Radicals and compatibility forms that some programs write in place of the characters that look the same. */
const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]/gu

const textsOf = async (pdf: PDFPageProxy, base: Matrix): Promise<PlacedText[]> => {
  const { items } = await pdf.getTextContent()
  return items.flatMap((item): PlacedText[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const at = times(base, item.transform as unknown as Matrix)
    const size = Math.hypot(at[2], at[3])
    // a watermark across the page
    if (Math.abs(at[1]) > size * 0.1) return []
    return [
      {
        text: item.str.replace(LOOKALIKE, (sign) => sign.normalize('NFKC')),
        x: at[4],
        y: at[5],
        width: item.width,
        size,
      },
    ]
  })
}

/** The texts and the lines of a page. `ops` are the operators of pdf.js by name. */
export const readPage = async (
  pdf: PDFPageProxy,
  ops: Readonly<Record<string, number>>,
): Promise<Page & { height: number }> => {
  const viewport = pdf.getViewport({ scale: 1 })
  const base = viewport.transform as unknown as Matrix
  const page: Page = { texts: await textsOf(pdf, base), level: [], upright: [] }
  const stroked = new Set([ops.stroke, ops.closeStroke])
  const filled = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ])
  const { fnArray, argsArray } = await pdf.getOperatorList()
  const saved: Matrix[] = []
  let matrix = base
  fnArray.forEach((operator, i) => {
    const args = argsArray[i]
    if (operator === ops.save || operator === ops.paintFormXObjectBegin) {
      saved.push(matrix)
      if (operator === ops.paintFormXObjectBegin && args?.[0]) matrix = times(matrix, args[0])
    } else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) matrix = saved.pop() ?? base
    else if (operator === ops.transform) matrix = times(matrix, args)
    else if (operator === ops.constructPath && (stroked.has(args[0]) || filled.has(args[0]))) {
      for (const subpath of subpathsOf(args[1]?.[0] ?? [])) {
        const points = subpath.map(
          ([x, y]): Point => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]],
        )
        addRules(points, filled.has(args[0]), page)
      }
    }
  })
  return { ...page, height: viewport.height }
}
