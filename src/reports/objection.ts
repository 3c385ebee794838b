const WE = '(?:我们?|咱们?|本|贵)(?:单位|局|委|办|厅|部门|处|公司|镇|街道|区|县)?'
const NOT = '(?:不是|不应该?是|不该是|不算|并非|非)'
const OBJECTS = new RegExp(
  [
    `${WE}[^，,。？?]{0,10}${NOT}[^，,。？?]{0,14}(?:牵头|主办|第一责任|主责)`,
    `${NOT}(?:由)?${WE}[^，,。？?]{0,6}(?:牵头|主办)`,
    `不(?:归|属于?)${WE}[^，,。？?]{0,6}(?:牵头|主办)`,
    `不(?:应该?|该)由${WE}[^，,。？?]{0,6}(?:牵头|主办)`,
    `${WE}[^，,。？?]{0,8}(?:只是|应为|应是|应该是)配合`,
    '(?:牵头|主办)单位[^，,。？?]{0,6}(?:写错|弄错|搞错|有误|有异议)',
    '对[^，,。？?]{0,14}牵头[^，,。？?]{0,6}有异议',
  ].join('|'),
  'u',
)
const ASKS = /[吗么嘛呢？?]\s*$|是不是|哪些|有没有/u

/** Whether a message says that the sender's unit does not lead a task (异议), and does not ask. */
export const objects = (text: string): boolean => OBJECTS.test(text) && !ASKS.test(text)
