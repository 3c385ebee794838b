/** Where waiting comes from, handed in so that a test decides when time has passed. */
export interface Timer {
  /** Runs once after so many milliseconds; the function returned calls it off. */
  after(ms: number, run: () => void): () => void
}
