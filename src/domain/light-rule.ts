/** 亮灯的门限: offices light differently, so they are set for the process. */
export interface LightRule {
  /** Days before the due day from which a task is yellow (黄灯). */
  yellowDays: number
  /** Days after the due day from which a task is red (红灯); until then it stays yellow. */
  redDays: number
}

/** Yellow within seven days, red as soon as the day is over. */
export const USUAL_LIGHTS: LightRule = { yellowDays: 7, redDays: 1 }

let inForce = USUAL_LIGHTS

export const lightRule = (): LightRule => inForce

/** Sets the thresholds from the configuration, once, before anything is answered or exported. */
export const useLights = (rule: LightRule): void => {
  inForce = rule
}
