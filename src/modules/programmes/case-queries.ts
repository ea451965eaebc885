/** Programmes as things, for modules that keep something beside them. */
export { type OpenProgramme, programmes } from './case.ts'
