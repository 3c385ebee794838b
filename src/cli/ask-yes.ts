import { createInterface } from 'node:readline'
import type { Streams } from './services.ts'

/** Asks whether to go on; only 确认 does. For a terminal: whoever reads from a pipe is never asked. */
export const askYes = (question: string, { input, output }: Streams): Promise<boolean> =>
  new Promise((resolve) => {
    const lines = createInterface({ input, output })
    lines.on('close', () => resolve(false))
    lines.question(question, (answer) => {
      resolve(answer.trim() === '确认')
      lines.close()
    })
  })
