import { openNodeJieba } from '../../src/text/load-segmenter.ts'
import type { Segmenter } from '../../src/text/segmenter.ts'

/** The one nodejieba of this Jest worker, handed in by the test environment. */
export const sharedSegmenter = (): Segmenter =>
  openNodeJieba((globalThis as unknown as { loadNodejieba: () => unknown }).loadNodejieba)
