import type { ParsedResult } from 'chrono-node'
import type { PeerMilestone } from './recognizers-milestones.mjs'

export function fromChrono(results: Pick<ParsedResult, 'start' | 'end'>[]): PeerMilestone[]
