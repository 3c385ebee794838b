/** The value below which a share of the samples lies; `share` from 0 to 1. NaN where there is none. */
export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export interface Spread {
  median: number
  p99: number
}

export const spreadOf = (samples: readonly number[]): Spread => ({
  median: quantile(samples, 0.5),
  p99: quantile(samples, 0.99),
})
