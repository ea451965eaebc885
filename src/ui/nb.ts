/** One full stop at the end of a sentence, and no-break spaces where a typesetter would put them. */
export { boundOnPage as nb } from '../kernel/binding.ts'
