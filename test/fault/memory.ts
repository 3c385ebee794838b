import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const MB = 1024 * 1024

/** What of this process's memory is in use, garbage collected; how much more it holds is V8's affair. */
export const usedMegabytes = (): number => {
  setFlagsFromString('--expose_gc')
  ;(runInNewContext('gc') as () => void)()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MB
}
