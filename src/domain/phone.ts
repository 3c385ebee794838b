// mobile numbers as people write them (also +86, spaces, hyphens), and area code with landline
const PHONES = /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]\d{7,8})(?!\d)/g

/** Leaves the first three and the last four digits of every phone number in a text: 138****0000. */
export const redactPhones = (text: string): string =>
  text.replace(PHONES, (phone) => {
    const digits = phone.replace(/\D/g, '').replace(/^86(?=1)/, '')
    return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  })

/** 151****6767: enough to tell two numbers apart, too little to call. */
export const maskPhone = (phone: string): string =>
  phone.length < 7 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`
