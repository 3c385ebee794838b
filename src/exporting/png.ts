import { createRequire } from 'node:module'
import type { ProgressFigures } from './progress-figures.ts'
import { FONT_FAMILY, progressSvg } from './progress-svg.ts'

/** Comes with the install: machines in offices may have no Chinese font where programs look for one. */
const fontFile = (): string => {
  const require = createRequire(import.meta.url)
  return require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
}

/** Draws an SVG apart from the main thread, with the font that comes along and no other. */
export const renderSvg = async (svg: string): Promise<{ png: Buffer; pixels: Buffer }> => {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    font: {
      fontFiles: [fontFile()],
      loadSystemFonts: false,
      defaultFontFamily: FONT_FAMILY,
    },
    fitTo: { mode: 'zoom', value: 1.5 },
  })
  return { png: image.asPng(), pixels: image.pixels }
}

/** A 进度图 as a PNG. */
export const toPng = async (figures: ProgressFigures): Promise<Buffer> => (await renderSvg(progressSvg(figures))).png
