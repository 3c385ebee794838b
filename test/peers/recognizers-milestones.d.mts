export interface PeerMilestone {
  due: string | null
  start: string | null
  recurs: string | null
  ongoing: boolean
}

/** A result of Recognizers-Text; `end` is the last character. */
export interface RecognizersResult {
  start: number
  end: number
  text: string
  resolution: { values: Record<string, string>[] }
}

export function fromRecognizers(text: string, results: RecognizersResult[], today: string): PeerMilestone[]
