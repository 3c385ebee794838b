import { KILL_POINTS } from '../../helpers/stopping-ports.ts'
import { type Figure, figure } from '../figures.ts'
import type { AnswerCounts } from './answers.ts'
import { disconnects } from './disconnects.ts'
import { slackKills } from './kills.ts'
import { lostResponses } from './lost-responses.ts'
import { malformed } from './malformed.ts'
import { rateLimits } from './rate-limits.ts'
import { lostFirstDeliveries, repeatedEvents } from './repeats.ts'

const MOST_GROWTH_MB = 50

const onceEach = ({ lost, doubled }: AnswerCounts): boolean => lost + doubled === 0

/** What is promised of Slack, in full. */
export const slackFigures: readonly Figure[] = [
  ...(['http', 'socket'] as const).flatMap((mode) => [
    figure(`slack-repeats-${mode}`, (dir, pick) => repeatedEvents(mode, dir, 10_000, pick), onceEach),
    figure(`slack-lost-first-${mode}`, (dir, pick) => lostFirstDeliveries(mode, dir, 1_000, pick), onceEach),
    figure(
      `slack-malformed-${mode}`,
      (dir, pick) => malformed(mode, dir, 10_000, pick),
      ({ wrong, failed, uncaught, alive, growthMb }) =>
        wrong + failed + uncaught === 0 && alive && growthMb < MOST_GROWTH_MB,
    ),
  ]),
  figure('slack-lost-responses', (dir, pick) => lostResponses(dir, 500, pick), onceEach),
  figure(
    'slack-rate-limits',
    (dir, pick) => rateLimits(dir, 100, pick),
    (counts) => onceEach(counts) && counts.othersAtOnce === counts.others && counts.inOrder && counts.tooEarly === 0,
  ),
  figure(
    'slack-disconnects',
    (dir) => disconnects(dir, 20),
    (counts) => onceEach(counts) && counts.back === counts.disconnects,
  ),
  ...KILL_POINTS.map((point) =>
    figure(
      `slack-kill-${point}`,
      (dir, pick) => slackKills(point, dir, 50, pick),
      ({ lost, doubled, doubledThoughFindable, kills }) =>
        // what can be looked up is never doubled; what cannot, only between post and mark, once a kill
        lost + doubledThoughFindable === 0 &&
        doubled <= (point === 'after-post' || point === 'before-mark' ? kills : 0),
    ),
  ),
]
