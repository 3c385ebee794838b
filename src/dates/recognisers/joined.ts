/** What joins two times in a range or a list, between numbers that share one unit word (3、6、9月; 1-6月). */
export const JOIN = '(?:至|到|-+|、|,|\\/|和|及|与|或)'

/** What joins the two ends of a range. */
export const TO = '(?:至|到|-+)'

/** A number whose unit word comes later in the list or range. */
export const elidedBefore = (number: string, unit: string): string => `(?=(?:${JOIN}${number}){1,15}${unit})`
