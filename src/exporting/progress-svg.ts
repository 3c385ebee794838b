import type { Light, TaskStatus } from '../domain/index.ts'
import type { Figure, ProgressFigures } from './progress-figures.ts'
import { plainText } from './words.ts'

const WIDTH = 900
const MARGIN = 40
const INNER = WIDTH - 2 * MARGIN
const ROW = 30
const LABEL = 130
export const FONT_FAMILY = 'Noto Sans SC'

const STATUS_COLOUR: Readonly<Record<TaskStatus, string>> = {
  'not-started': '#B0B7C3',
  'in-progress': '#5B8FF9',
  'pending-review': '#F6BD16',
  done: '#3FA46A',
  closed: '#2C7A4B',
  suspended: '#8C8C8C',
}
const LIGHT_COLOUR: Readonly<Record<Light, string>> = {
  green: '#3FA46A',
  yellow: '#F2C037',
  red: '#D64545',
  blue: '#4A7FD6',
  grey: '#A6A6A6',
}
const DUE_COLOUR = {
  late: '#D64545',
  month: '#5B8FF9',
  later: '#9DB8EE',
  none: '#A6A6A6',
  held: '#F6BD16',
  finished: '#3FA46A',
} as const

const escaped = (value: string): string =>
  plainText(value).replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

const text = (x: number, y: number, value: string, { size = 18, anchor = 'start', colour = '#222' } = {}): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${colour}">${escaped(value)}</text>`

const rect = (x: number, y: number, width: number, height: number, colour: string): string =>
  `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${height}" fill="${colour}"/>`

/** One bar in parts, with what each part is below it. */
const parted = <Key extends string>(
  y: number,
  figures: readonly Figure<Key>[],
  total: number,
  colours: Readonly<Record<Key, string>>,
): string => {
  const shown = figures.filter(({ count }) => count > 0)
  let x = MARGIN
  const bar = shown.map(({ key, count }) => {
    const width = (INNER * count) / Math.max(1, total)
    const part = rect(x, y, width, 26, colours[key])
    x += width
    return part
  })
  const step = INNER / Math.max(shown.length, 4)
  const legend = shown.map(
    ({ key, label, count }, i) =>
      rect(MARGIN + i * step, y + 39, 14, 14, colours[key]) +
      text(MARGIN + i * step + 20, y + 52, `${label} ${count}`, { size: 16 }),
  )
  return [...bar, ...legend].join('')
}

/** How tasks stand, as a picture in SVG of rectangles and words. */
export const progressSvg = ({ title, day, total, statuses, lights, months }: ProgressFigures): string => {
  const most = Math.max(1, ...months.map(({ count }) => count))
  const bars = months.map(({ key, label, count }, i) => {
    const y = 330 + i * ROW
    const width = ((INNER - LABEL - 60) * count) / most
    return (
      text(MARGIN + LABEL - 12, y + 17, label, { size: 16, anchor: 'end' }) +
      rect(MARGIN + LABEL, y, width, 20, DUE_COLOUR[key]) +
      text(MARGIN + LABEL + width + 8, y + 17, String(count), { size: 16 })
    )
  })
  const height = 330 + months.length * ROW + MARGIN
  const shortened = title.length > 36 ? `${title.slice(0, 32)}…进度图` : title
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FONT_FAMILY}">`,
    rect(0, 0, WIDTH, height, '#FFFFFF'),
    text(WIDTH / 2, 52, shortened, { size: shortened.length > 28 ? 20 : 26, anchor: 'middle' }),
    text(WIDTH / 2, 80, `截至${day}，共${total}项，据各单位报送`, { size: 15, anchor: 'middle', colour: '#666' }),
    text(MARGIN, 120, '状态'),
    parted(132, statuses, total, STATUS_COLOUR),
    text(MARGIN, 216, '亮灯'),
    parted(228, lights, total, LIGHT_COLOUR),
    text(MARGIN, 314, '按月到期'),
    ...bars,
    '</svg>',
  ].join('')
}
